"""Waiting for the worker of a window, no longer than it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

if TYPE_CHECKING:
    from coopdesk.ui.tasks import TaskRunner

_LONGEST_MS = 30_000


def come_to_rest(tasks: TaskRunner) -> None:
    """Wait until the worker is done and its results were delivered and laid out."""
    deadline = QDeadlineTimer(_LONGEST_MS)
    while not tasks.is_idle:
        assert not deadline.hasExpired(), "the worker never comes to rest"
        loop = QEventLoop()
        # What the last result brought waits its turn: a timer of zero comes after it.
        end = QTimer(loop)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        tasks.idle.connect(end.start)
        QTimer.singleShot(deadline.remainingTime(), loop, loop.quit)
        loop.exec()
