"""The page of contacts, driven as a person does."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from coopdesk.domain.contacts import NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.domain.payments import LineKind
from coopdesk.ui.contacts.choices import find_contacts
from coopdesk.ui.contacts.narrowing import Shown
from coopdesk.ui.contacts.page import ContactPage
from coopdesk.ui.widgets.empty_state import EmptyState
from tests.ui.contacts.conftest import cut_off, names, press, settle, shown, unnamed

EVERYBODY = ["Zoé Abadie", "Biocoop du Port", "Élodie Lefèvre", "Léo Martin"]
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "Jean <b>Dupont",
    "=HYPERLINK(1)",
    "Rock & Roll",
    "x" * 120,
)


def open_record(page, contact_id):
    page.list.table.setFocus()
    assert page.list.table.select_id(contact_id)
    press(Qt.Key.Key_Return)


def record_text(page):
    return page.panel.reader.toPlainText()


# the list


def test_list_shows_everybody_by_last_name(page):
    assert names(page) == EVERYBODY


def test_list_narrows_while_typing_and_widens_again(qtbot, office, page):
    page.search.setFocus()
    press("lef")
    qtbot.waitUntil(lambda: names(page) == ["Élodie Lefèvre"])
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: names(page) == EVERYBODY)


def test_list_beside_a_record_fits_without_a_bar_to_scroll_sideways(qtbot, page, people):
    page.window().resize(1240, 720)
    open_record(page, people["Zoé Abadie"])
    qtbot.waitUntil(page.panel.isVisible)
    bar = page.list.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert not bar.isVisible()


def test_result_of_an_older_search_does_not_replace_a_newer_one(qtbot, office, page):
    page.search.setText("zzz")
    page.search.searched.emit("zzz")
    page.search.setText("martin")
    page.search.searched.emit("martin")
    settle(qtbot, office, page)
    assert names(page) == ["Léo Martin"]


def test_chips_show_persons_organisations_and_archived(qtbot, office, page, people):
    office.services.contacts.archive([people["Léo Martin"]])
    for shown_, expected in (
        (Shown.ORGANISATIONS, ["Biocoop du Port"]),
        (Shown.PERSONS, ["Zoé Abadie", "Élodie Lefèvre"]),
        (Shown.ARCHIVED, ["Léo Martin"]),
        (Shown.ALL, EVERYBODY[:3]),
    ):
        page.shown.chip(shown_).click()
        settle(qtbot, office, page)
        assert names(page) == expected


def test_click_on_a_title_sorts_and_a_second_one_turns_it_round(qtbot, office, page):
    header = page.list.table.horizontalHeader()
    header.sectionClicked.emit(0)
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY[::-1]
    header.sectionClicked.emit(0)
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_birth_date_is_a_column_for_those_who_choose_it(qtbot, office, page):
    born = NewContact(last_name="Aabel", first_name="Zoé", birth_on=dt.date(1984, 5, 2))
    office.services.contacts.add(born)
    page.reload()
    settle(qtbot, office, page)
    header = page.list.table.horizontalHeader()
    section = [column.key for column in page.list.model.columns].index("birth_on")
    assert header.isSectionHidden(section)
    header.customContextMenuRequested.emit(header.rect().center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [one for one in menu.actions() if one.text() == "Date de naissance"]
    menu.setActiveAction(action)
    press(Qt.Key.Key_Return)

    assert not header.isSectionHidden(section)
    settle(qtbot, office, page)
    first = page.list.model.index(0, section)
    assert page.list.model.data(first) == "02/05/1984"


def test_gifts_sort_from_the_largest(qtbot, office, page, people):
    donor = office.services.contacts.get(people["Léo Martin"])
    office.gift(donor, 9_900)
    keys = [column.key for column in page.list.model.columns]
    page.list.table.horizontalHeader().sectionClicked.emit(keys.index("gifts"))
    settle(qtbot, office, page)
    assert names(page)[0] == "Léo Martin"


def test_search_without_result_says_what_was_searched_and_clears_in_one_step(
    qtbot, office, page
):
    page.shown.chip(Shown.PERSONS).click()
    page.search.setFocus()
    press("zzz")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 0)
    (state,) = [s for s in page.findChildren(EmptyState) if s.isVisible()]
    assert "« zzz · Personnes »" in texts_of(state)
    page.list.clear_action.trigger()
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY
    assert page.search.text() == ""


def texts_of(widget):
    spaced = " ".join(label.text() for label in widget.findChildren(QLabel))
    return spaced.replace("\u00a0", " ")


def test_empty_page_offers_the_first_step_and_the_import(qtbot, office, window):
    page = shown(qtbot, office, window)
    (state,) = [s for s in page.findChildren(EmptyState) if s.isVisible()]
    assert "Aucun contact pour l’instant" in texts_of(state)
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.import_action.trigger()
    assert asked.args == ["imports", None]
    page.add_action.trigger()
    assert page.editor.dialog is not None
    page.editor.dialog.reject()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_name_is_shown_as_it_is(qtbot, office, page, hostile):
    key = office.services.contacts.add(NewContact(last_name=hostile)).value.id
    width = page.window().width()
    page.show_target(key)
    settle(qtbot, office, page)
    assert hostile in names(page)
    assert hostile in record_text(page).replace("\n", "")
    assert page.window().width() == width
    assert page.panel.reader.horizontalScrollBar().maximum() == 0


# the record


def test_enter_opens_the_record_and_arrows_move_through_records(qtbot, office, page, people):
    open_record(page, people["Zoé Abadie"])
    settle(qtbot, office, page)
    assert "Zoé Abadie" in record_text(page)
    assert page.list.isVisible()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    settle(qtbot, office, page)
    assert "Élodie Lefèvre" in record_text(page)
    press(Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.list.table.hasFocus()


def test_record_stands_in_place_of_the_list_on_a_narrow_window(
    qtbot, office, page, people, window
):
    window.resize(820, 500)
    open_record(page, people["Élodie Lefèvre"])
    settle(qtbot, office, page)
    assert not page.list.isVisible()
    assert not page.search.isVisible()
    assert page.panel.hasFocus() or page.panel.reader.hasFocus()
    press(Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert page.search.isVisible()


def test_record_tells_everything_known(qtbot, office, page, people):
    donor = office.services.contacts.get(people["Élodie Lefèvre"])
    office.gift(donor, 2_000, dt.date(2025, 3, 1))
    office.gift(donor, 3_000, dt.date(2025, 4, 1))
    office.gift(donor, 1_500, dt.date(2024, 4, 1))
    office.payment(700, "Atelier", kind=LineKind.FEE, payer=donor)
    open_record(page, donor.id)
    settle(qtbot, office, page)
    text = record_text(page).replace("\u00a0", " ")
    for expected in (
        "elodie@example.org",
        "Bât. B\n1 rue Haute\n44000 Nantes",
        "65,00 €",
        "2025 : 2 dons",
        "50,00 €",
        "2024 : 1 don",
        "1er mars 2025",
        "Serre chauffée par le compost",
        "Autres règlements",
        "Atelier",
    ):
        assert expected in text, expected


def test_incomplete_address_of_a_donor_is_said(qtbot, office, page, people):
    donor = office.services.contacts.get(people["Zoé Abadie"])
    office.gift(donor, 2_000)
    open_record(page, donor.id)
    settle(qtbot, office, page)
    assert "L’adresse est incomplète" in record_text(page)


def test_link_of_a_gift_leads_to_it(qtbot, office, page, people):
    donor = office.services.contacts.get(people["Zoé Abadie"])
    gift = office.gift(donor)
    page.show_target(donor.id)
    settle(qtbot, office, page)
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.panel.link_activated.emit(f"gift:{gift.id}")
    assert asked.args == ["donations", gift.id]


def test_issued_receipt_opens_as_a_copy_of_the_paper(qtbot, office, page, people, monkeypatch):
    donor = office.services.contacts.get(people["Élodie Lefèvre"])
    office.gift(donor)
    office.services.receipts.issue_year(2025)
    page.show_target(donor.id)
    settle(qtbot, office, page)
    opened = []
    monkeypatch.setattr(
        "coopdesk.ui.desktop.open_path",
        lambda path: opened.append(path.read_bytes()) or True,
    )
    (receipt,) = office.services.contacts.sheet(donor.id).receipts
    assert receipt.number_text in record_text(page)
    page.panel.link_activated.emit(f"receipt:{receipt.id}")
    office.idle(qtbot)
    paper = office.services.receipts.pdf(receipt.id)
    office.services.receipt_life.void(receipt.id, "Mauvais montant")
    page.panel.link_activated.emit(f"receipt:{receipt.id}")
    office.idle(qtbot)
    assert opened[0] == paper
    # Once voided, the paper says so.
    assert opened[1].startswith(paper)
    assert opened[1] != paper


def test_target_is_found_even_when_filters_hide_it(qtbot, office, page, people):
    office.services.contacts.archive([people["Léo Martin"]])
    page.search.setText("zoé")
    settle(qtbot, office, page)
    page.show_target(people["Léo Martin"])
    qtbot.waitUntil(lambda: page.list.table.current_id == people["Léo Martin"])
    assert page.shown.key is Shown.ARCHIVED
    settle(qtbot, office, page)
    assert "archivé le" in record_text(page)


# what is done


def test_delete_archives_and_goes_on_at_the_next_and_undo_brings_back(
    qtbot, office, page, people, undo
):
    settle(qtbot, office, page)
    page.list.table.setFocus()
    page.list.table.select_id(people["Zoé Abadie"])
    press(Qt.Key.Key_Delete)
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY[1:]
    assert page.list.table.current_id == people["Biocoop du Port"]
    undo.undo()
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY


def test_what_goes_to_the_bin_leaves_the_keyboard_at_the_next(qtbot, office, page, people):
    page.list.table.setFocus()
    page.list.table.select_id(people["Zoé Abadie"])
    page.doings.bin_action.trigger()
    settle(qtbot, office, page)
    assert names(page) == EVERYBODY[1:]
    assert page.list.table.current_id == people["Biocoop du Port"]
    page.doings.bin_action.trigger()
    settle(qtbot, office, page)
    assert page.list.table.current_id == people["Élodie Lefèvre"]


def test_delete_while_typing_a_search_archives_nobody(qtbot, office, page):
    page.search.setFocus()
    press("zo", Qt.Key.Key_Home, Qt.Key.Key_Delete)
    settle(qtbot, office, page)
    assert page.search.text() == "o"
    assert office.services.contacts.count() == 4


def test_several_selected_contacts_are_archived_together(qtbot, office, page):
    page.list.table.selectAll()
    page.archive_action.trigger()
    settle(qtbot, office, page)
    assert office.services.contacts.count() == 0


def test_archived_contact_is_restored(qtbot, office, page, people):
    office.services.contacts.archive([people["Léo Martin"]])
    page.shown.chip(Shown.ARCHIVED).click()
    settle(qtbot, office, page)
    page.list.table.select_id(people["Léo Martin"])
    assert page.restore_action.isVisible()
    assert not page.archive_action.isVisible()
    page.restore_action.trigger()
    settle(qtbot, office, page)
    assert office.services.contacts.get(people["Léo Martin"]).archived_on is None


def test_copied_address_is_ready_for_an_envelope(qtbot, office, page, people):
    page.list.table.select_id(people["Élodie Lefèvre"])
    with qtbot.waitSignal(office.desk.feedback.told):
        page.copy_action.trigger()
    expected = "Élodie Lefèvre\nBât. B\n1 RUE HAUTE\n44000 NANTES"
    assert QGuiApplication.clipboard().text() == expected


def test_gift_is_recorded_from_the_record_of_its_donor(qtbot, office, page, people):
    open_record(page, people["Zoé Abadie"])
    page.record_gift_action.trigger()
    settle(qtbot, office, page)
    dialog = page.gifts.dialog
    assert dialog.donor.contact_id() == people["Zoé Abadie"]
    assert dialog.amount.hasFocus()
    press("12,5", Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert "12,50" in record_text(page)


def test_record_closes_when_its_contact_is_taken_back(qtbot, office, page, undo):
    key = office.services.contacts.add(NewContact(last_name="Passant")).value.id
    undo.refresh()
    page.show_target(key)
    settle(qtbot, office, page)
    undo.undo()
    settle(qtbot, office, page)
    assert not page.panel.isVisible()
    assert "Passant" not in names(page)


def test_every_control_has_an_accessible_name(page):
    page.show_target(1)
    assert unnamed(page) == []


def test_every_field_of_the_form_has_an_accessible_name(page):
    page.add_action.trigger()
    page.editor.dialog.form.unfold()
    assert unnamed(page.editor.dialog) == []
    page.editor.dialog.reject()


@pytest.mark.parametrize("size", [(1130, 690), (790, 430)])
def test_nothing_is_cut_off(qtbot, office, page, people, window, size):
    window.resize(*size)
    page.show_target(people["Élodie Lefèvre"])
    settle(qtbot, office, page)
    assert cut_off(page) == []
    page.detail.close_record()
    settle(qtbot, office, page)
    assert cut_off(page) == []
    qtbot.waitUntil(lambda: page.list.table.horizontalScrollBar().maximum() == 0)


def test_ctrl_k_finds_a_contact_and_leads_to_it(office, page, people):
    (hit,) = find_contacts(office.desk, "lefe")
    assert (hit.text, hit.page, hit.target) == (
        "Élodie Lefèvre",
        "contacts",
        people["Élodie Lefèvre"],
    )


def test_contact_is_found_and_opened_with_six_keys(qtbot, office, page, people):
    """Ctrl+2, which is the window's, three letters, Enter to the list, Enter to the record."""
    page.search.setFocus()
    keys = 1 + press("lef")
    qtbot.waitUntil(lambda: names(page) == ["Élodie Lefèvre"])
    keys += press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    settle(qtbot, office, page)
    assert "Élodie Lefèvre" in record_text(page)
    assert keys == 6


def test_click_on_the_heading_of_an_own_field_sorts_by_it_and_is_remembered(
    qtbot, office, window, people
):
    fields, contacts = office.services.custom_fields, office.services.contacts
    field = fields.add(NewCustomField("Points", FieldKind.NUMBER, is_listed=True)).value
    for name, points in (("Léo Martin", "9"), ("Zoé Abadie", "10"), ("Élodie Lefèvre", "-1")):
        contacts.change(people[name], contacts.get(people[name]).profile, {field.id: points})
    page = shown(qtbot, office, window)
    header = page.list.table.horizontalHeader()
    section = [column.key for column in page.list.model.columns].index(f"custom:{field.id}")
    place = QPoint(header.sectionViewportPosition(section) + 8, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, office, page)
    up = ["Élodie Lefèvre", "Léo Martin", "Zoé Abadie", "Biocoop du Port"]
    assert names(page) == up
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, office, page)
    assert names(page) == [*up[2::-1], "Biocoop du Port"]
    again = ContactPage(office.desk)
    window.layout().replaceWidget(page, again)
    page.hide()
    again.show()
    settle(qtbot, office, again)
    assert names(again) == names(page)
    fields.remove(field.id)
    again.reload()
    settle(qtbot, office, again)
    assert again.list.sort == ("name", False)
    assert names(again)[:2] == ["Zoé Abadie", "Biocoop du Port"]
