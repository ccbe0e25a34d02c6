"""The panel with everything known of one entry; vouchers are dropped on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from coopdesk.ui.entries.voucher_field import dropped_paths
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent


class EntryPanel(DetailPanel):
    """``files_dropped`` tells the paths of local files."""

    files_dropped = Signal(object)  # list of Path

    def __init__(self) -> None:
        super().__init__(_("Entry"))
        self.setAcceptDrops(True)
        # The text would take what is dropped before the panel hears of it.
        self.reader.setAcceptDrops(False)
        self.reader.viewport().setAcceptDrops(False)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.reader.parts and event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
