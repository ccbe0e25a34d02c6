"""Files that take long to make: one worker of a run makes each, every test gets a copy."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature
from coopdesk.storage.migrations import create_database

if TYPE_CHECKING:
    from collections.abc import Callable

# A benchmark that borrows from the tests has no folder of a run.
_OWN = None if (_run := os.environ.get("COOPDESK_TEST_HOME")) else TemporaryDirectory()
_MADE = Path(_OWN.name if _OWN else _run, "made")


_kept: dict[str, bytes] = {}


def made_once(name: str, make: Callable[[Path], object]) -> bytes:
    """Return the content of a file that ``make`` writes, the first time it is asked for."""
    if name not in _kept:
        _kept[name] = _made(name, make)
    return _kept[name]


def _made(name: str, make: Callable[[Path], object]) -> bytes:
    kept = _MADE / name
    if not kept.exists():
        _MADE.mkdir(exist_ok=True)
        # Two workers may make the same at once: each its own, and the last one is kept.
        with TemporaryDirectory(dir=_MADE) as folder:
            path = Path(folder) / name
            make(path)
            path.replace(kept)
    return kept.read_bytes()


def new_file(path: Path) -> Path:
    """Write an empty database; the migrations that make it run once."""
    path.write_bytes(made_once("empty.coopdesk", _make_empty))
    return path


def _make_empty(path: Path) -> None:
    create_database(path).close()


def new_demonstration(path: Path, contacts: int, years: int) -> Path:
    """Write the database of an invented association, always the same people."""

    def build(made: Path) -> None:
        services = open_database(new_file(made), signature("Solène", Origin.WINDOW))
        services.demo.build(contacts, years, 1901)
        services.database.close()
        # Each copy becomes a file of its own: what one test issues, no other one misses.
        with closing(sqlite3.connect(made)) as connection, connection:
            connection.execute("DELETE FROM file_info WHERE key = 'identity'")

    path.write_bytes(made_once(f"demo-{contacts}-{years}.coopdesk", build))
    return path
