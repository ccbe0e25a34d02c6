"""A seal on copies: one digest over every row, so that a single changed bit is found later.

SQLite keeps no checksum of its pages. Whatever writes into a sealed file breaks the seal first:
a backup that somebody works in is a database like any other.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import select, table, text

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection

_KEY = "sealed_as"
_ROWS_AT_ONCE = 500


def put_seal(connection: sqlite3.Connection, digest: str) -> None:
    """Seal a file whose content has this digest."""
    connection.execute("INSERT OR REPLACE INTO file_info VALUES (?, ?)", (_KEY, digest))


def break_seal(connection: Connection) -> None:
    """Forget the seal, before anything is written."""
    connection.exec_driver_sql("DELETE FROM file_info WHERE key = ?", (_KEY,))


def seal_holds(connection: Connection) -> bool:
    """Tell whether the content is what was sealed; without a seal there is nothing to hold."""
    sealed = sealed_as(connection)
    return sealed is None or sealed == content_digest(connection)


def sealed_as(connection: Connection) -> str | None:
    """Return the digest that a file was sealed with, None for one that is worked in."""
    query = "SELECT value FROM file_info WHERE key = ?"
    return connection.exec_driver_sql(query, (_KEY,)).scalar()


def content_digest(connection: Connection) -> str:
    """Return the SHA-256 of every row of every table but the seal, in hexadecimal."""
    digest = hashlib.sha256()
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    )
    for name in names.scalars().all():
        digest.update(f"\n{name}\n".encode())
        # The first column of each of our tables is its key.
        chosen = select(text("*")).select_from(table(name)).order_by(text("1"))
        with connection.execute(chosen) as result:
            cursor = result.cursor  # its rows are plain tuples: no time for a million of ours
            assert cursor is not None
            while rows := cursor.fetchmany(_ROWS_AT_ONCE):
                others = [row for row in rows if row[0] != _KEY]
                digest.update(json.dumps(others, default=_digest_of_bytes).encode())
    return digest.hexdigest()


def _digest_of_bytes(value: bytes) -> str:
    return hashlib.sha256(value).hexdigest()
