"""Use cases around what grants were used for, from the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.grant_states import GrantSpending
from coopdesk.domain.grant_tables import ApplicationTables, GrantTables
from coopdesk.services.grant_book_reading import (
    read_budget_tables,
    read_project_tables,
    read_request_tables,
    years_within,
)
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.grant_sharing import read_sharing
from coopdesk.services.grant_states import days_of, read_states

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.budgets import BudgetVersion
    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.domain.grant_sharing import ProjectSharing
    from coopdesk.domain.grant_states import GrantState
    from coopdesk.domain.grant_tables import GrantBookLine
    from coopdesk.storage.unit_of_work import Units, Work

_EXPENSES, _TO_FUNDS = "6", "689"


class GrantReportService:
    """What grants were used for, from the books; each raises NotFoundError of what is gone."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def tables(self, request_id: int) -> GrantTables:
        """Return what was planned, what the books have, and percent (15059*02)."""
        with self._units.read() as work:
            return read_request_tables(work, work.grant_requests.get(request_id))

    def project_tables(self, project_id: int) -> GrantTables:
        """Return the same tables of a project, whoever pays for it."""
        with self._units.read() as work:
            return read_project_tables(work, work.grant_projects.get(project_id))

    def application(self, request_id: int) -> ApplicationTables:
        """Return the budgets that a request shows, and its percent of all income (12156*06)."""
        with self._units.read() as work:
            return read_application(work, work.grant_requests.get(request_id), self._today())

    def sharing(self, project_id: int) -> ProjectSharing:
        """Return who pays what of a project, nothing twice, and who still owes what.

        Of real costs, what was granted counts; of planned ones, also what is asked for.
        """
        with self._units.read() as work:
            return read_sharing(work, work.grant_projects.get(project_id))

    def state(self, request_id: int) -> GrantState:
        """Return a request with its figures today: paid, spent, due, and when to report."""
        with self._units.read() as work:
            request = work.grant_requests.get(request_id)
            [state] = read_states(work, [request], self._today())
        return state

    def spending(self, request_id: int) -> GrantSpending:
        """Return the entries behind what a grant was spent on, drafts included."""
        with self._units.read() as work:
            request = work.grant_requests.get(request_id)
            [state] = read_states(work, [request], self._today())
            return GrantSpending(state, days_of(work, request), _spent_lines(work, request))


def read_application(work: Work, request: GrantRequest, today: dt.date) -> ApplicationTables:
    """Return the budgets of a request within one unit of work."""
    project = read_request_tables(work, request)
    version = _budget_of(work, request, today)
    association, year = None, ""
    if version is not None:
        association = read_budget_tables(work, version)
        year = work.fiscal_years.get(version.content.fiscal_year_id).label
    return ApplicationTables(project, association, year, request.content.asked)


def _spent_lines(work: Work, request: GrantRequest) -> dict[str, tuple[GrantBookLine, ...]]:
    """Return the expenses of its activity on its days, as ``read_states`` adds them up."""
    days = days_of(work, request)
    if days is None or request.activity_id is None:
        return {}
    years = [year.id for year in years_within(work, days)]
    found: dict[str, list[GrantBookLine]] = {}
    lines = work.grant_books.lines(years, request.activity_id, (_EXPENSES,))
    for one in sorted(lines, key=lambda x: x.account):
        if days[0] <= one.entry_on <= days[1] and not one.account.startswith(_TO_FUNDS):
            line = official_layout().line_of(one.account)
            found.setdefault(line.label if line is not None else "", []).append(one)
    return {name: tuple(them) for name, them in found.items()}


def _budget_of(work: Work, request: GrantRequest, today: dt.date) -> BudgetVersion | None:
    """Return the budget that a request names, else the one that counts when it begins."""
    version_id = request.content.budget_version_id
    if version_id is not None:
        return work.budgets.get(version_id)
    days = days_of(work, request)
    year = work.fiscal_years.holding(days[0] if days is not None else today)
    return None if year is None else next(iter(work.budgets.versions(year.id)), None)
