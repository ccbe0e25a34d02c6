"""The inventory in the window: each part from its first record to its entries."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.dedicated_funds import FundKind, NewFund
from coopdesk.domain.grants import NewGrantAward
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
)
from coopdesk.domain.volunteering import NewTime
from coopdesk.ui.accounts.page import AccountPage
from coopdesk.ui.accounts.views import View
from coopdesk.ui.inventory.finding import find_inventory
from coopdesk.ui.inventory.parts import Part
from coopdesk.ui.inventory.view import InventoryView
from tests.ui.office import problems_of, show_page

if TYPE_CHECKING:
    from tests.ui.office import Office

YEAR = 2025
FIRST, LAST = dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31)


@pytest.fixture
def view(office: Office, window, qtbot) -> InventoryView:
    """The inventory of an open year."""
    office.services.fiscal_years.open(FIRST, LAST)
    page = AccountPage(office.desk, window)
    show_page(page, window)
    page.views.show(View.INVENTORY)
    office.idle(qtbot)
    made = page.views.shown
    assert isinstance(made, InventoryView)
    return made


def _settle(office: Office, qtbot) -> None:
    office.idle(qtbot)
    office.idle(qtbot)


def test_every_part_says_what_it_is_for_and_fits_a_small_screen(view, office, qtbot):
    for part in Part:
        view.show_part(part)
        _settle(office, qtbot)
        assert problems_of(view._page) == [], part


def test_hours_are_noted_in_series_and_booked_with_both_sides_equal(view, office, qtbot):
    view.show_target(("new", "volunteering"))
    _settle(office, qtbot)
    part = view.part
    asked = part.asker.dialog
    asked.time.setText("3h30")
    asked.task.setText("Permanence")
    assert "41,58" in asked.said.text()
    asked.repeat_button.click()
    _settle(office, qtbot)
    assert (asked.time.text(), asked.task.text()) == ("", "Permanence")
    asked.time.setText("2")
    asked.submit_button.click()
    _settle(office, qtbot)
    assert "5 h 30" in part.sums.text().replace("\u00a0", " ")
    part.book_action.trigger()
    _settle(office, qtbot)
    assert part.asker.dialog.equal.text().count("65,34") == 2
    part.asker.dialog.submit_button.click()
    _settle(office, qtbot)
    assert all(line.is_booked for line in part._lines.rows(list(part._lines._lines)))


def test_grant_is_notified_received_and_split_over_two_years(view, office, qtbot):
    view.show_target(("new", "grants"))
    _settle(office, qtbot)
    part = view.part
    asked = part.asker.dialog
    asked.title.setText("Lieux ouverts")
    asked.funder.new_requested.emit("région des Rives")
    _settle(office, qtbot)
    asked.new_funder.editor.dialog.submit_button.click()
    _settle(office, qtbot)
    assert asked.funder.text() == "Région des Rives"
    asked.amount.setText("1200")
    asked.notified_on.setText(f"01/07/{YEAR}")
    asked.starts_on.setText(f"01/07/{YEAR}")
    asked.ends_on.setText(f"30/06/{YEAR + 1}")
    asked.submit_button.click()
    _settle(office, qtbot)
    part.receive_action.trigger()
    part.asker.dialog.amount.setText("500")
    part.asker.dialog.submit_button.click()
    _settle(office, qtbot)
    assert "700,00" in part.panel.reader.toPlainText()
    part.book_action.trigger()
    _settle(office, qtbot)
    part.box.buttons()[0].click()
    _settle(office, qtbot)
    assert not part.book_action.isEnabled()
    entry = office.services.inventory.of_year(part.year.id)[0]
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        part.panel.link_activated.emit(f"entry:{entry.id}")
    assert asked.args == ["accounts", ("entry", entry.id)]
    (award,) = office.services.grants.of_year(part.year.id)
    assert award.booked == award.later > Money(0)


def test_payment_that_is_known_is_tied_to_its_grant(view, office, qtbot):
    grants, amount = office.services.grants, Money(20_000)
    first = grants.notify(NewGrantAward("Aide", Money(50_000), FIRST)).value
    other = grants.notify(NewGrantAward("Autre", Money(50_000), FIRST)).value
    grants.receive(other.id, amount, FIRST, PaymentMode.TRANSFER)
    part = PaymentPart(LineKind.GRANT, amount, "Versement")
    loose = NewPayment(FIRST, amount, PaymentMode.TRANSFER, (part,), Direction.IN)
    payment = office.services.payments.record(loose).value
    view.show_target(("grant_award", first.id))
    _settle(office, qtbot)
    view.part.tie_action.trigger()
    _settle(office, qtbot)
    asked = view.part.asker.dialog
    # What came for another grant is not offered.
    assert asked.payment.count() == 1
    asked.submit_button.click()
    _settle(office, qtbot)
    assert [one.payment_id for one in grants.get(first.id).payments] == [payment.id]


def test_proposal_of_a_fund_is_corrected_before_it_is_drafted(view, office, qtbot):
    new = NewFund("Four", FundKind.GENEROSITY, dt.date(YEAR, 3, 1), Money(100_000))
    fund = office.services.dedicated_funds.add(new).value
    view.show_target(("dedicated_fund", fund.id))
    _settle(office, qtbot)
    part = view.part
    part.book_action.trigger()
    _settle(office, qtbot)
    asked = part.asker.dialog
    asked.reports[fund.id].setText("2000")
    asked.submit_button.click()
    assert "1 000,00" in asked.form.error_of(f"report-{fund.id}").replace("\u202f", " ")
    asked.reports[fund.id].setText("600")
    asked.submit_button.click()
    _settle(office, qtbot)
    (line,) = office.services.dedicated_funds.table(part.year.id)
    assert line.closing == Money(60_000)
    assert "600,00" in part.panel.reader.toPlainText()


def test_asset_shows_its_plan_and_leaves(view, office, qtbot):
    view.show_target(("new", "assets"))
    _settle(office, qtbot)
    part = view.part
    asked = part.asker.dialog
    asked.label.setText("Ordinateur")
    asked.account.set_named("2183", "Matériel informatique")
    asked.cost.setText("900")
    asked.bought_on.setText(f"01/01/{YEAR}")
    asked.submit_button.click()
    _settle(office, qtbot)
    assert part.panel.reader.toPlainText().count("300,00") >= 3
    part.book_action.trigger()
    _settle(office, qtbot)
    part.box.buttons()[0].click()
    _settle(office, qtbot)
    part.dispose_action.trigger()
    part.asker.dialog.price.setText("100")
    part.asker.dialog.submit_button.click()
    _settle(office, qtbot)
    (asset,) = office.services.fixed_assets.all()
    assert asset.disposed_on is not None
    assert "100,00" in part.panel.reader.toPlainText()


def test_year_end_entry_waits_until_the_year_is_known(office, window, qtbot):
    office.services.fiscal_years.open(FIRST, LAST)
    page = AccountPage(office.desk, window)
    page.show_target(("new", "year_end"))
    show_page(page, window)
    _settle(office, qtbot)
    part = page.views.shown.part
    asked = part.asker.dialog
    asked.label.setText("Assurance")
    asked.account.set_named("616", "Assurances")
    asked.amount.setText("120")
    asked.submit_button.click()
    _settle(office, qtbot)
    assert "Assurance" in part.panel.reader.toPlainText()
    assert "120,00" in part.sums.text()


def test_records_and_first_steps_are_found_by_their_words(office):
    office.services.volunteering.log(NewTime(FIRST, 60))
    steps = [hit.target for hit in find_inventory(office.desk, "heures bénévolat")]
    assert steps == [("new", "volunteering")]
    assert [hit.target for hit in find_inventory(office.desk, "nouv subvention")] == [
        ("new", "grants")
    ]
