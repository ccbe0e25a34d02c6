"""Notes that receipts which this computer knows, and the file lacks, are lost for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coopdesk.ui.receipts.reason_dialog import ReasonDialog
from coopdesk.ui.widgets.asking import Asker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.errors import RuleError
    from coopdesk.ui.desk import Desk


class Losses(Asker):
    """Asks why; then the next numbers follow the lost ones."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self._window = window

    def ask_why(self, error: RuleError, above: QWidget | None = None) -> None:
        """Say what is missing, and ask why it is lost."""
        make = partial(ReasonDialog, error, above or self._window)
        self.ask(make, self._desk.services.receipt_life.note_loss)
