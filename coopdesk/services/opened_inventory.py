"""Builds each service of the inventory when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.services.inventory_registry import InventoryServices

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.services.activities import ActivityService
    from coopdesk.services.budget_imports import BudgetImportService
    from coopdesk.services.budgets import BudgetService
    from coopdesk.services.dedicated_funds import DedicatedFundService
    from coopdesk.services.fixed_assets import FixedAssetService
    from coopdesk.services.grants import GrantService
    from coopdesk.services.inventory import InventoryService
    from coopdesk.services.volunteering import VolunteeringService
    from coopdesk.storage.unit_of_work import Units


class OpenedInventory(InventoryServices):
    """The part of the services of an open file that keeps what the books rest on."""

    _units: Units
    _today: Callable[[], dt.date]

    @cached_property
    def activities(self) -> ActivityService:
        """Activities."""
        from coopdesk.services.activities import ActivityService

        return ActivityService(self._units, self._today)

    @cached_property
    def budgets(self) -> BudgetService:
        """Budgets."""
        from coopdesk.services.budgets import BudgetService

        return BudgetService(self._units, self._today)

    @cached_property
    def budget_imports(self) -> BudgetImportService:
        """Budgets from sheets."""
        from coopdesk.services.budget_imports import BudgetImportService

        return BudgetImportService(self._units, self._today)

    @cached_property
    def volunteering(self) -> VolunteeringService:
        """Volunteers' time and contributions in kind."""
        from coopdesk.services.volunteering import VolunteeringService

        return VolunteeringService(self._units, self._today)

    @cached_property
    def grants(self) -> GrantService:
        """Notified grants."""
        from coopdesk.services.grants import GrantService

        return GrantService(self._units, self._today)

    @cached_property
    def dedicated_funds(self) -> DedicatedFundService:
        """Dedicated funds."""
        from coopdesk.services.dedicated_funds import DedicatedFundService

        return DedicatedFundService(self._units, self._today)

    @cached_property
    def fixed_assets(self) -> FixedAssetService:
        """Fixed assets."""
        from coopdesk.services.fixed_assets import FixedAssetService

        return FixedAssetService(self._units, self._today)

    @cached_property
    def inventory(self) -> InventoryService:
        """Entries of the inventory."""
        from coopdesk.services.inventory import InventoryService

        return InventoryService(self._units, self._today)
