"""How events stand in the file: hours as text, and the words by which they are found."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from coopdesk.domain.events import (
    Event,
    EventKind,
    EventState,
    NewEvent,
    When,
    WhenKind,
)

if TYPE_CHECKING:
    from sqlalchemy import Row


def hour_kept(hour: dt.time | None) -> str:
    """Return an hour of the clock as the file has it: ``HH:MM``, empty where nobody said."""
    return "" if hour is None else f"{hour:%H:%M}"


def hour_read(text: str) -> dt.time | None:
    """Return an hour of the clock as records have it."""
    return dt.time.fromisoformat(text) if text else None


def event_values(new: NewEvent) -> dict[str, Any]:
    """Return the columns of an event, without its search words."""
    return {
        "kind": new.kind.value,
        "state": new.state.value,
        "title": new.title,
        "cycle_id": new.cycle_id,
        "edition": new.edition,
        "previous_id": new.previous_id,
        "when_kind": new.when.kind.value,
        "starts_on": new.when.starts_on,
        "ends_on": new.when.ends_on,
        "begins_at": hour_kept(new.when.begins_at),
        "ends_at": hour_kept(new.when.ends_at),
        "venue_id": new.venue_id,
        "place_note": new.place_note,
        "aim": new.aim,
        "theme": new.theme,
        "public_text": new.public_text,
        "hashtag": new.hashtag,
        "url": new.url,
        "note": new.note,
        "capacity": new.capacity,
        "expected": new.expected,
        "has_waiting_list": new.has_waiting_list,
        "is_open": new.is_open,
    }


def to_when(row: Row[Any]) -> When:
    """Return when an event is held."""
    return When(
        WhenKind(row.when_kind),
        row.starts_on,
        row.ends_on,
        hour_read(row.begins_at),
        hour_read(row.ends_at),
    )


def to_event(row: Row[Any]) -> Event:
    """Return an event of a row with ``cycle_name`` and ``venue_name``."""
    content = NewEvent(
        title=row.title,
        kind=EventKind(row.kind),
        state=EventState(row.state),
        when=to_when(row),
        cycle_id=row.cycle_id,
        edition=row.edition,
        previous_id=row.previous_id,
        venue_id=row.venue_id,
        place_note=row.place_note,
        aim=row.aim,
        theme=row.theme,
        public_text=row.public_text,
        hashtag=row.hashtag,
        url=row.url,
        note=row.note,
        capacity=row.capacity,
        expected=row.expected,
        has_waiting_list=row.has_waiting_list,
        is_open=row.is_open,
    )
    return Event(
        id=row.id,
        content=content,
        uid=row.uid,
        revision=row.revision,
        changed_at=row.changed_at,
        activity_id=row.activity_id,
        cycle_name=row.cycle_name or "",
        venue_name=row.venue_name or "",
    )
