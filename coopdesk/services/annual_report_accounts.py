"""Read the books of a year for its report, as the statements show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.annual_report_content import AccountsPart
from coopdesk.domain.financial_statements import StatementKind, statement
from coopdesk.domain.ledgers import ReportScope
from coopdesk.services.report_reading import (
    read_balance,
    statement_figures,
    statement_model,
    year_before,
)
from coopdesk.services.treasury_reading import read_treasury

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.storage.unit_of_work import Work


def read_accounts(work: Work, year: int, today: dt.date) -> AccountsPart:
    """Return the books of the fiscal year that ends in a calendar year, drafts included.

    Where several end in it, the last of them; where none does, there is nothing to tell.
    """
    ending = [one for one in work.fiscal_years.years() if one.ends_on.year == year]
    if not ending:
        return AccountsPart(None)
    fiscal = max(ending, key=lambda one: one.ends_on)
    scope, before = ReportScope(fiscal.id), year_before(work, fiscal)
    figures = statement_figures(work, scope, read_balance(work, scope))
    earlier = (
        () if before is None else read_treasury(work, ReportScope(before.id), today).months
    )
    return AccountsPart(
        fiscal,
        before,
        result=statement(StatementKind.RESULT, statement_model(), figures),
        balance_sheet=statement(StatementKind.BALANCE_SHEET, statement_model(), figures),
        treasury=read_treasury(work, scope, today).months,
        treasury_before=earlier,
    )
