"""Sets out the time-line of a contact, by year."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.domain.timeline import EntryKind
from coopdesk.ui.contacts.links import (
    BANK_LINK,
    PAGE_LINK,
    PLEDGE_LINK,
    RECEIPT_LINK,
    WHOLE_TIMELINE,
    do_link,
)
from coopdesk.ui.widgets.record_parts import Heading, Lines, Paragraph, Words
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.language import _
from coopdesk.wording.timeline import entry_detail, entry_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.timeline import TimelineEntry
    from coopdesk.ui.widgets.record_parts import Part, Said

_ICONS = {
    EntryKind.MEMBERSHIP: "identification-card",
    EntryKind.PAYMENT: "wallet",
    EntryKind.GIFT: "gift",
    EntryKind.PLEDGE: "repeat",
    EntryKind.RECEIPT: "receipt",
    EntryKind.REGISTRATION: "ticket",
    EntryKind.EVENT: "calendar-plus",
    EntryKind.PRESENCE: "calendar-check",
    EntryKind.EVENT_ROLE: "microphone",
    EntryKind.REPORT: "notebook",
    EntryKind.GROUP: "users-three",
    EntryKind.CHARTER: "pen-nib",
    EntryKind.AFFILIATION: "buildings",
    EntryKind.LETTER: "envelope-simple",
    EntryKind.NOTE: "note",
    EntryKind.CONSENT: "check-square",
    EntryKind.DEPARTURE: "sign-out",
    EntryKind.SHARES: "stack",
    EntryKind.BANK_LINE: "bank",
    EntryKind.AGREEMENT: "handshake",
    EntryKind.SIGNATURE: "pen",
    EntryKind.COMMITMENT: "check-square-offset",
    EntryKind.NETWORK_FEE: "share-network",
    EntryKind.GRANT: "coin",
    EntryKind.CHANGE: "pencil-simple",
}


# These are no record that the page of their kind opens by its number.
_LINKS = {
    EntryKind.RECEIPT: RECEIPT_LINK,
    EntryKind.PLEDGE: PLEDGE_LINK,
    EntryKind.BANK_LINE: BANK_LINK,
}


def timeline_parts(entries: Sequence[TimelineEntry], *, has_more: bool) -> list[Part]:
    """Return the time-line; without entries there is none."""
    if not entries:
        return []
    parts: list[Part] = [Heading(_("History"))]
    for year, of_year in groupby(entries, key=lambda entry: entry.day.year):
        group = list(of_year)
        parts.append(Heading(str(year), is_minor=True))
        rows = tuple(_row(entry) for entry in group)
        parts.append(Lines(rows, tuple(_ICONS[entry.kind] for entry in group)))
    if has_more:
        link = Words(_("Show the whole history"), link=do_link(WHOLE_TIMELINE))
        parts.append(Paragraph((link,)))
    return parts


def _row(entry: TimelineEntry) -> tuple[Said, str, tuple[Said, ...]]:
    link = ""
    if entry.kind in _LINKS:
        link = f"{_LINKS[entry.kind]}{entry.record_id}"
    elif entry.page is not None and entry.record_id is not None:
        link = f"{PAGE_LINK}{entry.page}:{entry.record_id}"
    amount = money_text(entry.amount) if entry.amount is not None else ""
    below = (day_long(entry.day), entry_detail(entry))
    return Words(entry_title(entry), link=link), amount, below
