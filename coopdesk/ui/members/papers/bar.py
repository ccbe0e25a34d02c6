"""Tells what became of a paper, and who is not on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from coopdesk.ui.columns import Tone
from coopdesk.ui.members.papers.left_out import left_out_list, left_out_text, shortened_text
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.ui.file_writing import Written


class PaperBar(FileBar):
    """A bar that knows who was left out."""

    left_out_requested = Signal(str)  # everybody with the reason, a line each

    def __init__(self) -> None:
        super().__init__(_("Open the file"), "file-pdf")
        self._left_out = ""
        self.who_action = make_step(self, _("Who is left out"), "users")
        self.who_action.triggered.connect(self._on_who)

    @override
    @Slot(object)
    def tell_written(self, written: Written) -> None:
        run, counted = written.run, written.job.counted
        if counted is None:
            super().tell_written(written)
            return
        said = counted(run.count if run is not None else 1)
        text = _("{name}: {what}").format(name=written.path.name, what=said)
        details = [written.boxes]
        if run is not None:
            details += [left_out_text(run.left_out), shortened_text(run.shortened)]
        self._left_out = left_out_list(run.left_out) if run is not None else ""
        detail = " ".join(part for part in details if part)
        second = self.who_action if self._left_out else self.folder_action
        tone = _tone_of(self._left_out or written.boxes)
        self.tell_file(written.path, tone, (text, detail), second)

    @Slot(str, str, object, str)
    def tell_drafted(self, said: str, detail: str, folder: Path, everybody: str) -> None:
        """Say which drafts were written, and offer their folder."""
        self._left_out = everybody
        steps = [self.who_action] if everybody else []
        self.tell_folder(folder, _tone_of(self._left_out), (said, detail), *steps)

    @Slot()
    def _on_who(self) -> None:
        self.left_out_requested.emit(self._left_out)


def _tone_of(what_is_amiss: str) -> Tone:
    return Tone.ATTENTION if what_is_amiss else Tone.GOOD
