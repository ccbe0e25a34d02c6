"""Backups of books: a closed year comes back whole, and heads of chains are told beside it."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from contextlib import contextmanager

import pytest

from coopdesk.domain.errors import ExternalError
from coopdesk.services.backup_manifests import manifest_path
from coopdesk.services.closing import ClosingService
from coopdesk.services.databases import (
    DatabaseService,
    back_up_before_migration,
    restore_database,
)
from coopdesk.storage.migrations import open_database
from coopdesk.storage.unit_of_work import Units
from tests.building import new_units, signature, today
from tests.services.book_office import Books


@contextmanager
def opened(path):
    database = open_database(path, back_up_before_migration)
    try:
        yield Books(Units(database, signature()))
    finally:
        database.close()


def back_up(books, backup):
    DatabaseService(books.units).back_up(backup)


@pytest.fixture
def path(tmp_path):
    """A file with a closed year, and the validated opening of the next."""
    path = tmp_path / "office.coopdesk"
    with new_units(path) as units:
        books = Books(units)
        old = books.years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31)).value
        books.validated(day=dt.date(2025, 6, 15))
        ClosingService(units, today).close(old.id)
    return path


def test_restored_books_are_whole_and_go_on_with_the_next_number(path):
    backup = path.with_name("backup.coopdesk")
    with opened(path) as books:
        books.validated(cents=700)
        back_up(books, backup)
        lost = books.validated(cents=900)
    said = json.loads(manifest_path(backup).read_text(encoding="utf-8"))["books"]
    assert {day: number for day, (number, _head) in said.items()} == {
        "2025-01-01": 1,
        "2026-01-01": 2,
    }

    restore_database(backup, path)

    with opened(path) as books:
        assert books.is_whole()
        assert not books.years.named("2025").is_open
        again = books.validated(cents=900)
        assert (again, books.entries.get(again).number) == (lost, 3)


def test_older_books_under_the_name_of_a_newer_backup_are_not_restored(path):
    backup, older = path.with_name("backup.coopdesk"), path.with_name("older.coopdesk")
    shutil.copy(path, older)
    with opened(path) as books:
        books.validated(cents=700)
        back_up(books, backup)
    shutil.copy(older, backup)

    with pytest.raises(ExternalError) as refused:
        restore_database(backup, path)

    assert refused.value.code == "database.not_its_manifest"
    with opened(path) as books:
        assert books.years.current().label == "2026"
        assert books.is_whole()
