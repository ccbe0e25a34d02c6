"""What other pages may ask the view of expenses to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.ui.widgets.contact_picker import Choice


@dataclass(frozen=True, slots=True)
class SheetShown:
    """One expense sheet."""

    sheet_id: int


@dataclass(frozen=True, slots=True)
class NewSheetFor:
    """The form of a new expense sheet, for a volunteer if one is named."""

    volunteer: Choice | None = None
