"""Use cases: what the books say, and the lines behind each figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.financial_statements import (
    StatementFigures,
    line_accounts,
    statement,
)
from coopdesk.domain.ledgers import ActivityTotals, Balance, Ledger, has_statements
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.treasury import Treasury
from coopdesk.services.book_ties import read_ties
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.report_reading import (
    account_ids,
    read_balance,
    statement_figures,
    statement_model,
    year_before,
)
from coopdesk.services.treasury_reading import read_treasury
from coopdesk.storage.report_store import running

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.book_ties import Tie
    from coopdesk.domain.financial_statements import (
        FinancialStatement,
        LineAccount,
        StatementKind,
    )
    from coopdesk.domain.ledgers import LedgerLine, ReportScope
    from coopdesk.domain.statement_model import StatementModel
    from coopdesk.storage.unit_of_work import Units, Work


class ReportService:
    """Show the books: balance, ledgers, journals, statements, treasury."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def balance(self, scope: ReportScope) -> Balance:
        """Return the balance of the accounts that moved; raises NotFoundError.

        Before the first entry the year (id 0) that it would make has an empty one.
        """
        if not scope.fiscal_year_id:
            return Balance(FiscalYearService(self._units, self._today).current(), None, ())
        with self._units.read() as work:
            return read_balance(work, scope)

    def ledger(self, number: str, scope: ReportScope) -> Ledger:
        """Return the lines of an account, or of all whose number begins so, by their ids.

        Opening entries come first; ``ledger_lines`` reads a page of them.

        Raises:
            NotFoundError: ``account.missing``.
        """
        with self._units.read() as work:
            accounts = work.reports.accounts()
            below = account_ids(accounts, number) if number else []
            if not below:
                raise NotFoundError("account.missing", number=number)
            ids, signed = work.reports.ledger(scope, below)
            first = work.reports.opening_lines(scope.fiscal_year_id)
            seen = None
            if has_statements(number) and scope.activity_id is None:
                seen = frozenset(first | work.reports.reconciled(scope, below))
        label = accounts[below[0]].label if accounts[below[0]].number == number else ""
        balances = running(ids, signed, first)
        return Ledger(
            number,
            label,
            tuple(balances),
            balances,
            Money(sum(cents for cents in signed if cents > 0)),
            Money(-sum(cents for cents in signed if cents < 0)),
            seen,
        )

    def ledger_lines(self, ledger: Ledger, ids: Sequence[int]) -> list[LedgerLine]:
        """Return lines of a ledger, each with the balance after it."""
        with self._units.read() as work:
            lines = work.reports.lines(ids)
        return [replace(x, balance=Money(ledger.running[x.line_id])) for x in lines]

    def ledger_matches(self, ledger: Ledger, scope: ReportScope, text: str) -> tuple[int, ...]:
        """Return the lines of a ledger that a text finds, in its order.

        Words are looked for in the entry, its voucher and the third party; an amount finds the
        lines of that amount.
        """
        with self._units.read() as work:
            found = work.ledger_search.lines(scope.fiscal_year_id, ledger.number, text)
        wanted = frozenset(found)
        return tuple(line_id for line_id in ledger.running if line_id in wanted)

    def journal(self, code: str | None, scope: ReportScope) -> list[int]:
        """Return the lines of a journal, or of all of them, by day and entry.

        Raises:
            NotFoundError: ``journal.unknown``.
        """
        with self._units.read() as work:
            if code is not None:
                work.journals.get(code)
            return work.reports.journal(scope, code)

    def journal_lines(self, ids: Sequence[int]) -> list[LedgerLine]:
        """Return lines of the journal."""
        with self._units.read() as work:
            return work.reports.lines(ids)

    def model(self) -> StatementModel:
        """Return the official models of the statements."""
        return statement_model()

    def statement(self, kind: StatementKind, scope: ReportScope) -> FinancialStatement:
        """Return a statement with the year before and the budget; raises NotFoundError."""
        return self.statements(scope, kind)[0]

    def statements(
        self, scope: ReportScope, *kinds: StatementKind
    ) -> tuple[FinancialStatement, ...]:
        """Return several statements that were read at one moment; raises NotFoundError."""
        figures = StatementFigures({})
        if scope.fiscal_year_id:
            with self._units.read() as work:
                figures = statement_figures(work, scope, read_balance(work, scope))
        return tuple(statement(kind, statement_model(), figures) for kind in kinds)

    def accounts_of(self, code: str, scope: ReportScope) -> tuple[LineAccount, ...]:
        """Return the accounts behind a line of a statement; their parts add up to it.

        Raises:
            NotFoundError: ``statement.no_line``, or there is no such fiscal year.
        """
        rows = self.balance(scope).rows
        try:
            return line_accounts(code, statement_model(), rows)
        except KeyError as error:
            raise NotFoundError("statement.no_line", name=code) from error

    def by_activity(self, scope: ReportScope) -> tuple[ActivityTotals, ...]:
        """Return income and expenses of each activity, lines without one last."""
        if not scope.fiscal_year_id:
            return ()
        with self._units.read() as work:
            return read_activities(work, scope)

    def ties(self, scope: ReportScope) -> tuple[Tie, ...]:
        """Return gifts and fees as their lists have them beside what the books hold."""
        if not scope.fiscal_year_id:
            return ()
        with self._units.read() as work:
            return read_ties(work, scope, self._today())

    def treasury(self, scope: ReportScope) -> Treasury:
        """Return money month by month, and what may come up to the end of the year."""
        if not scope.fiscal_year_id:
            return Treasury((), ())
        with self._units.read() as work:
            return read_treasury(work, scope, self._today())


def read_activities(work: Work, scope: ReportScope) -> tuple[ActivityTotals, ...]:
    """Return income and expenses of each activity within one unit of work."""
    before = year_before(work, work.fiscal_years.get(scope.fiscal_year_id))
    now = _by_class(work, scope)
    then = (
        {}
        if before is None
        else _by_class(work, replace(scope, fiscal_year_id=before.id, until=None))
    )
    plan = _planned(work, scope)
    names = work.reports.activity_names()
    known = sorted(
        {key for key, _digit in (*now, *then, *(plan or {}))},
        key=lambda key: (key is None, _name(names, key).casefold()),
    )
    return tuple(
        ActivityTotals(
            key,
            _name(names, key),
            income=-now.get((key, "7"), ZERO),
            expense=now.get((key, "6"), ZERO),
            previous_income=-then.get((key, "7"), ZERO),
            previous_expense=then.get((key, "6"), ZERO),
            budget_income=None if plan is None else plan.get((key, "7"), ZERO),
            budget_expense=None if plan is None else plan.get((key, "6"), ZERO),
        )
        for key in known
    )


def _name(names: Mapping[int, str], activity_id: int | None) -> str:
    return "" if activity_id is None else names.get(activity_id, "")


def _by_class(work: Work, scope: ReportScope) -> dict[tuple[int | None, str], Money]:
    """Return debit less credit by activity, of classes 6 and 7."""
    accounts = work.reports.accounts()
    found: dict[tuple[int | None, str], Money] = {}
    for (activity, account), net in work.reports.activities(scope).items():
        digit = accounts[account].number[0]
        if digit in "67":
            found[activity, digit] = found.get((activity, digit), ZERO) + net
    return found


def _planned(work: Work, scope: ReportScope) -> dict[tuple[int | None, str], Money] | None:
    planned = work.reports.budget(scope.fiscal_year_id, scope.activity_id)
    if planned is None:
        return None
    accounts = work.reports.accounts()
    found: dict[tuple[int | None, str], Money] = {}
    for account, activity, _month, amount in planned:
        digit = accounts[account].number[0]
        if digit in "67":
            found[activity, digit] = found.get((activity, digit), ZERO) + amount
    return found
