"""The cash box of a day in the window: opened, filled by keys, counted, closed."""

from __future__ import annotations

import datetime as dt

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind
from coopdesk.ui.events.cash_box_paper import box_job
from coopdesk.ui.events.cash_box_view import box_of
from coopdesk.ui.events.check_in_page import CheckInPage
from coopdesk.ui.page import Role
from coopdesk.ui.widgets.action_button import ActionButton
from tests.ui.events.conftest import plain, settle
from tests.ui.events.door import CLOCK, open_door
from tests.ui.office import SMALL, problems_of, show_page


@pytest.fixture
def page(qtbot, office, window):
    """Show the cash box; ``opening`` is what is in it, None while it is not open."""

    def show(opening=5_000):
        door = open_door(office)
        if opening is not None:
            today = office.desk.today()
            office.services.cash_boxes.open(door.event_id, today, Money(opening))
        page = CheckInPage(office.desk, clock=lambda: CLOCK)
        show_page(page, window)
        page.show_target((door.event_id, "cash"))
        settle(qtbot, office)
        return page, door

    return show


def box(office, door):
    return office.services.cash_boxes.of(door.event_id)[0]


def figures(page):
    return [plain(figure.value) for figure in page.cash.figures]


def test_cash_box_is_opened_with_what_is_in_it(qtbot, office, page):
    shown, door = page(opening=None)
    assert shown.cash.opening.isVisible()
    qtbot.keyClicks(shown.cash.opening.opening, "50")
    qtbot.keyClick(shown.cash.opening.opening, Qt.Key.Key_Return)
    settle(qtbot, office)
    assert box(office, door).opening == Money(5_000)
    assert figures(shown) == ["50,00 €", "0,00 €", "50,00 €"]
    assert shown.cash.taking.amount.hasFocus()


def test_opening_that_cannot_be_read_is_said_beneath_the_field(qtbot, office, page):
    shown, door = page(opening=None)
    qtbot.keyClicks(shown.cash.opening.opening, "beaucoup")
    qtbot.keyClick(shown.cash.opening.opening, Qt.Key.Key_Return)
    assert shown.cash.opening.form.error_of("opening")
    assert office.services.cash_boxes.of(door.event_id) == []


def test_keys_take_the_amount_for_what_it_is(qtbot, office, page):
    shown, door = page()
    for typed, key in (("12", Qt.Key.Key_F6), ("4,50", Qt.Key.Key_F8)):
        qtbot.keyClicks(shown.cash.taking.amount, typed)
        qtbot.keyClick(shown.cash.taking.amount, key)
        settle(qtbot, office)
    assert figures(shown) == ["50,00 €", "16,50 €", "66,50 €"]
    payments = office.services.cash_boxes.takings(box(office, door).id)
    assert [one.content.parts[0].kind for one in payments] == [LineKind.GIFT, LineKind.SALE]
    assert [plain(text) for text in shown.cash.taken.texts] == [
        "4,50 € · Don",
        "12,00 € · Buvette",
    ]


def test_enter_takes_again_for_the_same(qtbot, office, page):
    shown, _door = page()
    amount = shown.cash.taking.amount
    qtbot.keyClicks(amount, "2")
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    assert shown.cash.taking.error.isVisible()
    qtbot.keyClick(amount, Qt.Key.Key_F6)
    qtbot.keyClicks(amount, "3")
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    settle(qtbot, office)
    assert figures(shown)[1] == "5,00 €"


def test_empty_amount_leaves_undo_to_the_window(qtbot, office, page):
    shown, _door = page()
    amount = shown.cash.taking.amount
    qtbot.keyClicks(amount, "12")
    qtbot.keyClick(amount, Qt.Key.Key_F6)
    settle(qtbot, office)
    control = Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
    QApplication.sendEvent(amount, asked)
    assert not asked.isAccepted()


def test_key_without_an_amount_takes_nothing(qtbot, office, page):
    shown, door = page()
    qtbot.keyClick(shown.cash.taking.amount, Qt.Key.Key_F6)
    assert shown.cash.taking.error.text()
    assert box(office, door).takings == Money(0)


def test_taking_that_is_refused_keeps_what_was_typed(qtbot, office, page):
    shown, door = page()
    # Somebody closes the box a moment before.
    office.services.cash_boxes.close(box(office, door).id, Money(5_000))
    qtbot.keyClicks(shown.cash.taking.amount, "12")
    qtbot.keyClick(shown.cash.taking.amount, Qt.Key.Key_F6)
    settle(qtbot, office)
    assert plain(shown.cash.taking.amount.text()) == "12,00 €"
    assert shown.cash.taking.error.text()
    assert box(office, door).takings == Money(0)


def test_who_owes_pays_by_name_into_the_box(qtbot, office, page):
    shown, door = page()
    owing = shown.cash.owing
    assert [party.names for party in owing.parties] == [("Zoé Martin",), ("Zoé Martinez",)]
    owing.activated.emit(owing.model().index(1, 0))
    shown.cash.asker.dialog.submit_button.click()
    settle(qtbot, office)
    assert [party.names for party in owing.parties] == [("Zoé Martin",)]
    # A guest is no contact, and has a name all the same.
    assert [plain(text) for text in shown.cash.taken.texts] == [
        "12,00 € · Zoé Martinez · Le Ramdam"
    ]
    assert box(office, door).takings == Money(1_200)
    assert figures(shown)[2] == "62,00 €"


def test_difference_is_said_before_the_box_is_closed(qtbot, office, page):
    shown, door = page()
    shown.cash.close_action.trigger()
    dialog = shown.cash.asker.dialog
    dialog.counted.setText("48")
    assert plain(dialog.said.text()).startswith("Il manque 2,00 €")
    dialog.counted.setText("50")
    assert dialog.said.text() == "Le compte est juste, au centime près."
    dialog.counted.setText("51,20")
    assert plain(dialog.said.text()).startswith("1,20 € de trop")
    dialog.submit_button.click()
    settle(qtbot, office)
    assert box(office, door).difference == Money(120)
    assert shown.cash.notice.isVisible()
    assert "1,20 € de trop" in plain(shown.cash.notice.text)
    # What was counted is in it, and the keys print it.
    assert plain(shown.in_box.value) == "51,20 €"
    assert shown.cash.isAncestorOf(shown.window().focusWidget())


def test_coins_and_notes_are_added_up(qtbot, office, page):
    shown, _door = page()
    shown.cash.close_action.trigger()
    dialog = shown.cash.asker.dialog
    dialog.form.unfold()
    for cents, count in ((2_000, "2"), (200, "3"), (50, "8")):
        qtbot.keyClicks(dialog.pieces.fields[cents], count)
    assert dialog.read() == Money(5_000)


def test_nothing_counted_closes_nothing(qtbot, office, page):
    shown, door = page()
    shown.cash.close_action.trigger()
    dialog = shown.cash.asker.dialog
    dialog.submit_button.click()
    settle(qtbot, office)
    assert dialog.form.error_of("counted")
    assert box(office, door).closed_at is None


def test_closed_box_is_counted_again_after_a_question(qtbot, office, page):
    shown, door = page()
    office.services.cash_boxes.close(box(office, door).id, Money(4_800))
    shown.reload()
    settle(qtbot, office)
    assert not shown.cash.taking.isVisible()
    shown.cash.reopen_action.trigger()
    shown.cash.question.defaultButton().click()
    settle(qtbot, office)
    assert box(office, door).closed_at is None
    assert shown.cash.taking.isVisible()


def test_right_count_is_good_news(qtbot, office, page):
    shown, door = page()
    office.services.cash_boxes.close(box(office, door).id, Money(5_000))
    shown.reload()
    settle(qtbot, office)
    assert "juste" in shown.cash.notice.text


def test_state_of_the_box_is_printed(qtbot, office, page):
    shown, door = page()
    office.services.cash_boxes.take(box(office, door).id, LineKind.SALE, Money(350), "Buvette")
    office.services.cash_boxes.close(box(office, door).id, Money(5_300))
    shown.reload()
    settle(qtbot, office)
    assert shown.role_actions[Role.PRINT] is shown.cash.print_action
    job = box_job(office.services, box(office, door))
    path = job.write(office.folder / job.name, None)
    text = plain("".join(page.extract_text() for page in PdfReader(path).pages))
    assert "Buvette" in text
    assert "Il manque" in text
    # The payment of the difference is no line: it stands beneath.
    assert "Écart" not in text


def test_box_of_yesterday_can_still_be_counted(qtbot, office, page, window):
    shown, door = page()
    yesterday = office.desk.today() - dt.timedelta(days=1)
    older = office.services.cash_boxes.open(door.event_id, yesterday, Money(2_000)).value
    shown.reload()
    settle(qtbot, office)
    assert figures(shown)[0] == "50,00 €"
    shown.cash.choice.choose(older.id)
    shown.cash.choice.activated.emit(shown.cash.choice.currentIndex())
    settle(qtbot, office)
    assert figures(shown)[0] == "20,00 €"
    assert plain(shown.in_box.value) == "20,00 €"
    assert shown.cash.taking.amount.hasFocus()
    window.resize(SMALL)
    settle(qtbot, office)
    taking = shown.cash.taking
    assert taking.height() >= taking.heightForWidth(taking.width())
    shown.cash.close_action.trigger()
    shown.cash.asker.dialog.counted.setText("20")
    shown.cash.asker.dialog.submit_button.click()
    settle(qtbot, office)
    closed = office.services.cash_boxes.get(older.id)
    assert closed.counted == Money(2_000)
    # It stays in sight: there is its state to be printed.
    assert shown.cash.box == closed
    assert problems_of(shown) == []
    notice = shown.cash.notice
    assert notice.height() >= notice.heightForWidth(notice.width())


def test_box_of_today_is_shown_before_older_ones(office):
    door = open_door(office)
    today = office.desk.today()
    boxes = office.services.cash_boxes
    older = boxes.open(door.event_id, today.replace(day=1), Money(0)).value
    assert box_of([older], today) == older
    newer = boxes.open(door.event_id, today, Money(0)).value
    assert box_of([older, newer], today) == newer
    assert box_of([], today) is None


def test_low_window_keeps_every_key_of_the_takings_in_sight(qtbot, office, page, window):
    shown, _door = page()
    window.resize(SMALL)
    settle(qtbot, office)
    taking = shown.cash.taking
    taking.say_error("« abc » n’est pas un montant. Écrivez par exemple 12,50 ou 1 200.")
    settle(qtbot, office)
    last = taking.findChildren(ActionButton)[-1]
    assert last.mapTo(taking, last.rect().bottomLeft()).y() <= taking.height()
    assert taking.height() >= taking.heightForWidth(taking.width())
    assert taking.amount.height() >= 44


def test_reference_screen_has_room_for_who_owes_and_what_was_taken(qtbot, office, page, window):
    window.resize(1366 - 220, 700)
    shown, _door = page()
    taking = shown.cash.taking
    assert shown.cash.owing.isVisible()
    assert shown.cash.taken.isVisible()
    assert taking.height() >= taking.heightForWidth(taking.width())
    buttons = taking.findChildren(ActionButton)
    assert len({button.y() for button in buttons}) == 1


def test_nothing_is_cut_off_on_the_reference_screen(page):
    shown, _door = page()
    assert problems_of(shown) == []
