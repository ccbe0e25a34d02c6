"""Run as a program: issues receipts on a disk that fails now and then, and says what came."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coopdesk.domain.errors import ExternalError
from tests.reliability.office import YEAR, open_office, waiting_gifts

if TYPE_CHECKING:
    from collections.abc import Callable

_TRIES = 8

Value = TypeVar("Value")


def tried_again(call: Callable[[], Value], codes: list[str]) -> Value | None:
    """Return what a call gives, tried again after each failure; None when all tries fail."""
    for _try in range(_TRIES):
        try:
            return call()
        except ExternalError as error:
            codes.append(error.code)
    return None


def issue_in_spite_of_failures(path: Path) -> dict[str, object]:
    """Issue every receipt, each tried again after a failure; nothing is opened anew."""
    services = open_office(path)
    told, codes = {}, []
    for donation_id in tried_again(partial(waiting_gifts, services), codes) or ():
        issue = partial(services.receipts.issue_year, YEAR, donation_ids=[donation_id])
        issued = tried_again(issue, codes)
        if issued is not None:
            told[donation_id] = issued.value[0].number
    return {"told": told, "codes": codes}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(issue_in_spite_of_failures(Path(sys.argv[1]))))
