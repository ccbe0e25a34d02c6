"""Entries of a time-line about ties: joining and leaving groups and organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from coopdesk.domain.timeline import EntryKind, TimelineEntry
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AffiliationRow,
    ContactRow,
    GroupMemberRow,
    OperationChangeRow,
    OperationRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Table

_affiliation = table_of(AffiliationRow)
_change = table_of(OperationChangeRow)
_group = table_of(WorkingGroupRow)
_member = table_of(GroupMemberRow)
_operation = table_of(OperationRow)
_person = table_of(ContactRow).alias("person")
_organisation = table_of(ContactRow).alias("organisation")


def tie_entries(connection: Connection, ids: Sequence[int]) -> list[TimelineEntry]:
    """Return an entry for each beginning and each end of a tie; undated ones by the journal."""
    return [*_group_entries(connection, ids), *_affiliation_entries(connection, ids)]


def _group_entries(connection: Connection, ids: Sequence[int]) -> list[TimelineEntry]:
    query = (
        select(_member, _group.c.name)
        .join(_group, _group.c.id == _member.c.group_id)
        .where(_member.c.contact_id.in_(ids))
    )
    rows = connection.execute(query).all()
    recorded = _recorded(connection, _member, rows)
    entries = []
    for row in rows:
        values = {"group": row.name, "role": row.role}
        entries += _both_ends(EntryKind.GROUP, row, recorded, values)
    return entries


def _affiliation_entries(connection: Connection, ids: Sequence[int]) -> list[TimelineEntry]:
    concerned = or_(_affiliation.c.person_id.in_(ids), _affiliation.c.organisation_id.in_(ids))
    query = (
        select(
            _affiliation,
            _person.c.name.label("person"),
            _organisation.c.name.label("organisation"),
        )
        .join(_person, _person.c.id == _affiliation.c.person_id)
        .join(_organisation, _organisation.c.id == _affiliation.c.organisation_id)
        .where(concerned)
    )
    rows = connection.execute(query).all()
    recorded = _recorded(connection, _affiliation, rows)
    entries = []
    for row in rows:
        is_person = row.person_id in ids
        other, other_id = (
            (row.organisation, row.organisation_id)
            if is_person
            else (row.person, row.person_id)
        )
        values = {"other": other, "role": row.role, "is_person": is_person}
        target = ("contacts", other_id)
        entries += _both_ends(EntryKind.AFFILIATION, row, recorded, values, target)
    return entries


def _both_ends(
    kind: EntryKind,
    row: Row[Any],
    recorded: dict[int, dt.datetime],
    values: dict[str, object],
    target: tuple[str, int] | tuple[None, None] = (None, None),
) -> list[TimelineEntry]:
    page, key = target
    moment = recorded.get(row.id)
    started = row.started_on or (moment.astimezone().date() if moment else row.ended_on)
    entries = []
    if started is not None:
        shown = None if row.started_on else moment
        more = {**values, "ended": False}
        entries.append(TimelineEntry(kind, started, more, None, page, key, shown))
    if row.ended_on is not None:
        more = {**values, "ended": True}
        entries.append(TimelineEntry(kind, row.ended_on, more, None, page, key))
    return entries


def _recorded(
    connection: Connection, table: Table, rows: Sequence[Row[Any]]
) -> dict[int, dt.datetime]:
    """Return when rows were recorded, by id."""
    query = (
        select(_change.c.row_id, _operation.c.made_at)
        .join(_operation, _operation.c.id == _change.c.operation_id)
        .where(
            _change.c.table_name == table.name,
            _change.c.row_id.in_([row.id for row in rows if row.started_on is None]),
            _change.c.kind == "insert",
        )
    )
    return {row.row_id: row.made_at for row in connection.execute(query)}
