"""Checks whether a paper is one of our receipts, and says so in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.receipts.verify_dialog import VerifyDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk


class Verifying(QObject):
    """Opens the dialog, reads the file on the worker, leads to the receipt."""

    receipt_wanted = Signal(int)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.dialog: VerifyDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Ask for a paper."""
        self.dialog = VerifyDialog(self._window)
        self.dialog.chosen.connect(self._on_chosen)
        self.dialog.receipt_wanted.connect(self._on_wanted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot(object)
    def _on_chosen(self, path: Path) -> None:
        dialog = self.dialog
        if dialog is not None:
            self._desk.tasks.job(
                dialog,
                _("Verifying {name}").format(name=path.name),
                partial(self._desk.services.receipt_papers.verify, path),
                partial(dialog.show_result, path),
                failed=dialog.show_refusal,
            )

    @Slot(int)
    def _on_wanted(self, receipt_id: int) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.receipt_wanted.emit(receipt_id)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
