"""Asks where a file goes, writes it with progress, opens it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from coopdesk.domain.text import fold
from coopdesk.services.outcome import Outcome
from coopdesk.system.paths import documents_folder
from coopdesk.ui.desktop import open_or_tell
from coopdesk.wording.language import _
from coopdesk.wording.paper_boxes import boxes_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.services.paper_runs import PaperRun
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.tasks import Job
    from coopdesk.ui.widgets.file_bar import FileBar

    Result: TypeAlias = PaperRun | Path


_LONGEST_TITLE = 60


def name_after(stem: str, title: str) -> str:
    """Return a name of a file with a title in it: papers of two events or groups differ."""
    words = "".join(sign if sign.isalnum() else " " for sign in fold(title)).split()
    return "-".join((stem, *words))[: len(stem) + 1 + _LONGEST_TITLE].rstrip("-")


@dataclass(frozen=True, slots=True)
class FileJob:
    """A file to write: ``name`` proposes its name, with the suffix; ``kind`` says what it is.

    ``write`` runs on the worker; ``counted`` says how many of what were written. A file that
    is for a program, not for people, does not open by itself (``opens``). ``besides`` tells
    what else is to be known of it once it is written.
    """

    title: str
    name: str
    kind: str
    write: Callable[[Path, Progress], Result | Outcome[PaperRun]]
    counted: Callable[[int], str] | None = None
    opens: bool = True
    besides: Callable[[], str] | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a job; ``run`` tells more where papers are made for people.

    ``boxes`` says which characters a paper could not print, in a sentence.
    """

    job: FileJob
    path: Path
    run: PaperRun | None
    boxes: str = ""


@dataclass(frozen=True, slots=True)
class _Made:
    result: Result
    boxes: str


class FileWriting(QObject):
    """One file at a time; the folder of the last one is proposed for the next."""

    started = Signal(object)  # Job
    written = Signal(object)  # Written
    stopped = Signal()
    failed = Signal()  # the reason has been told

    def __init__(self, desk: Desk, window: QWidget, folder_key: str) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._folder_key = folder_key
        self._wanted: FileJob | None = None
        self._job: Job | None = None
        self.chooser: QFileDialog | None = None

    def tell_in(self, bar: FileBar) -> None:
        """Tell how it goes in a bar, which opens what was written."""
        self.started.connect(bar.begin)
        self.written.connect(bar.tell_written)
        self.stopped.connect(bar.tell_stopped)
        self.failed.connect(bar.hide)
        bar.open_requested.connect(self.open)

    @property
    def is_running(self) -> bool:
        """Whether a file is being written."""
        return self._job is not None

    def ask(self, wanted: FileJob, over: QWidget | None = None) -> None:
        """Ask where to write a file, over a dialog that stays if need be."""
        if self.chooser is not None:
            return
        if self.is_running:
            self._desk.feedback.tell(_("A file is being written: wait until it is done."))
            return
        self._wanted = wanted
        suffix = Path(wanted.name).suffix
        chooser = QFileDialog(over or self._window, wanted.title, str(self.folder()))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(suffix.removeprefix("."))
        chooser.setNameFilter(f"{wanted.kind} (*{suffix})")
        chooser.selectFile(wanted.name)
        chooser.fileSelected.connect(self._on_chosen)
        chooser.finished.connect(self._on_finished)
        chooser.open()
        self.chooser = chooser

    def write(self, wanted: FileJob, path: Path) -> None:
        """Write a file."""
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
        known = self._desk.settings.current.folders.get(self._folder_key, "")
        return Path(known) if known and Path(known).is_dir() else documents_folder()

    def remember(self, folder: Path) -> None:
        """Propose this folder the next time."""
        settings = self._desk.settings
        folders = {**settings.current.folders, self._folder_key: str(folder)}
        settings.change(folders=folders)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        if self._wanted is not None:
            self.write(self._wanted, Path(name))

    @Slot()
    def _on_finished(self) -> None:
        self.chooser = None

    def _on_written(self, made: _Made) -> None:
        self._job = None
        assert self._wanted is not None
        result = made.result
        run = None if isinstance(result, Path) else result
        path = result if isinstance(result, Path) else result.path
        self.written.emit(Written(self._wanted, path, run, made.boxes))
        if self._wanted.opens:
            self.open(path)

    def _on_ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            (self.stopped if job.is_cancelled else self.failed).emit()


def _write(wanted: FileJob, path: Path, progress: Progress) -> Outcome[_Made]:
    """Write a file; runs on the worker."""
    from coopdesk.services.paper_boxes import noted_boxes

    with noted_boxes() as boxes:
        result = wanted.write(path, progress)
    said = boxes_text(boxes)
    if isinstance(result, Outcome):
        return Outcome(_Made(result.value, said), result.changes)
    return Outcome(_Made(result, said), frozenset())
