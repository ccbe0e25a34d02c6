"""Dates of our own as answers of Ctrl+K."""

from __future__ import annotations

from coopdesk.domain.text import fold
from coopdesk.ui.desk import Desk, Hit
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

_HITS = 4
_SHORTEST = 2


def find_own_dates(desk: Desk, text: str) -> list[Hit]:
    """Return the dates to keep in mind that match; runs on the worker."""
    wanted = fold(text).split()
    if len(text.strip()) < _SHORTEST:
        return []
    found = [
        own
        for own in desk.services.duties.own()
        if all(word in fold(own.content.title) for word in wanted)
    ]
    kind = _("Date to keep in mind")
    return [
        Hit(
            own.content.title,
            f"{kind} · {day_text(own.content.due_on)}",
            "calendar-check",
            "home",
            ("own_duty", own.id),
        )
        for own in found[:_HITS]
    ]
