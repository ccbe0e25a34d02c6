"""Budgets: what is planned on each account, for each activity, and what came of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.fiscal_years import months_of
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from coopdesk.domain.fiscal_years import FiscalYear

NAME_LIMIT, LABEL_LIMIT, NOTE_LIMIT = 100, 200, 2000
# Classes that a budget plans: expenses, income, and what is given in kind.
_CLASSES = ("6", "7", "86", "87")


class BudgetState(enum.Enum):
    """A draft may change; the one that was voted stays as it is."""

    DRAFT = "draft"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class NewBudgetVersion:
    """A budget of a fiscal year as typed: the first one, a revision, a scenario."""

    fiscal_year_id: int
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class BudgetVersion:
    """A recorded budget, with what it plans in all (expenses and income above zero)."""

    id: int
    content: NewBudgetVersion
    state: BudgetState = BudgetState.DRAFT
    adopted_on: dt.date | None = None
    line_count: int = 0
    expenses: Money = ZERO
    income: Money = ZERO

    @property
    def result(self) -> Money:
        """What the budget leaves."""
        return self.income - self.expenses


@dataclass(frozen=True, slots=True)
class NewBudgetLine:
    """An amount planned on an account, above zero for expenses and income alike.

    The account may have others below it: it then plans for all of them. ``month_on`` is the
    first day of a month, None for the whole year; without an activity it is for the whole
    association.
    """

    account: str
    amount: Money
    activity_id: int | None = None
    month_on: dt.date | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A recorded line of a budget."""

    id: int
    version_id: int
    content: NewBudgetLine
    account_label: str
    activity_name: str = ""


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """An account in the comparison: amounts above zero for expenses and income alike.

    ``planned`` is False of an account that no line of the budget covers. ``accounts`` are the
    numbers whose balances make ``actual``.
    """

    account: str
    label: str
    budget: Money
    actual: Money
    planned: bool = True
    accounts: tuple[str, ...] = ()

    @property
    def remaining(self) -> Money:
        """Budget less actual: what may still be spent, or is still to come."""
        return self.budget - self.actual

    @property
    def percent(self) -> int | None:
        """How much of the budget was reached, in whole percent; None without a budget."""
        if not self.budget:
            return None
        return (200 * self.actual.cents + self.budget.cents) // (2 * self.budget.cents)

    @property
    def is_expense(self) -> bool:
        """Whether it is spent (classes 6 and 86) rather than received."""
        return is_expense(self.account)


@dataclass(frozen=True, slots=True)
class BudgetComparison:
    """The rows by account number; volunteering (classes 86, 87) stands apart from totals."""

    version: BudgetVersion | None
    rows: tuple[BudgetRow, ...]
    expenses: BudgetRow = field(init=False)
    income: BudgetRow = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "expenses", self._sum("6"))
        object.__setattr__(self, "income", self._sum("7"))

    def _sum(self, digit: str) -> BudgetRow:
        rows = [row for row in self.rows if row.account.startswith(digit)]
        budget, actual = total(x.budget for x in rows), total(x.actual for x in rows)
        return BudgetRow(digit, "", budget, actual)


def is_expense(account: str) -> bool:
    """Tell whether an account is spent: classes 6 and 86."""
    return account.startswith(("6", "86"))


def may_be_planned(account: str) -> bool:
    """Tell whether a budget may speak of an account: classes 6, 7, 86 and 87."""
    return account.startswith(_CLASSES)


def checked_version(new: NewBudgetVersion) -> NewBudgetVersion:
    """Return a budget with tidy fields.

    Raises:
        RuleError: ``budget.name_missing``, ``text.too_long``.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("budget.name_missing", "name")
    note = checks.text(new.note, "note", NOTE_LIMIT)
    checks.finish()
    return replace(new, name=name, note=note)


def checked_line(new: NewBudgetLine, year: FiscalYear) -> NewBudgetLine:
    """Return a line with a tidy label and the first day of its month.

    Raises:
        RuleError: ``budget.account_wrong`` (not of classes 6, 7, 86, 87),
            ``budget.month_outside``, ``text.too_long``.
    """
    checks = FieldChecks()
    if not may_be_planned(new.account):
        checks.refuse("budget.account_wrong", "account", account=new.account)
    month = None if new.month_on is None else new.month_on.replace(day=1)
    if month is not None and month not in months_of(year):
        checks.refuse("budget.month_outside", "month", year=year.label)
    label = checks.line(new.label, "label", LABEL_LIMIT)
    checks.finish()
    return replace(new, label=label, month_on=month)


def by_month(line: NewBudgetLine, year: FiscalYear) -> dict[dt.date, Money]:
    """Return what a line plans in each month; a yearly one is shared evenly to the cent.

    The shares differ by a cent at most and add up to the line.
    """
    if line.month_on is not None:
        return {line.month_on: line.amount}
    months = months_of(year)
    count, cents = len(months), line.amount.cents
    ends = [cents * rank // count for rank in range(count + 1)]
    return {month: Money(ends[rank + 1] - ends[rank]) for rank, month in enumerate(months)}


def compared(
    planned: Mapping[str, Money],
    balances: Mapping[str, Money],
    labels: Mapping[str, str],
) -> tuple[BudgetRow, ...]:
    """Set what was planned on accounts against what came, in the order of their numbers.

    ``planned`` is above zero, ``balances`` are debit less credit. The balance of an account
    counts for the planned account of the longest number that its own starts with; accounts that
    no plan covers have rows of their own.
    """
    gathered: dict[str, list[str]] = {account: [] for account in planned}
    for account in sorted(balances):
        if may_be_planned(account):
            gathered.setdefault(covering_account(account, planned) or account, []).append(
                account
            )
    return tuple(
        BudgetRow(
            account,
            labels.get(account, ""),
            planned.get(account, ZERO),
            _spent_or_received(account, gathered[account], balances),
            planned=account in planned,
            accounts=tuple(gathered[account]),
        )
        for account in sorted(gathered)
    )


def counting_version(versions: Sequence[BudgetVersion]) -> BudgetVersion:
    """Return the budget that counts: the one adopted last, else the newest draft."""
    return max(
        versions,
        key=lambda one: (
            one.state is BudgetState.ADOPTED,
            one.adopted_on.toordinal() if one.adopted_on else 0,
            one.id,
        ),
    )


def covering_account(account: str, planned: Collection[str]) -> str | None:
    """Return the planned account that an account counts for: the longest beginning."""
    beginnings = (account[:length] for length in range(len(account), 0, -1))
    return next((number for number in beginnings if number in planned), None)


def _spent_or_received(
    account: str, accounts: Sequence[str], balances: Mapping[str, Money]
) -> Money:
    balance = total(balances[number] for number in accounts)
    return balance if is_expense(account) else -balance


def planned_by_account(lines: Iterable[NewBudgetLine]) -> dict[str, Money]:
    """Add up the lines of each account."""
    found: dict[str, Money] = {}
    for line in lines:
        found[line.account] = found.get(line.account, ZERO) + line.amount
    return found
