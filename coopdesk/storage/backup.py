"""Copy a database so that the copy is proved good before it has its name."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from coopdesk import __version__
from coopdesk.domain.errors import ExternalError
from coopdesk.storage.checks import check
from coopdesk.storage.database import SCHEMA_VERSION, file_version, make_engine, written_by
from coopdesk.storage.faults import DRIVER_ERRORS, fault_code
from coopdesk.storage.sealing import content_digest, put_seal, seal_holds
from coopdesk.system.files import flush_folder, free_name, is_disk_full, replacing_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

_LAST_BACKUP = "last_backup_at"
_FIRST_VERSION = 1


def copy_database(source: Path, target: Path) -> None:
    """Write a verified copy of a database; an older ``target`` stays until it is proved.

    Raises:
        ExternalError: the source is not ours, the copy fails its checks, the disk is in the
        way.
    """
    _copy(source, target, lambda: None)


def _copy(source: Path, target: Path, before_replacing: Callable[[], None]) -> None:
    file_version(source)
    try:
        if target.exists() and target.samefile(source):
            raise ExternalError("database.same_file", path=target)
        with replacing_path(target) as temporary:
            _vacuum_into(source, temporary)
            verify(temporary)
            _seal_like(source, temporary)
            before_replacing()
            _move_journal(
                target, free_name(target.with_name(f"{target.name}-journal-orphelin"))
            )
    except OSError as error:
        code = "file.disk_full" if is_disk_full(error) else "file.cannot_write"
        raise ExternalError(code, path=target) from error


def _vacuum_into(source: Path, target: Path) -> None:
    with _driver_errors(source), closing(_plain_connection(source)) as connection:
        connection.execute("PRAGMA busy_timeout=5000")
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.OperationalError as error:
            # A damaged page may ask for more room than any disk has.
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise ExternalError("database.damaged", path=source) from error
            raise


def _seal_like(source: Path, copy: Path) -> None:
    """Seal the copy, and refuse it unless it holds every row of the source."""
    with _driver_errors(source):
        with viewing(copy) as connection:
            digest = content_digest(connection)
        with viewing(source) as connection:
            if content_digest(connection) != digest:
                raise ExternalError("database.backup_failed", path=source)
        with closing(_plain_connection(copy)) as bare:
            # Nobody sees the copy yet: without a journal no file of that name is left behind.
            bare.execute("PRAGMA journal_mode=MEMORY")
            put_seal(bare, digest)


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
            "database.newer",
            path=path,
            file_version=written_by(path) or f"schema {version}",
            program_version=__version__,
        )
    if version < _FIRST_VERSION:
        raise ExternalError("database.foreign", path=path)
    try:
        with viewing(path) as connection:
            is_good = _is_good(connection, version)
    except DRIVER_ERRORS as error:
        raise ExternalError("database.damaged", path=path) from error
    if not is_good:
        raise ExternalError("database.damaged", path=path)


def _is_good(connection: Connection, version: int) -> bool:
    if version == SCHEMA_VERSION:
        return check(connection, lambda _done, _total: None).ok
    # An older schema: what the file says of itself is all that can be asked.
    lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return lines == ["ok"] and seal_holds(connection)


@contextmanager
def viewing(path: Path) -> Iterator[Connection]:
    """Yield a connection to a file that is not the open one, to look at it."""
    engine = make_engine(path)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _plain_connection(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


@contextmanager
def _driver_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except DRIVER_ERRORS as error:
        said = error.orig if isinstance(error, DatabaseError) else error
        code = fault_code(str(said)) or "database.backup_failed"
        raise ExternalError(code, path=path) from error


def replace_database(backup: Path, path: Path, now: dt.datetime) -> Path | None:
    """Put a verified copy of ``backup`` in the place of ``path``; return where that is kept.

    At every moment ``path`` is the old file or the new one, whole.

    Raises:
        ExternalError: the backup is not good or the disk is in the way; ``path`` is untouched.
    """
    verify(backup)
    if not path.exists():
        copy_database(backup, path)
        return None
    stamp = now.astimezone().strftime("%Y-%m-%d-%Hh%M")
    kept = free_name(path.with_name(f"{path.stem}-avant-restauration-{stamp}{path.suffix}"))
    _copy(backup, path, lambda: _keep(path, kept))
    return kept


def _keep(path: Path, kept: Path) -> None:
    """Keep the current file under another name; a damaged one as it is, with its journal."""
    try:
        copy_database(path, kept)
    except ExternalError as error:
        if error.code == "database.busy":
            raise
        _keep_as_it_is(path, kept)


def _keep_as_it_is(path: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(path)  # the old name stands until the new file takes it
    except OSError:
        path.rename(kept)
    _move_journal(path, journal_of(kept))
    flush_folder(path.parent)


def journal_of(path: Path) -> Path:
    """Return the journal that SQLite keeps beside a file."""
    return path.with_name(path.name + "-journal")


def _move_journal(path: Path, kept: Path) -> None:
    """Move away what a crash left beside a file: SQLite would apply it to the next one."""
    journal = journal_of(path)
    if journal.exists() and journal.stat().st_size:
        journal.rename(kept)


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
