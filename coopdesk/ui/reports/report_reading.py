"""Reads a report and makes its rows; everything here runs on the worker."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.financial_statements import (
    ASSETS_LINE,
    AT_THE_FOOT,
    GIVEN_LINE,
    LIABILITIES_LINE,
    USED_LINE,
    StatementKind,
)
from coopdesk.domain.statement_model import LineNature
from coopdesk.ui.reports.activity_rows import activity_sheet
from coopdesk.ui.reports.figure_sheet import RowStyle, SheetColumn, SheetRow
from coopdesk.ui.reports.scope_bar import activity_of
from coopdesk.ui.reports.sheets import Report, Sheet
from coopdesk.ui.reports.statement_rows import (
    known_of,
    statement_columns,
    statement_rows,
)
from coopdesk.ui.reports.targets import account_target
from coopdesk.ui.reports.tie_rows import tie_sheet
from coopdesk.ui.reports.treasury_rows import month_sheet
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.financial_statements import FinancialStatement, StatementLine
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.ledgers import ReportScope
    from coopdesk.domain.treasury import Treasury
    from coopdesk.services.registry import Services

# One equality that each statement must keep, by the codes of its lines.
_EQUAL = {
    StatementKind.BALANCE_SHEET: (ASSETS_LINE, LIABILITIES_LINE),
    StatementKind.VOLUNTEERING: (GIVEN_LINE, USED_LINE),
}


class Reading(NamedTuple):
    """A report, as a sheet or as a treasury, and the activities there are."""

    report: Report
    sheet: Sheet | None
    treasury: Treasury | None
    activities: list[Activity]


class Years(NamedTuple):
    """The fiscal year of a report, and the one before."""

    now: FiscalYear
    before: FiscalYear | None


def read_report(
    services: Services, report: Report, scope: ReportScope, *, with_empty: bool
) -> Reading:
    """Read a report of a fiscal year."""
    activities = services.activities.all()
    if report is Report.TREASURY:
        return Reading(report, None, services.reports.treasury(scope), activities)
    years = years_of(services, scope)
    if report is Report.ACTIVITIES:
        before = years.before.label if years.before else ""
        sheet = activity_sheet(services.reports.by_activity(scope), before)
    elif report is Report.TIES:
        sheet = tie_sheet(services.reports.ties(scope))
    elif report is Report.FUNDS:
        sheet = _read_funds(services, scope)
    else:
        kind = StatementKind(report.value)
        found = services.reports.statements(scope, kind, *AT_THE_FOOT.get(kind, ()))
        sheet = _statement_sheet(found, scope, years, with_empty=with_empty)
    return Reading(report, sheet, None, activities)


def years_of(services: Services, scope: ReportScope) -> Years:
    """Return the fiscal year and the one before it."""
    years = services.fiscal_years.list()
    now = next(year for year in years if year.id == scope.fiscal_year_id)
    before = [year for year in years if year.ends_on < now.starts_on]
    return Years(now, max(before, key=lambda year: year.ends_on, default=None))


def _statement_sheet(
    found: Sequence[FinancialStatement], scope: ReportScope, years: Years, *, with_empty: bool
) -> Sheet:
    """Return a statement and what stands at its foot in one sheet."""
    known = known_of(found)
    columns = statement_columns(
        found[0],
        years.now.label,
        years.before.label if years.before else _("Year before"),
        known,
    )
    rows = [
        row
        for one in found
        for row in statement_rows(one, scope.activity_id, known, with_empty=with_empty)
    ]
    notes = [_note(one) for one in found]
    note, is_wrong = next((told for told in notes if told[1]), notes[0])
    return Sheet(columns, tuple(rows), note=note, is_wrong=is_wrong)


def _note(found: FinancialStatement) -> tuple[str, bool]:
    """Say whether the two sides that must be equal are."""
    codes = _EQUAL.get(found.kind)
    if found.unplaced:
        names = ", ".join(found.unplaced)
        return _("These accounts stand on no line: {names}").format(names=names), True
    if codes is None:
        return "", False
    first, second = (found.amount(code) for code in codes)
    if first == second:
        return _("Both sides are equal"), False
    gap = money_text(first - second)
    return _("The two sides differ by {amount}").format(amount=gap), True


def read_figure(
    services: Services, kind: StatementKind, code: str, scope: ReportScope
) -> Sheet:
    """Read the accounts behind a line of a statement."""
    found = services.reports.statement(kind, scope)
    line = found.line(code)
    rows = [
        SheetRow(
            one.row.number,
            (one.row.number, one.row.label, one.amount),
            opens=account_target(one.row.number, scope.activity_id),
        )
        for one in services.reports.accounts_of(code, scope)
    ]
    if line.amount is not None:
        rows.append(SheetRow("total", ("", _("Total"), line.amount), RowStyle.TOTAL))
    columns = (
        SheetColumn(_("Account"), is_text=True),
        SheetColumn(_("Name"), stretch=True),
        SheetColumn(_("Amount"), _("What the account brings to the figure")),
    )
    words = (_named(found, line), years_of(services, scope).now.label)
    told = (*words, activity_of(services, scope))
    return Sheet(columns, tuple(rows), title=" · ".join(filter(None, told)))


def _named(found: FinancialStatement, line: StatementLine) -> str:
    """Return what a line is called on its own: a total with the title that it ends."""
    if line.nature is not LineNature.TOTAL:
        return line.label
    before = found.lines[: found.lines.index(line)]
    titles = [one.label for one in before if one.nature is LineNature.TITLE]
    is_whole = line.code in {ASSETS_LINE, LIABILITIES_LINE}
    return line.label if is_whole or not titles else f"{titles[-1]} · {line.label}"


def read_month(services: Services, month: str, scope: ReportScope) -> Sheet:
    """Read the accounts of money in one month, given as ``2026-03-01``."""
    treasury = services.reports.treasury(scope)
    return month_sheet(treasury, dt.date.fromisoformat(month))


def _read_funds(services: Services, scope: ReportScope) -> Sheet:
    from coopdesk.ui.reports.fund_rows import fund_sheet

    # The first year is not recorded before the first entry.
    is_known = scope.fiscal_year_id > 0
    return fund_sheet(services.dedicated_funds.table(scope.fiscal_year_id) if is_known else ())
