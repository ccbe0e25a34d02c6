"""Count the receipts of a year for the home page, by the rules that judge each gift."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.home import ReceiptCounts, ReceiptPart, ReceiptYears
from coopdesk.domain.money import ZERO
from coopdesk.domain.receipt_drafting import draft_receipts
from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.services.receipt_years import waiting_of_year

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Units, Work

# So many contacts at once: nobody who saves meanwhile waits for the whole count.
_STEP = 500


class ReceiptCounter:
    """Judges the gifts that wait, some donors at a time; counts again once anything changed."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._known: dict[int, tuple[int, ReceiptCounts]] = {}

    def years(self, year: int) -> ReceiptYears:
        """Return the receipts of a year and of the one before it."""
        return ReceiptYears(year, self.of(year), self.of(year - 1))

    def of(self, year: int) -> ReceiptCounts:
        """Return the receipts of a year: ready, blocked, issued."""
        part = self.part(year)
        while not part.is_whole:
            part = self.part(year, part)
        return part.counts

    def part(self, year: int, before: ReceiptPart | None = None) -> ReceiptPart:
        """Count some donors more than ``before`` did; the first part where it is None.

        At once the whole when nothing changed since the last count.
        """
        with self._units.read() as work:
            if before is None:
                last = work.home.last_operation()
                kept = self._known.get(year)
                if kept is not None and kept[0] == last:
                    return ReceiptPart(year, kept[1], is_whole=True)
                counts = ReceiptCounts(0, ZERO, 0, work.home.issued_receipts(year))
                highest = work.home.last_contact()
                before = ReceiptPart(year, counts, not highest, 1, highest, last)
            donors = range(before.next_id, before.next_id + _STEP)
            found = _together(before.counts, _counts(work, year, donors))
        is_whole = donors.stop > before.highest_id
        if is_whole:
            self._known[year] = before.operation_id, found
        return replace(before, counts=found, is_whole=is_whole, next_id=donors.stop)


def _counts(work: Work, year: int, donors: range) -> ReceiptCounts:
    """Count what the review says of some donors; none of their gifts is on another's receipt.

    Nobody knows the givers of the other gifts, which give no receipt.
    """
    review = waiting_of_year(work, year, donors)
    ready = review.of(Verdict.READY)
    return ReceiptCounts(
        ready=len(draft_receipts(ready, ReceiptScope.DONOR)),
        ready_total=review.total(Verdict.READY),
        blocked=len(review.of(Verdict.BLOCKED)),
        issued=0,
    )


def _together(one: ReceiptCounts, other: ReceiptCounts) -> ReceiptCounts:
    return ReceiptCounts(
        one.ready + other.ready,
        one.ready_total + other.ready_total,
        one.blocked + other.blocked,
        one.issued + other.issued,
    )
