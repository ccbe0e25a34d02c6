"""Check the register of cooperative shares: its numbers, and what each day holds."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.domain.checks import Finding
from coopdesk.domain.errors import RuleError
from coopdesk.domain.shares import held_from
from coopdesk.storage.recorder import Recorder
from coopdesk.storage.share_store import ShareStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from coopdesk.domain.shares import ShareMovement


def check_shares(connection: Connection) -> Iterator[Finding]:
    """Find numbers that are missing, and days on which somebody held fewer shares than none."""
    movements = ShareStore(connection, Recorder(connection, {})).movements()
    expected = 1
    for movement in movements:
        for number in range(expected, movement.number):
            yield Finding("check.share_gap", {"number": number})
        expected = movement.number + 1
    for name in _below_zero(movements):
        yield Finding("check.shares_below_zero", {"name": name})


def refuse_below_zero(connection: Connection) -> None:
    """Raise RuleError ``share.rested_on`` when a holder is left with fewer shares than none.

    For taking back what gave shares to somebody who withdrew some since: a merge.
    """
    movements = ShareStore(connection, Recorder(connection, {})).movements()
    for name in _below_zero(movements):
        raise RuleError("share.rested_on", name=name)


def _below_zero(movements: Sequence[ShareMovement]) -> Iterator[str]:
    """Yield the names of those who held fewer shares than none on a day."""
    by_holder = sorted(movements, key=lambda each: each.content.contact_id)
    for _holder, group in groupby(by_holder, key=lambda each: each.content.contact_id):
        own = list(group)
        moves = [(each.content.moved_on, each.signed_shares) for each in own]
        if held_from(moves, min(day for day, _shares in moves)) < 0:
            yield own[0].name
