"""The entries of a record, as its panel names them, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.entries.columns import STATE_TONES
from coopdesk.ui.widgets.record_parts import Heading, Lines, Words
from coopdesk.wording.booking import entry_link_text
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.booking import EntryLink
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.record_parts import Part, Said

ENTRY_LINK = "entry"


def book_parts(links: Sequence[EntryLink]) -> list[Part]:
    """Return what stands of a record in the books; nothing while nothing does."""
    if not links:
        return []
    return [Heading(_("In the books")), Lines(tuple(_row(link) for link in links))]


def _row(link: EntryLink) -> tuple[Said, str, tuple[Said, ...]]:
    name = Words(entry_link_text(link), link=f"{ENTRY_LINK}:{link.id}")
    state = Words(label(link.state), STATE_TONES[link.state])
    return (name, money_text(link.amount), (link.label, state))


def open_entry(desk: Desk, key: str | int) -> None:
    """Show the entry that a link names on the page of accounts."""
    desk.navigator.open("accounts", ("entry", int(key)))
