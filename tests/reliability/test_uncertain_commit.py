"""A commit that fails after the point of no return is never called undone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, event

from coopdesk.domain.errors import ExternalError
from coopdesk.services.contacts import ContactService
from coopdesk.storage.database import Database, _begin
from coopdesk.storage.unit_of_work import Units
from tests.building import new_units, person, signature, today

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class FailingDisk(sqlite3.Connection):
    """Fails commits as told: each entry says whether the commit took place before it failed."""

    plan: list[bool]

    def commit(self) -> None:
        takes_place = self.plan.pop(0) if self.plan else None
        if takes_place is None:
            super().commit()
            return
        if takes_place:
            super().commit()
        raise sqlite3.OperationalError("disk I/O error")


@pytest.fixture
def contacts_on(tmp_path: Path) -> Iterator[Callable[[list[bool]], ContactService]]:
    path = tmp_path / "office.coopdesk"
    with new_units(path):
        pass
    opened = []

    def open_with(plan: list[bool]) -> ContactService:
        def connect() -> sqlite3.Connection:
            connection = sqlite3.connect(
                path, isolation_level=None, check_same_thread=False, factory=FailingDisk
            )
            connection.plan = plan
            return connection

        engine = create_engine("sqlite://", creator=connect)
        event.listen(engine, "begin", _begin)
        opened.append(Database(path, engine))
        return ContactService(Units(opened[-1], signature()), today)

    yield open_with
    for database in opened:
        database.close()


def test_a_commit_that_took_place_is_made_sure_of_and_told_as_done(contacts_on):
    contacts = contacts_on([True])

    contact = contacts.add(person("Enregistrée")).value

    assert contacts.get(contact.id) == contact
    assert contacts.count() == 1


def test_a_commit_that_did_not_take_place_leaves_nothing(contacts_on):
    contacts = contacts_on([False])

    with pytest.raises(ExternalError) as refused:
        contacts.add(person("Perdue"))

    assert refused.value.code == "database.unreadable"
    assert contacts.count() == 0
    assert contacts.add(person("Suivante")).value.id == 1


@pytest.mark.parametrize("plan", [[True, True], [True, False]])
def test_a_disk_that_fails_twice_is_not_said_to_have_changed_nothing(contacts_on, plan):
    contacts = contacts_on(plan)

    with pytest.raises(ExternalError) as refused:
        contacts.add(person("Peut-être"))

    assert refused.value.code == "database.unsure"
    assert contacts.count() == 1


def test_a_reader_that_holds_the_file_stops_the_commit_and_nothing_else(tmp_path):
    path = tmp_path / "office.coopdesk"
    with new_units(path) as units, closing(sqlite3.connect(path)) as reader:
        contacts = ContactService(units, today)
        with units.database.outside_transactions() as connection:
            connection.execute("PRAGMA busy_timeout=50")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM contact").fetchone()

        with pytest.raises(ExternalError) as refused:
            contacts.add(person("Retenue"))

        assert refused.value.code == "database.busy"
        reader.execute("COMMIT")
        assert contacts.count() == 0
        assert contacts.add(person("Suivante")).value.id == 1
