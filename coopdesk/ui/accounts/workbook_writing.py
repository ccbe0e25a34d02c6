"""Writes the workbook for the board where the person wants it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from coopdesk.system.paths import documents_folder
from coopdesk.ui.desktop import open_or_tell
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.tasks import Job

_FOLDER = "workbooks"
_SUFFIX = "xlsx"


class WorkbookWriting(QObject):
    """Asks where, writes with progress, and opens what was written."""

    started = Signal(object)  # Job
    written = Signal(object)  # Path
    stopped = Signal()
    failed = Signal()  # the reason has been told

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._year = 0
        self._job: Job | None = None
        self.chooser: QFileDialog | None = None

    @property
    def is_running(self) -> bool:
        """Whether a workbook is being written."""
        return self._job is not None

    def ask(self, year: int) -> None:
        """Ask where to write the workbook of a year."""
        self._year = year
        chooser = QFileDialog(self._window, _("Workbook for the board"), str(self._folder()))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(_SUFFIX)
        chooser.setNameFilter(_("Excel workbook") + f" (*.{_SUFFIX})")
        chooser.selectFile(_("accounts-{year}").format(year=year) + f".{_SUFFIX}")
        chooser.fileSelected.connect(self._on_chosen)
        chooser.finished.connect(self._on_finished)
        chooser.open()
        self.chooser = chooser

    def write(self, year: int, path: Path) -> None:
        """Write the workbook of a year."""
        settings = self._desk.settings
        folders = {**settings.current.folders, _FOLDER: str(path.parent)}
        settings.change(folders=folders)
        self._job = self._desk.tasks.job(
            self,
            _("Writing the workbook of {year}").format(year=year),
            partial(self._write, year, path),
            self._on_written,
            ended=self._on_ended,
        )
        self.started.emit(self._job)

    def open(self, path: Path) -> None:
        """Open a file or a folder."""
        open_or_tell(path, self._desk.feedback)

    def _folder(self) -> Path:
        known = self._desk.settings.current.folders.get(_FOLDER, "")
        return Path(known) if known and Path(known).is_dir() else documents_folder()

    def _write(self, year: int, path: Path, progress: Progress) -> Path:
        return self._desk.services.workbooks.write_accounts(year, path, progress)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.write(self._year, Path(name))

    @Slot()
    def _on_finished(self) -> None:
        self.chooser = None

    def _on_written(self, path: Path) -> None:
        self._job = None
        self.written.emit(path)
        self.open(path)

    def _on_ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            (self.stopped if job.is_cancelled else self.failed).emit()
