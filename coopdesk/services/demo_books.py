"""Keeps the books of the demonstration as a treasurer would: bills, closings, budgets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.budgets import NewBudgetLine, NewBudgetVersion
from coopdesk.domain.dedicated_funds import FundKind, NewFund
from coopdesk.domain.demo_books import DemoBill, month_ends
from coopdesk.domain.entries import (
    EntryFilter,
    EntryForm,
    EntryKind,
    EntryState,
    NewEntry,
    NewEntryLine,
)
from coopdesk.domain.entry_forms import SimpleEntry, entry_of
from coopdesk.domain.fixed_assets import NewFixedAsset
from coopdesk.domain.grants import NewGrantAward
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.volunteering import ContributionKind, NewContribution, NewTime
from coopdesk.domain.year_openings import Allocation
from coopdesk.services.activities import ActivityService
from coopdesk.services.booking import BookingService
from coopdesk.services.budgets import BudgetService
from coopdesk.services.closing import ClosingService
from coopdesk.services.dedicated_funds import DedicatedFundService
from coopdesk.services.entries import EntryService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.fixed_assets import FixedAssetService
from coopdesk.services.grants import GrantService
from coopdesk.services.reports import ReportService
from coopdesk.services.volunteering import VolunteeringService
from coopdesk.storage.joined_work import JoinedUnits
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.demo_books import BookWords, DemoAsset, DemoFestivity
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

# Drafts of the current year that nobody looked at yet.
_LATELY = dt.timedelta(days=40)
_FESTIVAL = "festival"  # stands for the activity of the festive days


class DemoBookKeeper:
    """Writes the books of the years of the demonstration, one after the other.

    ``contacts`` gives the ids of the cast by key; who is not there stays unnamed.
    """

    def __init__(
        self,
        units: Units,
        work: Work,
        words: BookWords,
        today: Callable[[], dt.date],
        contacts: Mapping[str, int],
    ) -> None:
        joined = JoinedUnits(units, work)
        self._work = work
        self._words = words
        self._today = today()
        self._contacts = contacts
        self._years = FiscalYearService(joined, today)
        self._entries = EntryService(joined, today)
        self._activities = ActivityService(joined, today)
        self._booking = BookingService(joined, today)
        self._budgets = BudgetService(joined, today)
        self._closing = ClosingService(joined, today)
        self._assets = FixedAssetService(joined, today)
        self._grants = GrantService(joined, today)
        self._funds = DedicatedFundService(joined, today)
        self._reports = ReportService(joined, today)
        self._volunteers = VolunteeringService(joined, today)
        self.activity_ids: dict[str, int] = {}
        self._festivity: DemoFestivity | None = None

    def keep(self, years: Sequence[int], bills: Sequence[DemoBill], progress: Progress) -> int:
        """Write every year and close those that are over; return how many payments came."""
        first = dt.date(years[0], 1, 1)
        self._years.open(first, dt.date(years[0], 12, 31))
        for one in self._words.activities:
            new = NewActivity(one.name, one.kind, one.code)
            self.activity_ids[one.key] = self._activities.add(new).value.id
        self._open(first)
        for done, number in enumerate(years, start=1):
            self._keep_year(number, [x for x in bills if x.paid_on.year == number])
            progress.advance(done, len(years))
        return sum(len(award.payments) for award in self._grants.all())

    def host(self, festivity: DemoFestivity) -> list[DemoBill]:
        """Keep the money of festive days too; return the bills of them."""
        self._festivity = festivity
        self.activity_ids[_FESTIVAL] = festivity.activity_id
        return [
            DemoBill(
                one.account,
                festivity.day - dt.timedelta(days=one.before),
                one.amount,
                one.label,
                activity=_FESTIVAL,
            )
            for one in self._words.festival.bills
        ]

    def _hosted_in(self, year: FiscalYear) -> DemoFestivity | None:
        """Return the festive days of a year, if it had some."""
        found = self._festivity
        return found if found and year.starts_on <= found.day <= year.ends_on else None

    def _keep_year(self, number: int, bills: Sequence[DemoBill]) -> None:
        year = self._years.current(dt.date(number, 1, 1))
        self._vote(year)
        self._buy(year)
        self._ask(year)
        self._ask_for_festival(year)
        self._set_aside(year)
        in_order = sorted(bills, key=lambda bill: bill.paid_on)
        self._write_all([self._bill(one, at) for at, one in enumerate(in_order, start=1)])
        self._booking.book(fiscal_year_id=year.id)
        self._sweep(year)
        self._give(year)
        if year.ends_on < self._today:
            self._close(year)
        else:
            wanted = EntryFilter(year.id, state=EntryState.DRAFT, until=self._today - _LATELY)
            self._entries.validate(self._entries.ids(wanted))

    @in_french()
    def _open(self, day: dt.date) -> None:
        """Write what was there before the first year."""
        opening = dict(self._words.opening)
        opening["110"] = Money(-total(opening.values()).cents)
        chart = self._work.part().chart
        for account in opening:
            chart.take(account)
        lines = tuple(_line(account, amount) for account, amount in opening.items())
        new = NewEntry(
            "AN", day, _("Opening balances"), lines, kind=EntryKind.OPENING, form=EntryForm.GRID
        )
        self._entries.record(new)

    def _vote(self, year: FiscalYear) -> None:
        words = self._words.budget
        day = year.starts_on.replace(month=words.month, day=words.day)
        if day > self._today:
            return
        version = self._budgets.add(NewBudgetVersion(year.id, words.name)).value
        for account, amount in words.lines.items():
            self._budgets.set_line(version.id, NewBudgetLine(account, amount))
        hosted = self._hosted_in(year)
        for account, amount in self._words.festival.budget.items() if hosted else ():
            line = NewBudgetLine(account, amount, self.activity_ids[_FESTIVAL])
            self._budgets.set_line(version.id, line)
        self._budgets.adopt(version.id, day)

    def _buy(self, year: FiscalYear) -> None:
        """Register what was there in the first year, and buy the rest in the last."""
        is_first = self._years.list()[-1].id == year.id
        for one in self._words.assets:
            if one.years_before and is_first:
                self._register(one, year.starts_on.replace(year=year.starts_on.year - 2))
            elif not one.years_before and year.ends_on >= self._today:
                day = year.starts_on.replace(month=one.month, day=one.day)
                if day <= self._today:
                    self._register(one, day)
                    bank = self._words.sweeping.bank
                    lines = (_line(one.account, one.cost), _line(bank, -one.cost))
                    new = NewEntry(
                        "BQ", day, one.label, lines, f"F{day:%Y-%m}", form=EntryForm.GRID
                    )
                    self._entries.record(new)

    def _register(self, asset: DemoAsset, day: dt.date) -> None:
        self._assets.add(
            NewFixedAsset(asset.label, asset.account, asset.cost, day, asset.months)
        )

    def _ask(self, year: FiscalYear) -> None:
        """Be told of the yearly grant, get a part of it, and the rest in February after."""
        words = self._words.grant
        told_on = year.starts_on.replace(month=words.month, day=words.day)
        paid_on = year.starts_on.replace(month=words.paid_month, day=words.day)
        if paid_on > self._today:
            return
        new = NewGrantAward(
            words.title.format(year=year.label),
            words.amount,
            told_on,
            funder_id=self._contacts.get(words.contact),
            activity_id=self.activity_ids.get(words.activity),
        )
        award = self._grants.notify(new).value
        part = Money(words.amount.cents * words.paid_percent // 100)
        rest_on = paid_on.replace(year=year.ends_on.year + 1, month=2)
        self._grants.receive(award.id, part, paid_on, PaymentMode.TRANSFER, rest_on)
        if rest_on <= self._today:
            self._grants.receive(award.id, words.amount - part, rest_on, PaymentMode.TRANSFER)

    def _ask_for_festival(self, year: FiscalYear) -> None:
        """Be told of the grant of the festive days, and get a part of it after them."""
        words, hosted = self._words.festival.grant, self._hosted_in(year)
        if hosted is None:
            return
        told_on = max(year.starts_on, hosted.day - dt.timedelta(days=words.before))
        paid_on = hosted.day + dt.timedelta(days=words.paid_after)
        new = NewGrantAward(
            words.title.format(year=year.label),
            words.amount,
            told_on,
            funder_id=self._contacts.get(words.contact),
            activity_id=hosted.activity_id,
        )
        award = self._grants.notify(new).value
        if paid_on <= min(self._today, year.ends_on):
            part = Money(words.amount.cents * words.paid_percent // 100)
            self._grants.receive(award.id, part, paid_on, PaymentMode.TRANSFER)

    def _set_aside(self, year: FiscalYear) -> None:
        """Keep money of the first year for its purpose."""
        words = self._words.fund
        day = year.starts_on.replace(month=9, day=17)
        if self._years.list()[-1].id == year.id and day <= self._today:
            new = NewFund(
                words.name.format(year=year.label),
                FundKind.GRANT,
                day,
                words.amount,
                funder_id=self._contacts.get(words.contact),
                activity_id=self.activity_ids.get(words.activity),
            )
            self._funds.add(new)

    def _bill(self, bill: DemoBill, number: int) -> SimpleEntry:
        sweeping = self._words.sweeping
        treasury = sweeping.cash if bill.in_cash else sweeping.bank
        return bill.entry(treasury, self.activity_ids.get(bill.activity), number)

    def _write_all(self, typed: Sequence[SimpleEntry]) -> None:
        # Fresh stores: those of the whole do not know what its other parts wrote.
        work = self._work.part()
        journals = work.journals.journals()
        work.entries.add_many([entry_of(one, journals) for one in typed])

    def _sweep(self, year: FiscalYear) -> None:
        """Take cheques, the platform's money and cash to the bank at the end of a month."""
        words = self._words.sweeping
        for day in month_ends(year.starts_on.year, self._today):
            held = self._held(year, day)
            cash = held.get(words.cash, ZERO) - words.cash_kept
            moved = (
                (EntryForm.CHEQUE_DEPOSIT, words.cheques, held.get(words.cheques, ZERO)),
                (EntryForm.TRANSFER, words.platform, held.get(words.platform, ZERO)),
                (EntryForm.TRANSFER, words.cash, cash),
            )
            self._write_all(
                [
                    self._moved(form, day, amount, account)
                    for form, account, amount in moved
                    if amount > ZERO
                ]
            )

    @in_french()
    def _moved(self, form: EntryForm, day: dt.date, amount: Money, account: str) -> SimpleEntry:
        bank = self._words.sweeping.bank
        label = {
            self._words.sweeping.cheques: _("Cheques taken to the bank"),
            self._words.sweeping.platform: _("Paid out by HelloAsso"),
            self._words.sweeping.cash: _("Cash taken to the bank"),
        }[account]
        statement = f"BQ{day:%Y-%m}"
        if form is EntryForm.CHEQUE_DEPOSIT:
            return SimpleEntry(form, day, amount, label, bank, voucher_ref=statement)
        return SimpleEntry(
            form, day, amount, label, account, target=bank, voucher_ref=statement
        )

    def _held(self, year: FiscalYear, day: dt.date) -> dict[str, Money]:
        """Return what accounts hold at the end of a day, debit less credit."""
        balance = self._reports.balance(ReportScope(year.id, until=day))
        return {row.number: row.closing for row in balance.rows}

    def _give(self, year: FiscalYear) -> None:
        """Note the time of volunteers and what was lent, and book both."""
        known_since = min(rate.content.since for rate in self._volunteers.rates())
        days = month_ends(year.starts_on.year, self._today)
        ends = [day for day in days if day >= known_since]
        for day in ends:
            for one in self._words.hours:
                activity = self.activity_ids.get(one.activity)
                new = NewTime(day, one.minutes, one.task, activity_id=activity)
                self._volunteers.log(new)
        loan = self._words.loan
        given_on = year.starts_on.replace(month=loan.month, day=loan.day)
        if given_on <= self._today:
            label = loan.label.format(year=year.label)
            contribution = NewContribution(
                ContributionKind.PREMISES,
                given_on,
                loan.amount,
                label,
                loan.basis,
                contact_id=self._contacts.get(loan.contact),
                activity_id=self.activity_ids.get(loan.activity),
            )
            self._volunteers.record_contribution(contribution)
        if ends:
            self._volunteers.book(year.starts_on, ends[-1])

    def _close(self, year: FiscalYear) -> None:
        """Depreciate, validate, close, and let the assembly decide."""
        self._assets.book_year(year.id)
        self._funds.book_year(year.id)
        self._entries.validate(fiscal_year_id=year.id)
        self._closing.close(year.id)
        decided_on = dt.date(year.ends_on.year + 1, 4, 18)
        if decided_on <= self._today:
            state = self._closing.to_allocate(year.id)
            whole = Allocation(to_reserves=ZERO, to_carried_forward=state.result)
            self._closing.allocate(year.id, whole, decided_on)


def _line(account: str, amount: Money) -> NewEntryLine:
    """Return a debit, or a credit of an amount below zero."""
    if amount > ZERO:
        return NewEntryLine(account, debit=amount)
    return NewEntryLine(account, credit=-amount)
