"""The panel with everything known of one expense sheet; its files beneath."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.ui.attachments.panel import FilePanel
from coopdesk.ui.entries.booking_links import book_parts
from coopdesk.ui.expenses.sheets import read_sheet, sheet_parts
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.booking import EntryLink
    from coopdesk.domain.expenses import ExpenseSheet
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class ExpensePanel(FilePanel):
    """Reads a sheet and shows its vouchers."""

    read = Signal(object)  # ExpenseSheet, or None when it is gone

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Expense sheet"), desk)
        self._desk = desk
        self.sheet: ExpenseSheet | None = None

    @Slot(int)
    def show_sheet(self, sheet_id: int) -> None:
        """Read a sheet and show it; an older question that is still open is dropped."""
        call = partial(_read, self._desk.services, sheet_id)
        self._desk.tasks.query(self, call, self._on_read, replaces="sheet")

    def _on_read(self, found: tuple[ExpenseSheet | None, list[EntryLink]]) -> None:
        sheet, entries = found
        self.sheet = sheet
        if sheet is not None:
            parts = [*sheet_parts(sheet), *book_parts(entries)]
            self.show_parts(sheet.content.title, parts)
            self.pane.show_files(sheet.attachments)
        self.read.emit(sheet)


def _read(services: Services, sheet_id: int) -> tuple[ExpenseSheet | None, list[EntryLink]]:
    """Return a sheet and its entries; runs on the worker."""
    entries = services.booking.entries_of(expense_sheet_id=sheet_id)
    return read_sheet(services, sheet_id), entries
