"""Round marks for the axis of amounts."""

from __future__ import annotations

_MOST_MARKS = 6
_STEPS = (1, 2, 5, 10)


def axis_marks(largest: int) -> list[int]:
    """Return marks in cents from 0 up to ``largest`` or just above it; all whole euros."""
    if largest <= 0:
        return [0]
    unit = 100
    while True:
        for step in _STEPS:
            size = step * unit
            count = -(-largest // size)
            if count <= _MOST_MARKS:
                return [size * number for number in range(count + 1)]
        unit *= 10
