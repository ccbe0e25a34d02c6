"""The activity of a project: the axis of the books that its money is part of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.activities import NAME_LIMIT, ActivityKind, NewActivity
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from coopdesk.domain.grant_projects import GrantProject
    from coopdesk.domain.grants import NewGrantAward
    from coopdesk.storage.unit_of_work import Work


def ensure_activity(work: Work, project_id: int) -> int:
    """Return the id of a project's activity, which is made where there is none yet.

    To be called within the unit of work of whatever needs it. Raises NotFoundError.
    """
    project = work.grant_projects.get(project_id)
    if project.content.activity_id is not None:
        return project.content.activity_id
    new = NewActivity(
        name=_free_name(work, project.content.title[:NAME_LIMIT]),
        kind=ActivityKind.PROJECT,
        starts_on=project.content.starts_on,
        ends_on=project.content.ends_on,
    )
    activity_id = work.activities.add(new)
    work.grant_projects.set_activity(project_id, activity_id)
    return activity_id


def in_project(work: Work, award: NewGrantAward, project_id: int | None) -> NewGrantAward:
    """Return an award with the activity of its project; without a project as it is.

    A project without an activity takes that of the award, unless another project has it.
    """
    if project_id is None:
        return award
    project: GrantProject = work.grant_projects.get(project_id)
    own = award.activity_id
    is_free = own is not None and work.grant_projects.of_activity(own) is None
    if project.content.activity_id is None and is_free:
        work.grant_projects.set_activity(project_id, own)
    return replace(award, activity_id=ensure_activity(work, project_id))


def _free_name(work: Work, name: str) -> str:
    """Return a name that no activity has yet: with a number if it is taken."""
    known = {fold(one.name) for one in work.activities.all()}
    number = 1
    found = name
    while fold(found) in known:
        number += 1
        more = f" – {number}"
        found = name[: NAME_LIMIT - len(more)] + more
    return found
