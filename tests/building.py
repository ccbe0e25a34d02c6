"""What tests build their databases from: invented people on real SQLite files."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.association import Association
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.databases import back_up_before_migration
from coopdesk.storage.migrations import open_database
from coopdesk.storage.unit_of_work import Signature, Units
from tests.made_once import new_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from coopdesk.storage.database import Database

TODAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
ADDRESS = PostalAddress("12 rue des Lilas", "", "44000", "Nantes", "FR")
PROFILE = Association(
    name="La Coop des Rives",
    purpose="Relier celles et ceux qui font vivre les communs.",
    rna="W442000001",
    address=PostalAddress("3 quai de la Fosse", "", "44000", "Nantes", "FR"),
    signatory_name="Camille Aubry",
    signatory_role="Trésorière",
)


def refused(call: Callable[..., object], *args: object, **more: object) -> str:
    """Return the code of the rule that refuses a command."""
    with pytest.raises(RuleError) as error:
        call(*args, **more)
    return error.value.code


def today() -> dt.date:
    """The day on which every test happens."""
    return TODAY


def signature() -> Signature:
    """Whoever runs the tests."""
    return Signature("Camille", Origin.WINDOW, lambda: NOW)


def new_database(path: Path) -> Database:
    """Write an empty database and open it."""
    return open_database(new_file(path), back_up_before_migration)


@contextmanager
def new_units(path: Path) -> Iterator[Units]:
    """Create a database file and close it at the end."""
    with open_units(new_file(path)) as units:
        yield units


@contextmanager
def open_units(path: Path) -> Iterator[Units]:
    """Open a database file and close it at the end."""
    database = open_database(path, back_up_before_migration)
    try:
        yield Units(database, signature())
    finally:
        database.close()


def person(
    last_name: str = "Lefèvre", first_name: str = "Élodie", **more: object
) -> NewContact:
    """A person with an address."""
    return NewContact(
        **{"last_name": last_name, "first_name": first_name, "address": ADDRESS} | more
    )


def gift(
    donor_id: int | None, cents: int = 5000, day: dt.date = TODAY, **more: object
) -> NewDonation:
    """A gift of money."""
    return NewDonation(
        **{
            "received_on": day,
            "amount": Money(cents),
            "mode": PaymentMode.CASH,
            "donor_id": donor_id,
        }
        | more
    )


def every_row(
    units: Units, but: frozenset[str] = frozenset()
) -> dict[str, list[tuple[object, ...]]]:
    """Return the content of every table but the journal, to compare two moments.

    Columns of the names ``but`` are left out.
    """
    with units.database.reading() as connection:
        # By the driver itself: some tests look at a hundred tables after every step.
        bare = connection.connection.driver_connection
        assert isinstance(bare, sqlite3.Connection)
        return {
            name: sorted(bare.execute(query), key=repr)
            for name, query in _row_queries(but).items()
        }


@cache
def _row_queries(but: frozenset[str]) -> dict[str, str]:
    """Return what reads each table, as it is stored."""
    from sqlmodel import SQLModel

    skipped = {"operation", "operation_change", "file_info"}
    return {
        table.name: f"SELECT {', '.join(x.name for x in table.c if x.name not in but)}"
        f' FROM "{table.name}"'
        for table in SQLModel.metadata.sorted_tables
        if table.name not in skipped
    }
