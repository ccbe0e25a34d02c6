"""Read balances and statements within one unit of work, for reports, workbook and closing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from coopdesk.domain.financial_statements import StatementFigures
from coopdesk.domain.ledgers import Balance, BalanceRow, ReportScope
from coopdesk.domain.money import ZERO, Money
from coopdesk.exchange.statement_models import read_statement_model
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.statement_model import StatementModel
    from coopdesk.storage.report_store import AccountName
    from coopdesk.storage.unit_of_work import Work

_NOTHING = (ZERO, ZERO)


@cache
def statement_model() -> StatementModel:
    """Return the official models that the program brings."""
    path = database_files() / "seed" / "statements.csv"
    return read_statement_model(path.read_text(encoding="utf-8"))


def read_balance(work: Work, scope: ReportScope) -> Balance:
    """Return the balance of a fiscal year, with that of the year before beside it.

    Without a year before, what opening entries carry stands for it (classes 1 to 5).

    Raises:
        NotFoundError: there is no such fiscal year.
    """
    year = work.fiscal_years.get(scope.fiscal_year_id)
    before = year_before(work, year)
    sums, openings = work.reports.sums(scope), read_openings(work, scope)
    previous = {} if before is None else _closings(work, _of_year(scope, before.id))
    rows = []
    for account in work.reports.accounts().values():
        row = _row(account, sums, openings)
        known = previous.get(account.id)
        if row is None and not known:
            continue
        row = row or BalanceRow(account.number, account.label, account.kind)
        if before is not None:
            row = replace(row, previous=known or ZERO)
        elif openings and account.number[0] in "12345":
            row = replace(row, previous=row.opening)
        rows.append(row)
    kept = tuple(rows)
    return Balance(year, before, kept, lacks_opening=_lacks_opening(kept, openings))


def year_before(work: Work, year: FiscalYear) -> FiscalYear | None:
    """Return the fiscal year before another, if it is known."""
    earlier = (one for one in work.fiscal_years.years() if one.ends_on < year.starts_on)
    return max(earlier, key=lambda one: one.ends_on, default=None)


def statement_figures(work: Work, scope: ReportScope, balance: Balance) -> StatementFigures:
    """Return what fills the models: this year, the year before, the budget that counts."""
    known = any(row.previous is not None for row in balance.rows)
    previous = {row.number: row.previous or ZERO for row in balance.rows} if known else None
    return StatementFigures(
        {row.number: row.closing for row in balance.rows},
        previous=previous,
        budget=read_budget(work, scope),
        has_year_before=balance.previous_year is not None,
    )


def read_budget(work: Work, scope: ReportScope) -> dict[str, Money] | None:
    """Return what is planned by account, debit less credit; None without a budget."""
    planned = work.reports.budget(scope.fiscal_year_id, scope.activity_id)
    if planned is None:
        return None
    accounts = work.reports.accounts()
    found: dict[str, Money] = {}
    for account_id, _activity, _month, amount in planned:
        number = accounts[account_id].number
        found[number] = found.get(number, ZERO) + signed_plan(number, amount)
    return found


def signed_plan(number: str, amount: Money) -> Money:
    """Return a planned amount, above zero for expenses and income, as debit less credit."""
    return -amount if number.startswith(("7", "87")) else amount


def read_openings(work: Work, scope: ReportScope) -> dict[int, tuple[Money, Money]]:
    """Return the debits and credits that opening entries carry, by account."""
    found: dict[int, tuple[Money, Money]] = {}
    for one in work.reports.openings(scope):
        debit, credit = found.get(one.account_id, _NOTHING)
        found[one.account_id] = (debit + one.debit, credit + one.credit)
    return found


def account_ids(accounts: Mapping[int, AccountName], *beginnings: str) -> list[int]:
    """Return the accounts whose numbers begin so."""
    return [key for key, account in accounts.items() if account.number.startswith(beginnings)]


def _of_year(scope: ReportScope, fiscal_year_id: int) -> ReportScope:
    """Return the whole of another year, of the same activity, drafts likewise."""
    return replace(scope, fiscal_year_id=fiscal_year_id, until=None)


def _closings(work: Work, scope: ReportScope) -> dict[int, Money]:
    return {key: debit - credit for key, (debit, credit) in work.reports.sums(scope).items()}


def _row(
    account: AccountName,
    sums: Mapping[int, tuple[Money, Money]],
    openings: Mapping[int, tuple[Money, Money]],
) -> BalanceRow | None:
    debit, credit = sums.get(account.id, _NOTHING)
    opened, opened_credit = openings.get(account.id, _NOTHING)
    row = BalanceRow(
        account.number,
        account.label,
        account.kind,
        opening=opened - opened_credit,
        debit=debit - opened,
        credit=credit - opened_credit,
    )
    # An opening that was taken back leaves nothing to show.
    return row if row.opening or row.debit or row.credit else None


def _lacks_opening(
    rows: tuple[BalanceRow, ...], openings: Mapping[int, tuple[Money, Money]]
) -> bool:
    if openings:
        return False
    return any(row.previous and row.number[0] in "12345" for row in rows)
