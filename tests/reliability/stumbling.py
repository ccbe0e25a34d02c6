"""Run as a program: issues receipts on a disk that fails now and then, and says what came."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from coopdesk.domain.errors import ExternalError
from tests.reliability.office import YEAR, open_office, waiting_gifts

_TRIES = 8


def issue_in_spite_of_failures(path: Path) -> dict[str, object]:
    """Issue every receipt, each tried again after a failure; nothing is opened anew."""
    services = open_office(path)
    told, codes = {}, []
    waiting = waiting_gifts(services)
    for donation_id in waiting:
        for _try in range(_TRIES):
            try:
                issued = services.receipts.issue_year(YEAR, donation_ids=[donation_id]).value
            except ExternalError as error:
                codes.append(error.code)
            else:
                told[donation_id] = issued[0].number
                break
    return {"told": told, "codes": codes}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(issue_in_spite_of_failures(Path(sys.argv[1]))))
