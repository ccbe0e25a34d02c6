"""Entries of a time-line that the journal gives: which command changed a contact, and how."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, literal_column, or_, select, union_all

from coopdesk.domain.timeline import EntryKind, FieldChange, TimelineEntry
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AffiliationRow,
    ConsentRow,
    ContactAddressRow,
    ContactNoteRow,
    ContactPointRow,
    ContactRow,
    ContactTagRow,
    CustomValueRow,
    GroupMemberRow,
    OperationChangeRow,
    OperationRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import (
        Column,
        ColumnClause,
        ColumnElement,
        Connection,
        Row,
        Select,
        Table,
    )

_change = table_of(OperationChangeRow)
_deleted = _change.alias("deleted")
_contact = table_of(ContactRow)
_operation = table_of(OperationRow)

# What a contact has several of: any change of a row changes the contact.
_PARTS: dict[str, Column[Any]] = {
    "points": table_of(ContactPointRow).c.contact_id,
    "further_addresses": table_of(ContactAddressRow).c.contact_id,
    "tags": table_of(ContactTagRow).c.contact_id,
    "custom": table_of(CustomValueRow).c.contact_id,
}
# What has entries of its own: only what changed or went away since is said here.
_TIES: tuple[Column[Any], ...] = (
    table_of(AffiliationRow).c.person_id,
    table_of(AffiliationRow).c.organisation_id,
    table_of(ConsentRow).c.contact_id,
    table_of(ContactNoteRow).c.contact_id,
    table_of(GroupMemberRow).c.contact_id,
)
_PART_OF_TABLE = {column.table.name: name for name, column in _PARTS.items()}
# Written out: an index of part of the rows is taken only when the statement names the part.
_DELETE: ColumnClause[str] = literal_column("'delete'")
_FOLDED = frozenset(
    {
        "sort_key",
        "search_text",
        "email_key",
        "city_key",
        "number_key",
        "match_keys",
        "note_key",
        "name",
        "state_on",
    }
)
_FIELDS = {"household_id": "household", "photo_id": "photo", "parent_id": "parent"}


def change_entries(
    connection: Connection, ids: Sequence[int], limit: int | None
) -> list[TimelineEntry]:
    """Return the commands in force that changed contacts, newest first."""
    touched: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(union_all(*_touching(ids))):
        touched[row.operation_id].append(row)
    query = (
        select(_operation)
        .where(
            _operation.c.id.in_(list(touched)),
            _operation.c.kind == "command",
            _operation.c.state == "done",
        )
        .order_by(_operation.c.id.desc())
        .limit(limit)
    )
    return [_entry(row, touched[row.id]) for row in connection.execute(query)]


def _touching(ids: Sequence[int]) -> list[Select[Any]]:
    """Return selects of the changes of contacts and of what hangs on them."""
    own = _changes(_contact, _change.c.row_id.in_(ids))
    parts = [find(column, ids) for column in _PARTS.values() for find in (_present, _gone)]
    ties = [
        find(column, ids).where(_change.c.kind != "insert")
        for column in _TIES
        for find in (_present, _gone)
    ]
    return [own, *parts, *ties]


def _changes(table: Table, condition: ColumnElement[bool]) -> Select[Any]:
    columns = ("operation_id", "table_name", "kind", "before", "after")
    named = _change.c.table_name == table.name
    return select(*(_change.c[name] for name in columns)).where(named, condition)


def _present(column: Column[Any], ids: Sequence[int]) -> Select[Any]:
    rows = select(column.table.c.id).where(column.in_(ids))
    return _changes(column.table, _change.c.row_id.in_(rows))


def _gone(column: Column[Any], ids: Sequence[int]) -> Select[Any]:
    """Select by the images of deleted rows; ``recorder.encode`` writes them so."""
    images = or_(*(_deleted.c.before.like(f'%"{column.name}": {key},%') for key in ids))
    named = _deleted.c.table_name == literal(column.table.name)
    rows = select(_deleted.c.row_id).where(named, _deleted.c.kind == _DELETE, images)
    return _changes(column.table, _change.c.row_id.in_(rows))


def _field_changes(changes: Iterable[Row[Any]]) -> tuple[FieldChange, ...]:
    """Return what one operation changed: columns of the contact, then its parts by name."""
    found: dict[str, FieldChange] = {}
    for row in changes:
        part = _PART_OF_TABLE.get(row.table_name)
        if part is not None:
            found.setdefault(part, FieldChange(part))
        elif row.table_name == _contact.name and row.kind == "update":
            found |= {x.field: x for x in _columns(row)}
    return tuple(found.values())


def _columns(row: Row[Any]) -> Iterable[FieldChange]:
    before, after = json.loads(row.before), json.loads(row.after)
    for name, new in after.items():
        if name not in _FOLDED:
            old = before.get(name)
            yield FieldChange(_FIELDS.get(name, name), _text(old), _text(new))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _entry(row: Row[Any], changes: Iterable[Row[Any]]) -> TimelineEntry:
    values = {
        "label": row.label,
        "values": json.loads(row.label_values),
        "author": row.author,
        "operation_id": row.id,
    }
    day = row.made_at.astimezone().date()
    return TimelineEntry(
        EntryKind.CHANGE,
        day,
        values,
        moment=row.made_at,
        changes=_field_changes(changes),
    )
