"""The page of memberships, driven as a person does."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu

from coopdesk.domain.members import DepartureReason, MemberStatus, NewMembership, Period
from coopdesk.domain.money import Money
from coopdesk.ui.members.filters import MembershipsShown
from coopdesk.ui.widgets.contact_picker import Choice
from tests.ui.contacts.conftest import press, settle, unnamed
from tests.ui.members.conftest import TODAY, YEAR, names, plain, rows, shown
from tests.ui.office import problems_of

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def foot(page):
    return plain(page.list._totals.text())


def record_text(page):
    return plain(page.panel.reader.toPlainText())


def open_record(qtbot, office, page, key):
    page.list.table.setFocus()
    assert page.list.table.select_id(key)
    press(ENTER)
    settle(qtbot, office, page)


def test_list_shows_the_memberships_of_this_year_by_name(filled_page):
    assert [
        (row["name"], row["type"], row["due"], row["paid"], row["remainder"], row["status"])
        for row in rows(filled_page)
    ] == [
        ("Zoé Abadie", "Plein tarif", "25,00 €", "0,00 €", "25,00 €", "En retard"),
        ("Biocoop du Port", "Structure", "100,00 €", "50,00 €", "50,00 €", "À jour"),
        ("Élodie Lefèvre", "Plein tarif", "25,00 €", "25,00 €", "—", "À jour"),
    ]
    assert foot(filled_page) == "Dû 150,00 € · Réglé 75,00 € · Reste 75,00 €"


def test_figures_open_the_lines_that_make_them(qtbot, office, filled_page):
    page = filled_page
    assert page.figures.counts[MemberStatus.UP_TO_DATE].value == "2"
    assert page.figures.counts[MemberStatus.LATE].value == "2"
    assert plain(page.figures.due.value) == "150,00 €"
    page.figures.counts[MemberStatus.LATE].click()
    settle(qtbot, office, page)
    assert names(page) == ["Zoé Abadie", "Léo Martin"]
    page.figures.rest.click()
    settle(qtbot, office, page)
    assert names(page) == ["Zoé Abadie", "Biocoop du Port"]
    assert foot(page).endswith("Reste 75,00 €")
    page.filters.unpaid_chip.click()
    settle(qtbot, office, page)
    assert len(names(page)) == 3


def test_chips_year_type_and_words_narrow_the_list(qtbot, office, filled_page, types):
    page = filled_page
    page.filters.chips.chip(MemberStatus.UP_TO_DATE).click()
    settle(qtbot, office, page)
    assert names(page) == ["Biocoop du Port", "Élodie Lefèvre"]
    page.filters.type_box.choose(types["Structure"])
    page.filters.type_box.activated.emit(0)
    settle(qtbot, office, page)
    assert names(page) == ["Biocoop du Port"]
    page.filters.chips.chip(MemberStatus.LEFT).click()
    settle(qtbot, office, page)
    assert names(page) == []
    assert "Parti·es" in page.list.nothing_text
    page.list.clear_action.trigger()
    settle(qtbot, office, page)
    assert names(page) == ["Zoé Abadie", "Biocoop du Port", "Élodie Lefèvre", "Léo Martin"]
    page.search.setFocus()
    press("leo")
    qtbot.waitUntil(lambda: names(page) == ["Léo Martin"])


def test_record_shows_payments_instalments_and_other_memberships(
    qtbot, office, filled_page, joined
):
    open_record(qtbot, office, filled_page, joined.organisation)
    text = record_text(filled_page)
    for words in (
        "Biocoop du Port",
        "du 1er janvier 2025 au 31 décembre 2025",
        "Chèque",
        "1er février 2025",
        "réglée",
        "à régler",
    ):
        assert words in text
    asked = []
    office.desk.navigator.requested.connect(lambda *args: asked.append(args))
    filled_page.panel.reader.link_activated.emit("payment:1")
    filled_page.panel.reader.link_activated.emit("contact:4")
    assert asked == [("accounts", 1), ("contacts", 4)]


def test_payment_is_untied_and_tied_again(qtbot, office, filled_page, joined):
    page = filled_page
    open_record(qtbot, office, page, joined.paid)
    (line,) = office.services.members.payments_of(joined.paid)
    page.panel.reader.link_activated.emit(f"detach:{line.id}")
    settle(qtbot, office, page)
    settle(qtbot, office, page)
    assert office.services.members.get(joined.paid).paid.cents == 0
    assert "Rattacher à cette adhésion" in record_text(page)
    page.panel.reader.link_activated.emit(f"attach:{line.id}")
    settle(qtbot, office, page)
    assert office.services.members.get(joined.paid).paid.cents == 2_500


def test_departure_is_recorded_and_taken_back(qtbot, office, filled_page, joined, people):
    page = filled_page
    open_record(qtbot, office, page, joined.paid)
    page.record.depart_action.trigger()
    settle(qtbot, office, page)
    dialog = page.editor.departure_dialog
    qtbot.waitUntil(dialog.reason.hasFocus)
    press(Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Tab, "bureau", ENTER)
    settle(qtbot, office, page)
    (departure,) = office.services.members.departures_of(people["Élodie Lefèvre"])
    assert departure.content.reason is DepartureReason.STRUCK_OFF
    assert "bureau" in record_text(page)
    assert not page.record.depart_action.isEnabled()
    page.record.come_back_action.trigger()
    settle(qtbot, office, page)
    assert office.services.members.departures_of(people["Élodie Lefèvre"]) == []


def test_cancelled_membership_leaves_the_list_and_comes_back_with_undo(
    qtbot, office, filled_page, joined, undo
):
    page = filled_page
    page.list.table.setFocus()
    page.list.table.select_id(joined.unpaid)
    press(Qt.Key.Key_Delete)
    settle(qtbot, office, page)
    assert "Zoé Abadie" not in names(page)
    undo.undo()
    settle(qtbot, office, page)
    assert "Zoé Abadie" in names(page)


def test_terms_of_a_membership_are_changed(qtbot, office, filled_page, joined, types, undo):
    page = filled_page
    page.list.table.setFocus()
    page.list.table.select_id(joined.unpaid)
    press(Qt.Key.Key_F2)
    settle(qtbot, office, page)
    dialog = page.editor.change_dialog
    dialog.kind.choose(types["Soutien"])
    dialog.fee.setFocus()
    dialog.fee.selectAll()
    press("60", ENTER)
    settle(qtbot, office, page)
    changed = office.services.members.get(joined.unpaid).content
    assert (changed.type_id, changed.fee.cents) == (types["Soutien"], 6_000)
    undo.undo()
    settle(qtbot, office, page)
    assert office.services.members.get(joined.unpaid).content.fee.cents == 2_500


def test_without_types_the_first_step_is_to_define_them(qtbot, office, window, people):
    page = shown(qtbot, office, window)
    assert page.empty.isVisible()
    assert page.define_action.isVisible()
    asked = []
    office.desk.navigator.requested.connect(lambda *args: asked.append(args))
    page.define_action.trigger()
    assert asked == [("settings", "members")]


def test_with_types_the_first_step_is_the_first_member(page):
    assert page.empty.isVisible()
    assert not page.define_action.isVisible()
    assert "première" in page.empty.sentence


def test_page_of_a_year_without_members_shows_everybody_once(qtbot, office, window, joined):
    from dataclasses import replace

    from tests.ui.members.conftest import TODAY

    office.desk = replace(office.desk, today=lambda: TODAY.replace(year=TODAY.year + 3))
    page = shown(qtbot, office, window)
    settle(qtbot, office, page)
    assert len(names(page)) == 4


def test_another_page_may_ask_for_a_membership_or_a_new_one(
    qtbot, office, filled_page, joined, people
):
    page = filled_page
    page.show_target(joined.late)
    settle(qtbot, office, page)
    assert page.detail.shown_id == joined.late
    assert "Léo Martin" in record_text(page)
    page.detail.close_record()
    page.show_target(Choice(people["Zoé Abadie"], "Zoé Abadie"))
    assert page.editor.dialog.contact.text() == "Zoé Abadie"
    office.idle(qtbot)
    page.editor.dialog.form.is_dirty = False
    page.editor.dialog.reject()
    page.show_target(MembershipsShown(status=MemberStatus.UP_TO_DATE, year=None))
    settle(qtbot, office, page)
    assert len(names(page)) == 2


@pytest.mark.parametrize("view", ["list", "statistics", "attach", "shares"])
def test_nothing_is_cut_off_and_everything_has_a_name(qtbot, office, filled_page, view):
    if view != "list":
        filled_page.show_target(view)
    settle(qtbot, office, filled_page)
    assert problems_of(filled_page) == []
    assert unnamed(filled_page) == []
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for label in filled_page.findChildren(QLabel)
    )


def test_menu_names_the_keys_of_printing_and_prints(qtbot, office, filled_page):
    (menu,) = (menu for menu in filled_page.findChildren(QMenu) if menu.parent() is filled_page)
    (entry,) = (one for one in menu.actions() if one.text().startswith("Imprimer"))
    assert entry.text().partition("\t")[2] == "Ctrl+P"
    entry.trigger()
    office.idle(qtbot)
    assert filled_page.papers.dialog is not None
    filled_page.papers.dialog.reject()
    assert filled_page.papers.dialog is None


def test_changed_fee_asks_for_its_reason_beneath_the_note(qtbot, office, filled_page, joined):
    page = filled_page
    open_record(qtbot, office, page, joined.unpaid)
    page.record.change_action.trigger()
    settle(qtbot, office, page)
    dialog = page.editor.change_dialog
    qtbot.waitUntil(dialog.fee.hasFocus)
    dialog.fee.selectAll()
    press("10", ENTER)
    settle(qtbot, office, page)
    assert "25,00" in plain(dialog.form.error_of("note"))
    assert dialog.note.hasFocus()
    press("bureau du 3 mars", ENTER)
    settle(qtbot, office, page)
    assert page.editor.change_dialog is None
    assert "bureau du 3 mars" in record_text(page)
    assert "10,00 €" in record_text(page)


def test_first_membership_that_is_not_paid_is_to_pay_not_to_renew(
    qtbot, office, page, people, types
):
    start = TODAY.replace(day=1)
    period = Period(start, start.replace(year=YEAR + 1) - dt.timedelta(days=1))
    new = NewMembership(people["Zoé Abadie"], types["Plein tarif"], period, Money(2_500))
    key = office.services.members.join(new).value.id
    page.reload()
    settle(qtbot, office, page)
    assert [row["status"] for row in rows(page)] == ["À régler"]
    assert page.figures.counts[MemberStatus.TO_RENEW].value == "1"
    open_record(qtbot, office, page, key)
    assert "À régler" in record_text(page)
    assert "À renouveler" not in record_text(page)
