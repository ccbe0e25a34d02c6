"""How a long job tells how far it is, and learns that it should stop."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a job with steps of its own: from one hundredth of the whole to another."""

    progress: Progress
    start: int
    end: int

    def advance(self, done: int, total: int) -> None:
        """Report how far the part is; raises as the whole."""
        share = (self.end - self.start) * done // max(total, 1)
        self.progress.advance(self.start + share, 100)
