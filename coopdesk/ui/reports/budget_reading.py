"""Reads a budget and makes its rows; everything here runs on the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.budgets import BudgetState
from coopdesk.ui.reports.budget_rows import comparison_sheet, line_sheet
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.activities import Activity
    from coopdesk.domain.budgets import BudgetVersion
    from coopdesk.services.registry import Services
    from coopdesk.ui.reports.sheets import Sheet


class BudgetReading(NamedTuple):
    """The budgets of a fiscal year, the one that is shown, its rows."""

    versions: list[BudgetVersion]
    version: BudgetVersion | None
    others: list[tuple[str, BudgetVersion]]
    sheet: Sheet
    activities: list[Activity]


class BudgetWanted(NamedTuple):
    """Which budget is asked for, and how; ``version_id`` None is the one in force."""

    fiscal_year_id: int
    version_id: int | None
    activity_id: int | None
    by_line: bool


def read_budget(services: Services, wanted: BudgetWanted) -> BudgetReading:
    """Read a budget: against what came, or line by line."""
    budgets = services.budgets
    versions = budgets.versions(wanted.fiscal_year_id)
    chosen = [one for one in versions if one.id == wanted.version_id] or versions[:1]
    version = chosen[0] if chosen else None
    if wanted.by_line:
        lines = [] if version is None else budgets.lines(version.id)
        activity = wanted.activity_id
        kept = [one for one in lines if activity in {None, one.content.activity_id}]
        sheet = line_sheet(kept)
    else:
        key = None if version is None else version.id
        found = budgets.compare(wanted.fiscal_year_id, key, wanted.activity_id)
        sheet = comparison_sheet(found, wanted.activity_id)
    others = [
        (year.label, one)
        for year in services.fiscal_years.list()
        for one in budgets.versions(year.id)
    ]
    return BudgetReading(versions, version, others, sheet, services.activities.all())


def version_text(version: BudgetVersion) -> str:
    """Return what a budget is called in the list of budgets."""
    if version.state is BudgetState.ADOPTED and version.adopted_on is not None:
        return _("{name} · adopted on {day}").format(
            name=version.content.name, day=day_text(version.adopted_on)
        )
    return _("{name} · draft").format(name=version.content.name)
