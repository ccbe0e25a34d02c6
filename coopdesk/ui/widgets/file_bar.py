"""Tells how the writing of a file goes and ended, and opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction

    from coopdesk.ui.file_writing import Written
    from coopdesk.ui.tasks import Job


class FileBar(Notice):
    """Hidden until a file was asked for."""

    open_requested = Signal(object)  # Path

    def __init__(self, verb: str, icon_name: str) -> None:
        super().__init__()
        self._path: Path | None = None
        self._folder: Path | None = None
        self.folder_action = make_step(self, _("Open the folder"), "folder-open")
        self.file_action = make_step(self, verb, icon_name)
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
    def tell_written(self, written: Written) -> None:
        """Say what was written, and offer to open it."""
        text = _("{name} is written").format(name=written.path.name)
        detail = _("In the folder {folder}").format(folder=written.path.parent)
        besides = written.job.besides() if written.job.besides is not None else ""
        detail = " · ".join(filter(None, (detail, besides, written.boxes)))
        tone = Tone.ATTENTION if written.boxes else Tone.GOOD
        self.tell_file(written.path, tone, (text, detail), self.folder_action)

    def tell_file(self, path: Path, tone: Tone, said: tuple[str, str], second: QAction) -> None:
        """Say something of a file in a text and a detail, with another step beside."""
        self._path, self._folder = path, path.parent
        self.say(tone, *said)
        self.offer(self.close_action, second, primary=self.file_action)
        self.show()

    def tell_folder(
        self, folder: Path, tone: Tone, said: tuple[str, str], *steps: QAction
    ) -> None:
        """Say something of many files and offer their folder."""
        self._path, self._folder = None, folder
        self.say(tone, *said)
        self.offer(self.close_action, *steps, primary=self.folder_action)
        self.show()

    @Slot()
    def tell_stopped(self) -> None:
        """Say that a stopped writing left nothing behind."""
        self.say(
            Tone.NEUTRAL,
            _("Writing was stopped: no file was written."),
            _("An older file of that name is as it was."),
        )
        self.offer(self.close_action)

    @Slot()
    def _on_folder(self) -> None:
        if self._folder is not None:
            self.open_requested.emit(self._folder)

    @Slot()
    def _on_file(self) -> None:
        if self._path is not None:
            self.open_requested.emit(self._path)
