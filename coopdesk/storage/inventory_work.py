"""The stores of what the books rest on: activities, budgets, grants, funds, assets, time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.storage.activity_store import ActivityStore
from coopdesk.storage.asset_store import AssetStore
from coopdesk.storage.budget_store import BudgetStore
from coopdesk.storage.chart_store import ChartStore
from coopdesk.storage.fund_store import FundStore
from coopdesk.storage.grant_store import GrantStore
from coopdesk.storage.source_entries import SourceEntries
from coopdesk.storage.volunteer_store import VolunteerStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder


class InventoryStores:
    """Makes each store of the inventory when it is first asked for."""

    _connection: Connection
    recorder: Recorder

    @cached_property
    def chart(self) -> ChartStore:
        """The chart of accounts."""
        return ChartStore(self._connection, self.recorder)

    @cached_property
    def activities(self) -> ActivityStore:
        """Activities."""
        return ActivityStore(self._connection, self.recorder)

    @cached_property
    def budgets(self) -> BudgetStore:
        """Budgets."""
        return BudgetStore(self._connection, self.recorder, self.chart)

    @cached_property
    def volunteering(self) -> VolunteerStore:
        """Volunteers' time and contributions in kind."""
        return VolunteerStore(self._connection, self.recorder)

    @cached_property
    def grants(self) -> GrantStore:
        """Notified grants."""
        return GrantStore(self._connection, self.recorder, self.chart)

    @cached_property
    def funds(self) -> FundStore:
        """Dedicated funds."""
        return FundStore(self._connection, self.recorder)

    @cached_property
    def assets(self) -> AssetStore:
        """Fixed assets."""
        return AssetStore(self._connection, self.recorder, self.chart)

    @cached_property
    def source_entries(self) -> SourceEntries:
        """Entries by what they were made from."""
        return SourceEntries(self._connection)
