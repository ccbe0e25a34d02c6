"""Create a file, or bring an older one to the current schema: all steps in one transaction.

Both traps of Alembic on SQLite are closed here: foreign keys are off before BEGIN, so
rebuilding a table deletes no child row, and triggers are dropped before the steps and put back
after them. A step that fails leaves the file as it was.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from sqlalchemy import func, select, table

from coopdesk import __version__
from coopdesk.domain.errors import ExternalError
from coopdesk.storage import triggers
from coopdesk.storage.database import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    Database,
    file_version,
    make_engine,
    written_by,
)
from coopdesk.storage.faults import external_errors
from coopdesk.storage.sealing import break_seal
from coopdesk.storage.unit_of_work import Work
from coopdesk.system.files import sweep_leftovers
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection


class BrokenMigrationError(Exception):
    """A migration lost rows or broke references; it was rolled back. A bug of ours."""


def create_database(path: Path) -> Database:
    """Create a new file and open it.

    Raises:
        ExternalError: the file exists already, or the folder or disk is in the way.
    """
    if path.exists():
        raise ExternalError("database.exists", path=path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
    except OSError as error:
        raise ExternalError("database.cannot_create", path=path) from error
    try:
        run_migrations(path)
    except BaseException:
        for leftover in (path, path.with_name(path.name + "-journal")):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)
        raise
    return Database(path, make_engine(path))


def open_database(
    path: Path, back_up: Callable[[Path], Path], *, to_check: bool = False
) -> Database:
    """Open a file; an older one is first backed up by ``back_up``, then migrated.

    ``to_check`` opens one whose protections are gone as well, to say all that is wrong.

    Raises:
        ExternalError: ``database.newer`` with both versions, ``database.triggers_missing``, or
        anything ``file_version`` raises.
    """
    sweep_leftovers(path)
    version = file_version(path)
    if version > SCHEMA_VERSION:
        raise ExternalError(
            "database.newer",
            path=path,
            file_version=written_by(path) or f"schema {version}",
            program_version=__version__,
        )
    if version < SCHEMA_VERSION:
        back_up(path)
        run_migrations(path)
    database = Database(path, make_engine(path))
    try:
        if not to_check:
            _refuse_missing_triggers(database)
    except BaseException:
        database.close()
        raise
    return database


def _refuse_missing_triggers(database: Database) -> None:
    with database.reading() as connection:
        gone, are_former = triggers.look(connection)
    if gone:
        raise ExternalError(
            "database.triggers_missing", path=database.path, names=", ".join(gone)
        )
    if are_former:
        _renew_triggers(database.path)


def _renew_triggers(path: Path) -> None:
    """Give a file of an earlier program of this schema the triggers of today.

    It changes no row, so that a sealed backup stays sealed. A file that cannot be written now
    keeps its own triggers, which protect it as before, until it can.
    """
    engine = make_engine(path)
    try:
        with (
            contextlib.suppress(ExternalError),
            external_errors(path),
            engine.execution_options(tx="IMMEDIATE").connect() as connection,
        ):
            triggers.install(connection)
            connection.commit()
    finally:
        engine.dispose()


def run_migrations(path: Path, scripts: Path | None = None) -> None:
    """Run every step the file lacks, from ``scripts`` (a folder like ``db/migrations``)."""
    from alembic import command
    from alembic.config import Config

    engine = make_engine(path, foreign_keys=False)
    config = Config()
    config.set_main_option("script_location", str(scripts or database_files() / "migrations"))
    config.set_main_option("path_separator", "os")
    try:
        with (
            external_errors(path),
            engine.execution_options(tx="EXCLUSIVE").connect() as connection,
            connection.begin(),
        ):
            before = _row_counts(connection)
            triggers.drop_all(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _refuse_losses(connection, before)
            triggers.install(connection)
            Work(connection, {}).contacts.refold()
            _sign(connection)
    finally:
        engine.dispose()


def _row_counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name <> 'alembic_version'"
    ).scalars()
    return {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
        for name in names.all()
    }


def _refuse_losses(connection: Connection, before: dict[str, int]) -> None:
    after = _row_counts(connection)
    lost = [name for name, count in before.items() if name in after and after[name] < count]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if lost or broken:
        msg = f"rows lost in {lost}, broken references {broken[:5]}"
        raise BrokenMigrationError(msg)


def _sign(connection: Connection) -> None:
    break_seal(connection)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.exec_driver_sql("DELETE FROM file_info WHERE key = 'written_by'")
    connection.exec_driver_sql(
        "INSERT INTO file_info (key, value) VALUES ('written_by', ?)", (__version__,)
    )
