"""Long jobs in a terminal: a progress bar on standard error, and Ctrl+C that stops cleanly."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coopdesk.services.progress import JobCancelledError, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class _Watched:
    """Reports progress and stops the job at the next report after Ctrl+C."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self.is_stopped = False

    def advance(self, done: int, total: int) -> None:
        if self.is_stopped:
            raise JobCancelledError
        self._report(done, total)

    def on_interrupt(self, *_signal: object) -> None:
        """Stop at the next report; a second Ctrl+C does not wait for it."""
        if self.is_stopped:
            raise KeyboardInterrupt
        self.is_stopped = True


@contextmanager
def job(title: str) -> Iterator[Progress]:
    """Yield the progress of a job; the first Ctrl+C makes it raise JobCancelledError."""
    with _reporting(title) as report:
        watched = _Watched(report)
        if threading.current_thread() is not threading.main_thread():
            yield watched
            return
        before = signal.signal(signal.SIGINT, watched.on_interrupt)
        try:
            yield watched
        finally:
            signal.signal(signal.SIGINT, before)


@contextmanager
def _reporting(title: str) -> Iterator[Callable[[int, int], None]]:
    """Yield what shows the progress: a bar in a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}", markup=False), BarColumn())
    console = Console(file=sys.stderr)
    with Bar(
        *columns, MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True
    ) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
