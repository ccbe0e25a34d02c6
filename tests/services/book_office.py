"""What tests of the books build from: entries on invented accounts of one association."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryForm, NewEntry, NewEntryLine
from coopdesk.domain.money import ZERO, Money
from coopdesk.services.chart import ChartService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.entries import EntryService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.operations import OperationService
from tests.building import TODAY, today

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Units


def debit(account: str, cents: int, **more: object) -> NewEntryLine:
    """A line at the left."""
    return NewEntryLine(account, Money(cents), ZERO, **more)


def credit(account: str, cents: int, **more: object) -> NewEntryLine:
    """A line at the right."""
    return NewEntryLine(account, ZERO, Money(cents), **more)


def entry(
    cents: int = 5000,
    day: dt.date = TODAY,
    to: str = "5121",
    of: str = "75411",
    **more: object,
) -> NewEntry:
    """A gift on the bank account, or any other entry of two lines."""
    lines = (debit(to, cents), credit(of, cents))
    plain = {"journal": "BQ", "entry_on": day, "label": "Don de Maëlle Zéphyr", "lines": lines}
    return NewEntry(**plain | {"form": EntryForm.INCOME} | more)


class Books:
    """The services of the books over one file."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.chart = ChartService(units)
        self.years = FiscalYearService(units, today)
        self.entries = EntryService(units, today)
        self.operations = OperationService(units)

    def record(self, new: NewEntry | None = None, **more: object) -> int:
        """Record a draft and return its id."""
        return self.entries.record(new or entry(**more)).value.id

    def validated(self, new: NewEntry | None = None, **more: object) -> int:
        """Record and validate an entry and return its id."""
        entry_id = self.record(new, **more)
        self.entries.validate([entry_id])
        return entry_id

    def is_whole(self) -> bool:
        """Tell whether the check of the file finds nothing."""
        return self.findings() == []

    def findings(self) -> list[str]:
        """Return the codes that the check of the file finds."""
        return [one.code for one in DatabaseService(self.units).check().findings]
