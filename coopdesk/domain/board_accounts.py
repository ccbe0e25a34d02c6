"""What the board's workbook is made of: the books of a fiscal year beside the year before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.financial_statements import StatementFigures, StatementKind, statement
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.book_ties import Tie
    from coopdesk.domain.financial_statements import FinancialStatement
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.ledgers import ActivityTotals, Balance
    from coopdesk.domain.statement_model import StatementModel
    from coopdesk.domain.treasury import ForecastMonth


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A line of an entry, drafts (no ``number``) included; ``activity_id`` may be None."""

    entry_id: int
    entry_on: dt.date
    journal: str
    number: int | None
    account: str
    debit: Money
    credit: Money
    label: str = ""
    voucher_ref: str = ""
    contact: str = ""
    activity_id: int | None = None
    matching: str = ""
    is_opening: bool = False


@dataclass(frozen=True, slots=True)
class BoardLines:
    """The lines of the year in the order of the journal, each entry whole.

    ``counts`` says how many each account has. ``lines`` may be read once only.
    """

    lines: Iterable[BoardLine]
    counts: Mapping[str, int]

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class BoardBudget:
    """The budget that holds: by account, above zero for expenses and income alike.

    ``adopted_on`` is None of a draft; ``labels`` name the accounts, also those without a line.
    """

    name: str
    planned: Mapping[str, Money]
    adopted_on: dt.date | None = None
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RegisterSum:
    """What one donor gave, or one fee brought in, beside the year before."""

    name: str
    count: int
    amount: Money
    previous: Money
    last_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LateEntry:
    """An entry of a year whose voucher bears a day of an earlier one."""

    entry_on: dt.date
    voucher_on: dt.date
    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class BoardGrant:
    """A grant: what was granted, and what of it has come."""

    title: str
    funder: str
    notified_on: dt.date | None
    amount: Money
    received: Money = ZERO
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class BoardFund:
    """A dedicated fund in the year: opening, reports, uses, transfers (signed)."""

    name: str
    opening: Money
    reports: Money = ZERO
    uses: Money = ZERO
    transfers: Money = ZERO

    @property
    def closing(self) -> Money:
        """What is still to be used."""
        return self.opening + self.reports - self.uses + self.transfers


@dataclass(frozen=True, slots=True)
class BoardContribution:
    """Volunteers' time or something lent or given: for what, how long, worth what."""

    activity: str
    kind: str
    minutes: int
    amount: Money


@dataclass(frozen=True, slots=True)
class BoardRegisters:
    """What stands beside the books: donors, fees, grants, funds, contributions in kind.

    ``ties`` are the accounts of gifts and fees, as the lists and as the books know them.
    """

    donors: tuple[RegisterSum, ...] = ()
    fees: tuple[RegisterSum, ...] = ()
    grants: tuple[BoardGrant, ...] = ()
    funds: tuple[BoardFund, ...] = ()
    contributions: tuple[BoardContribution, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardAccounts:
    """Everything the workbook says; ``notes`` are paragraphs under a title each."""

    association: str
    made_on: dt.date
    balance: Balance
    lines: BoardLines
    model: StatementModel
    budget: BoardBudget | None = None
    activities: tuple[ActivityTotals, ...] = ()
    forecast: tuple[ForecastMonth, ...] = ()
    registers: BoardRegisters = field(default_factory=BoardRegisters)
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def year(self) -> FiscalYear:
        """The fiscal year."""
        return self.balance.year

    @property
    def has_previous(self) -> bool:
        """Whether a year before is known, if only by what stood there at the opening."""
        return any(row.previous is not None for row in self.balance.rows)

    @property
    def has_year_before(self) -> bool:
        """Whether a year before is known with what it earned and spent."""
        return self.balance.previous_year is not None

    def statement(self, kind: StatementKind) -> FinancialStatement:
        """Fill a model with the balances, those of the year before, and the budget."""
        rows = self.balance.rows
        previous = {row.number: row.previous or ZERO for row in rows}
        planned = None if self.budget is None else _signed(self.budget.planned)
        figures = StatementFigures(
            balances={row.number: row.closing for row in rows},
            previous=previous if self.has_previous else None,
            budget=planned,
            has_year_before=self.has_year_before,
        )
        return statement(kind, self.model, figures)


def _signed(planned: Mapping[str, Money]) -> dict[str, Money]:
    """Return planned amounts as balances: income is a credit."""
    return {
        number: -amount if number.startswith(("7", "87")) else amount
        for number, amount in planned.items()
    }
