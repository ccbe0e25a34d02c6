"""Faults of the disk or of another program reach the person with a whole sentence."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import IntegrityError

from coopdesk.domain.errors import ExternalError
from coopdesk.domain.members import MemberRules
from coopdesk.storage.database import make_engine
from coopdesk.storage.faults import _CODES, fault_code
from coopdesk.wording.errors import error_text
from tests.building import new_units
from tests.made_once import new_file


@pytest.mark.parametrize(("said", "code"), _CODES)
def test_what_the_driver_says_becomes_a_code(said: str, code: str) -> None:
    assert fault_code(f"error: {said} (14)") == code


def test_what_the_driver_says_of_our_own_bugs_is_left_alone() -> None:
    assert fault_code("no such column: amount") is None


def test_a_journal_that_cannot_be_opened_is_said_with_the_name_of_the_file(tmp_path) -> None:
    path = tmp_path / "asso.coopdesk"
    with new_units(path) as units:
        journal = path.with_name(f"{path.name}-journal")
        units.database.close()
        journal.unlink(missing_ok=True)
        journal.mkdir()

        with pytest.raises(ExternalError) as refused, units.read():
            pass

    assert refused.value.code in {"database.cannot_open", "database.unreadable"}
    assert "{" not in error_text(refused.value)


def test_a_failed_statement_says_nothing_of_what_people_typed(tmp_path):
    engine = make_engine(new_file(tmp_path / "office.coopdesk"))
    with engine.connect() as connection, pytest.raises(IntegrityError) as failed:
        connection.exec_driver_sql("INSERT INTO tag (id, name) VALUES (1, ?)", ("Élodie",))
    engine.dispose()

    assert "Élodie" not in str(failed.value)


def test_a_damaged_page_of_a_list_is_said_as_a_fault_of_the_file(tmp_path):
    path = tmp_path / "asso.coopdesk"
    with new_units(path) as units:
        with closing(sqlite3.connect(path)) as bare:
            ((size,),) = bare.execute("PRAGMA page_size").fetchall()
            ((root,),) = bare.execute(
                "SELECT rootpage FROM sqlite_master WHERE name = 'contact'"
            ).fetchall()
        with path.open("r+b") as file:
            file.seek((root - 1) * size)
            file.write(b"\xff" * size)

        with pytest.raises(ExternalError) as refused, units.read() as work:
            work.contacts.lines([1], MemberRules(), dt.date(2026, 3, 1))

    assert refused.value.code == "database.unreadable"
