"""One payment for several people and things, driven as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, PaymentFilter
from tests.ui.contacts.conftest import press, settle
from tests.ui.members.conftest import plain, rows

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def dialog(qtbot, office, filled_page):
    filled_page.list.table.clearSelection()
    filled_page.pay_action.trigger()
    dialog = filled_page.editor.payment_dialog
    qtbot.waitUntil(dialog.payer.hasFocus)
    return dialog


def choose(qtbot, text):
    keys = press(text)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return keys + press(ENTER)


def lines_of_last_payment(office):
    ids = office.services.payments.ids(PaymentFilter())
    newest = max(line.payment_id for line in office.services.payments.lines(ids))
    return office.services.payments.get(newest)


def test_what_the_payer_owes_is_proposed_and_one_key_settles_it(
    qtbot, office, filled_page, joined, dialog
):
    choose(qtbot, "zoe")
    office.idle(qtbot)
    assert plain(dialog.amount.text()) == "25,00 €"
    assert dialog.rows.remainder.text() == "Tout est réparti."
    press(ENTER)
    settle(qtbot, office, filled_page)
    assert filled_page.editor.payment_dialog is None
    assert office.services.members.get(joined.unpaid).remainder == Money(0)


def test_one_payment_pays_two_people_and_a_gift(qtbot, office, filled_page, joined, dialog):
    choose(qtbot, "zoe")
    office.idle(qtbot)
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    press("85", TAB)
    assert plain(dialog.rows.remainder.text()) == "Il reste 60,00 € à répartir."
    first = dialog.rows.rows[0]
    first.amount.setFocus()
    press(ENTER)
    second = dialog.rows.rows[1]
    second.kind.choose(LineKind.FEE)
    second.membership.setFocus()
    choose(qtbot, "bioc")
    second.amount.selectAll()
    press("50", ENTER)
    third = dialog.rows.rows[2]
    assert third.kind.value is LineKind.GIFT
    assert plain(third.amount.text()) == "10,00 €"
    third.amount.setFocus()
    press(ENTER)
    settle(qtbot, office, filled_page)
    assert filled_page.editor.payment_dialog is None
    payment = lines_of_last_payment(office).content
    assert [(part.kind, part.amount.cents) for part in payment.parts] == [
        (LineKind.FEE, 2_500),
        (LineKind.FEE, 5_000),
        (LineKind.GIFT, 1_000),
    ]
    (gift,) = office.services.donations.find(DonationFilter())
    assert gift.donor_name == "Zoé Abadie"
    assert office.services.members.get(joined.organisation).remainder == Money(0)


def test_too_much_is_said_in_words_and_refused_with_the_cure(
    qtbot, office, filled_page, dialog
):
    choose(qtbot, "zoe")
    office.idle(qtbot)
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    press("20")
    assert plain(dialog.rows.remainder.text()).startswith("5,00 € de trop")
    press(ENTER)
    settle(qtbot, office, filled_page)
    assert filled_page.editor.payment_dialog is dialog
    assert dialog.form.error_of("shares")
    assert dialog.submit_button.isEnabled()


def test_line_without_a_member_is_refused_beneath_the_lines(qtbot, office, dialog):
    dialog.amount.setFocus()
    press("20")
    dialog.rows.rows[0].amount.set_amount(Money(2_000))
    dialog.submit_button.click()
    office.idle(qtbot)
    assert "désigne aucune adhésion" in dialog.form.error_of("shares")


def test_line_is_taken_away_and_one_stays(qtbot, office, dialog):
    dialog.rows.add_button.click()
    assert len(dialog.rows.rows) == 2
    for _line in range(2):
        dialog.rows.rows[0].remove_button.click()
    assert len(dialog.rows.rows) == 1
    assert dialog.rows.rows[0].is_empty


def test_selected_memberships_are_settled_together(qtbot, office, filled_page, joined):
    table = filled_page.list.table
    table.setFocus()
    table.selectAll()
    filled_page.pay_action.trigger()
    dialog = filled_page.editor.payment_dialog
    office.idle(qtbot)
    assert [row.membership.text() for row in dialog.rows.rows] == [
        "Zoé Abadie",
        "Biocoop du Port",
    ]
    assert plain(dialog.amount.text()) == "75,00 €"
    dialog.submit_button.click()
    settle(qtbot, office, filled_page)
    assert {row["remainder"] for row in rows(filled_page)} == {"—"}


def test_undo_takes_a_shared_payment_back(qtbot, office, filled_page, joined, undo, dialog):
    choose(qtbot, "zoe")
    office.idle(qtbot)
    press(ENTER)
    settle(qtbot, office, filled_page)
    undo.undo()
    settle(qtbot, office, filled_page)
    assert office.services.members.get(joined.unpaid).remainder == Money(2_500)


def test_member_chosen_on_a_further_line_is_asked_only_for_what_is_due(
    qtbot, office, joined, dialog
):
    choose(qtbot, "zoe")
    office.idle(qtbot)
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    press("85", TAB)
    dialog.rows.add_button.click()
    second = dialog.rows.rows[1]
    assert plain(second.amount.text()) == "60,00 €"
    qtbot.waitUntil(second.amount.isVisible)
    press(Qt.Key.Key_Up, TAB)
    choose(qtbot, "bioc")
    assert plain(second.amount.text()) == "50,00 €"
    assert second.amount.hasFocus()
    assert plain(dialog.rows.remainder.text()) == "Il reste 10,00 € à répartir."


def test_amount_that_was_typed_stays_whoever_is_chosen(qtbot, office, joined, dialog):
    row = dialog.rows.rows[0]
    row.amount.setFocus()
    press("12")
    row.membership.setFocus()
    choose(qtbot, "zoe")
    assert plain(row.amount.text()).startswith("12")


def test_refused_payment_leaves_the_keyboard_on_the_amount_that_is_too_high(
    qtbot, office, filled_page, joined, dialog
):
    choose(qtbot, "zoe")
    office.idle(qtbot)
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    press("80")
    row = dialog.rows.rows[0]
    row.amount.setFocus()
    row.amount.selectAll()
    press("80", ENTER)
    settle(qtbot, office, filled_page)
    assert "ne doit que 25,00" in plain(dialog.form.error_of("shares"))
    assert row.amount.hasFocus()
    row.amount.selectAll()
    press("25", ENTER)
    gift = dialog.rows.rows[1]
    assert plain(gift.amount.text()) == "55,00 €"
    gift.amount.setFocus()
    press(ENTER)
    settle(qtbot, office, filled_page)
    assert filled_page.editor.payment_dialog is None


def test_line_without_a_member_gets_the_keyboard_where_the_member_is_missing(
    qtbot, office, dialog
):
    dialog.amount.setFocus()
    press("20")
    dialog.rows.rows[0].amount.set_amount(Money(2_000))
    dialog.submit_button.click()
    office.idle(qtbot)
    assert dialog.rows.rows[0].membership.hasFocus()


def test_choices_of_a_narrow_field_are_read_whole(qtbot, office, joined, dialog):
    row = dialog.rows.rows[0]
    row.membership.setFocus()
    press("zoe")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup.viewport().width() >= popup.sizeHintForColumn(0)
