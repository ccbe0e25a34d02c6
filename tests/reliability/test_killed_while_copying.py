"""A process killed while it backs up, restores or migrates leaves the old state or the new one.

COOPDESK_TEST_KILLS sets how often each (a third of 12 when unset).
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coopdesk.services.databases import restore_database
from coopdesk.storage.migrations import run_migrations
from tests.reliability.office import build_office, open_office
from tests.reliability.processes import Child
from tests.storage.test_migrations import scripts_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KILLS = int(os.environ.get("COOPDESK_TEST_KILLS", "12")) // 3
pytestmark = pytest.mark.timeout(120 + 10 * KILLS)


def restore(_tell: Callable[[str], None], backup: str, path: str) -> None:
    restore_database(Path(backup), Path(path))


def back_up(_tell: Callable[[str], None], path: str, target: str) -> None:
    services = open_office(Path(path))
    services.database.back_up(Path(target))
    services.database.close()


def migrate(_tell: Callable[[str], None], path: str, scripts: str) -> None:
    run_migrations(Path(path), Path(scripts))


def rows_of(path: Path) -> list[str]:
    """Everything a file holds but what it says of itself; indexes are made in any order."""
    with closing(sqlite3.connect(path)) as connection:
        lines = [line for line in connection.iterdump() if '"file_info"' not in line]
    return sorted(_ordered(line) if line.startswith("CREATE TABLE") else line for line in lines)


def _ordered(statement: str) -> str:
    """Return the lines of a table by name: one built anew has its rules in any order."""
    return "\n".join(sorted(line.strip().rstrip(",") for line in statement.splitlines()))


@dataclass
class Kills:
    """Runs one job again and again, and kills it at another moment each time."""

    job: Callable[..., None]
    prepare: Callable[[], tuple[Any, ...]]
    random: random.Random = field(default_factory=lambda: random.Random(1901))
    ended: int = 0

    def rounds(self, count: int) -> Iterator[None]:
        """Yield after each kill; what took place by itself before its kill counts too."""
        Child(self.job, *self.prepare()).ended()  # the first start imports everything
        started_at = time.monotonic()
        assert Child(self.job, *self.prepare()).ended() == 0
        lasts = time.monotonic() - started_at
        for _number in range(count):
            child = Child(self.job, *self.prepare())
            time.sleep(self.random.uniform(0, lasts))
            self.ended += not child.kill()
            yield
        name = self.job.__name__
        sys.stdout.write(f"{name}: kills={count - self.ended} ended_before={self.ended}\n")
        assert self.ended < count


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_office(tmp_path_factory.mktemp("office") / "office.coopdesk", 800)


@pytest.fixture(scope="module")
def smaller(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_office(tmp_path_factory.mktemp("smaller") / "office.coopdesk", 50)


def opens_and_is_whole(path: Path) -> bool:
    services = open_office(path)
    try:
        return services.database.check().ok
    finally:
        services.database.close()


def test_killed_backup_leaves_the_earlier_backup_or_a_whole_new_one(office, smaller, tmp_path):
    target = tmp_path / "copy.coopdesk"
    earlier, wanted = rows_of(smaller), rows_of(office)

    def prepare() -> tuple[str, str]:
        shutil.copy(smaller, target)
        return str(office), str(target)

    found = set()
    for _kill in Kills(back_up, prepare).rounds(KILLS):
        rows = rows_of(target)
        assert rows in (earlier, wanted)
        found.add(rows == wanted)
        assert opens_and_is_whole(target)
        assert not list(tmp_path.glob(".*"))
    assert found <= {True, False}


def test_killed_restore_leaves_the_current_file_or_the_backup(office, smaller, tmp_path):
    path = tmp_path / "office.coopdesk"
    current, backed_up = rows_of(smaller), rows_of(office)

    def prepare() -> tuple[str, str]:
        for leftover in tmp_path.iterdir():
            leftover.unlink()
        shutil.copy(smaller, path)
        return str(office), str(path)

    for _kill in Kills(restore, prepare).rounds(KILLS):
        rows = rows_of(path)
        assert rows in (current, backed_up)
        if rows == backed_up:
            (kept,) = tmp_path.glob("office-avant-restauration-*.coopdesk")
            assert rows_of(kept) == current
        assert opens_and_is_whole(path)
        assert not list(tmp_path.glob(f".{path.name}.*"))


def test_killed_restore_over_a_damaged_file_keeps_it(office, smaller, tmp_path):
    path, damaged = tmp_path / "office.coopdesk", smaller.read_bytes()[:-5000]
    backed_up = rows_of(office)

    def prepare() -> tuple[str, str]:
        for leftover in tmp_path.iterdir():
            leftover.unlink()
        path.write_bytes(damaged)
        return str(office), str(path)

    for _kill in Kills(restore, prepare).rounds(KILLS):
        if path.read_bytes() != damaged:
            assert rows_of(path) == backed_up
            (kept,) = tmp_path.glob("office-avant-restauration-*.coopdesk")
            assert kept.read_bytes() == damaged


def test_killed_migration_leaves_the_old_schema_or_the_new_one(office, tmp_path):
    path, scripts = tmp_path / "office.coopdesk", scripts_with(tmp_path)
    shutil.copy(office, path)
    before = rows_of(path)
    run_migrations(path, scripts)
    after = rows_of(path)

    def prepare() -> tuple[str, str]:
        shutil.copy(office, path)
        return str(path), str(scripts)

    for _kill in Kills(migrate, prepare).rounds(KILLS):
        rows = rows_of(path)
        assert rows in (before, after)
