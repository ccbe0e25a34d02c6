"""The panel with everything known of one expense sheet; files are dropped on it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from coopdesk.ui.expenses.sheets import read_sheet, sheet_parts
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from coopdesk.domain.expenses import ExpenseSheet
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
        call = partial(read_sheet, self._desk.services, sheet_id)
        self._desk.tasks.query(self, call, self._on_sheet, replaces="sheet")

    def _on_sheet(self, sheet: ExpenseSheet | None) -> None:
        self.sheet = sheet
        if sheet is not None:
            self.show_parts(sheet.content.title, sheet_parts(sheet))
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
