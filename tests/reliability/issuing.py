"""What a child process does until it is killed: issue receipts, one donor at a time."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from tests.reliability.office import YEAR, open_office, waiting_gifts

if TYPE_CHECKING:
    from collections.abc import Callable


def issue_one_by_one(tell: Callable[[tuple[int, int]], None], path: str, seed: int) -> None:
    """Tell (gift, number) of each receipt once its commit returned; end when none waits."""
    services = open_office(Path(path))
    waiting = waiting_gifts(services)
    random.Random(seed).shuffle(waiting)
    for donation_id in waiting:
        try:
            issued = services.receipts.issue_year(YEAR, donation_ids=[donation_id]).value
        except RuleError as error:
            if error.code == "receipt.nothing_to_issue":
                continue  # another process was quicker, and nobody gets two receipts
            raise
        tell((donation_id, issued[0].number))
    services.database.close()
