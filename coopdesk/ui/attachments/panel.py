"""The panel of a record that files are kept with: dropped on it, shown beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter
from typing_extensions import override

from coopdesk.ui.attachments.dropped import dropped_paths
from coopdesk.ui.attachments.pane import FilePane
from coopdesk.ui.widgets.detail_panel import DetailPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from coopdesk.ui.desk import Desk

# Enough to know which record it is.
_LEAST = 96


class FilePanel(DetailPanel):
    """The record and its files below or beside; enlarged, they take the room of both."""

    files_dropped = Signal(object)  # list of Path

    # Known to the class: the width is told while it is still being built.
    _halves: QSplitter | None = None

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__(name)
        self.pane = FilePane(desk)
        self.pane.enlarged.connect(self._on_enlarged)
        self._halves = halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(8)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self.reader, halves)
        halves.addWidget(self.reader)
        halves.addWidget(self.pane)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        self.reader.setMinimumHeight(_LEAST)
        self.setAcceptDrops(True)
        # The text would take what is dropped before the panel hears of it.
        self.reader.setAcceptDrops(False)
        self.reader.viewport().setAcceptDrops(False)

    @override
    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put the files beside the record where it has the width of the list too."""
        super().set_narrow(is_narrow=is_narrow)
        beside, below = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        if self._halves is not None:
            self._halves.setOrientation(beside if is_narrow else below)

    def show_file(self, attachment_id: int) -> None:
        """Show a file that a link names, and give it the keys."""
        self.pane.show_file(attachment_id)
        self.pane.take_keys()

    @Slot(bool)
    def _on_enlarged(self, wanted: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        self.reader.setVisible(not wanted)

    @Slot()
    @override
    def clear(self) -> None:
        super().clear()
        self.pane.show_files(())

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
