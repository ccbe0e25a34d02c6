"""One file on its way in: looked at, imported; what every kind of file has in common."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from coopdesk.ui.feedback import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.errors import RuleError
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.tasks import Job

T = TypeVar("T")


class FileFlow(QObject):
    """Sends the calls about one file, one at a time, and tells how each ended."""

    started = Signal(object)  # Job
    previewed = Signal(object)
    refused = Signal(str)  # sentence
    stopped = Signal()
    ended = Signal()  # the job is over, however it went

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._is_waiting = False
        self._serial = 0
        self.path: Path | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or imported."""
        return self._job is not None

    def start(
        self,
        title: str,
        call: Callable[[Progress], Outcome[T]] | Callable[[Progress], T],
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

    def drop(self, *, stops: bool = True) -> None:
        """Hear no more of what is under way, and stop it unless it shall go on to its end."""
        self._serial += 1
        self._is_waiting = False
        if self._job is not None and stops:
            self._job.cancel()
        self._job = None

    def _on_done(self, serial: int, done: Callable[[T], None], value: T) -> None:
        if serial == self._serial:
            self._is_waiting = False
            done(value)

    def _on_failed(self, serial: int, error: RuleError) -> None:
        if serial == self._serial:
            self._is_waiting = False
            self.refused.emit(error_sentence(error))

    def _on_ended(self, serial: int) -> None:
        if serial != self._serial:
            return
        job, self._job = self._job, None
        if self._is_waiting and job is not None and job.is_cancelled:
            self.stopped.emit()
        self._is_waiting = False
        self.ended.emit()
