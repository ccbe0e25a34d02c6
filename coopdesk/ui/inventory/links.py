"""The links in the records of the inventory, and the entries that each of them names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.entries.columns import STATE_TONES, state_text
from coopdesk.ui.widgets.record_parts import Heading, Lines, Paragraph, Words
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.entries import EntryRow
    from coopdesk.ui.widgets.record_parts import Part, Said

CONTACT_LINK, ENTRY_LINK, ACTIVITY_LINK, PAYMENT_LINK = (
    "contact",
    "entry",
    "activity",
    "payment",
)
# As the entries name what they were made of.
GRANT_LINK, FUND_LINK, ASSET_LINK = "grant_award", "dedicated_fund", "fixed_asset"
# The file of a grant, from its request to its report, on the page of partners.
REQUEST_LINK = "request"
RECORDS = frozenset({GRANT_LINK, FUND_LINK, ASSET_LINK})


def linked(name: str, key: int | None, text: str) -> Said:
    """Return words that lead to a record, plain ones without it."""
    return Words(text, link=f"{name}:{key}") if key is not None and text else text


def entry_parts(rows: Sequence[EntryRow], none: str = "") -> list[Part]:
    """Return the entries of a record; ``none`` is said while there is none."""
    if not rows:
        return [Paragraph((none,), is_muted=True)] if none else []
    return [Heading(_("In the books")), Lines(tuple(_entry(row) for row in rows))]


def _entry(row: EntryRow) -> tuple[Said, str, tuple[Said, ...]]:
    below: tuple[Said, ...] = (
        day_long(row.entry_on),
        Words(state_text(row), STATE_TONES[row.state]),
    )
    return Words(row.label, link=f"{ENTRY_LINK}:{row.id}"), money_text(row.amount), below
