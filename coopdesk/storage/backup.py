"""Copy a database so that the copy is proved good before it has its name."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from coopdesk.domain.errors import ExternalError
from coopdesk.storage.checks import check, row_counts
from coopdesk.storage.database import SCHEMA_VERSION, file_version, make_engine
from coopdesk.storage.faults import fault_code
from coopdesk.system.files import flush_folder, free_name, replacing_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

_LAST_BACKUP = "last_backup_at"


def copy_database(source: Path, target: Path) -> None:
    """Write a verified copy of a database; an older ``target`` stays until it is proved.

    Raises:
        ExternalError: the source is not ours, the copy fails its checks, the disk is in the
        way.
    """
    file_version(source)
    try:
        with replacing_path(target) as temporary:
            _vacuum_into(source, temporary)
            verify(temporary)
            _compare(source, temporary)
    except OSError as error:
        raise ExternalError("file.cannot_write", path=target) from error


def _vacuum_into(source: Path, target: Path) -> None:
    try:
        with closing(sqlite3.connect(source, isolation_level=None)) as connection:
            connection.execute("PRAGMA busy_timeout=5000")
            connection.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.DatabaseError as error:
        code = fault_code(str(error)) or "database.backup_failed"
        raise ExternalError(code, path=source) from error


def verify(path: Path) -> None:
    """Refuse a file that is not ours or does not pass the checks.

    An empty file passes SQLite's own integrity check, so identity and content are looked at
    too.

    Raises:
        ExternalError: as ``file_version``, or ``database.damaged``.
    """
    version = file_version(path)
    if version > SCHEMA_VERSION:
        raise ExternalError(
            "database.newer", path=path, file_version=version, program_version=""
        )
    if version == SCHEMA_VERSION:
        _verify_content(path)
        return
    with closing(
        sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    ) as connection:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise ExternalError("database.damaged", path=path)


def _verify_content(path: Path) -> None:
    try:
        with _viewing(path) as connection:
            report = check(connection, lambda _done, _total: None)
    except DatabaseError as error:
        raise ExternalError("database.damaged", path=path) from error
    if not report.ok:
        raise ExternalError("database.damaged", path=path)


def _compare(source: Path, copy: Path) -> None:
    """Refuse a copy that does not hold the rows of the source, its newest receipt included."""
    if file_version(source) != SCHEMA_VERSION:
        return
    with _viewing(source) as old, _viewing(copy) as new:
        if row_counts(old) != row_counts(new):
            raise ExternalError("database.backup_failed", path=source)


@contextmanager
def _viewing(path: Path) -> Iterator[Connection]:
    engine = make_engine(path)
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
    finally:
        engine.dispose()


def replace_database(backup: Path, path: Path, now: dt.datetime) -> Path | None:
    """Put a verified copy of ``backup`` in the place of ``path``; return where that is kept.

    Raises:
        ExternalError: the backup is not good or the disk is in the way; ``path`` is untouched.
    """
    verify(backup)
    kept = None
    if path.exists():
        stamp = now.astimezone().strftime("%Y-%m-%d-%Hh%M")
        kept = free_name(path.with_name(f"{path.stem}-avant-restauration-{stamp}{path.suffix}"))
        _set_aside(path, kept)
    copy_database(backup, path)
    return kept


def _set_aside(path: Path, kept: Path) -> None:
    """Keep a copy of the current file; an unreadable one is kept as it is, with its journal."""
    try:
        copy_database(path, kept)
    except ExternalError:
        journal = path.with_name(path.name + "-journal")
        path.rename(kept)
        if journal.exists():
            journal.rename(kept.with_name(kept.name + "-journal"))
        flush_folder(path.parent)


def note_backup(connection: Connection, moment: dt.datetime) -> None:
    """Remember when the last verified backup was made."""
    connection.exec_driver_sql("DELETE FROM file_info WHERE key = ?", (_LAST_BACKUP,))
    connection.exec_driver_sql(
        "INSERT INTO file_info (key, value) VALUES (?, ?)", (_LAST_BACKUP, moment.isoformat())
    )


def last_backup_at(connection: Connection) -> dt.datetime | None:
    """Return when the last verified backup was made, or None."""
    row = connection.exec_driver_sql(
        "SELECT value FROM file_info WHERE key = ?", (_LAST_BACKUP,)
    ).scalar()
    return dt.datetime.fromisoformat(row) if row else None
