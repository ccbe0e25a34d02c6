"""What the views of projects and calls read on the worker."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.grant_requests import RequestFilter
from coopdesk.domain.text import fold
from coopdesk.ui.grants.project_columns import call_sort, project_sort

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.grant_projects import GrantProject
    from coopdesk.domain.grant_requests import GrantCall
    from coopdesk.domain.grant_sharing import ProjectSharing
    from coopdesk.domain.grant_states import GrantState
    from coopdesk.domain.grant_tables import GrantTables
    from coopdesk.services.registry import Services
    from coopdesk.ui.grants.reading import Wanted


class ProjectsShown(enum.Enum):
    """Which projects are listed."""

    CURRENT = "current"
    OVER = "over"
    ALL = "all"


class CallsShown(enum.Enum):
    """Which calls for projects are listed."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """A project with its budget, who pays what of it, and what was asked for it."""

    project: GrantProject
    tables: GrantTables
    sharing: ProjectSharing
    requests: tuple[GrantState, ...]


@dataclass(frozen=True, slots=True)
class CallRecord:
    """A call for projects with what was asked under it."""

    call: GrantCall
    requests: tuple[GrantState, ...]
    today: dt.date


def read_projects(
    services: Services, wanted: Wanted, today: dt.date
) -> tuple[dict[int, GrantProject], bool]:
    """Return the projects that are asked for, and whether there is any."""
    known = services.grant_projects.all()
    text = fold(wanted.text)
    kept = [x for x in known if text in fold(x.content.title) and _keeps(x, wanted, today)]
    key = project_sort(wanted.sort)
    if key is not None:
        kept.sort(key=key, reverse=wanted.descending)
    return {one.id: one for one in kept}, bool(known)


def _keeps(project: GrantProject, wanted: Wanted, today: dt.date) -> bool:
    if wanted.shown is ProjectsShown.ALL:
        return True
    ends_on = project.content.ends_on
    is_over = ends_on is not None and ends_on < today
    return is_over is (wanted.shown is ProjectsShown.OVER)


def read_project(services: Services, project_id: int) -> ProjectRecord:
    """Return everything known of a project; raises NotFoundError."""
    reports = services.grant_reports
    return ProjectRecord(
        services.grant_projects.get(project_id),
        reports.project_tables(project_id),
        reports.sharing(project_id),
        services.grant_requests.states(RequestFilter(project_id=project_id)),
    )


def read_calls(services: Services, wanted: Wanted) -> tuple[dict[int, GrantCall], bool]:
    """Return the calls that are asked for, and whether there is any."""
    known = services.grant_calls.all()
    text = fold(wanted.text)
    kept = [
        one
        for one in known
        if text in fold(f"{one.content.title} {one.funder_name}")
        and (wanted.shown is CallsShown.ALL or one.is_open is (wanted.shown is CallsShown.OPEN))
    ]
    key = call_sort(wanted.sort)
    if key is not None:
        kept.sort(key=key, reverse=wanted.descending)
    return {one.id: one for one in kept}, bool(known)


def read_call(services: Services, call_id: int, today: dt.date) -> CallRecord:
    """Return everything known of a call; raises NotFoundError."""
    return CallRecord(
        services.grant_calls.get(call_id),
        services.grant_requests.states(RequestFilter(call_id=call_id)),
        today,
    )
