"""A list is read while a long job writes: as it was before, and at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.members import MemberRules
from tests.building import new_units, person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.storage.unit_of_work import Units

# More than the cache of a connection holds, which SQLite would write to the file early.
_LONG = "bénévole du jardin " * 1_000
_MANY = 1_000


@pytest.fixture
def units(tmp_path: Path) -> Iterator[Units]:
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


def names(units: Units) -> list[str]:
    with units.read() as work:
        ids = work.contacts.ids(ContactFilter())
        return [
            line.name for line in work.contacts.lines(ids, MemberRules(), dt.date(2026, 3, 1))
        ]


def test_large_transaction_lets_others_read_what_stood_before(units):
    with units.write("contact.added", name="Lenoir") as work:
        work.contacts.add(person(last_name="Lenoir"))
        work.commit()
    before = names(units)

    with units.write("import.contacts", file="x.csv") as work:
        work.contacts.add_many([person(note=_LONG) for _ in range(_MANY)])
        during = names(units)
        work.commit()

    assert during == before
    assert len(names(units)) == _MANY + 1
