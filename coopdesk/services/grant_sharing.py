"""Read within one unit of work who pays what of a project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.grant_layout import LayoutSection, LayoutSide
from coopdesk.domain.grant_requests import RequestForm, RequestState
from coopdesk.domain.grant_sharing import ProjectShares, ProjectSharing, shared_costs
from coopdesk.domain.grant_states import funder_of
from coopdesk.domain.grant_stretches import Days, shared_over, stretches
from coopdesk.domain.money import Money, total
from coopdesk.services.grant_book_reading import read_project_tables
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.grant_states import costs_on, days_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.grant_projects import GrantProject
    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.domain.grant_sharing import Funder
    from coopdesk.domain.grant_tables import GrantTables
    from coopdesk.storage.unit_of_work import Work

_OPEN = frozenset({RequestState.DRAFT, RequestState.SENT})


def read_sharing(work: Work, project: GrantProject) -> ProjectSharing:
    """Return who pays what of a project: of its real costs on their days, and of its plan.

    A grant that was given to its activity without naming the project pays for it as well.
    """
    tables = read_project_tables(work, project)
    known = work.grant_requests.all()
    asked = [x for x in known if x.content.form is RequestForm.MONEY and _is_of(x, project)]
    granted = [x for x in asked if x.award is not None]
    hoped = [x for x in asked if x.award is not None or x.state in _OPEN]
    grants = [
        (funder_of(request), days)
        for request in granted
        if (days := days_of(work, request)) is not None
    ]
    counted = stretches([*_days_of(tables), *(days for _funder, days in grants)])
    return ProjectSharing(
        project.id,
        project.content.title,
        _actual(work, tables.activity_id, grants, counted),
        shared_costs(tables.costs(planned=True), [_hoped(x) for x in hoped]),
        {line.code: line.label for line in official_layout().lines},
        total(x.planned for x in tables.of(LayoutSide.EXPENSE, LayoutSection.INDIRECT)),
        tuple(counted),
    )


def _is_of(request: GrantRequest, project: GrantProject) -> bool:
    activity_id = project.content.activity_id
    is_of_activity = activity_id is not None and request.activity_id == activity_id
    return request.content.project_id == project.id or is_of_activity


def _hoped(request: GrantRequest) -> Funder:
    """Return who may pay: up to what was granted, else to what is asked for."""
    funder = funder_of(request)
    if request.award is not None:
        return funder
    return replace(funder, granted=request.content.asked)


def _actual(
    work: Work,
    activity_id: int | None,
    grants: Sequence[tuple[Funder, Days]],
    counted: Sequence[Days],
) -> ProjectShares:
    """Share what was spent: by each funder on its own days, the rest by nobody."""
    costs: dict[Days, dict[str, Money]] = {}
    if activity_id is not None:
        costs = {one: costs_on(work, activity_id, one) for one in counted}
    shares = shared_over(grants, costs)
    order = {line.code: at for at, line in enumerate(official_layout().lines)}
    told = [x for x in shares.costs if x.cost or x.shared]
    return ProjectShares(tuple(sorted(told, key=lambda x: order[x.line])), shares.funders)


def _days_of(tables: GrantTables) -> list[Days]:
    """Return the days of a project, else those of all that was read."""
    if tables.days is not None:
        return [tables.days]
    if tables.starts_on is None or tables.ends_on is None:
        return []
    return [(tables.starts_on, tables.ends_on)]
