"""Which amounts add up to another: searched within bounds, whatever there is to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Beyond these a sum proves nothing: too many ways lead to it.
MOST_AMOUNTS = 18
MOST_PARTS = 12
MOST_STEPS = 6_000
# What all searches for one set of lines may take together: less than a second.
ALL_STEPS = 500_000
_MOST_WINDOWS = 20


class Steps:
    """How many steps are left for all searches of one question."""

    def __init__(self, left: int = ALL_STEPS) -> None:
        self.left = left


class SumSearch:
    """Looks for parts of amounts that add up; gives up after so many steps.

    ``is_once`` takes ways that differ by equal amounts for one, and the first of these amounts.
    """

    def __init__(
        self,
        cents: Sequence[int],
        most_found: int = 3,
        steps: Steps | None = None,
        *,
        is_once: bool = False,
    ) -> None:
        self._is_once = is_once
        self._whole = steps or Steps()
        self._order = sorted(range(len(cents)), key=lambda at: -cents[at])
        self._cents = [cents[at] for at in self._order]
        self._left = [0] * (len(cents) + 1)
        for at in range(len(cents) - 1, -1, -1):
            self._left[at] = self._left[at + 1] + self._cents[at]
        self._most_found = most_found
        self._steps = 0
        self._found: list[tuple[int, ...]] = []

    def ways(self, wanted: int) -> list[tuple[int, ...]]:
        """Return ways to make a sum above zero of amounts above zero: places, in order."""
        granted = min(MOST_STEPS, self._whole.left)
        self._steps, self._found = granted, []
        self._try(0, wanted, ())
        self._whole.left -= granted - max(self._steps, 0)
        return [tuple(sorted(self._order[at] for at in way)) for way in self._found]

    def _try(self, at: int, rest: int, way: tuple[int, ...]) -> None:
        if rest == 0:
            self._found.append(way)
            return
        if len(way) == MOST_PARTS:
            return
        for place in range(at, len(self._cents)):
            self._steps -= 1
            if self._is_over() or self._left[place] < rest:
                return
            if self._is_once and place > at and self._cents[place] == self._cents[place - 1]:
                continue
            if self._cents[place] <= rest:
                self._try(place + 1, rest - self._cents[place], (*way, place))

    def _is_over(self) -> bool:
        return self._steps < 0 or len(self._found) >= self._most_found


def windows(cents: Sequence[int], wanted: int) -> list[tuple[int, int]]:
    """Return the runs of neighbours that add up to a sum, each as (first, end).

    The first and those that end last, at most so many; in one pass, for amounts of any sign.
    """
    starts: dict[int, int] = {0: 0}
    found: list[tuple[int, int]] = []
    reached = 0
    for at, amount in enumerate(cents, start=1):
        reached += amount
        first = starts.get(reached - wanted)
        if first is not None and at - first > 1:
            found.append((first, at))
        starts[reached] = at
    return found[:1] + found[1:][-_MOST_WINDOWS:]
