"""Counts cash by coins and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Mapping

# In cents, the largest first: the notes and the coins of the euro.
NOTES = (20_000, 10_000, 5_000, 2_000, 1_000, 500)
COINS = (200, 100, 50, 20, 10, 5, 2, 1)


def counted(pieces: Mapping[int, int]) -> Money:
    """Return what so many of each note and coin come to; a piece is named by its cents."""
    return Money(sum(cents * count for cents, count in pieces.items()))


def split_difference(expected: Money, found: Money) -> tuple[Money, Money]:
    """Return what is missing and what is too much; one of them is nothing."""
    difference = found - expected
    return max(-difference, ZERO), max(difference, ZERO)
