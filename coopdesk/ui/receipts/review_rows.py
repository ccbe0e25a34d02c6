"""The gifts of a review as rows: filtered, sorted, numbered for a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from coopdesk.domain.money import Money, total
from coopdesk.domain.receipts import Verdict
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.receipts import Review, ReviewLine

# What somebody can do something about comes first.
_ORDER = (Verdict.BLOCKED, Verdict.READY, Verdict.EXCLUDED, Verdict.ISSUED)

TO_VOID: Literal["to_void"] = "to_void"
# Which gifts are shown: those of a verdict, those on a receipt that is to be voided, or all.
ReviewKey: TypeAlias = "Verdict | Literal['to_void'] | None"


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One gift of the review; its id is the gift's."""

    id: int
    line: ReviewLine


def _by_state(row: ReviewRow) -> Any:
    return _ORDER.index(row.line.verdict), row.line.reason, row.line.gift.donor_sort_key


_SORTS: dict[str, Callable[[ReviewRow], Any]] = {
    "state": _by_state,
    "donor": lambda row: row.line.gift.donor_sort_key,
    "date": lambda row: row.line.gift.received_on,
    "amount": lambda row: row.line.gift.amount,
    "campaign": lambda row: fold(row.line.gift.campaign),
    "why": lambda row: row.line.reason,
}


def is_of(row: ReviewRow, key: ReviewKey) -> bool:
    """Whether a gift is among those of a key."""
    if key is None:
        return True
    verdict = row.line.verdict
    if key == TO_VOID:
        return verdict is Verdict.ISSUED and row.line.gift.is_returned
    return verdict is key


class ReviewRows:
    """The rows of one review, found by the words of the search; made on the worker."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self._rows = {
            line.gift.donation_id: ReviewRow(line.gift.donation_id, line)
            for line in review.lines
        }
        self._texts = {
            row.id: fold(
                f"{line.gift.donor_name} {line.gift.donor_sort_key} "
                f"{line.gift.campaign} {line.gift.receipt_number}"
            )
            for row in self._rows.values()
            for line in (row.line,)
        }

    def ids(self, key: ReviewKey, text: str, sort: str, *, descending: bool) -> list[int]:
        """Return the gifts of a key that hold every word, in order."""
        words = fold(text).split()
        rows = [
            row
            for row in self._rows.values()
            if is_of(row, key) and all(word in self._texts[row.id] for word in words)
        ]
        by_day = sorted(rows, key=lambda row: (row.line.gift.received_on, row.id))
        by = _SORTS.get(sort, _by_state)
        return [row.id for row in sorted(by_day, key=by, reverse=descending)]

    def of(self, key: ReviewKey) -> list[ReviewRow]:
        """Return every gift of a key."""
        return [row for row in self._rows.values() if is_of(row, key)]

    def lines(self, ids: Sequence[int]) -> list[ReviewRow]:
        """Return rows by id, without those that are gone."""
        return [self._rows[row_id] for row_id in ids if row_id in self._rows]

    def amount(self, ids: Sequence[int]) -> Money:
        """Add up gifts."""
        return total(row.line.gift.amount for row in self.lines(ids))
