"""Round marks for an axis of amounts that may go below zero."""

from __future__ import annotations

_MOST_MARKS = 5
_STEPS = (1, 2, 5)


def signed_marks(lowest: int, highest: int) -> list[int]:
    """Return round marks in cents from below ``lowest`` to above ``highest``, 0 among them."""
    low, high = min(lowest, 0), max(highest, 0)
    if low == high:
        return [0]
    unit = 100
    while True:
        for step in _STEPS:
            size = step * unit
            first, last = low // size, -(-high // size)
            if last - first <= _MOST_MARKS:
                return [size * number for number in range(first, last + 1)]
        unit *= 10
