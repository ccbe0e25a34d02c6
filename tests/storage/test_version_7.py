"""A file of the seventh schema: grants get their requests, files and payments stay whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from coopdesk.services.databases import DatabaseService
from coopdesk.services.grants import GrantService
from coopdesk.services.operations import OperationService
from coopdesk.storage.database import SCHEMA_VERSION, file_version
from coopdesk.storage.triggers import TRIGGERS
from tests.building import today
from tests.reliability.anything import wrong_sums
from tests.services.book_office import Books
from tests.storage.old_files import counts, file_of_version, opened

# The migration builds these anew.
REBUILT = {"payment_line": 14, "attachment": 3}
KEPT = ("contact", "entry", "entry_line", "event", "event_registration", "operation", "payment")
REQUESTS = "SELECT title, state, award_id, purpose, decided_on, asked_cents FROM grant_request"


@pytest.fixture(scope="module")
def old_file(tmp_path_factory):
    """The file before it is opened; once for all, no test of it writes."""
    return file_of_version(tmp_path_factory.mktemp("old") / "rives.coopdesk", 7)


@pytest.fixture(scope="module")
def units(old_file):
    """The file opened by today's program."""
    with opened(old_file) as units:
        yield units


@pytest.fixture
def written(tmp_path):
    """Such a file of its own, for a test that writes."""
    with opened(file_of_version(tmp_path / "rives.coopdesk", 7)) as units:
        yield units


def test_every_row_comes_through_and_a_copy_of_the_old_file_stays(old_file, units):
    (copy,) = old_file.parent.glob("*avant-mise-a-jour*")
    assert file_version(copy) == 7
    assert counts(old_file, *KEPT, *REBUILT) == counts(copy, *KEPT, *REBUILT)
    assert counts(old_file, *REBUILT) == list(REBUILT.values())
    assert file_version(old_file) == SCHEMA_VERSION
    with units.database.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        )
        assert {name for (name,) in found} == set(TRIGGERS)
    assert DatabaseService(units).check().findings == ()
    assert wrong_sums(units) == []
    assert Books(units).is_whole()


@pytest.mark.parametrize("table", REBUILT)
def test_tables_built_anew_say_what_they_said(old_file, units, table):
    (copy,) = old_file.parent.glob("*avant-mise-a-jour*")
    with closing(sqlite3.connect(copy)) as connection:
        columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
    query = f"SELECT {columns} FROM {table} ORDER BY id"
    with closing(sqlite3.connect(copy)) as then, units.database.reading() as now:
        assert [tuple(row) for row in now.exec_driver_sql(query)] == then.execute(
            query
        ).fetchall()


def test_each_notified_grant_has_its_request(units):
    with units.database.reading() as connection:
        found = connection.exec_driver_sql(f"{REQUESTS} ORDER BY award_id").all()
    assert [tuple(row) for row in found] == [
        ("Ateliers de quartier", "granted", 1, "operating", "2025-02-15", None),
        ("Fonctionnement 2025", "granted", 2, "operating", "2025-03-10", None),
        ("Four du fournil", "granted", 3, "investment", "2025-04-02", None),
    ]


def test_what_was_received_of_a_grant_can_still_be_taken_back(written):
    grants = GrantService(written, today)
    assert [one.paid.cents for one in grants.all()] == [0, 200_000, 100_000]
    OperationService(written).undo()
    assert [one.paid.cents for one in grants.all()] == [0, 0, 100_000]
    assert DatabaseService(written).check().findings == ()
