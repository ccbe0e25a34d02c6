"""How a long job tells how far it is, and learns that it should stop."""

from typing import Protocol


class JobCancelledError(Exception):
    """The person stopped the job; nothing is wrong."""


class Progress(Protocol):
    """Receives the progress of a job."""

    def advance(self, done: int, total: int) -> None:
        """Report progress; raises JobCancelledError when the job should stop."""


class NoProgress:
    """Ignores progress; the default in tests and scripts."""

    def advance(self, done: int, total: int) -> None:
        """Ignore the report."""


NO_PROGRESS = NoProgress()
