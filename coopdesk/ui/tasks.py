"""Runs service calls off the UI thread: the only maker of threads."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from coopdesk.domain.errors import RuleError
from coopdesk.services.outcome import Outcome
from coopdesk.services.progress import JobCancelledError

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.services.progress import Progress
    from coopdesk.ui.changes import ChangeBus
    from coopdesk.ui.feedback import Feedback

T = TypeVar("T")

# A progress strip redrawn more often than this is not read by anybody.
_REPORT_EVERY_S = 0.05


class _Superseded(Exception):  # noqa: N818 (control flow, never shown)
    """A newer query of the same kind made this one useless before it began."""


@dataclass(frozen=True)
class _Call:
    """What was submitted and who waits for it; ``ended`` may be called whoever is left.

    A question changes nothing: nobody is told of its refusal once the asker is gone.
    """

    owner: QObject
    done: Callable[[Any], None] | None
    failed: Callable[[RuleError], None] | None = None
    ended: Callable[[], None] | None = None
    still_wanted: Callable[[], bool] = lambda: True
    is_question: bool = False


def _while_alive(owner: QObject, call: Callable[[], None] | None) -> Callable[[], None]:
    """Return a call that does nothing once ``owner`` has been deleted."""

    def guarded() -> None:
        if call is not None and isValid(owner):
            call()

    return guarded


class Job(QObject):
    """A long job under way; ``advance`` runs on the worker, the signals on the UI thread."""

    advanced = Signal(int, int)
    ended = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._stop = threading.Event()
        self._next_report = 0.0

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked the job to stop."""
        return self._stop.is_set()

    def advance(self, done: int, total: int) -> None:
        """Report a step; called by the job on the worker."""
        if self._stop.is_set():
            raise JobCancelledError
        now = time.monotonic()
        if done >= total or now >= self._next_report:
            self._next_report = now + _REPORT_EVERY_S
            self.advanced.emit(done, total)


class TaskRunner(QObject):
    """The single road from a screen to a service.

    One worker thread keeps what is asked in order. While it is busy with a long job, a second
    one answers queries, so that lists go on. Results come back on the UI thread, and only
    while ``owner`` lives. A ``RuleError`` goes to ``failed`` when given; every other
    error, and a RuleError nobody asked for, goes to ``Feedback``.
    """

    idle = Signal()
    started = Signal(object)  # Job

    _finished = Signal(object, object, object)  # Future, _Call, ThreadPoolExecutor

    def __init__(self, changes: ChangeBus, feedback: Feedback, parent: QObject) -> None:
        super().__init__(parent)
        self._changes = changes
        self._feedback = feedback
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="coopdesk")
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="coopdesk-reader")
        self._running = 0
        self._is_closed = False
        self._tickets: dict[tuple[int, str], int] = {}
        self._jobs: list[Job] = []
        # A thread lets go of what it did only after it told: were that the last reference, a
        # dialog would be taken down in the wrong thread. So the last one of each is kept here.
        self._kept: dict[ThreadPoolExecutor, tuple[Future[Any], _Call]] = {}
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs or waits."""
        return self._running == 0

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The long jobs under way, oldest first."""
        return tuple(self._jobs)

    def query(
        self,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], None],
        *,
        replaces: str = "",
        failed: Callable[[RuleError], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Read something; ``done`` gets the value on the UI thread.

        With ``replaces``, a newer query of the same owner and name makes this one useless: it
        is skipped if it has not begun, and its result is dropped. During a job, it shows the
        database as it was before.
        """
        wanted = self._ticket(owner, replaces) if replaces else lambda: True
        pool = self._reader if self._jobs else self._worker
        ended_if_alive = _while_alive(owner, ended)
        asked = _Call(owner, done, failed, ended_if_alive, wanted, is_question=True)
        self._submit(call, asked, pool)

    def exclusive(
        self,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], None] | None = None,
        *,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Open, replace or close the database: nothing else runs meanwhile."""

        def alone() -> T:
            self._reader.submit(lambda: None).result()
            return call()

        ended_if_alive = _while_alive(owner, ended)
        self._submit(alone, _Call(owner, done, ended=ended_if_alive), self._worker)

    def command(
        self,
        owner: QObject,
        call: Callable[[], Outcome[T]],
        done: Callable[[T], None] | None = None,
        *,
        failed: Callable[[RuleError], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Change something; screens hear of it even if ``owner`` is gone.

        ``ended`` follows in every case, for a dialog that locked its buttons meanwhile.
        """
        ended_if_alive = _while_alive(owner, ended)
        self._submit(call, _Call(owner, done, failed, ended_if_alive), self._worker)

    def job(
        self,
        owner: QObject,
        title: str,
        call: Callable[[Progress], Outcome[T] | T],
        done: Callable[[T], None] | None = None,
        *,
        failed: Callable[[RuleError], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> Job:
        """Start a long job whose progress and cancel stand in the status line.

        When it hands back an ``Outcome``, screens hear of its changes and ``done`` gets its
        value. A cancelled job calls only ``ended``.
        """
        job = Job(title, self)
        self._jobs.append(job)
        tell_owner = _while_alive(owner, ended)

        def end() -> None:
            self._jobs.remove(job)
            job.ended.emit()
            job.deleteLater()
            tell_owner()

        self.started.emit(job)
        self._submit(lambda: call(job), _Call(owner, done, failed, end), self._worker)
        return job

    def shut_down(self) -> None:
        """Wait for what runs and take nothing more; call before the window goes away."""
        self._is_closed = True
        for job in self._jobs:
            job.cancel()
        for pool in (self._worker, self._reader):
            pool.shutdown(wait=True, cancel_futures=True)

    def _ticket(self, owner: QObject, name: str) -> Callable[[], bool]:
        key = (id(owner), name)
        number = self._tickets.get(key, 0) + 1
        self._tickets[key] = number
        return lambda: self._tickets.get(key) == number

    def _submit(self, work: Callable[[], Any], call: _Call, pool: ThreadPoolExecutor) -> None:
        if self._is_closed:
            return

        def run() -> Any:
            if not call.still_wanted():
                raise _Superseded
            return work()

        self._running += 1
        future = pool.submit(run)
        future.add_done_callback(lambda finished: self._finished.emit(finished, call, pool))

    @Slot(object, object, object)
    def _on_finished(self, future: Future[Any], call: _Call, pool: ThreadPoolExecutor) -> None:
        self._running -= 1
        self._kept[pool] = (future, call)
        try:
            self._deliver(future, call)
        finally:
            if call.ended is not None:
                call.ended()
            if not self._running:
                self.idle.emit()

    def _deliver(self, future: Future[Any], call: _Call) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if error is not None:
            self._report(error, call)
            return
        result = future.result()
        if isinstance(result, Outcome):
            self._changes.changed.emit(result.changes)
            result = result.value
        if call.done is not None and isValid(call.owner) and call.still_wanted():
            call.done(result)

    def _report(self, error: BaseException, call: _Call) -> None:
        if isinstance(error, JobCancelledError | _Superseded) or not call.still_wanted():
            return
        if not isinstance(error, RuleError) or call.failed is None:
            self._feedback.show_error(error)
        elif isValid(call.owner):
            call.failed(error)
        elif not call.is_question:
            self._feedback.show_error(error)
