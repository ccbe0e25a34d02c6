"""Files as programs of earlier schemas left them."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from coopdesk.services.databases import back_up_before_migration
from coopdesk.storage import migrations
from coopdesk.storage.database import APPLICATION_ID
from coopdesk.storage.unit_of_work import Units
from tests.building import signature

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "rives.coopdesk"


def file_of_version(path: Path, version: int, more: str = "") -> Path:
    """Make a file of an earlier schema, with further statements, and return its path."""
    dump = Path(__file__).parents[1] / "data" / f"version_{version}.sql"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8") + more)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={version}")
    return path


def brought_forward(folder: Path, version: int, more: str = "") -> Path:
    """Write such a file as the first opening by today's program leaves it, and its copy."""
    for name, content in _brought_forward(version, more).items():
        (folder / name).write_bytes(content)
    return folder / _NAME


@cache
def _brought_forward(version: int, more: str) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        with opened(file_of_version(Path(folder, _NAME), version, more)):
            pass
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


@contextmanager
def opened(path: Path) -> Iterator[Units]:
    """Open a file with today's program, which brings it to the schema of today."""
    database = migrations.open_database(path, back_up_before_migration)
    yield Units(database, signature())
    database.close()


def counts(path: Path, *tables: str) -> list[int]:
    """Count the rows of some tables of a file."""
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(f"SELECT count(*) FROM {x}").fetchone()[0] for x in tables]
