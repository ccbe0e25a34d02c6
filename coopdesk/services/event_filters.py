"""Keeps saved filters of contacts true when an event is called otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from coopdesk.domain.events import NewEvent
    from coopdesk.storage.unit_of_work import Work


def follow_event_name(work: Work, before: NewEvent, after: NewEvent) -> None:
    """Let filters go on to mean an event by its new title, edition or year.

    To be called in the unit of work that changed it. A title that other events still bear goes
    on to mean those.
    """
    renamed = [
        (old, new)
        for old, new in zip(_names(before), _names(after), strict=True)
        if fold(old) != fold(new)
    ]
    if not renamed:
        return
    known = {fold(name) for name in work.filters.names()["event"]}
    for old, new in renamed:
        if fold(old) not in known:
            work.filters.follow_renaming("event", old, new)


def _names(event: NewEvent) -> tuple[str, str]:
    """Return what all of a title and what this one alone is called in conditions."""
    day = event.when.starts_on
    apart = event.edition or (day.year if day else None)
    return event.title, event.title if apart is None else f"{event.title} {apart}"
