"""The names of what is done by a click in the record of a group."""

from __future__ import annotations

from coopdesk.ui.widgets.record_parts import Words

CONTACT = "contact"
GROUP = "group"
EVENT = "event"
ACTIVITY = "activity"
ADD_OBJECTIVE = "add-objective"
CHANGE_OBJECTIVE = "objective"
RAISE_OBJECTIVE = "raise"
REMOVE_OBJECTIVE = "remove-objective"
ADD_OUTPUT = "add-output"
CHANGE_OUTPUT = "output"
TAG_OUTPUT = "tag-output"
REMOVE_OUTPUT = "remove-output"
TAG_GROUP = "tag"
JOIN = "join"
CHANGE_PART = "part"
REMOVE_PART = "remove-part"
STRUCTURES = "structures"
SIGN = "sign"
SIGNATURE = "signature"
TIE_EVENT = "tie-event"
UNTIE = "untie-"  # the name of the tie follows
MAKE_ACTIVITY = "make-activity"
ADD_CHANTIER = "add-chantier"
RAISE_CHANTIER = "raise-chantier"


def linked(text: str, link: str, key: int = 0, *, stays: bool = False) -> Words:
    """Return words that do something; ``stays``: on the line of the words before."""
    return Words(text, link=f"{link}:{key}", stays=stays)
