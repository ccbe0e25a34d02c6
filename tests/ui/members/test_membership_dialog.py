"""The form of a membership, driven as a person does."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coopdesk.domain.members import MemberRules, MemberStatus, WhoMayJoin
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.members.type_dialog import TypeDialog
from tests.ui.contacts.conftest import press, settle
from tests.ui.members.conftest import names, plain, rows, shown

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
DOWN = Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot, office, page):
    page.add_action.trigger()
    dialog = page.editor.dialog
    qtbot.waitUntil(dialog.contact.hasFocus)
    office.idle(qtbot)
    return dialog


def choose(qtbot, text):
    """Type part of a name and take the first choice; return the number of keys."""
    keys = press(text)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return keys + press(ENTER)


def only(office):
    (key,) = office.services.members.ids(MembershipFilter())
    return office.services.members.get(key)


def test_paid_membership_of_a_known_contact_takes_seven_keys(qtbot, office, page):
    """Ctrl+3 for the page and Ctrl+N for the form are the window's two of them."""
    keys = 2
    page.add_action.trigger()
    dialog = page.editor.dialog
    qtbot.waitUntil(dialog.contact.hasFocus)
    keys += choose(qtbot, "lef")
    keys += press(ENTER)
    settle(qtbot, office, page)
    assert page.editor.dialog is None
    (row,) = rows(page)
    assert (row["name"], row["type"], row["paid"], row["remainder"], row["status"]) == (
        "Élodie Lefèvre",
        "Plein tarif",
        "25,00 €",
        "—",
        "À jour",
    )
    assert only(office).content.period.end == dt.date(2025, 12, 31)
    assert page.list.table.current_id == only(office).id
    assert keys == 7


def test_enter_before_the_terms_waits_for_them(qtbot, office, page, dialog):
    choose(qtbot, "lef")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert page.editor.dialog is None
    assert only(office).paid == Money(2_500)


def test_verb_says_what_will_be_received(qtbot, office, dialog):
    choose(qtbot, "lef")
    office.idle(qtbot)
    assert plain(dialog.submit_button.text()) == "Enregistrer, 25,00 € reçus"
    dialog.paid.is_paid.click()
    assert dialog.submit_button.text() == "Enregistrer"
    assert dialog.paid.mode.isHidden() or not dialog.paid.mode.isVisible()


def test_membership_that_is_not_paid_waits_for_its_payment(qtbot, office, page, dialog):
    choose(qtbot, "lef")
    office.idle(qtbot)
    dialog.paid.is_paid.click()
    dialog.kind.setFocus()
    press(ENTER)
    settle(qtbot, office, page)
    assert only(office).remainder == Money(2_500)
    page.add_action.trigger()
    assert not page.editor.dialog.paid.is_paid.isChecked()
    page.editor.dialog.reject()


def test_type_decides_fee_joining_fee_and_receipt(qtbot, office, page, dialog):
    choose(qtbot, "lef")
    press(DOWN)
    office.idle(qtbot)
    assert plain(dialog.fees.fee.text()) == "50,00 €"
    assert dialog.fees.fee.isEnabled()
    assert plain(dialog.fees.joining_fee.text()) == "10,00 €"
    dialog.fees.fee.setFocus()
    dialog.fees.fee.selectAll()
    press("40", ENTER)
    settle(qtbot, office, page)
    assert "au moins" in dialog.form.error_of("fee")
    dialog.fees.fee.selectAll()
    press("80", ENTER)
    settle(qtbot, office, page)
    membership = only(office)
    assert (membership.content.fee, membership.content.joining_fee, membership.paid) == (
        Money(8_000),
        Money(1_000),
        Money(9_000),
    )


def test_fixed_fee_cannot_be_typed_over(qtbot, office, dialog):
    choose(qtbot, "lef")
    office.idle(qtbot)
    assert not dialog.fees.fee.isEnabled()


def test_exemption_asks_for_its_reason_and_is_noted(qtbot, office, page, dialog):
    choose(qtbot, "lef")
    office.idle(qtbot)
    assert dialog.fees.reason.isHidden() or not dialog.fees.reason.isVisible()
    dialog.fees.is_other.click()
    assert dialog.fees.fee.hasFocus()
    press("5", ENTER)
    settle(qtbot, office, page)
    assert "25,00" in plain(dialog.form.error_of("reason"))
    assert dialog.fees.reason.hasFocus()
    press("bureau du 3 mars", ENTER)
    settle(qtbot, office, page)
    membership = only(office)
    assert (membership.content.fee, membership.paid) == (Money(500), Money(500))
    assert membership.content.note == "bureau du 3 mars"


def test_exempted_whole_is_a_member_at_once_and_nothing_is_received(
    qtbot, office, page, dialog
):
    choose(qtbot, "lef")
    office.idle(qtbot)
    dialog.fees.is_other.click()
    press("0", TAB, TAB, "accueil")
    assert dialog.submit_button.text() == "Enregistrer"
    press(ENTER)
    settle(qtbot, office, page)
    assert [row["status"] for row in rows(page)] == ["À jour"]
    assert only(office).paid == Money(0)


def test_usual_fee_comes_back_when_no_other_is_wanted(qtbot, office, dialog):
    choose(qtbot, "lef")
    office.idle(qtbot)
    dialog.fees.is_other.click()
    press("5")
    dialog.fees.is_other.click()
    assert plain(dialog.fees.fee.text()) == "25,00 €"
    assert not dialog.fees.fee.isEnabled()
    dialog.fees.is_other.click()
    dialog.kind.choose(dialog._known.types[1].id)
    dialog.kind.activated.emit(1)
    assert not dialog.fees.is_other.isChecked()
    dialog.form.is_dirty = False


def test_statutes_are_explained_before_anything_is_saved(qtbot, office, page, dialog):
    office.services.members.change_rules(MemberRules(who=WhoMayJoin.PERSONS))
    choose(qtbot, "bioc")
    office.idle(qtbot)
    assert "statuts" in dialog.form.error_of("contact_id")
    press(ENTER)
    settle(qtbot, office, page)
    assert page.editor.dialog is dialog
    assert office.services.members.ids(MembershipFilter()) == []


def test_household_is_ticked_and_may_be_unticked(qtbot, office, page, people, types, dialog):
    home = (people["Élodie Lefèvre"], people["Zoé Abadie"], people["Léo Martin"])
    office.services.households.create(home)
    choose(qtbot, "lef")
    dialog.kind.choose(types["Famille"])
    dialog.kind.activated.emit(2)
    office.idle(qtbot)
    boxes = {box.text(): box for box in dialog.covered._boxes.values()}
    assert [name for name, box in boxes.items() if box.isChecked()] == [
        "Élodie Lefèvre",
        "Zoé Abadie",
        "Léo Martin",
    ]
    assert not boxes["Élodie Lefèvre"].isEnabled()
    boxes["Léo Martin"].click()
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert only(office).content.covered_ids == home[:2]
    assert names(page) == ["Élodie Lefèvre + 1"]


def test_instalments_are_shown_and_the_first_is_received(qtbot, office, page, dialog):
    choose(qtbot, "lef")
    office.idle(qtbot)
    dialog.form.unfold()
    dialog.paid.parts.choose(3)
    assert plain(dialog.paid.plan.text()) == (
        "8,34 € le 12 juin 2025, 8,33 € le 12 juillet 2025, 8,33 € le 12 août 2025"
    )
    assert plain(dialog.submit_button.text()) == "Enregistrer, 8,34 € reçus"
    dialog.submit_button.click()
    settle(qtbot, office, page)
    membership = only(office)
    assert (membership.paid, len(membership.content.instalments)) == (Money(834), 3)


def test_period_follows_the_day_of_joining(qtbot, office, page, dialog):
    dialog.form.unfold()
    choose(qtbot, "lef")
    office.idle(qtbot)
    dialog.joins_on.setFocus()
    dialog.joins_on.selectAll()
    press("5/1/2026", TAB)
    office.idle(qtbot)
    assert "1er janvier 2026" in dialog.period.text()
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert only(office).content.period.start == dt.date(2026, 1, 1)
    assert office.services.members.counts()[MemberStatus.FUTURE] == 1


def test_unknown_person_is_recorded_on_the_way(qtbot, office, page, dialog):
    press("Nadia kerbrat")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press(ENTER)
    form = page.editor.contact_editor.dialog
    qtbot.waitUntil(form.first_name.hasFocus)
    press(ENTER)
    settle(qtbot, office, page)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.kind.hasFocus)
    press(ENTER)
    settle(qtbot, office, page)
    assert names(page) == ["Nadia Kerbrat"]


def test_save_and_new_keeps_type_and_mode(qtbot, office, page, types, dialog):
    choose(qtbot, "lef")
    dialog.paid.mode.choose(PaymentMode.CASH)
    office.idle(qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, office, page)
    qtbot.waitUntil(dialog.contact.hasFocus)
    choose(qtbot, "zoe")
    press(ENTER)
    settle(qtbot, office, page)
    assert names(page) == ["Zoé Abadie", "Élodie Lefèvre"]
    lines = office.services.members.find(MembershipFilter())
    paid = [office.services.members.payments_of(line.id)[0].mode for line in lines]
    assert paid == [PaymentMode.CASH, PaymentMode.CASH]


def test_second_membership_of_the_same_days_is_proposed_for_the_next(qtbot, office, page):
    for year in (2025, 2026):
        page.add_action.trigger()
        qtbot.waitUntil(page.editor.dialog.contact.hasFocus)
        choose(qtbot, "lef")
        press(ENTER)
        settle(qtbot, office, page)
        assert office.services.members.ids(MembershipFilter(year=year))


def test_one_key_takes_membership_and_payment_back(qtbot, office, page, undo, dialog):
    choose(qtbot, "lef")
    press(ENTER)
    settle(qtbot, office, page)
    undo.undo()
    settle(qtbot, office, page)
    assert office.services.members.ids(MembershipFilter()) == []
    from coopdesk.domain.payments import PaymentFilter

    assert office.services.payments.ids(PaymentFilter()) == []
    assert page.list.model.rowCount() == 0


def test_without_types_a_first_one_is_made_over_the_form(qtbot, office, window, people):
    page = shown(qtbot, office, window)
    page.add_action.trigger()
    dialog = page.editor.dialog
    office.idle(qtbot)
    assert dialog.lack.isVisible()
    assert dialog.lack.isAncestorOf(dialog.focusWidget())
    dialog.define_action.trigger()
    kind = dialog.findChild(TypeDialog)
    assert kind.repeat_button.isHidden()
    kind.name.setText("Individuel")
    kind.amount.setText("15")
    kind.submit_button.click()
    office.idle(qtbot)
    assert not dialog.lack.isVisible()
    assert dialog.chosen_type.content.name == "Individuel"
    assert dialog.focusWidget() is dialog.contact


def test_escape_closes_at_once_when_nothing_was_typed(qtbot, page, dialog):
    press(ESCAPE)
    assert page.editor.dialog is None


def test_escape_asks_when_something_was_typed(qtbot, page, dialog):
    press("lef")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press(ESCAPE, ESCAPE)
    assert page.editor.dialog is dialog
    dialog.form.is_dirty = False
    dialog.reject()
