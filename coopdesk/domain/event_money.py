"""What an event earned and cost: by the books of its activity, and beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.budgets import BudgetRow
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from coopdesk.domain.event_papers import EventPaper
    from coopdesk.domain.event_registrations import (
        CashBox,
        Party,
        Registration,
        RegistrationCounts,
    )

# Accounts of money that waits until somebody says what it was for.
TO_SORT = "47"


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A line of an entry; ``amount`` is above zero where it adds to its account's side.

    ``number`` is None of a draft, which ``is_draft`` tells.
    """

    line_id: int
    entry_id: int
    fiscal_year: str
    number: int | None
    entry_on: dt.date
    account: str
    account_label: str
    label: str
    party: str
    voucher: str
    amount: Money

    @property
    def is_draft(self) -> bool:
        """Whether it may still change."""
        return self.number is None


@dataclass(frozen=True, slots=True)
class AccountMoney:
    """What lies on an account for the event, with the lines that make it."""

    account: str
    label: str
    lines: tuple[MoneyLine, ...]

    @property
    def amount(self) -> Money:
        """What they add up to: received for classes 7 and 87, spent for 6 and 86."""
        return total(line.amount for line in self.lines)


@dataclass(frozen=True, slots=True)
class YearMoney:
    """What a fiscal year holds of the event."""

    fiscal_year_id: int
    label: str
    income: Money = ZERO
    expense: Money = ZERO

    @property
    def result(self) -> Money:
        """Income less expenses."""
        return self.income - self.expense


@dataclass(frozen=True, slots=True)
class EventGrant:
    """A grant for the event: what was notified, and what came of it."""

    award_id: int
    title: str
    funder: str
    amount: Money
    paid: Money

    @property
    def due(self) -> Money:
        """What is still to come."""
        return self.amount - self.paid


@dataclass(frozen=True, slots=True)
class Unbooked:
    """What a payment, or a gift without money, will change once entries are prepared.

    ``income`` and ``expense`` are by how much, below zero where it takes something away.
    ``is_left_out`` tells money of days for which there are no open books.
    """

    day: dt.date
    label: str
    income: Money = ZERO
    expense: Money = ZERO
    payment_id: int | None = None
    donation_id: int | None = None
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class GivenInKind:
    """What was given for the event without money, booked or not."""

    minutes: int = 0
    time_value: Money = ZERO
    goods: Money = ZERO

    @property
    def value(self) -> Money:
        """All of it."""
        return self.time_value + self.goods


@dataclass(frozen=True, slots=True)
class EventResult:
    """The money of an event over all fiscal years.

    ``income`` and ``expenses`` are what the books say of its ``activity_id``, by account;
    ``used`` and ``given`` are classes 86 and 87, which stay outside the result; ``to_sort`` is
    money of which the entries do not say yet what it was for (account 47). ``budget`` sets what
    was planned for the activity against what came. ``due`` is what those registered still
    owe, ``overpaid`` what is to be given back.
    """

    event_id: int
    activity_id: int | None
    activity: str = ""
    income: tuple[AccountMoney, ...] = ()
    expenses: tuple[AccountMoney, ...] = ()
    used: tuple[AccountMoney, ...] = ()
    given: tuple[AccountMoney, ...] = ()
    to_sort: tuple[AccountMoney, ...] = ()
    years: tuple[YearMoney, ...] = ()
    grants: tuple[EventGrant, ...] = ()
    unbooked: tuple[Unbooked, ...] = ()
    in_kind: GivenInKind = GivenInKind()
    budget: tuple[BudgetRow, ...] = ()
    budget_names: tuple[str, ...] = ()
    due: Money = ZERO
    overpaid: Money = ZERO

    @property
    def total_income(self) -> Money:
        """What came in by the books."""
        return _sum(self.income)

    @property
    def total_expense(self) -> Money:
        """What it cost by the books."""
        return _sum(self.expenses)

    @property
    def result(self) -> Money:
        """Income less expenses, by the books."""
        return self.total_income - self.total_expense

    @property
    def unbooked_income(self) -> Money:
        """What is still to be booked as income."""
        return total(one.income for one in self.unbooked)

    @property
    def unbooked_expense(self) -> Money:
        """What is still to be booked as expenses."""
        return total(one.expense for one in self.unbooked)

    @property
    def unsorted(self) -> Money:
        """What was spent, less what came in, and is neither expense nor income yet."""
        return _sum(self.to_sort)

    @property
    def expected(self) -> Money:
        """The result once everything is booked and sorted."""
        known = self.result - self.unsorted
        return known + self.unbooked_income - self.unbooked_expense

    @property
    def has_budget(self) -> bool:
        """Whether anything was planned for it."""
        return any(row.planned for row in self.budget)

    def planned(self, digit: str) -> BudgetRow:
        """Return what was planned and what came of a class, 6 or 7, in all."""
        rows = [row for row in self.budget if row.account.startswith(digit)]
        return BudgetRow(
            digit, "", total(x.budget for x in rows), total(x.actual for x in rows)
        )

    @property
    def lines(self) -> tuple[MoneyLine, ...]:
        """Every line of an entry that a figure rests on, income first."""
        parts = (*self.income, *self.expenses, *self.to_sort, *self.given, *self.used)
        return tuple(line for account in parts for line in account.lines)


@dataclass(frozen=True, slots=True)
class EventAccounts:
    """An event with who came, who paid, and what it earned and cost, as papers show it."""

    paper: EventPaper
    result: EventResult
    counts: RegistrationCounts
    registrations: tuple[Registration, ...] = ()
    parties: tuple[Party, ...] = ()
    boxes: tuple[CashBox, ...] = ()


def by_account(lines: Iterable[MoneyLine], *digits: str) -> tuple[AccountMoney, ...]:
    """Gather the lines of classes by account, in the order of their numbers and of days."""
    gathered: dict[str, list[MoneyLine]] = {}
    for line in lines:
        if line.account.startswith(digits):
            gathered.setdefault(line.account, []).append(line)
    return tuple(
        AccountMoney(
            account,
            found[-1].account_label,
            tuple(sorted(found, key=lambda x: (x.entry_on, x.line_id))),
        )
        for account, found in sorted(gathered.items())
    )


def _sum(accounts: Iterable[AccountMoney]) -> Money:
    return total(each.amount for each in accounts)
