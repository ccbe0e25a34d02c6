"""The books against raw SQL: what triggers refuse, and what the check finds without them."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy.exc import IntegrityError

from coopdesk.domain.fiscal_years import YearEventKind, YearState
from coopdesk.domain.money import ZERO
from coopdesk.storage import triggers
from coopdesk.storage.entry_checks import check_entries
from coopdesk.storage.entry_triggers import ENTRY_TRIGGERS
from coopdesk.storage.entry_words import link_hash, validated_in
from coopdesk.storage.fiscal_year_store import NewYearEvent
from tests.building import NOW, TODAY, new_units
from tests.services.book_office import Books, entry


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def books(units):
    """Two validated entries, the reversal of the first, and a draft (4)."""
    books = Books(units)
    books.validated(cents=5000)
    books.validated(cents=700, day=dt.date(2026, 3, 1), voucher_ref="F-1")
    books.entries.reverse(1, TODAY)
    books.entries.validate()
    books.record(cents=90)
    return books


def close(units, year_id=1):
    with units.write("year.changed", name="") as work:
        event = NewYearEvent(YearEventKind.CLOSED, NOW, "Camille", "", ZERO)
        work.fiscal_years.add_event(year_id, event)
        work.fiscal_years.set_state(year_id, YearState.CLOSED)
        work.commit()


REFUSED = [
    "UPDATE entry SET label = 'autre' WHERE id = 1",
    "UPDATE entry SET note = 'autre' WHERE id = 1",
    (
        "UPDATE entry SET state = 'draft', number = NULL, hash = '', salt = '',"
        " validated_at = NULL WHERE id = 3"
    ),
    "DELETE FROM entry_line WHERE entry_id = 1",
    "DELETE FROM entry WHERE id = 3",
    "UPDATE entry_line SET debit_cents = 1 WHERE id = 1",
    "UPDATE entry_line SET account_id = account_id + 1 WHERE id = 1",
    "UPDATE entry_line SET label = 'autre' WHERE id = 1",
    "UPDATE entry_line SET entry_id = 4 WHERE id = 1",
    "UPDATE entry_line SET is_validated = 0 WHERE id = 1",
    "UPDATE entry_line SET entry_on = '2026-01-01' WHERE id = 1",
    "UPDATE entry_line SET id = 90 WHERE id = 1",
    "UPDATE entry_line SET entry_id = 1 WHERE entry_id = 4",
    "UPDATE OR REPLACE entry SET id = 1 WHERE id = 4",
    "UPDATE entry SET entry_on = '2027-01-01' WHERE id = 4",
    "UPDATE entry SET state = 'validated' WHERE id = 4",
    (
        "UPDATE entry SET state = 'validated', number = 9, validated_at = '2026-11-22',"
        " hash = 'x', salt = 'y', previous_hash = (SELECT hash FROM entry WHERE number = 3)"
        " WHERE id = 4"
    ),
    (
        "UPDATE entry SET state = 'validated', number = 4, validated_at = '2026-11-22',"
        " hash = 'x', salt = 'y' WHERE id = 4"
    ),
    "UPDATE account SET number = '513' WHERE number = '5121'",
    "UPDATE account SET kind = 'income' WHERE number = '5121'",
    "UPDATE journal SET code = 'XX' WHERE code = 'BQ'",
    (
        "UPDATE OR REPLACE account SET id = (SELECT id FROM account WHERE number = '5121')"
        " WHERE number = '531'"
    ),
    (
        "UPDATE OR REPLACE journal SET rowid = (SELECT id FROM journal WHERE code = 'BQ')"
        " WHERE code = 'CA'"
    ),
    "DELETE FROM account WHERE number = '5121'",
    "DELETE FROM journal WHERE code = 'BQ'",
    "DELETE FROM fiscal_year",
    "UPDATE fiscal_year SET ends_on = '2026-06-30'",
    "UPDATE fiscal_year SET starts_on = '2025-12-01'",
    "UPDATE fiscal_year SET state = 'closed'",
    (
        "INSERT INTO fiscal_year (label, starts_on, ends_on, state)"
        " VALUES ('x', '2026-06-01', '2027-05-31', 'open')"
    ),
    (
        "INSERT INTO fiscal_year (label, starts_on, ends_on, state)"
        " VALUES ('x', '2027-01-01', '2027-12-31', 'closed')"
    ),
    (
        "INSERT OR REPLACE INTO account (id, number, label, label_key, kind, status, note)"
        " SELECT id, number, 'autre', label_key, kind, status, note FROM account"
        " WHERE number = '5121'"
    ),
]


def taken(units, statements):
    """Return those of the statements that the file let pass; none of them stays."""
    passed = []
    for statement in statements:
        with units.database.writing() as connection:
            try:
                connection.exec_driver_sql(statement)
            except IntegrityError:
                continue
            finally:
                connection.rollback()
        passed.append(statement)
    return passed


def test_raw_sql_on_the_books_is_refused(books, units):
    assert taken(units, REFUSED) == []
    assert books.is_whole()


def copied(units, changed):
    """Return the statement that writes entry 4 once more, with other values."""
    with units.database.reading() as connection:
        names = [x[1] for x in connection.exec_driver_sql("PRAGMA table_info(entry)")]
    said = ", ".join(changed.get(name, name) for name in names)
    into = f"INSERT OR REPLACE INTO entry ({', '.join(names)})"
    return f"{into} SELECT {said} FROM entry WHERE id = "


def test_copied_row_of_an_entry_is_refused(books, units):
    statements = [copied(units, {"id": key}) + "1" for key in ("1", "99")]
    statements.append(copied(units, {"id": "2"}) + "4")
    assert taken(units, statements) == []
    assert taken(units, [copied(units, {"id": "99"}) + "4"])


CLOSED = [
    "UPDATE entry SET fiscal_year_id = 1, entry_on = '2026-12-01' WHERE id = 4",
    "UPDATE entry_line SET activity_id = 7 WHERE id = 1",
    "UPDATE fiscal_year SET state = 'open' WHERE id = 1",
    "UPDATE fiscal_year SET ends_on = '2026-12-30' WHERE id = 1",
    "DELETE FROM fiscal_year WHERE id = 1",
    "UPDATE fiscal_year_event SET reason = 'autre'",
    "DELETE FROM fiscal_year_event",
]


def test_closed_year_takes_nothing_by_raw_sql_either(books, units):
    books.years.open_next()
    books.entries.change(4, entry(cents=90, day=dt.date(2027, 2, 1)))
    close(units)
    new = {"id": "99", "fiscal_year_id": "1", "entry_on": "'2026-12-01'"}
    assert taken(units, [*CLOSED, copied(units, new) + "4"]) == []
    assert books.is_whole()


def test_year_with_drafts_is_not_closed(books, units):
    with pytest.raises(IntegrityError):
        close(units)
    assert books.years.get(1).is_open


# What may be corrected for ever, and the key that only searches.
FREE = {
    "entry": {"id", "label_key"},
    "entry_line": {
        "id",
        "position",
        "contact_id",
        "activity_id",
        "matched_on",
        "reconciled_on",
    },
}
OTHER_VALUES = {
    "kind": "'inventory'",
    "form": "'grid'",
    "entry_on": "'2026-02-02'",
    "voucher_on": "'2026-02-02'",
    "validated_at": "'2026-01-01 00:00:00.000000'",
    "state": "'draft'",
    "journal_id": "2",
    "account_id": "2",
    "entry_id": "4",
    "number": "7",
    "fiscal_year_id": "2",
    "reverses_id": "4",
    "is_validated": "0",
}


def columns(units, table):
    with units.database.reading() as connection:
        rows = connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
    return {row[1]: str(row[2]) for row in rows if row[1] not in FREE[table]}


def test_check_finds_every_altered_column_of_a_validated_entry(books, units):
    books.years.open_next()
    statements = [
        f"UPDATE {table} SET {name} = {_other(name, kind)} WHERE id = {place}"
        for table, place in (("entry", 2), ("entry_line", 3))
        for name, kind in columns(units, table).items()
    ]
    assert len(statements) > 30
    assert [each for each in statements if not after(units, each)] == []
    assert books.is_whole()


def _other(name, kind):
    if name.endswith("_cents"):
        return f"{name} + 1"
    return OTHER_VALUES.get(name, "'autre'" if "CHAR" in kind else "1")


def after(units, *statements):
    """Return what the check finds after somebody with a tool changed the file, then not."""
    with units.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        triggers.drop_all(connection)
        for statement in statements:
            connection.exec_driver_sql(statement)
        found = [one.code for one in check_entries(connection, lambda _done, _total: None)]
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")
        connection.rollback()
    return found


FOUND = [
    (
        "check.entry_gap",
        "DELETE FROM entry_line WHERE entry_id = 2",
        "DELETE FROM entry WHERE id = 2",
    ),
    ("check.entry_changed", "DELETE FROM entry_line WHERE id = 3"),
    ("check.entry_changed", "UPDATE entry_line SET position = 3 - position WHERE entry_id = 2"),
    ("check.entry_gap", "UPDATE entry SET number = 10 - number WHERE number < 3"),
    ("check.entry_unbalanced", "UPDATE entry_line SET debit_cents = 1 WHERE id = 7"),
    ("check.matching", "UPDATE entry_line SET matching = 'A' WHERE id = 1"),
    ("check.entry_changed", "UPDATE fiscal_year SET starts_on = '2025-12-01'"),
    ("check.year_state", "UPDATE fiscal_year SET state = 'closed'"),
    ("check.entry_changed", "UPDATE account SET number = '513' WHERE number = '5121'"),
    ("check.entry_chain", "UPDATE entry SET previous_hash = 'x' WHERE id = 2"),
    ("check.reversal_differs", "UPDATE entry SET reverses_id = 2 WHERE id = 3"),
]


def test_check_names_what_was_done_to_the_books(books, units):
    missed = [code for code, *statements in FOUND if code not in after(units, *statements)]
    assert missed == []


def test_check_finds_entries_cut_off_a_closed_year(books, units):
    books.entries.remove([4])
    close(units)
    found = after(
        units, "DELETE FROM entry_line WHERE entry_id = 3", "DELETE FROM entry WHERE id = 3"
    )
    assert {"check.year_head", "check.year_later", "check.entry_lost"} <= set(found)
    assert books.is_whole()


def test_check_finds_a_reopening_that_was_wiped_away(books, units):
    books.entries.remove([4])
    close(units)
    with units.write("year.reopened", name="", reason="") as work:
        event = NewYearEvent(YearEventKind.REOPENED, NOW, "Camille", "oubli", ZERO)
        work.fiscal_years.add_event(1, event)
        work.fiscal_years.set_state(1, YearState.OPEN)
        work.commit()
    close(units)
    found = after(units, "DELETE FROM fiscal_year_event WHERE id < 3")
    assert found == ["check.decision_lost", "check.decision_lost"]


def test_every_trigger_of_the_books_is_in_the_file(units):
    with units.database.reading() as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        names = set(connection.exec_driver_sql(query).scalars())
    assert set(ENTRY_TRIGGERS) <= names


def test_check_finds_the_last_entry_cut_off_an_open_year(books, units):
    gone = ("DELETE FROM entry_line WHERE entry_id = 3", "DELETE FROM entry WHERE id = 3")
    assert "check.entry_lost" in after(units, *gone)


def test_check_finds_an_entry_that_was_forged_with_its_links(books, units):
    with units.database.writing() as connection:
        triggers.drop_all(connection)
        connection.exec_driver_sql("UPDATE entry SET label = 'autre' WHERE id = 3")
        row, lines = list(validated_in(connection, 1))[-1]
        forged = link_hash(dt.date(2026, 1, 1), row, lines)
        connection.exec_driver_sql(f"UPDATE entry SET hash = '{forged}' WHERE id = 3")
        found = [one.code for one in check_entries(connection, lambda _done, _total: None)]
        connection.rollback()
    assert found == ["check.entry_lost"]
