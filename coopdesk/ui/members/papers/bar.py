"""Tells how the writing of a paper goes and ended, and who is not on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.ui.columns import Tone
from coopdesk.ui.members.papers.left_out import left_out_list, left_out_text, shortened_text
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.ui.members.papers.jobs import Written
    from coopdesk.ui.tasks import Job


class PaperBar(Notice):
    """Hidden until a paper was asked for."""

    open_requested = Signal(object)  # Path
    left_out_requested = Signal(str)  # everybody with the reason, a line each

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._left_out = ""
        self.who_action = make_step(self, _("Who is left out"), "users")
        self.folder_action = make_step(self, _("Open the folder"), "folder-open")
        self.file_action = make_step(self, _("Open the file"), "file-pdf")
        self.close_action = make_step(self, _("Close"), "x")
        self.who_action.triggered.connect(self._on_who)
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
        """Say what was written and who is not on it."""
        self._path = written.path
        run = written.run
        said = written.job.counted(run.count if run is not None else 1)
        text = _("{name}: {what}").format(name=written.path.name, what=said)
        details = []
        if run is not None:
            details = [left_out_text(run.left_out), shortened_text(run.shortened)]
        self._left_out = left_out_list(run.left_out) if run is not None else ""
        detail = " ".join(part for part in details if part)
        self.say(Tone.ATTENTION if self._left_out else Tone.GOOD, text, detail)
        second = self.who_action if self._left_out else self.folder_action
        self.offer(self.close_action, second, primary=self.file_action)
        self.show()

    @Slot(str, str, object, str)
    def tell_drafted(self, said: str, detail: str, folder: Path, everybody: str) -> None:
        """Say which drafts were written, and offer their folder."""
        self._path, self._left_out = folder / "x", everybody
        self.say(Tone.ATTENTION if everybody else Tone.GOOD, said, detail)
        steps = [self.close_action, *([self.who_action] if everybody else [])]
        self.offer(*steps, primary=self.folder_action)
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
    def _on_who(self) -> None:
        self.left_out_requested.emit(self._left_out)

    @Slot()
    def _on_folder(self) -> None:
        if self._path is not None:
            self.open_requested.emit(self._path.parent)

    @Slot()
    def _on_file(self) -> None:
        if self._path is not None:
            self.open_requested.emit(self._path)
