"""Notes that receipts which this computer knows, and the file lacks, are lost for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.receipts.reason_dialog import ReasonDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.errors import RuleError
    from coopdesk.ui.desk import Desk


class Losses(QObject):
    """Asks why; then the next numbers follow the lost ones."""

    noted = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.dialog: ReasonDialog | None = None

    def ask(self, error: RuleError, above: QWidget | None = None) -> None:
        """Say what is missing, and ask why it is lost."""
        self.dialog = ReasonDialog(error, above or self._window)
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot(object)
    def _on_submitted(self, reason: str) -> None:
        dialog, life = self.dialog, self._desk.services.receipt_life
        if dialog is not None:
            self._desk.tasks.command(
                dialog,
                partial(life.note_loss, reason),
                self._on_noted,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )

    def _on_noted(self, _numbers: tuple[str, ...]) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self.noted.emit()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
