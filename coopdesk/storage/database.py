"""Open the database file; the only module that knows the engine.

Recipe, measured against kills and power cuts (docs/decisions/0003): driver in autocommit with
explicit BEGIN, rollback journal TRUNCATE with synchronous=EXTRA, foreign keys and recursive
triggers on.
"""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from coopdesk.domain.errors import ExternalError
from coopdesk.domain.text import fold
from coopdesk.storage.faults import external_errors, fault_code
from coopdesk.storage.sealing import break_seal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Seen = TypeVar("Seen")

APPLICATION_ID = 0x436F4470  # "CoDp", in the header of every file of ours
SCHEMA_VERSION = 8  # number of the newest migration; kept in user_version

_BUSY_MS = 5_000
_PRAGMAS = (
    "recursive_triggers=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "cache_size=-8192",  # 8 MB: a page stays checked instead of being read again
    "cache_spill=OFF",  # a large transaction stays in memory, so that others may read
    "temp_store=MEMORY",  # nothing of it in temporary files, where others could read names
    f"busy_timeout={_BUSY_MS}",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
)


def make_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Build the engine; transactions begin DEFERRED, or IMMEDIATE by the option ``tx``.

    ``foreign_keys`` is off for migrations only: rebuilding a table would delete its child rows.
    """

    def connect() -> sqlite3.Connection:
        return _connect(path, foreign_keys=foreign_keys)

    # The database's own lock serialises writers; one more connection lets a reader in.
    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=2,
        # What people typed has no place in the log, even of a statement that failed.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path, *, foreign_keys: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, isolation_level=None, timeout=_BUSY_MS / 1000, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        # Another engine needs a function of this name; queries use it as ``func.folded``.
        connection.create_function("folded", 1, fold, deterministic=True)
    except UnicodeDecodeError as error:
        connection.close()
        # The driver fails to decode even its own message when that quotes a damaged page.
        raise sqlite3.DatabaseError("malformed database schema") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get("tx", "DEFERRED")
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(f"BEGIN {kind}")


class Database:
    """One open database file at the current schema."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._writing = engine.execution_options(tx="IMMEDIATE")
        self._identity = _identity(path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection in a read transaction: one consistent view."""
        # Ended by a rollback: after a damaged page was met, SQLite refuses even to commit.
        with external_errors(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection in a write transaction; the caller commits, else it rolls back.

        Raises:
            ExternalError: another program holds the file, or it was replaced meanwhile.
        """
        if _identity(self.path) != self._identity:
            raise ExternalError("database.replaced", path=self.path)
        with external_errors(self.path), self._writing.connect() as connection:
            break_seal(connection)
            yield connection

    @contextmanager
    def outside_transactions(self) -> Iterator[sqlite3.Connection]:
        """Yield the driver's own connection, for what refuses transactions."""
        pooled = self._engine.raw_connection()
        try:
            bare = pooled.driver_connection
            assert isinstance(bare, sqlite3.Connection)
            yield bare
        except sqlite3.DatabaseError as error:
            code = fault_code(str(error))
            if code is None:
                raise
            raise ExternalError(code, path=self.path) from error
        finally:
            pooled.close()

    def close(self) -> None:
        """Release the file; SQLite removes the empty journal that it leaves beside it."""
        with contextlib.suppress(ExternalError, sqlite3.Error):
            if _identity(self.path) == self._identity and _is_empty(_journal_of(self.path)):
                with self.outside_transactions() as bare:
                    bare.execute("PRAGMA journal_mode=DELETE")
        self._engine.dispose()


def _identity(path: Path) -> tuple[int, int]:
    """Tell one file from another that took its name (a sync client, a restore)."""
    try:
        found = path.stat()
    except OSError as error:
        raise ExternalError("database.missing", path=path) from error
    return found.st_dev, found.st_ino


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False


def file_version(path: Path) -> int:
    """Return the schema version of one of our files, reading nothing else.

    Raises:
        ExternalError: missing, a folder, empty, not a database, not ours, or unreadable.
    """
    if path.is_dir():
        raise ExternalError("database.is_folder", path=path)
    if not path.exists():
        raise ExternalError("database.missing", path=path)
    if path.stat().st_size == 0:
        raise ExternalError("database.empty_file", path=path)
    try:
        identity, version = _looked_at(path, _header)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        code = fault_code(str(error)) or "database.cannot_open"
        raise ExternalError(code, path=path) from error
    if identity != APPLICATION_ID:
        raise ExternalError("database.foreign", path=path)
    return version


def _header(probe: sqlite3.Connection) -> tuple[int, int]:
    (identity,) = probe.execute("PRAGMA application_id").fetchone()
    (version,) = probe.execute("PRAGMA user_version").fetchone()
    return int(identity), int(version)


def written_by(path: Path) -> str:
    """Return the version of the program that migrated the file last; empty if unknown."""
    query = "SELECT value FROM file_info WHERE key = 'written_by'"
    try:
        row = _looked_at(path, lambda probe: probe.execute(query).fetchone())
    except sqlite3.DatabaseError:
        return ""
    return str(row[0]) if row else ""


def _looked_at(path: Path, look: Callable[[sqlite3.Connection], Seen]) -> Seen:
    """Return what ``look`` sees in a file that nothing may change.

    After a crash the journal beside the file is still to be rolled back, which SQLite refuses
    to a reader: only then is the file opened for writing, and SQLite puts it in order.
    """

    def in_mode(mode: str) -> Seen:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        with closing(sqlite3.connect(address, _BUSY_MS / 1000, uri=True)) as probe:
            return look(probe)

    try:
        return in_mode("ro")
    except sqlite3.OperationalError as error:
        if fault_code(str(error)) != "database.read_only":
            raise
        return in_mode("rw")
