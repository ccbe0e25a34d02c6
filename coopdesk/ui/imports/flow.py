"""One file on its way in: looked at, imported, taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from coopdesk.ui.feedback import error_sentence
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.errors import RuleError
    from coopdesk.domain.imports import ImportSummary, Preview
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.tasks import Job

T = TypeVar("T")


class ImportFlow(QObject):
    """Sends the calls of an import and tells how each ended."""

    started = Signal(object)  # Job
    previewed = Signal(object)  # Preview
    refused = Signal(str, str)  # file name, sentence
    applied = Signal(object)  # ImportSummary, None when the file brought nothing
    stopped = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._is_waiting = False
        self._serial = 0
        self.path: Path | None = None
        self.file_preview: Preview | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or imported."""
        return self._job is not None

    def preview(self, path: Path) -> None:
        """Look into a file; nothing is changed."""
        self.path = path
        self._start(
            _("Reading {name}").format(name=path.name),
            partial(self._desk.services.imports.preview, path),
            self._on_previewed,
        )

    def preview_again(self) -> None:
        """Look into the same file once more: something changed meanwhile."""
        if self.path is not None and not self.is_busy:
            self.preview(self.path)

    def apply(self) -> None:
        """Import the file that was looked into."""
        if self.path is not None:
            self._start(
                _("Importing {name}").format(name=self.path.name),
                partial(self._apply, self.path),
                self.applied.emit,
            )

    def forget(self) -> None:
        """Leave the file alone."""
        self.path = self.file_preview = None

    def _apply(self, path: Path, progress: Progress) -> Outcome[ImportSummary | None]:
        return self._desk.services.imports.apply(path, progress)

    def _start(
        self,
        title: str,
        call: Callable[[Progress], Outcome[T] | T],
        done: Callable[[T], None],
    ) -> None:
        """Start a job; what an earlier one still tells is no longer heard."""
        if self._job is not None:
            self._job.cancel()
        self._serial += 1
        self._is_waiting = True
        self._job = self._desk.tasks.job(
            self,
            title,
            call,
            partial(self._on_done, self._serial, done),
            failed=partial(self._on_failed, self._serial),
            ended=partial(self._on_ended, self._serial),
        )
        self.started.emit(self._job)

    def _on_done(self, serial: int, done: Callable[[T], None], value: T) -> None:
        if serial == self._serial:
            self._is_waiting = False
            done(value)

    def _on_previewed(self, preview: Preview) -> None:
        self.file_preview = preview
        self.previewed.emit(preview)

    def _on_failed(self, serial: int, error: RuleError) -> None:
        if serial == self._serial:
            self._is_waiting = False
            name = self.path.name if self.path is not None else ""
            self.refused.emit(name, error_sentence(error))

    def _on_ended(self, serial: int) -> None:
        if serial != self._serial:
            return
        job, self._job = self._job, None
        if self._is_waiting and job is not None and job.is_cancelled:
            self.stopped.emit()
        self._is_waiting = False
