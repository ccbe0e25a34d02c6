"""What a paper was made of: whom it names, who was left out, and what was shortened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from coopdesk.domain.paper_people import AddressRemark, LeftOut
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Work

# People to make papers for: what a filter shows, or contacts by their ids in this order.
Chosen: TypeAlias = "ContactFilter | Sequence[int]"

BATCH = 400


@dataclass(frozen=True, slots=True)
class PaperRun:
    """A paper that was written: ``count`` of labels, cards, lines or letters on it."""

    path: Path
    count: int
    left_out: tuple[LeftOut, ...] = ()
    shortened: tuple[AddressRemark, ...] = ()


def nobody_left(left_out: Sequence[LeftOut], otherwise: str) -> RuleError:
    """Return why nothing is written: who is left out and why; else what a code says."""
    if not left_out:
        return RuleError(otherwise)
    return RuleError("letter.nobody", people=tuple(left_out))


def chosen_ids(work: Work, chosen: Chosen, today: dt.date) -> list[int]:
    """Return the ids of the chosen contacts, each once, in their order."""
    if isinstance(chosen, ContactFilter):
        return work.contacts.ids(chosen, None, today)
    return list(dict.fromkeys(chosen))


class Stage:
    """Reports a part of a job in percent of the whole, so that the bar only moves forward."""

    def __init__(self, progress: Progress, first: int, last: int) -> None:
        self._progress = progress
        self._first, self._last = first, last

    def advance(self, done: int, total: int) -> None:
        """Report the progress of this part; raises JobCancelledError as the whole does."""
        span = self._last - self._first
        self._progress.advance(self._first + span * done // max(total, 1), 100)


def batches(ids: Sequence[int], progress: Progress) -> Iterator[Sequence[int]]:
    """Yield ids in parts, and report how many are done; the drawing is the last step."""
    steps = len(ids) + 1
    for start in range(0, len(ids), BATCH):
        progress.advance(start, steps)
        yield ids[start : start + BATCH]
    progress.advance(len(ids), steps)
