"""Events and places as answers of Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.text import fold
from coopdesk.ui.desk import Hit
from coopdesk.wording.event_dates import when_text
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk

_SHORTEST, _EVENTS, _PLACES, _PAGE = 3, 5, 3, "events"


def find_events(desk: Desk, text: str) -> list[Hit]:
    """Return the events and places that match; runs on the worker."""
    if len(text.strip()) < _SHORTEST:
        return []
    wanted = EventFilter(text=text.strip(), descending=True)
    hits = [
        Hit(
            event_title_text(line.title, line.edition),
            " · ".join(part for part in (when_text(line.when), line.venue_name) if part),
            "calendar-blank",
            _PAGE,
            ("event", line.id),
        )
        for line in desk.services.events.list(wanted)[:_EVENTS]
    ]
    words = fold(text).split()
    venues = [
        one
        for one in desk.services.venues.all()
        if all(word in fold(f"{one.name} {one.content.town}") for word in words)
    ]
    return hits + [
        Hit(one.name, one.content.town or _("Place"), "map-pin", _PAGE, ("venue", one.id))
        for one in venues[:_PLACES]
    ]
