"""Ids and rows, as many at a time as one statement takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

Item = TypeVar("Item")

_BATCH = 400  # far below the number of parameters that SQLite takes in one statement


def in_batches(items: Collection[Item]) -> Iterator[list[Item]]:
    """Yield items in their order, no more at a time than one statement takes."""
    ordered = list(items)
    for start in range(0, len(ordered), _BATCH):
        yield ordered[start : start + _BATCH]
