"""Rows that are read one by one, with a word now and then of how far the reading is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Row = TypeVar("Row")

_STEP = 250


def unheard(_done: int, _total: int) -> None:
    """Tell nobody how far the reading is."""


def heard(
    rows: Iterable[Row], total: int, advance: Callable[[int, int], None]
) -> Iterator[Row]:
    """Yield rows and call ``advance`` with how many there were, every few hundred of them."""
    for done, row in enumerate(rows, start=1):
        yield row
        if done % _STEP == 0:
            advance(done, total)
