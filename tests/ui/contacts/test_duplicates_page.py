"""The page of doubles, and the comparison of two contacts: by keyboard, undone by Ctrl+Z."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.contacts.duplicates_page import DuplicatesPage
from tests.ui.contacts.conftest import cut_off, press, settle, unnamed
from tests.ui.office import TODAY, show_page

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def double(office, people):
    """A second record of Élodie Lefèvre, with a phone and a gift of her own."""
    new = NewContact(
        last_name="LEFEVRE",
        first_name="Elodie",
        email="elodie@example.org",
        phone="06 12 34 56 78",
    )
    contact_id = office.services.contacts.add(new).value.id
    gift = NewDonation(
        received_on=TODAY, amount=Money(2500), mode=PaymentMode.CASH, donor_id=contact_id
    )
    office.services.donations.record(gift)
    return contact_id


@pytest.fixture
def doubles(qtbot, office, window, double) -> DuplicatesPage:
    page = DuplicatesPage(office.desk, window)
    show_page(page, window)
    window.activateWindow()
    settle(qtbot, office, page)
    return page


def rows(page):
    model = page.list.model
    return model.fetch_texts(list(model.ids))


def compared(qtbot, office, doubles):
    doubles.list.table.setFocus()
    press(ENTER)
    office.idle(qtbot)
    assert doubles.merger.dialog is not None
    return doubles.merger.dialog


def profile(office, contact_id):
    return office.services.contacts.get(contact_id).profile


def test_pairs_are_listed_with_their_reasons_in_words(doubles):
    ((first, second, sure, why),) = rows(doubles)
    assert {first, second} == {
        "Élodie Lefèvre · 44000 Nantes",
        "Elodie LEFEVRE · elodie@example.org",
    }
    assert sure == "presque sûr"
    assert why.startswith("même nom, même e-mail")
    assert unnamed(doubles) == []


def test_two_contacts_are_merged_by_keyboard_and_that_is_taken_back(
    qtbot, office, doubles, people, double, undo
):
    elodie = people["Élodie Lefèvre"]
    dialog = compared(qtbot, office, doubles)
    assert dialog.sheet.keep.id == double  # the one with a gift
    assert dialog.keep.button(0).hasFocus()
    press(RIGHT)
    assert dialog.sheet.keep.id == elodie
    press(ENTER)
    settle(qtbot, office, doubles)

    assert rows(doubles) == []
    assert office.services.contacts.get(double).state is ContactState.MERGED
    kept = profile(office, elodie)
    assert (kept.last_name, kept.phone) == ("Lefèvre", "06 12 34 56 78")
    assert len(office.services.contacts.sheet(elodie).donations) == 1

    undo.undo()
    settle(qtbot, office, doubles)
    assert len(rows(doubles)) == 1
    assert office.services.contacts.get(double).state is ContactState.ACTIVE
    assert profile(office, elodie).phone == ""


def test_one_pair_alone_is_chosen_after_a_merge_is_taken_back_with_control_still_down(
    qtbot, office, doubles, undo
):
    for first_name in ("Maëlle", "Maelle"):
        new = NewContact(last_name="Kerbrat", first_name=first_name, email="m@example.org")
        office.services.contacts.add(new)
    doubles.search_action.trigger()
    settle(qtbot, office, doubles)
    first, second = doubles.list.model.ids
    compared(qtbot, office, doubles)
    press(ENTER)
    settle(qtbot, office, doubles)
    assert list(doubles.list.model.ids) == [second]
    QTest.keyPress(doubles.window(), Qt.Key.Key_Z, CONTROL)
    undo.undo()
    settle(qtbot, office, doubles)
    assert list(doubles.list.model.ids) == [first, second]
    assert len(doubles.list.selected_ids) == 1
    QTest.keyRelease(doubles.window(), Qt.Key.Key_Z, CONTROL)


def test_each_field_is_chosen_with_the_arrows(qtbot, office, doubles, people, double):
    dialog = compared(qtbot, office, doubles)
    before = dialog.groups["last_name"].checkedId()
    press(TAB, TAB)
    assert dialog.groups["last_name"].button(before).hasFocus()
    press(LEFT if before else RIGHT)
    chosen = dialog.groups["last_name"].checkedId()
    assert chosen != before
    press(ENTER)
    settle(qtbot, office, doubles)
    assert profile(office, double).last_name == ("LEFEVRE" if chosen == 0 else "Lefèvre")


def test_what_was_chosen_stays_when_the_other_contact_is_kept(qtbot, office, doubles, people):
    dialog = compared(qtbot, office, doubles)
    group = dialog.groups["first_name"]
    other = 1 - group.checkedId()
    group.button(other).click()
    dialog.keep.button(1).click()
    assert group.checkedId() == other
    order = dialog.read()
    assert (order.keep_id, order.drop_id) == (
        dialog.sheet.keep.id,
        dialog.sheet.drop.id,
    )
    assert order.keep_id == people["Élodie Lefèvre"]
    dialog.reject()


def test_the_dialog_says_what_moves_and_that_it_can_be_taken_back(
    qtbot, office, doubles, people
):
    dialog = compared(qtbot, office, doubles)
    dialog.keep.button(1).click()
    assert "1 don" in dialog.notice.text
    assert "annuler" in dialog.notice.text
    assert unnamed(dialog) == []
    assert cut_off(dialog) == []
    press(ESCAPE)
    assert doubles.merger.dialog is None


def test_the_dialog_says_whose_address_changes_with_the_one_that_is_chosen(
    qtbot, office, doubles, people, double
):
    home = [people["Élodie Lefèvre"], people["Zoé Abadie"]]
    office.services.households.create(home)
    other = replace(
        profile(office, double), address=PostalAddress("9 rue Neuve", "", "", "Brest")
    )
    office.services.contacts.change(double, other)
    settle(qtbot, office, doubles)
    dialog = compared(qtbot, office, doubles)
    column = dialog.sheet.keep.id != double  # where the double stands
    said = "L’adresse du foyer change pour 1 personne\u00a0: Zoé Abadie."

    dialog.groups["address"].button(1 - column).click()
    assert said not in dialog.notice.text
    dialog.groups["address"].button(column).click()
    assert said in dialog.notice.text
    assert cut_off(dialog) == []
    QTest.mouseClick(dialog.submit_button, Qt.MouseButton.LeftButton)
    settle(qtbot, office, doubles)
    assert profile(office, people["Zoé Abadie"]).address == other.address


def test_a_pair_told_apart_leaves_the_list_and_comes_back_with_undo(
    qtbot, office, doubles, undo
):
    doubles.list.table.setFocus()
    press(Qt.Key.Key_Delete)
    settle(qtbot, office, doubles)
    assert rows(doubles) == []

    undo.undo()
    settle(qtbot, office, doubles)
    assert len(rows(doubles)) == 1


def test_telling_apart_is_offered_in_the_comparison_too(qtbot, office, doubles):
    dialog = compared(qtbot, office, doubles)
    dialog.apart_button.click()
    settle(qtbot, office, doubles)
    assert doubles.merger.dialog is None
    assert rows(doubles) == []


def test_the_cursor_goes_on_to_the_next_pair(qtbot, office, doubles):
    for name in ("Aubry", "Cornu", "Dhal"):
        for _one in range(2):
            office.services.contacts.add(NewContact(last_name=name, first_name="Paule"))
    doubles.search_action.trigger()
    settle(qtbot, office, doubles)
    assert len(rows(doubles)) == 4
    doubles.list.table.selectRow(1)
    wanted = doubles.list.model.id_at(2)
    doubles.apart_action.trigger()
    settle(qtbot, office, doubles)
    assert doubles.list.table.current_id == wanted


def test_a_person_and_an_organisation_are_not_compared_and_it_is_said_why(
    qtbot, office, doubles, window
):
    add = office.services.contacts.add
    add(NewContact(last_name="Ferme", first_name="Bleue"))
    add(NewContact(kind=ContactKind.ORGANISATION, organisation_name="Ferme Bleue"))
    doubles.search_action.trigger()
    settle(qtbot, office, doubles)
    number = next(key for key, pair in doubles._shown.items() if "Ferme" in pair.first.name)
    doubles.list.table.select_id(number)
    doubles.compare_action.trigger()
    office.idle(qtbot)
    assert doubles.merger.dialog is None
    box = window.findChild(QMessageBox)
    assert "changez d’abord la nature" in f"{box.text()} {box.informativeText()}"
    box.accept()


def test_the_search_narrows_the_pairs(qtbot, office, doubles):
    doubles.search.setText("personne de tel")
    doubles.search.searched.emit("personne de tel")
    settle(qtbot, office, doubles)
    assert doubles.list.model.rowCount() == 0
    doubles.list.clear_action.trigger()
    settle(qtbot, office, doubles)
    assert doubles.list.model.rowCount() == 1


@pytest.mark.parametrize("hostile", ["<img src=x> & Co", "x" * 120])
def test_hostile_names_are_shown_as_they_are(qtbot, office, doubles, hostile):
    for first_name in ("Paule", "Paule"):
        new = NewContact(last_name=hostile, first_name=first_name, email="p@example.org")
        office.services.contacts.add(new)
    doubles.search_action.trigger()
    settle(qtbot, office, doubles)
    number = next(key for key, one in doubles._shown.items() if hostile in one.first.name)
    doubles.list.table.select_id(number)
    doubles.compare_action.trigger()
    office.idle(qtbot)
    dialog = doubles.merger.dialog
    assert dialog.width() < 900
    assert any(hostile in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_a_newer_search_takes_the_place_of_one_under_way(qtbot, office, doubles):
    doubles.search_action.trigger()
    doubles.show_target(("import", 99))
    settle(qtbot, office, doubles)
    assert doubles.list.model.rowCount() == 0
    doubles.run_chip.click()
    settle(qtbot, office, doubles)
    assert len(rows(doubles)) == 1


def test_a_stopped_search_says_so(qtbot, office, doubles):
    doubles.apart_action.trigger()
    settle(qtbot, office, doubles)
    doubles.search_action.trigger()
    doubles._job.cancel()
    settle(qtbot, office, doubles)
    shown = [label.text() for label in doubles.empty.findChildren(QLabel)]
    assert "La recherche a été interrompue" in shown


# from the list of contacts


def test_two_contacts_chosen_in_the_list_are_merged_from_there(
    qtbot, office, page, people, double
):
    page.reload()
    settle(qtbot, office, page)
    assert not page.doubles.merge_action.isEnabled()
    page.list.table.selectAll()
    assert not page.doubles.merge_action.isEnabled()
    page.list.table.select_id(people["Élodie Lefèvre"])
    row = page.list.model.row_of(double)
    page.list.table.selectionModel().select(
        page.list.model.index(row, 0),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    page.list.table.setFocus()
    target = QApplication.focusWidget()
    QTest.keyClick(target, Qt.Key.Key_M, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    office.idle(qtbot)
    press(ENTER)
    settle(qtbot, office, page)
    both = (people["Élodie Lefèvre"], double)
    states = {office.services.contacts.get(key).state for key in both}
    assert states == {ContactState.ACTIVE, ContactState.MERGED}


def test_the_list_of_contacts_leads_to_the_doubles(office, page):
    opened = []
    office.desk.navigator.requested.connect(lambda *place: opened.append(place))
    page.doubles.find_action.trigger()
    assert opened == [("duplicates", None)]
