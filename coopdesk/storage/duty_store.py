"""Read and write duties that were done, and dates of our own; read the yearly calendar."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.duties import DutyMark, MarkState, NewOwnDuty, OwnDuty
from coopdesk.domain.duty_rules import DutyRule, own_code
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.legal_parameters import Confidence
from coopdesk.storage.columns import table_of
from coopdesk.storage.legal_store import read_law
from coopdesk.storage.tables import DutyMarkRow, OwnDutyRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from coopdesk.storage.recorder import Recorder

_mark = table_of(DutyMarkRow)
_own = table_of(OwnDutyRow)


class DutyStore:
    """Duties that were done, and dates of our own of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # what was said of duties

    def marks(self) -> list[DutyMark]:
        """Return what was said of duties, the last first."""
        query = select(_mark).order_by(_mark.c.marked_on.desc(), _mark.c.id.desc())
        return [_to_mark(row) for row in self._connection.execute(query)]

    def mark(self, mark: DutyMark) -> None:
        """Store what was said of a duty for a period, in place of what was said before."""
        values = {"state": mark.state.value, "marked_on": mark.marked_on, "note": mark.note}
        known = self._mark_id(mark.code, mark.period)
        if known is None:
            key = {"code": mark.code, "period": mark.period}
            self._recorder.insert(_mark, {**key, **values})
        else:
            self._recorder.update(_mark, known, values)

    def unmark(self, code: str, period: str) -> bool:
        """Forget what was said of a duty for a period; return whether anything was."""
        known = self._mark_id(code, period)
        if known is not None:
            self._recorder.delete(_mark, known)
        return known is not None

    def _mark_id(self, code: str, period: str) -> int | None:
        query = select(_mark.c.id).where(_mark.c.code == code, _mark.c.period == period)
        return self._connection.execute(query).scalar()

    # dates of our own

    def own(self) -> list[OwnDuty]:
        """Return the dates of our own, by day."""
        rows = self._connection.execute(select(_own).order_by(_own.c.due_on, _own.c.id))
        return [_to_own(row) for row in rows]

    def get_own(self, own_id: int) -> OwnDuty:
        """Return one date of our own.

        Raises:
            NotFoundError: ``duty.missing``.
        """
        row = self._connection.execute(select(_own).where(_own.c.id == own_id)).one_or_none()
        if row is None:
            raise NotFoundError("duty.missing", id=own_id)
        return _to_own(row)

    def add_own(self, new: NewOwnDuty) -> int:
        """Store a date of our own and return its id."""
        return self._recorder.insert(_own, _values(new))

    def change_own(self, own_id: int, new: NewOwnDuty) -> bool:
        """Replace a date of our own; return whether anything differed."""
        return self._recorder.update(_own, own_id, _values(new))

    def remove_own(self, own_id: int) -> None:
        """Delete a date of our own with what was said of it."""
        query = select(_mark.c.id).where(_mark.c.code == own_code(own_id))
        self._recorder.delete_many(_mark, list(self._connection.execute(query).scalars()))
        self._recorder.delete(_own, own_id)


@cache
def duty_rules() -> tuple[DutyRule, ...]:
    """Return the yearly calendar of duties, in the order of its file.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    return tuple(
        DutyRule(
            code=entry["code"],
            when=entry["when"],
            source=entry["source"],
            confidence=Confidence(entry["confidence"]),
            parameter=entry.get("parameter", ""),
            remark=entry.get("remark", ""),
            page=entry.get("page", ""),
            target=_target(entry.get("target")),
        )
        for entry in read_law("duties.toml")["duty"]
    )


def _target(written: object) -> object:
    return tuple(written) if isinstance(written, list) else written


def _values(new: NewOwnDuty) -> dict[str, Any]:
    return {
        "title": new.title,
        "due_on": new.due_on,
        "repeat_months": new.repeat_months,
        "note": new.note,
    }


def _to_mark(row: Row[Any]) -> DutyMark:
    return DutyMark(row.code, row.period, MarkState(row.state), row.marked_on, row.note)


def _to_own(row: Row[Any]) -> OwnDuty:
    return OwnDuty(row.id, NewOwnDuty(row.title, row.due_on, row.repeat_months, row.note))
