"""How far the receipts of a file are, and what a later state elsewhere tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from coopdesk.domain.receipts import ReceiptSeries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_MOST_MISSING = 1_000


class SeriesEnd(NamedTuple):
    """The last number of a year, and how its numbers are written."""

    series: ReceiptSeries
    last: int


@dataclass(frozen=True, slots=True)
class ChainState:
    """How far the chains of a file are: counts, last ids, hashes of the last links.

    ``ends`` has the last number of each year, ``last_voided`` the printed number of the receipt
    that was voided last.
    """

    receipts: int = 0
    last_id: int = 0
    head: str = ""
    voids: int = 0
    void_head: str = ""
    last_voided: str = ""
    ends: Mapping[int, SeriesEnd] = field(default_factory=dict)

    def as_document(self) -> dict[str, Any]:
        """Return the state for a line of JSON."""
        return {
            "receipts": self.receipts,
            "last_id": self.last_id,
            "head": self.head,
            "voids": self.voids,
            "void_head": self.void_head,
            "last_voided": self.last_voided,
            "series": {
                str(year): [end.series.prefix, end.series.digits, end.last]
                for year, end in sorted(self.ends.items())
            },
        }


class LostRange(NamedTuple):
    """Numbers of a year that are known elsewhere and not in the file."""

    series: ReceiptSeries
    first: int
    last: int

    @property
    def text(self) -> str:
        """The range as printed: ``2026-0004 – 2026-0006``, or the one number."""
        first, last = self.series.text(self.first), self.series.text(self.last)
        return first if first == last else f"{first} – {last}"


def state_of(document: Mapping[str, Any]) -> ChainState | None:
    """Read a state back; None for what is no state."""
    try:
        ends = {
            int(year): SeriesEnd(ReceiptSeries(int(year), str(prefix), int(digits)), int(last))
            for year, (prefix, digits, last) in document["series"].items()
        }
        return ChainState(
            receipts=int(document["receipts"]),
            last_id=int(document["last_id"]),
            head=str(document["head"]),
            voids=int(document["voids"]),
            void_head=str(document["void_head"]),
            last_voided=str(document["last_voided"]),
            ends=ends,
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def furthest(states: Iterable[ChainState]) -> ChainState | None:
    """Return the state that knows most: two programs may note theirs in either order."""
    return max(states, key=lambda one: (one.receipts, one.voids), default=None)


def lost_ranges(known: ChainState, held: ChainState) -> list[LostRange]:
    """Return the numbers that ``known`` counts and ``held`` does not, by year."""
    lost = []
    for year, end in sorted(known.ends.items()):
        last = held.ends[year].last if year in held.ends else 0
        if end.last > last:
            lost.append(LostRange(end.series, last + 1, end.last))
    return lost


def ranges_of(series: ReceiptSeries, numbers: Iterable[int]) -> list[LostRange]:
    """Return numbers of a year, in rising order, as ranges."""
    ranges: list[LostRange] = []
    for number in numbers:
        if ranges and ranges[-1].last == number - 1:
            ranges[-1] = ranges[-1]._replace(last=number)
        else:
            ranges.append(LostRange(series, number, number))
    return ranges


def missing_numbers(first: int, end: int, known: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the numbers from one to before another that no known range holds.

    A thousand at most: before a forged number there may be more than any memory holds.
    """
    number, count = first, 0
    while number < end and count < _MOST_MISSING:
        over = max((last for begin, last in known if begin <= number <= last), default=None)
        if over is None:
            count += 1
            yield number
        number = number + 1 if over is None else over + 1
