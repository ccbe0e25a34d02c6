"""Finds people at the door as their name is typed or their badge scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.badge_codes import read_codes
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.event_registrations import CheckInEntry


def matching(entries: Sequence[CheckInEntry], typed: str) -> list[CheckInEntry]:
    """Return whom the typed words mean, in the order of the entries; all for no words.

    A whole badge code means its bearer alone. Each word must begin a word of the name or of the
    e-mail address; where none does so, it may stand anywhere within.
    """
    for code in read_codes(typed):
        scanned = [one for one in entries if one.code == code]
        if scanned:
            return scanned
    words = fold(typed).split()
    if not words:
        return list(entries)
    within = [one for one in entries if all(word in one.words for word in words)]
    starts = [f" {word}" for word in words]
    return [x for x in within if all(start in f" {x.words}" for start in starts)] or within
