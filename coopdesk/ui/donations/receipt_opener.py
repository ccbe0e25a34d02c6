"""Opens the paper of an issued receipt from any record that names it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.ui.receipts.paper_viewer import PaperViewer, open_path
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.receipts import ReceiptService
    from coopdesk.ui.desk import Desk


class ReceiptOpener(QObject):
    """Shows a copy of the paper as it was issued, with the desktop's own program."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._papers = PaperViewer()

    def open(self, receipt_id: int) -> None:
        """Open the PDF of a receipt."""
        copy = partial(_copy, self._desk.services.receipts, receipt_id, self._papers)
        self._desk.tasks.query(self, copy, self._on_copied, replaces="paper")

    def _on_copied(self, path: Path) -> None:
        if not open_path(path):
            self._desk.feedback.tell(_("No program was found to open the PDF."))


def _copy(service: ReceiptService, receipt_id: int, papers: PaperViewer) -> Path:
    """Write the paper to a file that can be opened; runs on the worker."""
    (line,) = service.lines([receipt_id])
    return papers.copy(f"recu-{line.number_text}.pdf", service.pdf(receipt_id))
