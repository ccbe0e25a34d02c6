"""Opens issued receipts, and writes them to a folder."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.donor_letters import DonorTextKind
from coopdesk.domain.receipt_output import OutputShape
from coopdesk.domain.receipts import ReceiptFilter
from coopdesk.system.paths import documents_folder
from coopdesk.ui.desktop import open_or_tell
from coopdesk.ui.receipts.output_dialog import OutputDialog, OutputStart
from coopdesk.ui.receipts.paper_viewer import PaperViewer
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.services.progress import Progress
    from coopdesk.services.receipt_output import ReceiptFiles
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.issue_dialog import IssueOrder
    from coopdesk.ui.receipts.output_dialog import OutputOrdered
    from coopdesk.ui.tasks import Job

_FOLDER = "receipts"


class Papers(QObject):
    """The papers of receipts, on the desktop or in a folder."""

    started = Signal(object)  # Job
    written = Signal(object)  # ReceiptFiles
    stopped = Signal()
    failed = Signal()  # the reason has been told

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._viewer = PaperViewer()
        self._job: Job | None = None
        self.dialog: OutputDialog | None = None

    # one paper, to look at

    def show(self, receipt_id: int) -> None:
        """Open the paper of a receipt with the desktop's viewer."""
        self._desk.tasks.query(self, partial(self._copy, receipt_id), self.open)

    def show_duplicate(self, receipt_id: int) -> None:
        """Open the paper once more, marked as a duplicate."""
        self._desk.tasks.query(self, partial(self._duplicate, receipt_id), self.open)

    def show_drafts(self, order: IssueOrder, number: int = 0) -> None:
        """Open what would be issued, with a mark that says so; all, or the one of a number."""
        draw = partial(self._drafts, order, number)
        self._desk.tasks.job(self, _("Drawing the drafts"), draw, self.open)

    def open(self, path: Path) -> None:
        """Open a file or a folder."""
        open_or_tell(path, self._desk.feedback)

    def _copy(self, receipt_id: int) -> Path:
        """Write a copy to look at; runs on the worker."""
        services = self._desk.services
        name = services.receipts.detail(receipt_id).snapshot.file_name
        return self._viewer.copy(name, services.receipt_papers.copy(receipt_id))

    def _duplicate(self, receipt_id: int) -> Path:
        services = self._desk.services
        name = services.receipts.detail(receipt_id).snapshot.file_name
        paper = services.receipt_papers.duplicate(receipt_id)
        copied = _("duplicate")
        return self._viewer.copy(f"{copied}-{name}", paper)

    def _drafts(self, order: IssueOrder, number: int, progress: Progress) -> Path:
        drawn = self._desk.services.receipts.draft_pdf(
            order.year,
            order.scope,
            donation_ids=order.donation_ids,
            number=number,
            progress=progress,
        )
        named = "-".join(str(part) for part in (_("drafts"), order.year, number) if part)
        return self._viewer.copy(f"{named}.pdf", drawn)

    # files in a folder

    def ask(
        self,
        year: int,
        listed: tuple[int, ...],
        selected: tuple[int, ...],
        shape: OutputShape,
    ) -> None:
        """Ask where to write receipts that are listed, and as which files."""
        self._ask(listed, selected, OutputStart(self._folder_of(year), shape))

    def _ask(
        self, listed: tuple[int, ...], selected: tuple[int, ...], start: OutputStart
    ) -> None:
        if not listed and not selected:
            return
        call = partial(_with_texts, self._desk.services, start)
        self._desk.tasks.query(self, call, partial(self._on_start, listed, selected))

    def _on_start(
        self, listed: tuple[int, ...], selected: tuple[int, ...], start: OutputStart
    ) -> None:
        self.dialog = OutputDialog(listed, selected, start, self._window)
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def ask_all(self, year: int, shape: OutputShape) -> None:
        """Ask where to write all receipts of a year."""
        call = partial(self._desk.services.receipts.ids, ReceiptFilter(year=year))
        self._desk.tasks.query(self, call, partial(self._on_all_ids, year, shape))

    def _on_all_ids(self, year: int, shape: OutputShape, ids: list[int]) -> None:
        self._ask(tuple(ids), (), OutputStart(self._folder_of(year), shape, year=year))

    def _folder_of(self, year: int) -> Path:
        """Return the folder of a year, in the one that holds the folders of receipts."""
        known = self._desk.settings.current.folders.get(_FOLDER, "")
        above = Path(known) if known and Path(known).is_dir() else documents_folder()
        return above / _("Tax receipts {year}").format(year=year)

    @Slot(object)
    def _on_submitted(self, order: OutputOrdered) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self._remember(order.folder.parent)
        self._job = self._desk.tasks.job(
            self,
            _("Writing receipts"),
            partial(self._write, order),
            partial(self._on_written, order),
            ended=self._on_ended,
        )
        self.started.emit(self._job)

    def _write(self, order: OutputOrdered, progress: Progress) -> ReceiptFiles:
        write = self._desk.services.receipt_papers.write
        return write(order.receipt_ids, order.folder, order.output, progress)

    def _on_written(self, order: OutputOrdered, files: ReceiptFiles) -> None:
        self._job = None
        self.written.emit(files)
        paths = (*files.paths, *files.emails)
        if order.opens and paths:
            alone = len(paths) == 1 and order.output.shape is OutputShape.ONE_FILE
            self.open(paths[0] if alone else order.folder)

    @Slot()
    def _on_ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            (self.stopped if job.is_cancelled else self.failed).emit()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    def _remember(self, folder: Path) -> None:
        settings = self._desk.settings
        settings.change(folders={**settings.current.folders, _FOLDER: str(folder)})


def _with_texts(services: Services, start: OutputStart) -> OutputStart:
    """Add the texts that can go with receipts; runs on the worker."""
    texts = services.donor_letters.texts(DonorTextKind.COVER)
    return replace(start, texts=tuple((text.place, text.content.label) for text in texts))
