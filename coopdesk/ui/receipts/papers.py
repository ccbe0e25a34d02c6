"""Opens issued receipts, and writes them to a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.receipt_output import OutputShape
from coopdesk.services.receipt_output import ReceiptOutput
from coopdesk.system.paths import documents_folder
from coopdesk.ui.desktop import open_or_tell
from coopdesk.ui.receipts.paper_viewer import PaperViewer
from coopdesk.ui.receipts.save_dialog import SaveDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.save_dialog import SaveOrder
    from coopdesk.ui.tasks import Job

_FOLDER = "receipts"


class Papers(QObject):
    """The papers of issued receipts, on the desktop or in a folder."""

    started = Signal(object)  # Job
    written = Signal(object)  # tuple of Path
    stopped = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._viewer = PaperViewer()
        self._job: Job | None = None
        self.dialog: SaveDialog | None = None

    def show(self, receipt_id: int) -> None:
        """Open the paper of a receipt with the desktop's viewer."""
        self._desk.tasks.query(self, partial(self._copy, receipt_id), self.open)

    def open(self, path: Path) -> None:
        """Open a file or a folder."""
        open_or_tell(path, self._desk.feedback)

    def ask(
        self, year: int, listed: tuple[int, ...], selected: tuple[int, ...], *, prints: bool
    ) -> None:
        """Ask where to write receipts, and as how many files."""
        if not listed:
            return
        folder = self._folder() / _("Tax receipts {year}").format(year=year)
        self.dialog = SaveDialog(listed, selected, folder, self._window, prints=prints)
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def ask_all(self, year: int, *, prints: bool) -> None:
        """Ask where to write all receipts of a year."""
        ids = self._desk.services.receipts.ids
        done = partial(self._on_all_ids, year, prints)
        self._desk.tasks.query(self, partial(ids, year), done)

    def _on_all_ids(self, year: int, prints: bool, ids: list[int]) -> None:  # noqa: FBT001 (partial)
        self.ask(year, tuple(ids), (), prints=prints)

    def _folder(self) -> Path:
        """Return the folder that holds the folders of receipts."""
        known = self._desk.settings.current.folders.get(_FOLDER, "")
        return Path(known) if known and Path(known).is_dir() else documents_folder()

    def _copy(self, receipt_id: int) -> Path:
        """Write a copy to look at; runs on the worker."""
        service = self._desk.services.receipts
        number = service.lines([receipt_id])[0].number_text
        return self._viewer.copy(f"recu-{number}.pdf", service.pdf(receipt_id))

    @Slot(object)
    def _on_submitted(self, order: SaveOrder) -> None:
        self._remember(order.folder.parent)
        self._job = self._desk.tasks.job(
            self,
            _("Writing receipts"),
            partial(self._write, order),
            partial(self._on_written, order),
            ended=self._on_ended,
        )
        self.started.emit(self._job)

    def _write(self, order: SaveOrder, progress: Progress) -> tuple[Path, ...]:
        output = ReceiptOutput(OutputShape.ONE_FILE if order.one_file else OutputShape.SEPARATE)
        write = self._desk.services.receipt_papers.write
        return write(order.receipt_ids, order.folder, output, progress).paths

    def _on_written(self, order: SaveOrder, paths: tuple[Path, ...]) -> None:
        self._job = None
        self.written.emit(paths)
        if order.opens:
            self.open(paths[0] if order.one_file else order.folder)

    @Slot()
    def _on_ended(self) -> None:
        if self._job is not None and self._job.is_cancelled:
            self.stopped.emit()
        self._job = None

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    def _remember(self, folder: Path) -> None:
        settings = self._desk.settings
        settings.change(folders={**settings.current.folders, _FOLDER: str(folder)})
