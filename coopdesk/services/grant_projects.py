"""Use cases around projects that funders are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_project_rules import checked_project, checked_project_lines
from coopdesk.services.grant_activities import ensure_activity
from coopdesk.services.grant_layout import official_layout
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.grant_projects import GrantProject, NewGrantProject, NewProjectLine
    from coopdesk.storage.unit_of_work import Units, Work


class GrantProjectService:
    """Projects that funders are asked for."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self) -> list[GrantProject]:
        """Return the projects with their lines, the newest first."""
        with self._units.read() as work:
            return work.grant_projects.all()

    def get(self, project_id: int) -> GrantProject:
        """Return one project with its lines; raises NotFoundError."""
        with self._units.read() as work:
            return work.grant_projects.get(project_id)

    def id_named(self, text: str) -> int | None:
        """Return the id of the project of that title, None when there is none."""
        with self._units.read() as work:
            return work.grant_projects.id_named(text)

    def add(self, new: NewGrantProject) -> Outcome[GrantProject]:
        """Record a project.

        Raises:
            RuleError: a field is wrong, ``grant_project.title_taken``,
                ``grant_project.activity_taken``. FieldErrors: several fields are.
            NotFoundError: the activity is gone.
        """
        cleaned = checked_project(new)
        with self._units.write("grant_project.added", name=cleaned.title) as work:
            _refuse_taken(work, cleaned, None)
            made = work.grant_projects.get(work.grant_projects.add(cleaned))
            work.commit()
        return changed(made, Subject.GRANTS)

    def change(self, project_id: int, new: NewGrantProject) -> Outcome[GrantProject]:
        """Replace what is known of a project; raises as ``add``, and ``grant_project.booked``.

        The activity of a project that a grant was given for stays: the books have it.
        """
        cleaned = checked_project(new)
        with self._units.write("grant_project.changed", name=cleaned.title) as work:
            known = work.grant_projects.get(project_id)
            _refuse_taken(work, cleaned, project_id)
            if cleaned.activity_id != known.content.activity_id:
                _refuse_granted(work, known)
            work.grant_projects.change(project_id, cleaned)
            made = work.grant_projects.get(project_id)
            work.commit()
        return changed(made, Subject.GRANTS)

    def remove(self, project_id: int) -> Outcome[GrantProject]:
        """Remove a project for which nothing was asked; its activity stays.

        Raises:
            RuleError: ``grant_project.in_use`` with the number of requests. NotFoundError.
        """
        with self._units.write("grant_project.removed") as work:
            known = work.grant_projects.get(project_id)
            title = known.content.title
            work.recorder.relabel(name=title)
            if known.requests:
                raise RuleError("grant_project.in_use", name=title, count=known.requests)
            work.grant_projects.remove(project_id)
            work.commit()
        return changed(known, Subject.GRANTS)

    def set_lines(
        self, project_id: int, lines: Sequence[NewProjectLine]
    ) -> Outcome[GrantProject]:
        """Replace the budget of a project, in the official layout; lines of zero are left out.

        Raises:
            RuleError: ``grant_project.line_…``, ``grant_project.amount_wrong``.
            NotFoundError: the project, or a request that a line counts on, is gone.
        """
        cleaned = checked_project_lines(lines, official_layout().by_code)
        with self._units.write("grant_project.lines_set") as work:
            known = work.grant_projects.get(project_id)
            work.recorder.relabel(name=known.content.title)
            for one in cleaned:
                if one.request_id is not None:
                    work.grant_requests.get(one.request_id)
            work.grant_projects.set_lines(project_id, cleaned)
            made = work.grant_projects.get(project_id)
            work.commit()
        return changed(made, Subject.GRANTS)

    def ensure_activity(self, project_id: int) -> Outcome[int]:
        """Return the id of a project's activity, made where there is none."""
        with self._units.write("grant_project.activity_made") as work:
            work.recorder.relabel(name=work.grant_projects.get(project_id).content.title)
            activity_id = ensure_activity(work, project_id)
            work.commit()
        return changed(activity_id, Subject.GRANTS, Subject.ACTIVITIES)


def _refuse_taken(work: Work, new: NewGrantProject, project_id: int | None) -> None:
    if work.grant_projects.id_named(new.title) not in {None, project_id}:
        raise RuleError("grant_project.title_taken", field="title", name=new.title)
    if new.activity_id is None:
        return
    name = work.activities.get(new.activity_id).name
    if work.grant_projects.of_activity(new.activity_id) not in {None, project_id}:
        raise RuleError("grant_project.activity_taken", field="activity_id", name=name)


def _refuse_granted(work: Work, project: GrantProject) -> None:
    """Raise when a grant of the project is in the books under the activity it has."""
    title = project.content.title
    if project.content.activity_id is None:
        return
    for request in work.grant_requests.all():
        if request.content.project_id == project.id and request.award is not None:
            raise RuleError("grant_project.booked", field="activity_id", name=title)
