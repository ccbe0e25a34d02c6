"""An office with books of 2026 for the tests of what the books rest on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.entries import EntryFilter, NewEntry, NewEntryLine
from coopdesk.domain.money import Money
from coopdesk.services.activities import ActivityService
from coopdesk.services.booking import BookingService
from coopdesk.services.budget_imports import BudgetImportService
from coopdesk.services.budgets import BudgetService
from coopdesk.services.chart import ChartService
from coopdesk.services.contacts import ContactService
from coopdesk.services.dedicated_funds import DedicatedFundService
from coopdesk.services.entries import EntryService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.fixed_assets import FixedAssetService
from coopdesk.services.grants import GrantService
from coopdesk.services.inventory import InventoryService
from coopdesk.services.operations import OperationService
from coopdesk.services.volunteering import VolunteeringService
from tests.building import today

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Units

END = dt.date(2026, 12, 31)


class InventoryOffice:
    """The services around the books, on one file whose first year is 2026."""

    def __init__(self, units: Units) -> None:
        with units.write("year.opened", name="2026") as work:
            work.fiscal_years.ensure(today())
            work.chart.ensure()
            work.commit()
        self.activities = ActivityService(units, today)
        self.booking = BookingService(units, today)
        self.budgets = BudgetService(units, today)
        self.budget_imports = BudgetImportService(units, today)
        self.volunteering = VolunteeringService(units, today)
        self.grants = GrantService(units, today)
        self.funds = DedicatedFundService(units, today)
        self.assets = FixedAssetService(units, today)
        self.inventory = InventoryService(units, today)
        self.chart = ChartService(units)
        self.contacts = ContactService(units, today)
        self.entries = EntryService(units, today)
        self.years = FiscalYearService(units, today)
        self.operations = OperationService(units)
        self.year_id = self.years.current(dt.date(2026, 6, 1)).id

    def activity(self, name: str = "Repair café", code: str = "RC") -> int:
        """Record an activity and return its id."""
        return self.activities.add(NewActivity(name, code=code)).value.id

    def spend(self, account: str, cents: int, activity_id: int | None = None) -> None:
        """Draft an expense paid by the bank."""
        lines = (
            NewEntryLine(account, debit=Money(cents), activity_id=activity_id),
            NewEntryLine("5121", credit=Money(cents)),
        )
        self.entries.record(NewEntry("BQ", dt.date(2026, 6, 1), "Dépense", lines))

    def said(self) -> list[list[tuple[str, int]]]:
        """Return accounts and signed cents of every entry, in the order of its id."""
        ids = sorted(self.entries.ids(EntryFilter()))
        return [
            [(line.account, line.signed.cents) for line in entry.content.lines]
            for entry in self.entries.get_many(ids)
        ]
