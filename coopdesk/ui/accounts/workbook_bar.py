"""Tells how the writing of a workbook goes and ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.ui.tasks import Job


class WorkbookBar(Notice):
    """Hidden until a workbook was asked for."""

    open_requested = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self.folder_action = make_step(self, _("Open the folder"), "folder-open")
        self.file_action = make_step(self, _("Open the workbook"), "table")
        self.close_action = make_step(self, _("Close"), "x")
        self.folder_action.triggered.connect(self._on_folder)
        self.file_action.triggered.connect(self._on_file)
        self.close_action.triggered.connect(self.hide)
        self.hide()

    @Slot(object)
    def begin(self, job: Job) -> None:
        """Show the progress."""
        self.say(Tone.INFO, job.title)
        self.offer()
        self.follow(job)
        self.show()

    @Slot(object)
    def tell_written(self, path: Path) -> None:
        """Say what was written, and offer to open it."""
        self._path = path
        text = _("{name} is written").format(name=path.name)
        self.say(Tone.GOOD, text, _("In the folder {folder}").format(folder=path.parent))
        self.offer(self.close_action, self.folder_action, primary=self.file_action)
        self.show()

    @Slot()
    def tell_stopped(self) -> None:
        """Say that a stopped writing left nothing behind."""
        self.say(
            Tone.NEUTRAL,
            _("Writing was stopped: no workbook was written."),
            _("An older file of that name is as it was."),
        )
        self.offer(self.close_action)

    @Slot()
    def _on_folder(self) -> None:
        if self._path is not None:
            self.open_requested.emit(self._path.parent)

    @Slot()
    def _on_file(self) -> None:
        if self._path is not None:
            self.open_requested.emit(self._path)
