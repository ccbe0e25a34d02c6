"""Read and write groups, who takes part in them, and the events they are tied to."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.groups import (
    EventTie,
    Group,
    GroupKind,
    GroupPurpose,
    NewGroup,
    Part,
    TiedEvent,
)
from coopdesk.domain.text import fold
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.tables import (
    ActionRegisterUseRow,
    ActivityRow,
    AttachmentRow,
    ContactRow,
    EventReportItemRow,
    EventRow,
    GroupEventRow,
    GroupMemberRow,
    GroupObjectiveRow,
    GroupOutputRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row, Table

    from coopdesk.storage.recorder import Recorder

_activity = table_of(ActivityRow)
_contact = table_of(ContactRow)
_event = table_of(EventRow)
_group = table_of(WorkingGroupRow)
_item = table_of(EventReportItemRow)
_member = table_of(GroupMemberRow)
_objective = table_of(GroupObjectiveRow)
_output = table_of(GroupOutputRow)
_tie = table_of(GroupEventRow)
_use = table_of(ActionRegisterUseRow)
_file = table_of(AttachmentRow)
_parent = _group.alias("parent")
_named = {
    name: _contact.alias(name)
    for name in ("initiator", "bearer", "referent", "referent_organisation")
}


class GroupStore:
    """The groups of one unit of work; a part in a group is written by ``work.ties``."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewGroup) -> int:
        """Store a group and return its id."""
        return self._recorder.insert(_group, _values(new))

    def change(self, group_id: int, new: NewGroup) -> bool:
        """Replace what is known of a group; return whether anything differed."""
        return self._recorder.update(_group, group_id, _values(new))

    def number(self, numbers: Mapping[int, int]) -> None:
        """Give chantiers of one programme these numbers, by id.

        Two may swap: no two of a programme ever share a number, so all are freed first.
        """
        known = self._numbers(list(numbers))
        moved = {key: number for key, number in numbers.items() if known.get(key) != number}
        self._recorder.update_many(_group, {key: {"number": None} for key in moved})
        self._recorder.update_many(_group, {key: {"number": x} for key, x in moved.items()})

    def _numbers(self, ids: Sequence[int]) -> dict[int, int | None]:
        query = select(_group.c.id, _group.c.number).where(_group.c.id.in_(ids))
        return {row.id: row.number for row in self._connection.execute(query)}

    def close(self, group_id: int, on: dt.date | None, summary: str) -> bool:
        """Say when a group ended and what became of it; return whether anything differed."""
        return self._recorder.update(_group, group_id, {"ended_on": on, "summary": summary})

    def delete(self, group_id: int) -> None:
        """Delete a group with its parts, objectives, outputs and ties.

        Themes of reports that became the group are themes again.
        """
        outputs = self._ids(_output, group_id)
        for ids in in_batches(outputs):
            query = select(_use.c.id).where(_use.c.output_id.in_(ids))
            self._recorder.delete_many(_use, read_ids(self._connection, query))
        for table in (_use, _output, _objective, _tie, _member):
            for ids in in_batches(self._ids(table, group_id)):
                self._recorder.delete_many(table, ids)
        themes = self._ids(_item, group_id)
        self._recorder.update_many(_item, {key: {"group_id": None} for key in themes})
        self._recorder.delete(_group, group_id)

    def _ids(self, table: Table, group_id: int) -> list[int]:
        query = select(table.c.id).where(table.c.group_id == group_id)
        return read_ids(self._connection, query)

    def get(self, group_id: int) -> Group:
        """Return one group with the names of those it names.

        Raises:
            NotFoundError: ``group.missing``.
        """
        query = select(
            _group,
            _parent.c.name.label("parent_name"),
            *(table.c.name.label(f"{name}_name") for name, table in _named.items()),
            _named["referent"].c.email.label("own_email"),
        ).select_from(_group.outerjoin(_parent, _parent.c.id == _group.c.parent_id))
        for name, table in _named.items():
            query = query.outerjoin(table, table.c.id == _group.c[f"{name}_id"])
        row = self._connection.execute(query.where(_group.c.id == group_id)).one_or_none()
        if row is None:
            raise NotFoundError("group.missing", id=group_id)
        return _to_group(row)

    def id_named(self, name: str) -> int | None:
        """Return the id of the group of that name, whatever its case and accents."""
        query = select(_group.c.id).where(_group.c.sort_key == fold(name))
        return self._connection.execute(query).scalar()

    def numbered(self, programme_id: int, number: int) -> int | None:
        """Return the chantier of a programme that has a number."""
        query = select(_group.c.id).where(
            _group.c.parent_id == programme_id, _group.c.number == number
        )
        return self._connection.execute(query).scalar()

    def next_number(self, programme_id: int) -> int:
        """Return the number behind the last chantier of a programme."""
        query = select(func.max(_group.c.number)).where(_group.c.parent_id == programme_id)
        return (self._connection.execute(query).scalar() or 0) + 1

    def parts_of_programme(self, programme_id: int) -> list[int]:
        """Return the groups of a programme: the chantiers by number, then the others."""
        query = select(_group.c.id).where(_group.c.parent_id == programme_id)
        query = query.order_by(_group.c.number.is_(None), _group.c.number, _group.c.sort_key)
        return list(self._connection.execute(query).scalars())

    def activity_of(self, group_id: int) -> int | None:
        """Return the activity that the money of a group belongs to."""
        query = select(_activity.c.id).where(_activity.c.working_group_id == group_id)
        return self._connection.execute(query).scalar()

    def has_files(self, group_id: int) -> bool:
        """Tell whether files are kept with a group."""
        query = select(_file.c.id).where(_file.c.working_group_id == group_id).limit(1)
        return self._connection.execute(query).first() is not None

    # who takes part

    def parts(self, group_id: int) -> list[Part]:
        """Return who takes or took part: those in force first, in French order."""
        query = (
            select(_member, _contact.c.name, _contact.c.kind)
            .join(_contact, _contact.c.id == _member.c.contact_id)
            .where(_member.c.group_id == group_id, _contact.c.state == "active")
            .order_by(_member.c.ended_on.is_not(None), _contact.c.sort_key, _member.c.id)
        )
        return [_to_part(row) for row in self._connection.execute(query)]

    def sign_charter(self, part_ids: Sequence[int], on: dt.date | None) -> int:
        """Say when those with these parts signed the charter; return how many differed."""
        rows = {key: {"charter_signed_on": on} for key in part_ids}
        return self._recorder.update_many(_member, rows)

    def end_parts(self, group_id: int, on: dt.date) -> int:
        """End the parts that last beyond a day, none before it began; return how many."""
        query = select(_member.c.id, _member.c.started_on).where(
            _member.c.group_id == group_id,
            or_(_member.c.ended_on.is_(None), _member.c.ended_on > on),
        )
        rows = {
            row.id: {"ended_on": max(on, row.started_on or on)}
            for row in self._connection.execute(query)
        }
        return self._recorder.update_many(_member, rows)

    def open_parts(self, group_id: int, ended_on: dt.date) -> int:
        """Let those whose part ended with the group take part again; return how many."""
        started, ended = _member.c.started_on, _member.c.ended_on
        came_later = and_(started > ended_on, ended == started)
        query = select(_member.c.id).where(
            _member.c.group_id == group_id, or_(ended == ended_on, came_later)
        )
        ids = read_ids(self._connection, query)
        return self._recorder.update_many(_member, {key: {"ended_on": None} for key in ids})

    # events

    def tie_event(self, group_id: int, event_id: int, tie: EventTie) -> int:
        """Tie a group to an event, once; return the id of the tie.

        Raises:
            NotFoundError: ``event.missing``.
        """
        self.event_title(event_id)
        known = self._tie_id(group_id, event_id, tie)
        if known is not None:
            return known
        return self._recorder.insert(
            _tie, {"group_id": group_id, "event_id": event_id, "kind": tie.value}
        )

    def untie_event(self, group_id: int, event_id: int, tie: EventTie) -> bool:
        """Take a tie away; return whether there was one."""
        known = self._tie_id(group_id, event_id, tie)
        if known is None:
            return False
        self._recorder.delete(_tie, known)
        return True

    def _tie_id(self, group_id: int, event_id: int, tie: EventTie) -> int | None:
        query = select(_tie.c.id).where(
            _tie.c.group_id == group_id,
            _tie.c.event_id == event_id,
            _tie.c.kind == tie.value,
        )
        return self._connection.execute(query).scalar()

    def events_of(self, group_id: int) -> list[TiedEvent]:
        """Return the events a group is tied to: its origin first, then by day."""
        query = (
            select(_tie.c.event_id, _event.c.title, _event.c.starts_on, _tie.c.kind)
            .join(_event, _event.c.id == _tie.c.event_id)
            .where(_tie.c.group_id == group_id)
            .order_by(_tie.c.kind.desc(), _event.c.starts_on, _event.c.id)
        )
        return [
            TiedEvent(row.event_id, row.title, row.starts_on, EventTie(row.kind))
            for row in self._connection.execute(query)
        ]

    def event_title(self, event_id: int) -> str:
        """Return what an event is called.

        Raises:
            NotFoundError: ``event.missing``.
        """
        query = select(_event.c.title).where(_event.c.id == event_id)
        title = self._connection.execute(query).scalar()
        if title is None:
            raise NotFoundError("event.missing", id=event_id)
        return str(title)


def _values(new: NewGroup) -> dict[str, Any]:
    return {
        **asdict(new),
        "sort_key": fold(new.name),
        "kind": new.kind.value,
        "purpose": new.purpose.value,
    }


def _to_group(row: Row[Any]) -> Group:
    fields = {name: getattr(row, name) for name in NewGroup.__dataclass_fields__}
    fields.update(kind=GroupKind(row.kind), purpose=GroupPurpose(row.purpose))
    return Group(
        id=row.id,
        content=NewGroup(**fields),
        parent_name=row.parent_name or "",
        **{name: getattr(row, f"{name}_name") or "" for name in _named},
        contact_email=row.referent_email or row.own_email or "",
    )


def _to_part(row: Row[Any]) -> Part:
    return Part(
        id=row.id,
        group_id=row.group_id,
        contact_id=row.contact_id,
        name=row.name,
        is_structure=row.kind == "organisation",
        role=row.role,
        started_on=row.started_on,
        ended_on=row.ended_on,
        charter_signed_on=row.charter_signed_on,
    )
