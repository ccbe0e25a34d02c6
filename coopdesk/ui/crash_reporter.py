"""Waits for what nobody foresaw, on any thread, and shows its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.crash import CrashDialog


class CrashReporter(QObject):
    """Shows one report at a time; what fails meanwhile is in the log."""

    caught = Signal(object)  # BaseException, from any thread

    def __init__(self, window: QWidget | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.dialog: CrashDialog | None = None
        self.caught.connect(self.show, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def show(self, error: BaseException) -> None:
        """Show the report of an error, unless one is being read."""
        if self.dialog is not None:
            return
        from coopdesk.ui.crash import CrashDialog

        self.dialog = CrashDialog(error, self._window)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
