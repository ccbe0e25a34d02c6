"""Read and write projects that funders are asked for, and the lines they plan."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.grant_projects import (
    PROJECT_TEXTS,
    GrantProject,
    NewGrantProject,
    NewProjectLine,
    ProjectLine,
)
from coopdesk.domain.money import Money, total
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ActivityRow,
    GrantProjectLineRow,
    GrantProjectRow,
    GrantRequestRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_activity = table_of(ActivityRow)
_line = table_of(GrantProjectLineRow)
_project = table_of(GrantProjectRow)
_request = table_of(GrantRequestRow)


class GrantProjectStore:
    """Projects that funders are asked for, of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewGrantProject) -> int:
        """Store a project and return its id."""
        return self._recorder.insert(_project, _values(new))

    def change(self, project_id: int, new: NewGrantProject) -> bool:
        """Replace what is known of a project; return whether anything differed."""
        return self._recorder.update(_project, project_id, _values(new))

    def set_activity(self, project_id: int, activity_id: int | None) -> bool:
        """Say which activity the money of a project is; return whether that differed."""
        return self._recorder.update(_project, project_id, {"activity_id": activity_id})

    def remove(self, project_id: int) -> None:
        """Delete a project that no request names, with its lines."""
        self._delete_lines(project_id)
        self._recorder.delete(_project, project_id)

    def set_lines(self, project_id: int, lines: Sequence[NewProjectLine]) -> None:
        """Store the lines of a project in place of those it had, in their order."""
        self._delete_lines(project_id)
        rows = [
            {
                "project_id": project_id,
                "line": one.line,
                "label": one.label,
                "amount_cents": one.amount.cents,
                "grant_request_id": one.request_id,
                "position": position,
            }
            for position, one in enumerate(lines, start=1)
        ]
        self._recorder.insert_many(_line, rows)

    def forget_request(self, request_id: int) -> None:
        """Let planned lines count on a request no more: it is about to go."""
        query = select(_line.c.id).where(_line.c.grant_request_id == request_id)
        ids = list(self._connection.execute(query).scalars())
        self._recorder.update_many(_line, {key: {"grant_request_id": None} for key in ids})

    def get(self, project_id: int) -> GrantProject:
        """Return one project with its lines.

        Raises:
            NotFoundError: ``grant_project.missing``.
        """
        query = _projects().where(_project.c.id == project_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("grant_project.missing", id=project_id)
        return _to_domain(row, self._lines(project_id).get(project_id, []))

    def all(self) -> list[GrantProject]:
        """Return the projects with their lines, the newest first."""
        query = _projects().order_by(_project.c.id.desc())
        lines = self._lines()
        return [_to_domain(x, lines.get(x.id, [])) for x in self._connection.execute(query)]

    def of_activity(self, activity_id: int) -> int | None:
        """Return the id of the project whose money is that of an activity."""
        query = select(_project.c.id).where(_project.c.activity_id == activity_id)
        return self._connection.execute(query).scalar()

    def id_named(self, text: str) -> int | None:
        """Return the id of the project of that title, whatever case and accents."""
        query = select(_project.c.id).where(_project.c.title_key == fold(text))
        return self._connection.execute(query).scalar()

    def _delete_lines(self, project_id: int) -> None:
        query = select(_line.c.id).where(_line.c.project_id == project_id)
        self._recorder.delete_many(_line, list(self._connection.execute(query).scalars()))

    def _lines(self, project_id: int | None = None) -> dict[int, list[ProjectLine]]:
        query = (
            select(_line, _request.c.title.label("request_title"))
            .outerjoin(_request, _request.c.id == _line.c.grant_request_id)
            .order_by(_line.c.project_id, _line.c.position, _line.c.id)
        )
        if project_id is not None:
            query = query.where(_line.c.project_id == project_id)
        found: dict[int, list[ProjectLine]] = defaultdict(list)
        for row in self._connection.execute(query):
            content = NewProjectLine(
                row.line, Money(row.amount_cents), row.label, row.grant_request_id
            )
            one = ProjectLine(row.id, row.project_id, content, row.request_title or "")
            found[row.project_id].append(one)
        return found


def _projects() -> Select[Any]:
    requests = (
        select(func.count(_request.c.id))
        .where(_request.c.project_id == _project.c.id)
        .scalar_subquery()
    )
    return select(
        _project, _activity.c.name.label("activity_name"), requests.label("requests")
    ).outerjoin(_activity, _activity.c.id == _project.c.activity_id)


def _values(new: NewGrantProject) -> dict[str, Any]:
    return {
        "title": new.title,
        "title_key": fold(new.title),
        "activity_id": new.activity_id,
        "starts_on": new.starts_on,
        "ends_on": new.ends_on,
        **{name: getattr(new, name) for name in PROJECT_TEXTS},
    }


def _to_domain(row: Row[Any], lines: Sequence[ProjectLine]) -> GrantProject:
    content = NewGrantProject(
        title=row.title,
        activity_id=row.activity_id,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        **{name: getattr(row, name) for name in PROJECT_TEXTS},
    )

    def of_class(number: str) -> Money:
        return total(x.content.amount for x in lines if x.content.line.startswith(number))

    return GrantProject(
        id=row.id,
        content=content,
        activity_name=row.activity_name or "",
        expenses=of_class("6"),
        income=of_class("7"),
        requests=row.requests,
        lines=tuple(lines),
    )
