"""What the books hold by account: balances, and the lines of a ledger with its running sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.chart import AccountKind
    from coopdesk.domain.fiscal_years import FiscalYear


# Stands for an activity in a scope: the lines, and what is planned, without any.
NO_ACTIVITY = 0
# Accounts whose lines a bank or a platform confirms, and those that the cash box does.
AT_THE_BANK = ("512", "514", "517")
_IN_CASH = "53"


def has_statements(number: str) -> bool:
    """Tell whether lines of an account are held against a statement, or the cash counted."""
    return number.startswith((*AT_THE_BANK, _IN_CASH))


@dataclass(frozen=True, slots=True)
class ReportScope:
    """Which lines a report reads; ``until`` is the last day, that of the year when None.

    ``activity_id`` is one activity, NO_ACTIVITY for what has none, None for everything.
    """

    fiscal_year_id: int
    activity_id: int | None = None
    with_drafts: bool = True
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """What an account holds: opening and ``previous`` are debit less credit.

    ``opening`` comes of opening entries alone, ``debit`` and ``credit`` of all others.
    ``previous`` is the balance at the end of the year before, None when no year is known.
    """

    number: str
    label: str
    kind: AccountKind
    opening: Money = ZERO
    debit: Money = ZERO
    credit: Money = ZERO
    previous: Money | None = None

    @property
    def closing(self) -> Money:
        """Debit less credit at the end."""
        return self.opening + self.debit - self.credit

    @property
    def closing_debit(self) -> Money:
        """The balance, when it is a debit."""
        return debit_side(self.closing)

    @property
    def closing_credit(self) -> Money:
        """The balance, when it is a credit."""
        return credit_side(self.closing)

    @property
    def class_number(self) -> int:
        """The class, 1 to 8."""
        return int(self.number[0])


@dataclass(frozen=True, slots=True)
class BalanceTotals:
    """The six columns of a balance added up."""

    opening_debit: Money
    opening_credit: Money
    debit: Money
    credit: Money
    closing_debit: Money
    closing_credit: Money

    @property
    def is_balanced(self) -> bool:
        """Whether debits equal credits in every pair of columns."""
        return (self.opening_debit, self.debit, self.closing_debit) == (
            self.opening_credit,
            self.credit,
            self.closing_credit,
        )


@dataclass(frozen=True, slots=True)
class Balance:
    """The balance of a fiscal year: the accounts that moved in it or in the year before.

    ``lacks_opening`` when the year before left balances and no opening entry carries them.
    """

    year: FiscalYear
    previous_year: FiscalYear | None
    rows: tuple[BalanceRow, ...]
    lacks_opening: bool = False

    @property
    def totals(self) -> BalanceTotals:
        """The columns added up."""
        return balance_totals(self.rows)

    @property
    def result(self) -> Money:
        """The result: above zero for a surplus."""
        return result_of({row.number: row.closing for row in self.rows})

    def under(self, prefix: str) -> tuple[BalanceRow, ...]:
        """Return the accounts whose number begins so."""
        return tuple(row for row in self.rows if row.number.startswith(prefix))


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines of an account, or of all below a number, oldest first.

    ``ids`` are the lines in order; ``running`` gives the balance after each in cents.
    ``seen`` are the lines that statements show, those that open the year included; None of
    accounts that have no statements, and of one activity alone.
    """

    number: str
    label: str
    ids: tuple[int, ...]
    running: Mapping[int, int]
    debit: Money
    credit: Money
    seen: frozenset[int] | None = None

    @property
    def closing(self) -> Money:
        """Debit less credit at the end."""
        return self.debit - self.credit

    @property
    def unseen(self) -> tuple[int, ...]:
        """The lines that no statement shows yet."""
        return () if self.seen is None else tuple(x for x in self.ids if x not in self.seen)

    def moves(self) -> dict[int, int]:
        """Return what each line adds to the balance in cents: the running balances say it."""
        before, found = 0, {}
        for line_id, after in self.running.items():
            found[line_id] = after - before
            before = after
        return found


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A line of a ledger or of the journal, with what its entry says.

    ``balance`` is the running balance, debit less credit; zero in the journal.
    """

    line_id: int
    entry_id: int
    entry_on: dt.date
    journal: str
    number: int | None
    account: str
    account_label: str
    voucher_ref: str
    label: str
    debit: Money
    credit: Money
    balance: Money = ZERO
    contact_name: str = ""
    activity_name: str = ""
    matching: str = ""
    reconciled_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ActivityTotals:
    """Income and expenses of an activity; ``activity_id`` is None for lines without one.

    The three amounts are above zero as usual; ``budget`` parts are None without a budget.
    """

    activity_id: int | None
    name: str
    income: Money
    expense: Money
    previous_income: Money = ZERO
    previous_expense: Money = ZERO
    budget_income: Money | None = None
    budget_expense: Money | None = None

    @property
    def result(self) -> Money:
        """Income less expenses."""
        return self.income - self.expense


def debit_side(signed: Money) -> Money:
    """Return a balance when it is a debit, else zero."""
    return signed if signed.cents > 0 else ZERO


def credit_side(signed: Money) -> Money:
    """Return a balance without its sign when it is a credit, else zero."""
    return -signed if signed.cents < 0 else ZERO


def balance_totals(rows: Iterable[BalanceRow]) -> BalanceTotals:
    """Add up the six columns."""
    kept = tuple(rows)
    return BalanceTotals(
        total(debit_side(row.opening) for row in kept),
        total(credit_side(row.opening) for row in kept),
        total(row.debit for row in kept),
        total(row.credit for row in kept),
        total(row.closing_debit for row in kept),
        total(row.closing_credit for row in kept),
    )


def result_of(balances: Mapping[str, Money]) -> Money:
    """Return the result that signed balances by number make: income less expenses."""
    return -total(amount for number, amount in balances.items() if number[0] in "67")
