"""Asks where a paper goes, writes it with progress, opens it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from coopdesk.services.outcome import Outcome
from coopdesk.system.paths import documents_folder
from coopdesk.ui.desktop import open_or_tell
from coopdesk.ui.members.papers.jobs import Written

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.services.paper_runs import PaperRun
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.papers.jobs import PaperJob
    from coopdesk.ui.tasks import Job

_FOLDER = "members"


class PaperWriting(QObject):
    """One paper at a time; the folder of the last one is proposed for the next."""

    started = Signal(object)  # Job
    written = Signal(object)  # Written
    stopped = Signal()
    failed = Signal()  # the reason has been told

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._wanted: PaperJob | None = None
        self._job: Job | None = None
        self.chooser: QFileDialog | None = None

    @property
    def is_running(self) -> bool:
        """Whether a paper is being written."""
        return self._job is not None

    def ask(self, wanted: PaperJob) -> None:
        """Ask where to write a paper."""
        if self.is_running or self.chooser is not None:
            return
        self._wanted = wanted
        suffix = Path(wanted.name).suffix
        chooser = QFileDialog(self._window, wanted.title, str(self.folder()))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(suffix.removeprefix("."))
        chooser.setNameFilter(f"{wanted.kind} (*{suffix})")
        chooser.selectFile(wanted.name)
        chooser.fileSelected.connect(self._on_chosen)
        chooser.finished.connect(self._on_finished)
        chooser.open()
        self.chooser = chooser

    def write(self, wanted: PaperJob, path: Path) -> None:
        """Write a paper to a file."""
        self.remember(path.parent)
        self._wanted = wanted
        self._job = self._desk.tasks.job(
            self,
            wanted.title,
            partial(_write, wanted, path),
            self._on_written,
            ended=self._on_ended,
        )
        self.started.emit(self._job)

    def open(self, path: Path) -> None:
        """Open a file or a folder."""
        open_or_tell(path, self._desk.feedback)

    def folder(self) -> Path:
        """Return the folder to propose."""
        known = self._desk.settings.current.folders.get(_FOLDER, "")
        return Path(known) if known and Path(known).is_dir() else documents_folder()

    def remember(self, folder: Path) -> None:
        """Propose this folder the next time."""
        settings = self._desk.settings
        settings.change(folders={**settings.current.folders, _FOLDER: str(folder)})

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        if self._wanted is not None:
            self.write(self._wanted, Path(name))

    @Slot()
    def _on_finished(self) -> None:
        self.chooser = None

    def _on_written(self, result: PaperRun | Path) -> None:
        self._job = None
        assert self._wanted is not None
        run = None if isinstance(result, Path) else result
        path = result if isinstance(result, Path) else result.path
        self.written.emit(Written(self._wanted, path, run))
        self.open(path)

    def _on_ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            (self.stopped if job.is_cancelled else self.failed).emit()


def _write(wanted: PaperJob, path: Path, progress: Progress) -> Outcome[PaperRun | Path]:
    """Write a paper; runs on the worker."""
    result = wanted.write(path, progress)
    if isinstance(result, Outcome):
        return Outcome(result.value, result.changes)
    return Outcome(result, frozenset())
