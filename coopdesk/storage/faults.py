"""Turns what the database driver says into errors with a cure."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from coopdesk.domain.errors import ExternalError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Texts of SQLite's own errors; "malformed" may be a mere read error, so it is not called
# damage.
_CODES = (
    ("disk is full", "database.disk_full"),
    ("is locked", "database.busy"),
    ("readonly", "database.read_only"),
    ("not a database", "database.not_a_database"),
    ("unable to open", "database.cannot_open"),
    ("disk I/O error", "database.unreadable"),
    ("malformed", "database.unreadable"),
    ("Could not decode", "database.unreadable"),
)
# The driver fails to decode even its own message when that quotes a damaged page.
DRIVER_ERRORS = (sqlite3.DatabaseError, DatabaseError, UnicodeDecodeError)


@contextmanager
def external_errors(path: Path) -> Iterator[None]:
    """Raise ExternalError for faults of the disk, a lock or the file; let bugs through.

    ``path`` is the database that the sentence names.
    """
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        code = fault_code(str(getattr(error, "orig", error)))
        if code is None:
            raise
        raise ExternalError(code, path=path) from error


def fault_code(message: str) -> str | None:
    """Return the error code for a driver's message, or None when it is a bug of ours."""
    for text, code in _CODES:
        if text in message:
            return code
    return None
