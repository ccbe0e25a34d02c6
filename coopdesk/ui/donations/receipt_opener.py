"""Opens the paper of an issued receipt from any record that names it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.ui.desktop import open_or_tell
from coopdesk.ui.receipts.paper_viewer import PaperViewer

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class ReceiptOpener(QObject):
    """Shows a copy of the paper as it was issued, with the desktop's own program."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._papers = PaperViewer()

    def open(self, receipt_id: int) -> None:
        """Open the PDF of a receipt; that of a voided one says so."""
        copy = partial(_copy, self._desk.services, receipt_id, self._papers)
        self._desk.tasks.query(self, copy, self._on_copied, replaces="paper")

    def _on_copied(self, path: Path) -> None:
        open_or_tell(path, self._desk.feedback)


def _copy(services: Services, receipt_id: int, papers: PaperViewer) -> Path:
    """Write the paper to a file that can be opened; runs on the worker."""
    name = services.receipts.detail(receipt_id).snapshot.file_name
    return papers.copy(name, services.receipt_papers.copy(receipt_id))
