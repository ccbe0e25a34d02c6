"""Check the register of cooperative shares: its numbers, and what each day holds."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.domain.checks import Finding
from coopdesk.domain.shares import held_from
from coopdesk.storage.recorder import Recorder
from coopdesk.storage.share_store import ShareStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


def check_shares(connection: Connection) -> Iterator[Finding]:
    """Find numbers that are missing, and days on which somebody held fewer shares than none.

    Taking a merge of two holders back may leave such a day.
    """
    movements = ShareStore(connection, Recorder(connection, {})).movements()
    expected = 1
    for movement in movements:
        for number in range(expected, movement.number):
            yield Finding("check.share_gap", {"number": number})
        expected = movement.number + 1
    movements.sort(key=lambda each: each.content.contact_id)
    for _holder, group in groupby(movements, key=lambda each: each.content.contact_id):
        own = list(group)
        moves = [(each.content.moved_on, each.signed_shares) for each in own]
        if held_from(moves, min(day for day, _shares in moves)) < 0:
            yield Finding("check.shares_below_zero", {"name": own[0].name})
