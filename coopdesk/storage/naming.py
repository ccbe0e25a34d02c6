"""Whether a row is named by another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection


def is_named(connection: Connection, column: Column[Any], row_id: int) -> bool:
    """Tell whether a row names another one in this column."""
    query = select(column).where(column == row_id).limit(1)
    return connection.execute(query).first() is not None
