"""Read the books of a fiscal year as its closing judges them, within one unit of work."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.audit_limits import AuditLimits
from coopdesk.domain.closing import ClosingCheck, StatementTotals, YearBooks
from coopdesk.domain.dedicated_funds import ACCOUNTS, MovementKind, fund_table
from coopdesk.domain.entries import EntryFilter, EntryState
from coopdesk.domain.financial_statements import (
    ASSETS_LINE,
    LIABILITIES_LINE,
    RESULT_LINE,
    SHEET_RESULT_LINE,
    StatementFigures,
    StatementKind,
    statement,
)
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.year_openings import closing_balances
from coopdesk.services.dedicated_funds import proposals_of
from coopdesk.services.fixed_assets import assets_of_year
from coopdesk.services.grants import grants_of_year
from coopdesk.services.report_reading import statement_model

if TYPE_CHECKING:
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.money import Money
    from coopdesk.domain.year_openings import AccountSum
    from coopdesk.storage.unit_of_work import Work

_DAY = dt.timedelta(days=1)


def read_books(work: Work, year: FiscalYear, today: dt.date) -> YearBooks:
    """Return what the closing of a year rests on; the chain is followed link by link."""
    before, after = year_before(work, year), year_after(work, year)
    sums = year_sums(work, year)
    head = work.fiscal_years.head(year.id)
    unproved = EntryFilter(year.id, state=EntryState.VALIDATED, without_voucher=True)
    return YearBooks(
        year=year,
        sums=sums,
        today=today,
        statements=_statements(sums),
        entry_count=head.number,
        head_hash=head.hash,
        drafts=work.entry_validation.count_drafts(year.id),
        broken_link=work.closing.broken_link(year),
        year_before=before,
        closing_before=_handed_on(work, before),
        year_after=after,
        openings_after=_openings_after(work, year, after),
        not_reversed=len(work.source_entries.to_reverse(before.id)) if before else 0,
        fund_table=_fund_table(work, year),
        inventory_left=_inventory_left(work, year) if year.is_open else {},
        unreconciled=work.closing.unreconciled(year.id),
        not_booked=work.closing.not_booked(year),
        without_voucher=work.entries.totals(unproved).count,
        audit_limits=audit_limits(work, year),
    )


def audit_limits(work: Work, year: FiscalYear) -> AuditLimits:
    """Return the figures of the law above which accounts of a year are to be audited."""
    figures = work.legal.figures()
    return AuditLimits(
        figures.value_on("audit_grants", year.ends_on).money,
        figures.value_on("audit_gifts", year.ends_on).money,
    )


def year_before(work: Work, year: FiscalYear) -> FiscalYear | None:
    """Return the year that ends on the day before another one."""
    return work.fiscal_years.holding(year.starts_on - _DAY)


def year_after(work: Work, year: FiscalYear) -> FiscalYear | None:
    """Return the year that begins on the day after another one."""
    return work.fiscal_years.holding(year.ends_on + _DAY)


def year_sums(
    work: Work, year: FiscalYear, *, with_drafts: bool = False
) -> tuple[AccountSum, ...]:
    """Return what each account and third party of a year adds up to."""
    openings = work.closing.openings(year.id)
    return work.closing.sums(year.id, openings=openings, with_drafts=with_drafts)


def _handed_on(work: Work, before: FiscalYear | None) -> dict[str, Money] | None:
    if before is None or before.is_open:
        return None
    return closing_balances(year_sums(work, before))


def _openings_after(work: Work, year: FiscalYear, after: FiscalYear | None) -> int:
    """Count what would open the next year twice; a closed year has opened it itself."""
    if after is None or not year.is_open:
        return 0
    drafts = work.closing.opening_drafts(after.id)
    return len(work.closing.standing_openings(after.id)) + drafts


def _fund_table(work: Work, year: FiscalYear) -> dict[str, Money]:
    """Return what the table of dedicated funds has at the end of a year, by account."""
    funds = work.funds.all()
    found = {kind.fund: ZERO for kind in ACCOUNTS.values()} if funds else {}
    for line in fund_table(funds, work.funds.movements(), year):
        found[line.fund.accounts.fund] += line.closing
    return found


def _inventory_left(work: Work, year: FiscalYear) -> dict[ClosingCheck, int]:
    """Count what the year-end would write and nobody wrote, by the check that says so."""
    days = (year.starts_on, year.ends_on)
    times = work.volunteering.times(*days, pending=True)
    given = work.volunteering.contributions(*days, pending=True)
    moved = {
        one.content.fund_id
        for one in work.funds.movements()
        if one.fiscal_year_id == year.id
        and one.content.kind in {MovementKind.USE, MovementKind.REPORT}
    }
    funds = [x for x in proposals_of(work, year) if (x.use or x.report)]
    return {
        ClosingCheck.DEPRECIATION: sum(x.is_due for x in assets_of_year(work, year)),
        ClosingCheck.GRANTS: sum(x.is_due for x in grants_of_year(work, year)),
        ClosingCheck.FUND_REPORTS: sum(x.fund.id not in moved for x in funds),
        ClosingCheck.GIVEN: sum(bool(x.value) for x in times) + len(given),
    }


def _statements(sums: tuple[AccountSum, ...]) -> StatementTotals:
    """Fill both official models, and take from the sheet what former years left on 12."""
    balances: dict[str, Money] = {}
    for each in sums:
        balances[each.account] = balances.get(each.account, ZERO) + each.closing
    figures, model = StatementFigures(balances), statement_model()
    result = statement(StatementKind.RESULT, model, figures)
    sheet = statement(StatementKind.BALANCE_SHEET, model, figures)
    former = total(amount for number, amount in balances.items() if number.startswith("12"))
    return StatementTotals(
        assets=sheet.amount(ASSETS_LINE),
        liabilities=sheet.amount(LIABILITIES_LINE),
        income_result=result.amount(RESULT_LINE),
        sheet_result=sheet.amount(SHEET_RESULT_LINE) + former,
    )
