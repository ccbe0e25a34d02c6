"""How people name an event: its number, its title, or which edition of what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.text import fold, is_said_in
from coopdesk.wording.event_dates import when_text
from coopdesk.wording.event_titles import event_title_text

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Work

_MOST_DIGITS = 18  # of what the database can number
_MOST_TOLD = 8  # of several events that are called so
_ORDINAL = r"(\d{1,4})(?:e|er|re|eme|ere|st|nd|rd|th)?"
_EDITION_LAST = re.compile(rf"(.+?) {_ORDINAL}(?: edition)?")
_EDITION_FIRST = re.compile(rf"{_ORDINAL}(?: edition)? (.+)")


def number_named(work: Work, text: str) -> int | None:
    """Return the id of the event that a text names, None when none is called so.

    A part of what names it will do, if that names no other.

    Raises:
        RuleError: ``event.ambiguous``: several are called so.
    """
    wanted = text.strip().removeprefix("#")
    known = _numbered(work, wanted)
    if known is not None:
        return known
    if not fold(wanted):
        return None
    found = work.events.named(wanted) or _editions(work, fold(wanted))
    found = found or _said_in_part(work, wanted)
    if len(found) > 1:
        numbers = ", ".join(_told(work, key) for key in found[:_MOST_TOLD])
        numbers += " …" if len(found) > _MOST_TOLD else ""
        raise RuleError("event.ambiguous", field="event", name=text.strip(), numbers=numbers)
    return found[0] if found else None


def _numbered(work: Work, text: str) -> int | None:
    """Return the id of the event of that number; a title may be a number too."""
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        return None
    try:
        return work.events.get(int(text)).id
    except NotFoundError:
        return None


def _editions(work: Work, folded: str) -> list[int]:
    """Return the events of which a text says the number and the cycle or the title."""
    told = [(match[2], match[1]) for match in [_EDITION_LAST.fullmatch(folded)] if match]
    told += [(match[1], match[2]) for match in [_EDITION_FIRST.fullmatch(folded)] if match]
    return [
        key
        for number, name in told
        for key, title, cycle in work.events.editions_numbered(int(number))
        if name in {fold(title), fold(cycle)}
    ]


def _said_in_part(work: Work, text: str) -> list[int]:
    """Return the events of which each word of a text begins a word; a number is none."""
    if text.isdigit():
        return []
    return [key for key, name in work.events.names().items() if is_said_in(text, name)]


def _told(work: Work, event_id: int) -> str:
    event = work.events.get(event_id)
    title = event_title_text(event.title, event.content.edition)
    return f"{event_id} ({title}, {when_text(event.when)})"
