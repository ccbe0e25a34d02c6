"""What a child process does until it is killed: issue receipts, one donor at a time."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.domain.errors import CoopDeskError
from tests.reliability.office import YEAR, open_office, waiting_gifts

if TYPE_CHECKING:
    from collections.abc import Callable


# Another process was quicker: nobody gets two receipts; or it held the file for seconds.
_OVERTAKEN = {"receipt.changed_meanwhile", "receipt.nothing_to_issue", "database.busy"}


def issue_one_by_one(tell: Callable[[tuple[int, int]], None], path: str, seed: int) -> None:
    """Tell (gift, number) of each receipt once its commit returned; end when none waits."""
    services = open_office(Path(path))
    waiting = waiting_gifts(services)
    random.Random(seed).shuffle(waiting)
    for donation_id in waiting:
        try:
            issued = services.receipts.issue_year(YEAR, donation_ids=[donation_id]).value
        except CoopDeskError as error:
            if error.code not in _OVERTAKEN:
                raise
            continue
        tell((donation_id, issued[0].number))
    services.database.close()
