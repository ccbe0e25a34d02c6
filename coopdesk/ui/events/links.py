"""The names of the links in the records of events: ``name:id``."""

from __future__ import annotations

from coopdesk.ui.widgets.record_parts import Words

CONTACT = "contact"
EVENT = "event"
GROUP = "group"
VENUE = "venue"
PAYMENT = "payment"
ENTRY = "entry"
ADD_SESSION = "add-session"
CHANGE_SESSION = "session"
RAISE_SESSION = "raise-session"
LOWER_SESSION = "lower-session"
REMOVE_SESSION = "remove-session"
ADD_SPEAKER = "add-speaker"
ADD_PART = "add-part"
CHANGE_PART = "part"
REMOVE_PART = "remove-part"
ADD_TARIFF = "add-tariff"
CHANGE_TARIFF = "tariff"
CLOSE_TARIFF = "close-tariff"
REMOVE_TARIFF = "remove-tariff"


def linked(name: str, key: int, text: str, *, stays: bool = False) -> Words:
    """Return words that lead somewhere; ``stays``: on the line of the words before."""
    return Words(text, link=f"{name}:{key}", stays=stays)
