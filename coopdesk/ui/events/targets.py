"""What other pages may ask the page of events to show."""

from __future__ import annotations

import enum


class Part(enum.Enum):
    """A part of an event's record, in the order of its tabs."""

    SHEET = "sheet"
    PROGRAMME = "programme"
    REGISTRATIONS = "registrations"
    POLL = "poll"
    REPORT = "report"
    MONEY = "money"
    FILES = "files"


# The first words of targets: ("event", id), ("event", id, "report"), ("event_new",) …
EVENT_WORDS = frozenset({"event", "event_new", "event_poll"})
CALENDAR_WORDS = frozenset({"calendar"})
VENUE_WORDS = frozenset({"venue", "venue_new", "cycle"})
INDICATOR_WORDS = frozenset({"indicator", "indicator_new"})


def event_target(event_id: int, part: Part = Part.SHEET) -> tuple[str, int, str]:
    """Return the target of a part of an event."""
    return "event", event_id, part.value
