"""An event and its money: ticket, gift on top, cash box, grant and expenses reach the books."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.budgets import NewBudgetLine, NewBudgetVersion
from coopdesk.domain.entries import EntryFilter, EntryState
from coopdesk.domain.event_registrations import DoorPayment
from coopdesk.domain.expenses import ExpenseKind, NewExpenseLine, NewExpenseSheet
from coopdesk.domain.grants import NewGrantAward
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
)
from coopdesk.domain.volunteering import ContributionKind, NewContribution, NewTime
from coopdesk.services.booking import BookingService
from coopdesk.services.budgets import BudgetService
from coopdesk.services.donations import DonationService
from coopdesk.services.entries import EntryService
from coopdesk.services.event_money import EventMoneyService
from coopdesk.services.expenses import ExpenseService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.grants import GrantService
from coopdesk.services.reports import ReportService
from coopdesk.services.volunteering import VolunteeringService
from tests.building import gift, new_units, today
from tests.services.registration_office import HELD_ON
from tests.services.test_event_tickets import TicketDesk
from tests.services.test_imports import payment, ticket

# Tickets 80, gift on top 5, door 12 and 3 given, bar 50, difference −1, grant 300; in cents.
INCOME = {"7061": 9_200, "741": 30_000, "7071": 5_000, "75411": 800, "75412": 2_000}


class Organiser(TicketDesk):
    """The services that somebody uses who organises an event and keeps the books."""

    def __init__(self, units, folder):
        super().__init__(units, folder)
        self.booking = BookingService(units, today)
        self.entries = EntryService(units, today)
        self.money = EventMoneyService(units, today)
        self.reports = ReportService(units, today)
        self.years = FiscalYearService(units, today)
        self.activity_id = 0

    def sells_tickets(self):
        self.apply(self.payments_file(payment(), payment("901", "801", "40,00", gift="")))
        self.apply(self.tickets_file(ticket(), ticket("801", "T2", name="Petit;Lou")))
        self.take()
        self.activity_id = self.office.events.get(self.event_id).activity_id

    def takes_at_the_door(self):
        self.office.tariff("Sur place", 1_200)
        box = self.office.boxes.open(self.event_id, HELD_ON, Money(5_000)).value
        tariffs = self.office.events.sheet(self.event_id).tariffs
        door = next(one.id for one in tariffs if one.content.name == "Sur place")
        come = self.office.register("Durand", tariff_id=door)
        paid = DoorPayment(HELD_ON, Money(1_200), PaymentMode.CASH, Money(300), box.id)
        self.office.registrations.pay(come.party_id, paid)
        self.office.boxes.take(box.id, LineKind.SALE, Money(5_000), "Buvette")
        counted = self.office.boxes.get(box.id).expected - Money(100)
        self.office.boxes.close(box.id, counted)

    def gets_a_grant(self):
        grants = GrantService(self.units, today)
        new = NewGrantAward(
            "Fête", Money(30_000), dt.date(2026, 5, 4), activity_id=self.activity_id
        )
        award = grants.notify(new).value
        grants.receive(award.id, Money(20_000), dt.date(2026, 6, 1), PaymentMode.TRANSFER)

    def spends(self):
        part = PaymentPart(LineKind.EXPENSE, Money(8_000), activity_id=self.activity_id)
        self.accounts.record(
            NewPayment(
                HELD_ON,
                Money(8_000),
                PaymentMode.TRANSFER,
                (part,),
                Direction.OUT,
                label="Location de la sono",
            )
        )
        expenses = ExpenseService(self.units, today)
        volunteer = self.office.contact("Leroy", "Anne")
        for cents in (6_000, 2_000):
            line = NewExpenseLine(HELD_ON, ExpenseKind.SUPPLIES, "Décor", Money(cents))
            new = NewExpenseSheet(volunteer, "Fête", (line,), activity_id=self.activity_id)
            sheet = expenses.record(new).value
            if cents == 6_000:
                expenses.reimburse(sheet.id, HELD_ON, PaymentMode.TRANSFER)
            else:
                expenses.waive(sheet.id, HELD_ON)

    def gives_time(self):
        volunteering = VolunteeringService(self.units, today)
        volunteering.log(NewTime(HELD_ON, 600, "Montage", activity_id=self.activity_id))
        volunteering.record_contribution(
            NewContribution(
                ContributionKind.PREMISES,
                HELD_ON,
                Money(10_000),
                "Salle prêtée",
                activity_id=self.activity_id,
            )
        )

    def plans(self):
        budgets = BudgetService(self.units, today)
        year = self.years.named("2026")
        version = budgets.add(NewBudgetVersion(year.id, "Budget")).value
        for account, cents in (("706", 10_000), ("74", 30_000), ("60", 9_000), ("61", 9_000)):
            line = NewBudgetLine(account, Money(cents), self.activity_id)
            budgets.set_line(version.id, line)

    def books(self):
        self.booking.book()

    def result(self):
        return self.money.result(self.event_id)

    def by_activity(self):
        """Return income and expenses of the activity by the reports, over all years."""
        found = [
            one
            for year in self.years.list()
            for one in self.reports.by_activity(ReportScope(year.id))
            if one.activity_id == self.activity_id
        ]
        return total(x.income for x in found), total(x.expense for x in found)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """An event from the first ticket to the books; once for all, no test writes."""
    folder = tmp_path_factory.mktemp("event")
    with new_units(folder / "office.coopdesk") as units:
        desk = Organiser(units, folder)
        desk.sells_tickets()
        desk.takes_at_the_door()
        desk.gets_a_grant()
        desk.spends()
        desk.gives_time()
        desk.before = desk.result()
        desk.books()
        desk.plans()
        yield desk


def test_each_euro_is_in_the_result_once(told):
    found = told.result()
    assert {x.account: x.amount.cents for x in found.income} == INCOME
    assert found.total_income == Money(47_000)
    assert {x.account[0] for x in found.expenses} == {"6"}
    assert found.total_expense == Money(8_100)
    assert (found.result, found.unsorted) == (Money(38_900), Money(8_000))
    assert (found.unbooked, found.expected) == ((), Money(30_900))


def test_the_result_ties_to_the_reports_to_the_cent(told):
    found = told.result()
    assert told.by_activity() == (found.total_income, found.total_expense)
    assert [(x.label, x.result) for x in found.years] == [("2026", found.result)]


def test_every_figure_has_the_lines_that_make_it(told):
    found = told.result()
    entries = told.entries.get_many([x.entry_id for x in found.lines])
    kept = {line.id for entry in entries for line in entry.lines}
    assert {line.line_id for line in found.lines} <= kept
    assert len({line.line_id for line in found.lines}) == len(found.lines)
    assert {line.voucher[:1] for x in found.expenses for line in x.lines} == {"R", "D"}


def test_before_the_books_are_written_what_waits_is_said_beside(told):
    assert told.before.result == Money(30_000), "the entry of the grant is drafted at once"
    assert told.before.expected == told.result().expected
    assert {one.is_left_out for one in told.before.unbooked} == {False}


def test_writing_the_books_again_changes_nothing(told):
    assert told.booking.pending().count == 0


def test_gifts_keep_their_life_beside_the_event(told):
    gifts = sorted(gift.amount.cents for gift in told.gifts())
    assert gifts == [300, 500, 2_000]


def test_grants_time_and_budget_stand_beside(told):
    found = told.result()
    [grant] = found.grants
    assert (grant.amount, grant.paid, grant.due) == (
        Money(30_000),
        Money(20_000),
        Money(10_000),
    )
    assert (found.in_kind.minutes, found.in_kind.goods) == (600, Money(10_000))
    assert found.used == found.given == (), "nobody put the hours into the books yet"
    planned = {row.account: (row.budget, row.actual) for row in found.budget if row.planned}
    assert planned["706"] == (Money(10_000), Money(9_200))
    assert planned["74"] == (Money(30_000), Money(30_000))
    assert (found.planned("7").actual, found.planned("6").actual) == (
        found.total_income,
        found.total_expense,
    )
    assert (found.due, found.overpaid) == (ZERO, ZERO)


def test_a_gift_reaches_the_event_it_was_given_for_and_leaves_it_when_corrected(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        desk = Organiser(units, tmp_path)
        desk.sells_tickets()
        desk.books()
        before = desk.result().total_income
        gifts = DonationService(units, today)
        given = gifts.record(gift(None, 4_000, HELD_ON, activity_id=desk.activity_id)).value
        assert desk.result().expected == before + Money(4_000), "it waits for the books"
        desk.books()
        assert desk.result().total_income == before + Money(4_000)
        assert desk.by_activity()[0] == desk.result().total_income
        gifts.correct(given.id, replace(given.content, activity_id=None))
        desk.books()
        assert desk.result().total_income == before
        [on_top] = [one for one in desk.gifts() if one.amount == Money(500)]
        told = gifts.get(on_top.id).content
        assert told.activity_id == desk.activity_id
        gifts.correct(on_top.id, replace(told, note="merci", activity_id=None))
        assert gifts.get(on_top.id).content.activity_id == desk.activity_id


def test_hours_put_into_the_books_stay_outside_the_result(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        desk = Organiser(units, tmp_path)
        desk.sells_tickets()
        desk.gives_time()
        desk.books()
        VolunteeringService(units, today).book(dt.date(2026, 1, 1), HELD_ON)
        found = desk.result()
        assert found.result == Money(8_500)
        assert total(x.amount for x in found.given) == total(x.amount for x in found.used)
        assert total(x.amount for x in found.given) == found.in_kind.value


def test_money_that_no_longer_names_the_event_leaves_its_result(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        desk = Organiser(units, tmp_path)
        desk.sells_tickets()
        desk.spends()
        desk.books()
        ids = desk.entries.ids(EntryFilter(state=EntryState.DRAFT))
        desk.entries.validate(ids)
        before = desk.result()
        [spent] = [x for x in before.lines if x.amount == Money(8_000)]
        lines = desk.accounts.lines_of(int(spent.voucher[1:]))
        desk.accounts.set_activity([x.id for x in lines], None)
        waiting = desk.result()
        assert waiting.unsorted == before.unsorted == Money(8_000)
        assert [(x.income, x.expense) for x in waiting.unbooked] == [(ZERO, Money(-8_000))]
        desk.books()
        after = desk.result()
        assert after.unsorted == ZERO
        assert after.expected == before.expected + Money(8_000) == waiting.expected
        assert desk.by_activity() == (after.total_income, after.total_expense)


def test_a_result_goes_over_fiscal_years_and_says_what_no_year_holds(tmp_path):
    """A hall was booked the year before, of which no books are open at first."""
    with new_units(tmp_path / "office.coopdesk") as units:
        desk = Organiser(units, tmp_path)
        desk.sells_tickets()
        desk.books()
        part = PaymentPart(LineKind.OTHER, Money(3_000), activity_id=desk.activity_id)
        day, mode = dt.date(2025, 12, 1), PaymentMode.TRANSFER
        paid = NewPayment(day, Money(3_000), mode, (part,), Direction.OUT, label="Arrhes")
        desk.accounts.record(paid)
        [left_out] = desk.result().unbooked
        assert (left_out.is_left_out, left_out.expense) == (True, Money(3_000))
        desk.years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
        [waiting] = desk.result().unbooked
        assert (waiting.is_left_out, waiting.expense) == (False, Money(3_000))
        desk.books()
        found = desk.result()
        assert [(x.label, x.result.cents) for x in found.years] == [
            ("2025", -3_000),
            ("2026", 8_500),
        ]
        assert found.unbooked == ()
        assert desk.by_activity() == (found.total_income, found.total_expense)


def test_an_event_without_money_has_an_empty_result(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        desk = Organiser(units, tmp_path)
        desk.office.tariff("Sur place", 1_200)
        desk.office.register("Durand")
        found = desk.result()
        assert (found.activity_id, found.result, found.due) == (None, ZERO, Money(1_200))
        assert replace(found, due=ZERO).lines == ()
