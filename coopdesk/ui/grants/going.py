"""Where the links in the records of grants and projects lead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coopdesk.ui.grants import links

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.ui.desk import Desk


def record_links(desk: Desk) -> dict[str, Callable[[Any], object]]:
    """Return what each link to a record does, by its name."""
    go = desk.navigator.open
    return {
        links.FUNDER: partial(_go, desk, "partners", "contact"),
        links.PROJECT: partial(_go, desk, "partners", "project"),
        links.CALL: partial(_go, desk, "partners", "call"),
        links.REQUEST: partial(_go, desk, "partners", "request"),
        links.AGREEMENT: partial(_go, desk, "partners", "agreement"),
        links.COMMITMENT: partial(_go, desk, "partners", "commitment"),
        links.AWARD: partial(_go, desk, "accounts", "grant_award"),
        links.FUND: partial(_go, desk, "accounts", "dedicated_fund"),
        links.ACTIVITY: partial(_go, desk, "accounts", "activity"),
        links.PAYMENT: partial(go, "accounts"),
    }


def _go(desk: Desk, page: str, word: str, key: int) -> None:
    desk.navigator.open(page, (word, key))
