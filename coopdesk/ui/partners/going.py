"""Where the links in the records of partners lead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coopdesk.ui.donations.targets import PledgeShown
from coopdesk.ui.partners import links

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.ui.desk import Desk


def record_links(desk: Desk) -> dict[str, Callable[[Any], object]]:
    """Return what each link to a record does, by its name."""
    go = desk.navigator.open
    own = ((links.AGREEMENT, "agreement"), (links.COMMITMENT, "commitment"))
    return {
        links.CONTACT: partial(go, "contacts"),
        links.GROUP: partial(go, "groups"),
        links.PAYMENT: partial(go, "accounts"),
        links.EVENT: partial(_go, desk, "events", "event"),
        links.ACTIVITY: partial(_go, desk, "accounts", "activity"),
        links.CONTRIBUTION: partial(_go_to_gift, desk),
        links.GRANT: partial(_go, desk, "partners", "request"),
        # A record names the structure; its sheet is that of the partner which that is.
        links.PARTNER: partial(_go, desk, "partners", "contact"),
        **{name: partial(_go, desk, "partners", word) for name, word in own},
        links.PAGE: partial(_go_to_page, desk),
        links.BANK: partial(_go, desk, "imports", "statement_line"),
        links.PLEDGE: partial(_go_to_pledge, desk),
    }


def _go(desk: Desk, page: str, word: str, key: int) -> None:
    desk.navigator.open(page, (word, key))


def _go_to_page(desk: Desk, rest: object) -> None:
    """Follow an entry of the time-line: the page and the record it names."""
    page, _colon, key = str(rest).partition(":")
    if key.isdecimal():
        desk.navigator.open(page, int(key))


def _go_to_gift(desk: Desk, key: int) -> None:
    """Show a gift in kind among the hours and gifts: there its number is odd."""
    desk.navigator.open("accounts", ("volunteering", 2 * key + 1))


def _go_to_pledge(desk: Desk, key: int) -> None:
    desk.navigator.open("donations", PledgeShown(key))
