"""The door of an event in the window: typing, scanning, answering, paying, taking back."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.event_registrations import NewRegistration, RegistrationState
from coopdesk.domain.events import NewEvent, NewSession, When, WhenKind
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.columns import Tone
from coopdesk.ui.events.check_in_page import CheckInPage
from coopdesk.ui.events.check_in_reading import door_events, event_of_the_day
from coopdesk.ui.undo import UndoControl
from coopdesk.ui.widgets.action_button import ActionButton
from tests.ui.events.conftest import plain, settle
from tests.ui.events.door import CLOCK, open_door
from tests.ui.office import TODAY, problems_of, show_page

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qtbot, office, window):
    def show(capacity=4):
        door = open_door(office, capacity)
        page = CheckInPage(office.desk, clock=lambda: CLOCK)
        show_page(page, window)
        settle(qtbot, office)
        page.first_focus.setFocus()
        return page, door

    return show


@pytest.fixture
def undo(office, window):
    control = UndoControl(office.desk.tasks, office.desk.changes, window)
    control.attach(office.services.operations)
    return control


def type_in(qtbot, page, text):
    qtbot.keyClicks(page.door.field, text)


def found(page):
    return [entry.name for entry in page.door.results.entries]


def present(office, door, session_id=None):
    entries = office.services.check_in.entries(door.event_id)
    return {entry.name for entry in entries if session_id in entry.present}


def test_event_of_today_is_taken_by_itself(page):
    shown, _door = page()
    assert "Le Ramdam" in shown.event_box.currentText()
    assert shown.present.value == "0 sur 4"
    assert found(shown) == []


def test_each_letter_narrows_those_found(qtbot, page):
    shown, _door = page()
    type_in(qtbot, shown, "zo")
    assert found(shown) == ["Zoé Martin", "Zoé Martinez"]
    type_in(qtbot, shown, " martine")
    assert found(shown) == ["Zoé Martinez"]


def test_enter_checks_in_the_one_who_is_marked(qtbot, office, page):
    shown, door = page()
    type_in(qtbot, shown, "zoe")
    qtbot.keyClick(shown.door.field, Qt.Key.Key_Down)
    qtbot.keyClick(shown.door.field, ENTER)
    assert plain(shown.door.answer.text.text()) == (
        "Bonjour Zoé Martinez — présence notée · 17 h 58"
    )
    assert shown.door.field.text() == ""
    assert shown.present.value == "1 sur 4"
    settle(qtbot, office)
    assert present(office, door) == {"Zoé Martinez"}


def test_scanned_badge_is_checked_in(qtbot, office, page):
    shown, door = page()
    code = door.people["Élodie Lefèvre"].badge_code
    type_in(qtbot, shown, code)
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    assert present(office, door) == {"Élodie Lefèvre"}
    assert shown.door.answer.tone is Tone.GOOD
    assert [entry.name for entry in shown.door.recent.entries] == ["Élodie Lefèvre"]


def test_second_scan_is_told_before_the_first_is_written(qtbot, office, page):
    shown, door = page()
    for _time in range(2):
        type_in(qtbot, shown, door.people["Élodie Lefèvre"].badge_code)
        qtbot.keyClick(shown.door.field, ENTER)
    assert plain(shown.door.answer.text.text()) == "Élodie Lefèvre est déjà là"
    settle(qtbot, office)
    assert present(office, door) == {"Élodie Lefèvre"}
    assert shown.present.value == "1 sur 4"


def test_quick_scans_are_all_written_in_their_order(qtbot, office, page):
    shown, door = page(capacity=None)
    add = office.services.registrations.register
    codes = [
        add(NewRegistration(door.event_id, last_name=f"Invitée {number:03d}")).value.badge_code
        for number in range(40)
    ]
    shown.reload()
    settle(qtbot, office)
    for code in codes:
        type_in(qtbot, shown, code)
        qtbot.keyClick(shown.door.field, ENTER)
    assert shown.door.book.is_waiting
    assert shown.present.value.startswith("40 ")
    settle(qtbot, office)
    entries = office.services.check_in.entries(door.event_id)
    assert sum(None in entry.present for entry in entries) == 40
    noted = [one.values["name"] for one in reversed(office.services.operations.latest(40))]
    assert noted == [f"Invitée {number:03d}" for number in range(40)]


def test_who_could_not_be_written_is_not_counted(qtbot, office, page):
    shown, door = page()
    nora = door.people["Nora Marchand"]
    # Another command takes her away a moment before.
    office.services.registrations.remove(nora.id)
    type_in(qtbot, shown, nora.badge_code)
    qtbot.keyClick(shown.door.field, ENTER)
    assert shown.present.value == "1 sur 4"
    settle(qtbot, office)
    assert shown.door.answer.text.text() == "Nora Marchand : présence non notée".replace(
        " :", "\u00a0:"
    )
    assert shown.present.value == "0 sur 4"
    assert shown.door.recent.entries == []
    assert not shown.door.book.is_waiting


def test_name_of_nobody_offers_to_register_at_the_door(qtbot, office, page):
    shown, _door = page()
    type_in(qtbot, shown, "Dupont")
    qtbot.keyClick(shown.door.field, ENTER)
    assert shown.door.answer.tone is Tone.BAD
    assert "Dupont" in shown.door.answer.text.text()
    assert shown.door.telling.register_action.isVisible()
    # What was typed is kept: it is not lost for the form.
    assert shown.door.field.text() == "Dupont"


def test_badge_of_another_event_is_said_to_be_so(qtbot, office, page):
    shown, door = page(capacity=None)
    other = office.services.events.add(NewEvent("Réunion")).value
    new = NewRegistration(other.id, last_name="Ailleurs")
    type_in(qtbot, shown, office.services.registrations.register(new).value.badge_code)
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    assert "Ailleurs" in shown.door.answer.text.text()
    assert "Réunion" in shown.door.answer.said
    assert present(office, door) == set()


def test_code_of_nobody_becomes_no_name(qtbot, office, page):
    shown, _door = page(capacity=None)
    type_in(qtbot, shown, "AB12CD34")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    assert "AB12CD34" in shown.door.answer.text.text()
    assert shown.door.field.selectedText() == "AB12CD34"
    shown.door.telling.register_action.trigger()
    settle(qtbot, office)
    assert shown.door.walking.dialog.who.text() == ""


def test_somebody_who_walks_in_is_registered_and_there(qtbot, office, page):
    shown, door = page(capacity=None)
    type_in(qtbot, shown, "Dupont")
    shown.walk_action.trigger()
    settle(qtbot, office)
    dialog = shown.door.walking.dialog
    assert dialog.who.unmatched == "Dupont"
    dialog.first_name.setText("Camille")
    dialog.submit_button.click()
    settle(qtbot, office)
    assert shown.door.walking.dialog is None
    assert present(office, door) == {"Camille Dupont"}
    assert shown.door.answer.text.text().startswith("Bonjour Camille Dupont")
    # The place is paid for in the same answer.
    assert "Doit encore 12,00 €" in plain(shown.door.answer.said)
    shown.window().activateWindow()
    qtbot.waitUntil(shown.window().isActiveWindow)
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F7)
    settle(qtbot, office)
    assert "Payé" in shown.door.answer.said


def walk_in_of_one_too_many(qtbot, office, shown):
    type_in(qtbot, shown, "Dupont")
    shown.walk_action.trigger()
    settle(qtbot, office)
    dialog = shown.door.walking.dialog
    assert "en liste" not in dialog.said.text()
    dialog.submit_button.click()
    settle(qtbot, office)
    assert dialog.form.banner
    return dialog


def test_full_event_refuses_until_who_keeps_the_door_insists(qtbot, office, page):
    shown, door = page()
    dialog = walk_in_of_one_too_many(qtbot, office, shown)
    assert present(office, door) == set()
    assert problems_of(dialog) == []
    qtbot.keyClick(dialog.force_button, ENTER)
    settle(qtbot, office)
    assert present(office, door) == {"Dupont"}


def test_one_too_many_is_put_on_the_waiting_list(qtbot, office, page):
    shown, door = page()
    walk_in_of_one_too_many(qtbot, office, shown).wait_button.click()
    settle(qtbot, office)
    assert present(office, door) == set()
    assert "Dupont est sur la liste d’attente" in plain(shown.door.answer.said)
    assert shown.door.telling.let_in_action.isVisible()


def test_who_had_cancelled_is_let_in_again(qtbot, office, page):
    shown, door = page(capacity=None)
    type_in(qtbot, shown, "benali")
    qtbot.keyClick(shown.door.field, ENTER)
    assert "avait annulé" in shown.door.answer.text.text()
    assert present(office, door) == set()
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F4)
    settle(qtbot, office)
    assert present(office, door) == {"Karim Benali"}


def test_who_waits_gets_a_place_at_the_door(qtbot, office, page):
    shown, door = page(capacity=2)
    type_in(qtbot, shown, "marchand")
    qtbot.keyClick(shown.door.field, ENTER)
    assert "liste d’attente" in shown.door.answer.text.text()
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F4)
    settle(qtbot, office)
    assert present(office, door) == {"Nora Marchand"}
    nora = office.services.registrations.get(door.people["Nora Marchand"].id)
    assert nora.state is RegistrationState.REGISTERED


def test_who_waited_pays_for_the_place_that_was_given(qtbot, office, page):
    shown, door = page(capacity=4)
    add = office.services.registrations.register
    add(NewRegistration(door.event_id, last_name="Attente", tariff_id=door.paying))
    shown.reload()
    settle(qtbot, office)
    type_in(qtbot, shown, "attente")
    qtbot.keyClick(shown.door.field, ENTER)
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F4)
    settle(qtbot, office)
    assert "Doit encore 12,00 €" in plain(shown.door.answer.said)
    assert shown.door.answer.tone is Tone.ATTENTION
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F6)
    settle(qtbot, office)
    # No box is open: nobody must look for this money in one.
    assert "ouverte" in shown.door.answer.said


def test_rest_of_a_part_that_was_paid_is_still_asked_for(qtbot, office, page, undo):
    shown, door = page()
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    shown.door.paying.other_action.trigger()
    dialog = shown.door.paying.asker.dialog
    dialog.amount.setText("5")
    dialog.submit_button.click()
    settle(qtbot, office)
    said = plain(shown.door.answer.said)
    assert "5,00 €" in said
    assert "Doit encore 7,00 €" in said
    undo.undo()
    settle(qtbot, office)
    assert "Doit encore 12,00 €" in plain(shown.door.answer.said)
    undo.redo()
    settle(qtbot, office)
    assert "Doit encore 7,00 €" in plain(shown.door.answer.said)
    assert "annulé" not in shown.door.answer.said
    shown.window().activateWindow()
    qtbot.waitUntil(shown.window().isActiveWindow)
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F7)
    settle(qtbot, office)
    party = office.services.registrations.party(door.people["Zoé Martinez"].party_id)
    assert party.left == Money(0)
    assert "Doit encore" not in plain(shown.door.answer.said)


def test_what_is_owed_is_said_and_taken_by_one_key(qtbot, office, page):
    shown, door = page()
    office.services.cash_boxes.open(door.event_id, office.desk.today(), Money(5_000))
    shown.reload()
    settle(qtbot, office)
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    assert "Doit encore 12,00 €" in plain(shown.door.answer.said)
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F6)
    settle(qtbot, office)
    party = office.services.registrations.party(door.people["Zoé Martinez"].party_id)
    assert party.left == Money(0)
    payment = office.services.payments.get(party.payment_ids[0])
    assert payment.content.mode is PaymentMode.CASH
    assert "Payé" in shown.door.answer.said
    assert plain(shown.in_box.value) == "62,00 €"
    assert not any(action.isVisible() for action in shown.door.paying.actions)


def test_payment_that_is_undone_is_owed_again(qtbot, office, page, undo):
    shown, _door = page()
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F6)
    settle(qtbot, office)
    assert "Payé" in shown.door.answer.said
    undo.undo()
    settle(qtbot, office)
    said = plain(shown.door.answer.said)
    assert "Payé" not in said
    assert "annulé" in said
    assert "Doit encore 12,00 €" in said
    undo.undo()
    settle(qtbot, office)
    assert "n’est plus notée" in shown.door.answer.text.text()


def test_payment_that_is_refused_is_offered_again(qtbot, office, page):
    shown, door = page()
    boxes = office.services.cash_boxes
    box = boxes.open(door.event_id, office.desk.today(), Money(0)).value
    shown.reload()
    settle(qtbot, office)
    reported = []
    office.desk.feedback.reported.connect(reported.append)
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    # Somebody counts the box a moment before.
    boxes.close(box.id, Money(0))
    shown.door.paying.take(PaymentMode.CASH)
    settle(qtbot, office)
    assert len(reported) == 1
    party = office.services.registrations.party(door.people["Zoé Martinez"].party_id)
    assert party.payment_ids == ()
    assert all(action.isVisible() for action in shown.door.paying.actions)


def test_payment_of_the_last_one_is_not_said_to_the_next(qtbot, office, page):
    shown, door = page()
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F6)
    type_in(qtbot, shown, "zoe")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    said = plain(shown.door.answer.said)
    assert said.startswith("Bonjour Zoé Martin —")
    assert "Payé" not in said
    assert "Doit encore 12,00 €" in said
    party = office.services.registrations.party(door.people["Zoé Martinez"].party_id)
    assert party.left == Money(0)


def test_payment_is_taken_once_however_often_the_key_is_pressed(qtbot, office, page):
    shown, door = page()
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    for _time in range(3):
        qtbot.keyClick(shown.door.field, Qt.Key.Key_F7)
    settle(qtbot, office)
    party = office.services.registrations.party(door.people["Zoé Martinez"].party_id)
    assert len(party.payment_ids) == 1


def test_next_badge_goes_to_the_field_wherever_the_keys_are(qtbot, office, page):
    shown, door = page()
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    buttons = shown.door.answer.findChildren(ActionButton)
    (cash,) = [button for button in buttons if "F6" in button.text()]
    qtbot.mouseClick(cash, Qt.MouseButton.LeftButton)
    assert shown.door.field.hasFocus()
    settle(qtbot, office)
    shown.door.recent.setFocus()
    qtbot.keyClicks(shown.window().focusWidget(), "l")
    qtbot.keyClicks(shown.window().focusWidget(), "efevre")
    qtbot.keyClick(shown.window().focusWidget(), ENTER)
    settle(qtbot, office)
    assert present(office, door) == {"Zoé Martinez", "Élodie Lefèvre"}


def test_keys_come_back_to_the_field_from_the_head_of_the_page(qtbot, office, page):
    shown, _door = page()
    in_the_head = shown.findChildren(ActionButton)[0]
    assert not shown.door.isAncestorOf(in_the_head)
    in_the_head.setFocus()
    shown.walk_action.trigger()
    settle(qtbot, office)
    shown.door.walking.dialog.reject()
    settle(qtbot, office)
    assert shown.window().focusWidget() is shown.door.field
    in_the_head.setFocus()
    qtbot.keyClicks(in_the_head, "zo")
    assert shown.window().focusWidget() is shown.door.field
    assert found(shown) == ["Zoé Martin", "Zoé Martinez"]


def test_screen_reader_is_told_whom_enter_checks_in(qtbot, page):
    shown, _door = page()
    type_in(qtbot, shown, "zoe")
    qtbot.keyClick(shown.door.field, Qt.Key.Key_Down)
    said = plain(shown.door.field.accessibleDescription())
    assert said == "Marquée : Zoé Martinez, 2 trouvées"


def test_arrival_is_taken_back(qtbot, office, page):
    shown, door = page()
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    recent = shown.door.recent
    recent.setFocus()
    recent.setCurrentIndex(recent.model().index(0, 0))
    qtbot.keyClick(recent, Qt.Key.Key_Delete)
    settle(qtbot, office)
    assert present(office, door) == set()
    assert recent.entries == []
    assert shown.present.value == "0 sur 4"


def test_undo_takes_the_last_arrival_back(qtbot, office, page, undo):
    shown, door = page()
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    undo.undo()
    settle(qtbot, office)
    assert present(office, door) == set()
    assert shown.present.value == "0 sur 4"
    assert shown.door.recent.entries == []
    assert "n’est plus notée" in shown.door.answer.text.text()


def test_undo_and_redo_of_somebody_who_walked_in_are_said_as_well(qtbot, office, page, undo):
    shown, door = page(capacity=None)
    type_in(qtbot, shown, "Dupont")
    shown.walk_action.trigger()
    settle(qtbot, office)
    shown.door.walking.dialog.submit_button.click()
    settle(qtbot, office)
    assert shown.door.answer.text.text().startswith("Bonjour Dupont")
    undo.undo()
    settle(qtbot, office)
    assert present(office, door) == set()
    assert "n’est plus notée" in shown.door.answer.text.text()
    assert shown.door.recent.entries == []
    undo.redo()
    settle(qtbot, office)
    assert shown.door.answer.text.text().startswith("Bonjour Dupont")
    assert [entry.name for entry in shown.door.recent.entries] == ["Dupont"]


def test_arrival_and_payment_that_are_redone_are_said_again(qtbot, office, page, undo):
    shown, door = page()
    type_in(qtbot, shown, "martinez")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    greeting = shown.door.answer.text.text()
    qtbot.keyClick(shown.door.field, Qt.Key.Key_F6)
    settle(qtbot, office)
    for _time in range(2):
        undo.undo()
        settle(qtbot, office)
    assert shown.door.recent.entries == []
    undo.redo()
    settle(qtbot, office)
    assert shown.door.answer.text.text() == greeting
    assert "Doit encore 12,00 €" in plain(shown.door.answer.said)
    assert [entry.name for entry in shown.door.recent.entries] == ["Zoé Martinez"]
    undo.redo()
    settle(qtbot, office)
    assert shown.door.answer.said.splitlines() == [greeting, "Payé"]
    assert shown.door.answer.tone is Tone.GOOD
    assert not any(action.isVisible() for action in shown.door.paying.actions)
    assert present(office, door) == {"Zoé Martinez"}


def test_arrival_taken_back_by_mistake_is_greeted_again(qtbot, office, page, undo):
    shown, door = page()
    type_in(qtbot, shown, "lefevre")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    greeting, recent = shown.door.answer.said, shown.door.recent
    recent.setCurrentIndex(recent.model().index(0, 0))
    recent.back_action.trigger()
    settle(qtbot, office)
    assert "n’est plus notée" in shown.door.answer.said
    undo.undo()
    settle(qtbot, office)
    assert shown.door.answer.said == greeting
    assert present(office, door) == {"Élodie Lefèvre"}


def claims_undo(field):
    """Tell whether a field keeps Ctrl+Z for itself."""
    control = Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
    asked.ignore()
    QApplication.sendEvent(field, asked)
    return asked.isAccepted()


def test_field_that_is_empty_leaves_undo_to_the_window(qtbot, page):
    shown, _door = page()
    type_in(qtbot, shown, "martinez")
    assert claims_undo(shown.door.field)
    qtbot.keyClick(shown.door.field, ENTER)
    assert not claims_undo(shown.door.field)


def test_presence_is_of_the_session_that_is_chosen(qtbot, office, page):
    shown, door = page()
    shown.session_box.choose(door.evening)
    shown.session_box.activated.emit(shown.session_box.currentIndex())
    type_in(qtbot, shown, "lefevre")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    assert present(office, door, door.evening) == {"Élodie Lefèvre"}
    assert present(office, door) == set()
    assert shown.present.value == "1 sur 4"
    shown.session_box.choose(None)
    shown.session_box.activated.emit(0)
    assert shown.present.value == "0 sur 4"


def test_event_that_is_gone_makes_way_for_the_one_of_the_day(qtbot, office, page):
    shown, door = page()
    events = office.services.events
    other = events.add(NewEvent("Réunion", when=When(WhenKind.DAYS, TODAY, TODAY))).value
    shown.show_target(other.id)
    settle(qtbot, office)
    assert "Réunion" in shown.event_box.currentText()
    events.remove(other.id)
    shown.reload()
    settle(qtbot, office)
    assert "Le Ramdam" in shown.event_box.currentText()
    assert shown.present.value == "0 sur 4"
    type_in(qtbot, shown, "nora")
    assert found(shown) == ["Nora Marchand"]
    assert door.event_id == shown.event_box.value


def test_event_is_chosen_among_those_of_these_weeks(office):
    add = office.services.events.add
    when = When(WhenKind.DAYS, TODAY, TODAY)
    far, past, next_one, week = (
        add(NewEvent(title, when=moved)).value.id
        for title, moved in (
            ("Dans un an", days_from(when, 365)),
            ("Hier", days_from(when, -1)),
            ("Demain", days_from(when, 1)),
            ("Dans trois jours", days_from(when, 3)),
        )
    )
    lines = office.services.events.list(EventFilter())
    choices = door_events(lines, TODAY, None)
    assert {line.id for line in choices} == {past, next_one, week}
    assert event_of_the_day(choices, TODAY) == next_one
    assert {line.id for line in door_events(lines, TODAY, far)} >= {far}
    today = add(NewEvent("Ce soir", when=when)).value.id
    assert event_of_the_day(office.services.events.list(EventFilter()), TODAY) == today
    assert event_of_the_day([], TODAY) is None


def days_from(when, number):
    day = when.starts_on + dt.timedelta(days=number)
    return When(WhenKind.DAYS, day, day)


def test_page_without_events_says_what_it_is_for(qtbot, office, window):
    page = CheckInPage(office.desk)
    show_page(page, window)
    settle(qtbot, office)
    assert page.empty.isVisible()
    parts = (page.event_box, page.session_box, page.parts, page.present, page.in_box)
    assert not any(part.isVisible() for part in parts)


def test_nothing_is_cut_off_on_the_reference_screen(page):
    shown, _door = page()
    assert problems_of(shown) == []


def test_many_sessions_of_long_names_leave_the_window_as_wide_as_it_is(qtbot, office, page):
    shown, door = page()
    for number in range(7):
        new = NewSession(f"Séance {number} : comment se donner des règles de partage", TODAY)
        office.services.events.add_session(door.event_id, new)
    width = shown.window().width()
    shown.reload()
    settle(qtbot, office)
    assert shown.minimumSizeHint().width() <= width
    assert shown.window().width() == width
    assert problems_of(shown) == []


def test_low_window_leaves_its_room_to_what_can_be_done(qtbot, office, page):
    shown, door = page(capacity=None)
    long = "Marie-Christine de la Tour d’Auvergne-Lauragais von Hohenzollern"
    new = NewRegistration(door.event_id, last_name=long, tariff_id=door.paying)
    office.services.registrations.register(new)
    shown.reload()
    settle(qtbot, office)
    shown.door.setFixedSize(798, 268)
    assert not shown.door.recent.isVisible()
    type_in(qtbot, shown, "lauragais")
    qtbot.keyClick(shown.door.field, ENTER)
    settle(qtbot, office)
    shown.door.grab()
    buttons = [
        one for one in shown.door.answer.findChildren(QAbstractButton) if one.isVisible()
    ]
    assert len(buttons) == 4
    text = shown.door.answer.text
    assert text.height() >= text.heightForWidth(text.width())
    assert all(shown.door.answer.rect().contains(one.geometry()) for one in buttons)
    shown.door.setFixedSize(700, 500)
    assert shown.door.recent.isVisible()


def test_hidden_steps_are_no_buttons(page):
    shown, _door = page()
    visible = [
        button.text()
        for button in shown.door.answer.findChildren(ActionButton)
        if button.isVisibleTo(shown)
    ]
    assert visible == []
    assert isinstance(shown.door.answer, QWidget)
