"""The assistant of entries of the inventory, and their reversal at the next opening."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryFilter, EntryKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.inventory_entries import (
    checked_inventory,
    inventory_entry,
    usual_counterpart,
)
from coopdesk.services.closing_reading import year_after
from coopdesk.services.inventory_writing import ready
from coopdesk.services.named_years import made_year, year_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.year_turning import prepare_reversals
from coopdesk.storage.source_entries import SourceKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.entries import Entry, EntryRow, EntrySource, NewEntry
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.inventory_entries import InventoryKind, NewInventoryEntry
    from coopdesk.storage.unit_of_work import Units, Work


class InventoryService:
    """Put into each year what belongs to it."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def counterpart(self, kind: InventoryKind, account: str) -> str:
        """Return the account that stands against an expense or income, as 486 or 408."""
        with self._units.read() as work:
            return _counterpart(work, kind, account)

    def preview(self, fiscal_year_id: int, new: NewInventoryEntry) -> NewEntry:
        """Return the entry that ``record`` would draft.

        Raises:
            RuleError, FieldErrors: as ``checked_inventory``. NotFoundError: the year is gone.
        """
        with self._units.read() as work:
            return _entry_of(work, year_of(work, fiscal_year_id, self._today()), new)

    def record(self, fiscal_year_id: int, new: NewInventoryEntry) -> Outcome[Entry]:
        """Draft an entry on the last day of a year, to be reversed at the next opening.

        Raises:
            RuleError, FieldErrors: as ``preview``; ``year.is_closed``, ``account.not_known``.
        """
        with self._units.write("inventory.recorded", name=new.label) as work:
            wanted = _entry_of(work, made_year(work, fiscal_year_id, self._today()), new)
            entry_id = work.entries.add(ready(work, wanted))
            entry = work.entries.get(entry_id)
            work.commit()
        return changed(entry, Subject.ENTRIES)

    def of_year(self, fiscal_year_id: int) -> list[EntryRow]:
        """Return the entries of the inventory of a year, drafts included, by day."""
        wanted = EntryFilter(
            fiscal_year_id=fiscal_year_id, kind=EntryKind.INVENTORY, descending=False
        )
        with self._units.read() as work:
            return work.entries.lines(work.entries.ids(wanted))

    def entries_of(self, source: EntrySource) -> list[EntryRow]:
        """Return the entries made of the grant, fund or fixed asset of ``source``, by day.

        Those that were reversed are left out.
        """
        with self._units.read() as work:
            found = {
                one.id
                for kind in SourceKind
                if (key := getattr(source, kind.value)) is not None
                for one in work.source_entries.of(kind, key).get(key, [])
            }
            rows = work.entries.lines(list(found))
        return sorted(rows, key=lambda row: (row.entry_on, row.id))

    def to_reverse(self, fiscal_year_id: int) -> list[EntryRow]:
        """Return the validated entries of a year that the next opening still reverses."""
        with self._units.read() as work:
            return work.entries.lines(work.source_entries.to_reverse(fiscal_year_id))

    def reverse_all(self, fiscal_year_id: int) -> Outcome[int]:
        """Draft the reversals of a year's entries on the first day of the next one.

        Return how many; what is reversed already is left, so that a second call does nothing.

        Raises:
            RuleError: ``inventory.no_next_year``, ``year.is_closed``.
        """
        with self._units.write("inventory.reversed") as work:
            year = made_year(work, fiscal_year_id, self._today())
            work.recorder.relabel(name=year.label)
            after = year_after(work, year)
            if after is None and work.source_entries.to_reverse(year.id):
                raise RuleError("inventory.no_next_year", label=year.label)
            count = 0 if after is None else prepare_reversals(work, year, after)
            work.commit()
        return changed(count, Subject.ENTRIES)


def _entry_of(work: Work, year: FiscalYear, new: NewInventoryEntry) -> NewEntry:
    cleaned = checked_inventory(new, year)
    counterpart = new.counterpart or _counterpart(work, new.kind, new.account)
    return inventory_entry(replace(cleaned, counterpart=counterpart), year)


def _counterpart(work: Work, kind: InventoryKind, account: str) -> str:
    chart = {number for number, one in work.chart.by_number().items() if one.is_postable}
    return usual_counterpart(kind, account, chart)
