"""A file of the sixth schema: tables built anew lose nothing, and events can be added."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from coopdesk.services.bank import BankService
from coopdesk.services.booking import BookingService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.groups import GroupService
from coopdesk.services.imports import ImportService
from coopdesk.services.operations import OperationService
from coopdesk.services.poll_imports import PollImportService
from coopdesk.storage.database import SCHEMA_VERSION, file_version
from coopdesk.storage.triggers import TRIGGERS
from tests.building import today
from tests.reliability.anything import wrong_sums
from tests.services.book_office import Books
from tests.storage.old_files import counts, file_of_version, opened

# The migration builds these anew.
REBUILT = {
    "working_group": 2,
    "group_member": 4,
    "payment": 10,
    "payment_line": 12,
    "expense_sheet": 2,
    "attachment": 2,
    "poll": 2,
    "calendar_item": 2,
}
KEPT = ("contact", "entry", "entry_line", "statement_match", "tax_receipt", "operation")


@pytest.fixture(scope="module")
def old_file(tmp_path_factory):
    """The file before it is opened; once for all, no test of it writes."""
    return file_of_version(tmp_path_factory.mktemp("old") / "rives.coopdesk", 6)


@pytest.fixture(scope="module")
def units(old_file):
    """The file opened by today's program."""
    with opened(old_file) as units:
        yield units


@pytest.fixture
def written(tmp_path):
    """Such a file of its own, for a test that writes."""
    with opened(file_of_version(tmp_path / "rives.coopdesk", 6)) as units:
        yield units


def rows_of(path, table, columns):
    """Every row of a table in some of its columns, by id."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT {columns} FROM {table} ORDER BY id").fetchall()


def test_every_row_comes_through_and_a_copy_of_the_old_file_stays(old_file, units):
    (copy,) = old_file.parent.glob("*avant-mise-a-jour*")
    assert file_version(copy) == 6
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
        told = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    columns = ", ".join(told)
    assert rows_of(old_file, table, columns) == rows_of(copy, table, columns)


def test_nothing_names_an_event_yet_and_groups_are_plain(units):
    with units.database.reading() as connection:
        for query in (
            "SELECT 1 FROM payment WHERE cash_box_id IS NOT NULL",
            "SELECT 1 FROM payment_line WHERE party_id IS NOT NULL OR activity_id IS NOT NULL",
            "SELECT 1 FROM expense_sheet WHERE activity_id IS NOT NULL",
            "SELECT 1 FROM attachment WHERE event_id IS NOT NULL",
            "SELECT 1 FROM poll WHERE event_id IS NOT NULL",
            "SELECT 1 FROM calendar_item WHERE event_id IS NOT NULL",
            "SELECT 1 FROM working_group WHERE kind <> 'group' OR is_ephemeral <> 0",
            "SELECT 1 FROM event",
        ):
            assert connection.exec_driver_sql(query).first() is None, query


def test_the_books_are_as_they_were_prepared(units):
    booking = BookingService(units, today)
    assert booking.pending().count == 0
    with units.database.reading() as connection:
        digests = connection.exec_driver_sql(
            "SELECT count(*) FROM entry WHERE source_digest <> ''"
        ).scalar()
    assert digests == 9


def test_bank_lines_polls_and_groups_read_as_before(units):
    [account] = BankService(units, today).accounts()
    assert (account.line_count, account.open_count) == (4, 1)
    polls = PollImportService(units)
    assert sorted(line.title for line in polls.polls()) == ["atelier", "formulaire"]
    assert [(x.name, x.current) for x in GroupService(units, today).all()] == [
        ("Groupe Communication", 1),
        ("Groupe Jardin", 3),
    ]


def test_what_the_program_of_then_did_is_taken_back_whole(written):
    imports = ImportService(written, today)
    runs = {run.file_name: run.id for run in imports.history()}
    before = counted(written, "payment", "payment_line")
    OperationService(written).undo()
    assert counted(written, "payment", "payment_line") == [before[0] + 1, before[1] + 1]
    for name in ("agenda.ics", "atelier.csv", "formulaire.csv"):
        imports.undo(runs[name])
    assert counted(written, "poll", "poll_reply", "calendar_item") == [0, 0, 0]
    assert DatabaseService(written).check().findings == ()


def counted(units, *tables):
    with units.database.reading() as connection:
        return [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            for table in tables
        ]
