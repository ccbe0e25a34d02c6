"""Rules of registrations: who has a place, and what taking part costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def seat(registered: int, capacity: int | None, waiting: Sequence[int]) -> tuple[int, ...]:
    """Return who moves up from a waiting list, in its order.

    ``capacity`` None is without limit. Where more are registered than it says, nobody moves up
    and nobody is thrown out.
    """
    if capacity is None:
        return tuple(waiting)
    return tuple(waiting[: max(capacity - registered, 0)])
