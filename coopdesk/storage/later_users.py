"""Finds what was recorded later and points to rows that taking an operation back would remove.

The schema refuses such a removal when it is tried; here it is known before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select
from sqlmodel import SQLModel

from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import OperationChangeRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from sqlalchemy import Column, Connection, Select, Table

_change = table_of(OperationChangeRow)


class LaterUser(NamedTuple):
    """A row of ``by`` that points to one of ``table``."""

    table: str
    by: str
    row_id: int


def later_user(connection: Connection, operation_id: int, left: Set[str]) -> LaterUser | None:
    """Return a row that an operation did not touch and that points to one which it made.

    Rows of the tables ``left`` stay where others use them.
    """
    query = select(_change.c.table_name).where(
        _change.c.operation_id == operation_id, _change.c.kind == "insert"
    )
    for name in sorted(set(connection.execute(query.distinct()).scalars()) - left):
        for column in _pointing_to(SQLModel.metadata.tables[name]):
            query = (
                select(column.table.c.id)
                .where(
                    column.in_(_rows(operation_id, name).where(_change.c.kind == "insert")),
                    column.table.c.id.not_in(_rows(operation_id, column.table.name)),
                )
                .order_by(column.table.c.id.desc())
                .limit(1)
            )
            row_id = connection.execute(query).scalar()
            if row_id is not None:
                return LaterUser(name, column.table.name, row_id)
    return None


def rows_in_use(connection: Connection, operation_id: int, name: str) -> set[int]:
    """Return the rows of a table that an operation made and others point to by now."""
    made = _rows(operation_id, name).where(_change.c.kind == "insert")
    if connection.execute(made.limit(1)).first() is None:
        return set()
    found: set[int] = set()
    for column in _pointing_to(SQLModel.metadata.tables[name]):
        own = _rows(operation_id, column.table.name)
        query = select(column).where(column.in_(made), column.table.c.id.not_in(own))
        found |= set(connection.execute(query.distinct()).scalars())
    return found


def _rows(operation_id: int, table_name: str) -> Select[tuple[int]]:
    return select(_change.c.row_id).where(
        _change.c.operation_id == operation_id, _change.c.table_name == table_name
    )


def _pointing_to(table: Table) -> Iterator[Column[int]]:
    """Yield the columns that keep a row of a table from going."""
    for other in SQLModel.metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column is table.c.get("id") and not key.ondelete and "id" in other.c:
                yield key.parent
