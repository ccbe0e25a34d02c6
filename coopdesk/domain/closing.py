"""What is looked at before a fiscal year is closed, and what its closing sheet says."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.year_openings import result_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.audit_limits import AuditLimits
    from coopdesk.domain.fiscal_years import FiscalYear, YearEvent
    from coopdesk.domain.year_openings import AccountSum


class ClosingCheck(enum.Enum):
    """What the closing of a year looks at, in the order of the list."""

    YEAR_OVER = "year_over"
    YEAR_BEFORE = "year_before"
    DRAFTS = "drafts"
    CHAIN = "chain"
    BALANCED = "balanced"
    OPENING = "opening"
    REVERSALS = "reversals"
    NEXT_OPENING = "next_opening"
    STATEMENTS = "statements"
    TRANSFERS = "transfers"
    VOLUNTEERING = "volunteering"
    SUSPENSE = "suspense"
    FUNDS = "funds"
    FUND_TABLE = "fund_table"
    DEPRECIATION = "depreciation"
    GRANTS = "grants"
    FUND_REPORTS = "fund_reports"
    GIVEN = "given"
    ALLOCATION = "allocation"
    UNRECONCILED = "unreconciled"
    NOT_BOOKED = "not_booked"
    VOUCHERS = "vouchers"
    AUDIT = "audit"


class Severity(enum.Enum):
    """Whether a year can be closed all the same."""

    BLOCKING = "blocking"
    TO_LOOK_AT = "to_look_at"


class OpensKind(enum.Enum):
    """What shows the lines behind a check."""

    NOTHING = "nothing"
    YEARS = "years"
    DRAFTS = "drafts"
    OPENINGS = "openings"
    ACCOUNTS = "accounts"
    STATEMENTS = "statements"
    UNRECONCILED = "unreconciled"
    BOOKING = "booking"
    WITHOUT_VOUCHER = "without_voucher"
    ASSETS = "assets"
    GRANTS = "grants"
    FUNDS = "funds"
    VOLUNTEERING = "volunteering"
    DATABASE = "database"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The answer of one check.

    ``count`` and ``amount`` are what is wrong, ``expected`` what the amount should have been;
    ``accounts`` are the beginnings of the numbers of the accounts that show it, and ``year``
    the label of another year where it lies there.
    """

    check: ClosingCheck
    severity: Severity
    is_passed: bool
    opens: OpensKind = OpensKind.NOTHING
    count: int = 0
    amount: Money = ZERO
    expected: Money = ZERO
    accounts: tuple[str, ...] = ()
    year: str = ""

    @property
    def is_blocking(self) -> bool:
        """Whether the year cannot be closed before this is mended."""
        return not self.is_passed and self.severity is Severity.BLOCKING


@dataclass(frozen=True, slots=True)
class StatementTotals:
    """The ends of the two statements, each added up on its own way."""

    assets: Money
    liabilities: Money
    income_result: Money
    sheet_result: Money

    @property
    def agree(self) -> bool:
        """Whether the balance sheet balances and both show the same result."""
        return self.assets == self.liabilities and self.income_result == self.sheet_result


@dataclass(frozen=True, slots=True)
class YearBooks:
    """What a closing rests on: sums of validated lines, and counts of what is left to do.

    ``closing_before`` is what the year before handed on, None when there is none or it is not
    closed; ``broken_link`` is the number of the first entry that the chain does not hold;
    ``not_reversed`` counts the entries of the year before that wait for their reversal in
    this one, ``fund_table`` is what the table of funds has at the end by account (empty
    without funds), ``inventory_left`` the records whose year-end entry is missing, and
    ``openings_after`` the validated opening entries of the year after that
    nothing reversed. Without ``audit_limits`` nobody asks whether an auditor is due.
    """

    year: FiscalYear
    sums: tuple[AccountSum, ...]
    today: dt.date
    statements: StatementTotals
    entry_count: int = 0
    head_hash: str = ""
    drafts: int = 0
    broken_link: int | None = None
    year_before: FiscalYear | None = None
    closing_before: Mapping[str, Money] | None = None
    year_after: FiscalYear | None = None
    openings_after: int = 0
    not_reversed: int = 0
    fund_table: Mapping[str, Money] = field(default_factory=dict)
    inventory_left: Mapping[ClosingCheck, int] = field(default_factory=dict)
    unreconciled: Mapping[str, int] = field(default_factory=dict)
    not_booked: int = 0
    without_voucher: int = 0
    audit_limits: AuditLimits | None = None

    @property
    def result(self) -> Money:
        """Income less expenses."""
        return result_of(self.sums)

    def standing(self, *beginnings: str) -> Money:
        """Return what accounts hold at the end, debit less credit."""
        return total(each.closing for each in self.sums if each.account.startswith(beginnings))

    def moved(self, *beginnings: str) -> Money:
        """Return what moved on accounts during the year, debit less credit."""
        return total(
            each.debit - each.credit
            for each in self.sums
            if each.account.startswith(beginnings)
        )

    def not_empty(self, *beginnings: str) -> tuple[str, ...]:
        """Return the numbers of those accounts that do not end at zero, in order."""
        found: dict[str, Money] = {}
        for each in self.sums:
            if each.account.startswith(beginnings):
                found[each.account] = found.get(each.account, ZERO) + each.closing
        return tuple(sorted(account for account, amount in found.items() if amount))


@dataclass(frozen=True, slots=True)
class ClosingReview:
    """The checks of a year in their order, and the figures that closing would fix."""

    year: FiscalYear
    checks: tuple[CheckResult, ...]
    result: Money
    debit: Money
    credit: Money
    entry_count: int
    head_hash: str
    statements: StatementTotals

    @property
    def blocking(self) -> tuple[CheckResult, ...]:
        """What must be mended before the year can be closed."""
        return tuple(check for check in self.checks if check.is_blocking)

    @property
    def to_look_at(self) -> tuple[CheckResult, ...]:
        """What is better mended, and does not hold the closing up."""
        return tuple(
            check for check in self.checks if not check.is_passed and not check.is_blocking
        )

    @property
    def can_close(self) -> bool:
        """Whether the year is open and nothing holds its closing up."""
        return self.year.is_open and not self.blocking


@dataclass(frozen=True, slots=True)
class ClosingDone:
    """A year that was closed or opened again: its event, and the entry made by it, if any."""

    year: FiscalYear
    event: YearEvent
    entry_id: int | None
    reversals: int = 0


@dataclass(frozen=True, slots=True)
class AllocationState:
    """A result that an assembly may allocate.

    ``standing`` is what 1068, 110 and 119 hold, debit less credit, before; ``entry_id`` the
    entry that allocated it already.
    """

    year: FiscalYear
    result: Money
    standing: Mapping[str, Money]
    entry_id: int | None = None


@dataclass(frozen=True, slots=True)
class YearSheet:
    """What the closing sheet of a year says; ``classes`` are its sums by class, 1 to 8."""

    year: FiscalYear
    made_on: dt.date
    review: ClosingReview
    classes: tuple[AccountSum, ...]
    events: tuple[YearEvent, ...] = ()

    def standing(self, number: str) -> Money:
        """Return what a class holds at the end, debit less credit."""
        return total(each.closing for each in self.classes if each.account == number)
