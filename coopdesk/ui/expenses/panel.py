"""The panel with everything known of one expense sheet; files are dropped on it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from coopdesk.ui.entries.booking_links import book_parts
from coopdesk.ui.expenses.sheets import read_sheet, sheet_parts
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from coopdesk.domain.booking import EntryLink
    from coopdesk.domain.expenses import ExpenseSheet
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class ExpensePanel(DetailPanel):
    """Reads a sheet; ``files_dropped`` tells the paths of local files."""

    read = Signal(object)  # ExpenseSheet, or None when it is gone
    files_dropped = Signal(object)  # list of Path

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Expense sheet"))
        self._desk = desk
        self.sheet: ExpenseSheet | None = None
        self.setAcceptDrops(True)
        # The text would take what is dropped before the panel hears of it.
        self.reader.setAcceptDrops(False)
        self.reader.viewport().setAcceptDrops(False)

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
        self.read.emit(sheet)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.sheet is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)


def _read(services: Services, sheet_id: int) -> tuple[ExpenseSheet | None, list[EntryLink]]:
    """Return a sheet and its entries; runs on the worker."""
    entries = services.booking.entries_of(expense_sheet_id=sheet_id)
    return read_sheet(services, sheet_id), entries
