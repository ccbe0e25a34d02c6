"""How far the chain of each fiscal year is, for what is kept of it beside a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import EntryRow, FiscalYearRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

_entry = table_of(EntryRow)
_year = table_of(FiscalYearRow)


def book_heads(connection: Connection) -> dict[str, list[Any]]:
    """Return the last number and its link by the first day of the year, for a line of JSON.

    Years without validated entries are left out.
    """
    last = func.max(_entry.c.number)
    query = (
        select(_year.c.starts_on, last.label("number"), _entry.c.hash)
        .join(_entry, _entry.c.fiscal_year_id == _year.c.id)
        .where(_entry.c.number.is_not(None))
        .group_by(_year.c.id)
        .order_by(_year.c.starts_on)
    )
    rows = connection.execute(query)
    # SQLite takes the other columns from the row that has the highest number.
    return {row.starts_on.isoformat(): [row.number, row.hash] for row in rows}


def holds_books(connection: Connection, known: object) -> bool:
    """Tell whether a file holds the very entries that led to the heads of ``book_heads``.

    It may hold more of them. What is no such record has nothing to compare.
    """
    if not isinstance(known, dict):
        return True
    return all(_holds(connection, day, head) for day, head in known.items())


def _holds(connection: Connection, day: str, head: object) -> bool:
    if not isinstance(head, list) or len(head) != 2:
        return True
    links = select(_entry.c.hash).join(_year, _year.c.id == _entry.c.fiscal_year_id)
    found = links.where(func.date(_year.c.starts_on) == day, _entry.c.number == head[0])
    return bool(connection.execute(found).scalar() == head[1])
