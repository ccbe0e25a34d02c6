"""An office with donors, gifts and receipts, for tests of papers and letters."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.donor_letters import DonorLetterService
from coopdesk.services.operations import OperationService
from coopdesk.services.progress import JobCancelledError
from coopdesk.services.receipt_life import ReceiptLifeService
from coopdesk.services.receipt_papers import ReceiptPaperService
from coopdesk.services.receipts import ReceiptService
from tests.building import PROFILE, gift, new_units, person, today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.storage.unit_of_work import Units


class StopAt:
    """Progress that a person cancels at a step."""

    def __init__(self, step: int) -> None:
        self.step = step

    def advance(self, done: int, _total: int) -> None:
        if done >= self.step:
            raise JobCancelledError


class ReceiptOffice:
    """The services of one database with a complete profile."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.contacts = ContactService(units, today)
        self.donations = DonationService(units, today)
        self.receipts = ReceiptService(units, today)
        self.life = ReceiptLifeService(units, today)
        self.operations = OperationService(units)
        self.papers = ReceiptPaperService(units, today)
        self.letters = DonorLetterService(units, today)
        AssociationService(units).save(replace(PROFILE, email="bureau@example.org"))

    def donor(self, last_name: str = "Lefèvre", first_name: str = "Élodie", **more: Any) -> int:
        return self.contacts.add(person(last_name, first_name, **more)).value.id

    def give(self, donor_id: int, cents: int = 5000, **more: Any) -> int:
        return self.donations.record(gift(donor_id, cents, **more)).value.id

    def issued(self, *donors: tuple[str, int]) -> list[ReceiptLine]:
        """Give and issue a receipt for each (last name, cents), in the order of names."""
        for name, cents in donors:
            self.give(self.donor(name), cents)
        return list(self.receipts.issue_year(2026).value)

    def letters_kept(self) -> list[tuple[str, str, int | None, int | None]]:
        """Return kind, channel, gift and receipt of each letter that was noted."""
        query = "SELECT kind, channel, donation_id, receipt_id FROM letter ORDER BY id"
        with closing(sqlite3.connect(self.units.database.path)) as connection:
            return connection.execute(query).fetchall()

    def sql(self, statement: str, *values: object) -> None:
        """Run a statement as somebody with a database browser would."""
        with closing(sqlite3.connect(self.units.database.path)) as connection:
            connection.execute(statement, values)
            connection.commit()

    def take_protection_off(self, table: str) -> None:
        """Drop the triggers of a table, as somebody who means harm does."""
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        with closing(sqlite3.connect(self.units.database.path)) as connection:
            for (name,) in connection.execute(query, (table,)).fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            connection.commit()


@contextmanager
def receipt_office(folder: Path) -> Iterator[ReceiptOffice]:
    """Open a new office in a folder."""
    with new_units(folder / "office.coopdesk") as units:
        yield ReceiptOffice(units)
