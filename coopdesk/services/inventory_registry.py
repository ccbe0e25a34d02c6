"""The services of what the books rest on, a part of all services of one database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.services.activities import ActivityService
    from coopdesk.services.budget_imports import BudgetImportService
    from coopdesk.services.budgets import BudgetService
    from coopdesk.services.dedicated_funds import DedicatedFundService
    from coopdesk.services.fixed_assets import FixedAssetService
    from coopdesk.services.grants import GrantService
    from coopdesk.services.inventory import InventoryService
    from coopdesk.services.volunteering import VolunteeringService


@dataclass(frozen=True, slots=True)
class InventoryServices:
    """What the program can do with activities, budgets, grants, funds, assets and time."""

    activities: ActivityService
    budgets: BudgetService
    budget_imports: BudgetImportService
    volunteering: VolunteeringService
    grants: GrantService
    dedicated_funds: DedicatedFundService
    fixed_assets: FixedAssetService
    inventory: InventoryService
