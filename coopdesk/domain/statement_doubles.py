"""Finds which recorded lines the lines of another kind of file probably are, each once."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING

from coopdesk.domain.bank_proofs import DAYS_APART, shifted
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.bank_proofs import KnownLine
    from coopdesk.domain.bank_statements import ReadLine

_MOST_COMPARED = 40  # recorded lines of a day whose words are compared with those of a line
_MOST_TRIED = 200  # recorded lines looked at to find room for one more pair


def probable_doubles(
    lines: Sequence[ReadLine], recorded: Iterable[KnownLine]
) -> dict[int, KnownLine]:
    """Return the recorded line that lines resemble, by their place: same cents, days near.

    As many lines as can be find one, and each the nearest in time, then in words, of those
    that are left: an operation that is known already must not pass for a new one because
    another line took its place.
    """
    pairing = _Pairing(lines, recorded)
    return pairing.made()


class _Pairing:
    def __init__(self, lines: Sequence[ReadLine], recorded: Iterable[KnownLine]) -> None:
        self._lines = lines
        self._recorded = {one.id: one for one in recorded}
        self._by_day: dict[tuple[int, dt.date], list[int]] = defaultdict(list)
        for one in self._recorded.values():
            for day in _days(one):
                self._by_day[one.cents, day].append(one.id)
        self._free = {place: list(keys) for place, keys in self._by_day.items()}
        self._left = Counter(one.cents for one in self._recorded.values())
        self._words: dict[str, frozenset[str]] = {}
        self._line_of: dict[int, int] = {}

    def made(self) -> dict[int, KnownLine]:
        """Pair the lines in their order, then make room for those that found none."""
        alone = [at for at in range(len(self._lines)) if not self._take_nearest(at)]
        for at in alone:
            if self._left[self._lines[at].amount.cents]:
                self._make_room(at)
        return {at: self._recorded[key] for key, at in self._line_of.items()}

    def _take_nearest(self, at: int) -> bool:
        """Pair a line with the likest of the nearest recorded lines that are left."""
        line = self._lines[at]
        for apart in range(DAYS_APART + 1):
            free = [
                key
                for day in _days_off(line, apart)
                for key in self._left_on(line.amount.cents, day)
            ]
            if free:
                self._pair(min(free, key=lambda key: self._unlike(line, key)), at)
                return True
        return False

    def _left_on(self, cents: int, day: dt.date) -> list[int]:
        """Return some recorded lines of a day that are left; taken ones go at times."""
        keys = self._free.get((cents, day), [])
        found: list[int] = []
        for scanned, key in enumerate(keys):
            if key not in self._line_of:
                found.append(key)
            if len(found) == _MOST_COMPARED:
                break
            if scanned - len(found) > _MOST_COMPARED:
                keys[:] = [one for one in keys if one not in self._line_of]
                return keys[:_MOST_COMPARED]
        return found

    def _pair(self, key: int, at: int) -> None:
        if key not in self._line_of:
            self._left[self._recorded[key].cents] -= 1
        self._line_of[key] = at

    def _make_room(self, at: int) -> None:
        """Give a line a place by moving others along to places that suit them as well."""
        came_from: dict[int, int] = {}
        asking = deque([at])
        while asking and len(came_from) < _MOST_TRIED:
            one = asking.popleft()
            for key in self._near(one):
                if key in came_from:
                    continue
                came_from[key] = one
                holder = self._line_of.get(key)
                if holder is None:
                    self._shift(key, came_from, at)
                    return
                asking.append(holder)
                if len(came_from) >= _MOST_TRIED:
                    return

    def _shift(self, key: int, came_from: dict[int, int], first: int) -> None:
        """Let each line on the way take the place that was found for it."""
        place_of = {self._line_of[one]: one for one in came_from if one in self._line_of}
        while True:
            at = came_from[key]
            left = place_of.get(at)
            self._pair(key, at)
            if at == first or left is None:
                return
            key = left

    def _near(self, at: int) -> Iterator[int]:
        line = self._lines[at]
        for apart in range(DAYS_APART + 1):
            for day in _days_off(line, apart):
                yield from self._by_day.get((line.amount.cents, day), ())

    def _unlike(self, line: ReadLine, key: int) -> tuple[int, int]:
        """Count the words that only one of two labels has."""
        known = self._words_of(self._recorded[key].label)
        return len(self._words_of(line.label) ^ known), key

    def _words_of(self, label: str) -> frozenset[str]:
        if label not in self._words:
            self._words[label] = frozenset(fold(label).split())
        return self._words[label]


def _days_off(line: ReadLine, apart: int) -> set[dt.date]:
    """Return the days that lie so many days before and after those of a line."""
    return {shifted(day, off) for day in _days(line) for off in (-apart, apart)}


def _days(line: ReadLine | KnownLine) -> set[dt.date]:
    return {line.booked_on} if line.value_on is None else {line.booked_on, line.value_on}
