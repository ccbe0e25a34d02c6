"""A report ready to be shown: its title, columns and rows, and what is said beside it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.ui.reports.figure_sheet import SheetColumn, SheetRow


class Report(enum.Enum):
    """The reports of the tab, by the word that targets use."""

    RESULT = "result"
    BALANCE_SHEET = "balance-sheet"
    VOLUNTEERING = "volunteering"
    ACTIVITIES = "activities"
    TREASURY = "treasury"
    FUNDS = "funds"
    TIES = "ties"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns and rows; ``note`` is said above them, ``is_wrong`` when it is a fault."""

    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    title: str = ""
    note: str = ""
    is_wrong: bool = False
