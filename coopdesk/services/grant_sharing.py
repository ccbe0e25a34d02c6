"""Read within one unit of work who pays what of a project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.grant_layout import LayoutSection, LayoutSide
from coopdesk.domain.grant_requests import RequestForm, RequestState
from coopdesk.domain.grant_sharing import ProjectShares, ProjectSharing, shared_costs
from coopdesk.domain.grant_states import funder_of
from coopdesk.domain.grant_stretches import Days, overlap, shared_over, stretches
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

    A grant that was given to its activity on its days, without naming it, pays for it as well.
    """
    tables = read_project_tables(work, project)
    own = _days_of(tables)
    asked = _asked(work, project, own)
    hoped = [x for x in asked if x.award is not None or x.state in _OPEN]
    grants = [
        (request, days)
        for request in asked
        if request.award is not None and (days := days_of(work, request)) is not None
    ]
    spans = [*own, *(days for x, days in grants if x.content.project_id == project.id)]
    cuts = stretches([*spans, *(days for _request, days in grants)])
    counted = tuple(one for one in cuts if any(overlap(one, span) for span in spans))
    funders = [(funder_of(request), days) for request, days in grants]
    return ProjectSharing(
        project.id,
        project.content.title,
        _actual(work, tables.activity_id, funders, counted),
        shared_costs(tables.costs(planned=True), [_hoped(x) for x in hoped]),
        {line.code: line.label for line in official_layout().lines},
        total(x.planned for x in tables.of(LayoutSide.EXPENSE, LayoutSection.INDIRECT)),
        counted,
    )


def _asked(work: Work, project: GrantProject, own: Sequence[Days]) -> list[GrantRequest]:
    """Return the requests for money of a project, and grants of its activity beside it."""
    return [
        x
        for x in work.grant_requests.all()
        if x.content.form is RequestForm.MONEY
        and (x.content.project_id == project.id or _is_beside(work, x, project, own))
    ]


def _is_beside(
    work: Work, request: GrantRequest, project: GrantProject, own: Sequence[Days]
) -> bool:
    """Tell whether a grant was given to the activity of a project on days of its own."""
    activity_id = project.content.activity_id
    is_of_activity = activity_id is not None and request.activity_id == activity_id
    if not is_of_activity or request.award is None or request.content.project_id is not None:
        return False
    days = days_of(work, request)
    return days is not None and any(overlap(days, one) for one in own)


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
