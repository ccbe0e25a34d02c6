"""What a calendar file says of our events, in the words of whoever reads it on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.calendar_writing import (
    STATUSES,
    WrittenItem,
    has_days,
    session_uid,
    written_apart,
)
from coopdesk.domain.events import EventRole, EventSheet, WhenKind
from coopdesk.wording.event_dates import hours_text
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.websites import website_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.events import Event, EventPart, Session, Venue
    from coopdesk.storage.unit_of_work import Work

_BATCH = 400  # far below the number of parameters that SQLite takes in one statement
# Those whom people who come want to know of.
_NAMED = (
    EventRole.ORGANISER,
    EventRole.CO_ORGANISER,
    EventRole.FACILITATOR,
    EventRole.SPEAKER,
)


def written_items(work: Work, events: Sequence[Event]) -> list[WrittenItem]:
    """Return the items of a calendar file: events with days, and sessions of several days."""
    venues = {one.id: one for one in work.venues.all()}
    shown = [one for one in events if has_days(one.when)]
    items: list[WrittenItem] = []
    for start in range(0, len(shown), _BATCH):
        for sheet in _sheets(work, shown[start : start + _BATCH], venues):
            items.append(_whole(sheet))
            items += [_part(sheet, one, venues) for one in written_apart(sheet)]
    return items


def _sheets(
    work: Work, events: Sequence[Event], venues: dict[int, Venue]
) -> Iterable[EventSheet]:
    ids = [one.id for one in events]
    sessions, parts = work.programmes.sessions_of(ids), work.programmes.parts_of(ids)
    for event in events:
        yield EventSheet(
            event=event,
            venue=venues.get(event.content.venue_id or 0),
            cycle=None,
            sessions=tuple(sessions.get(event.id, ())),
            parts=tuple(parts.get(event.id, ())),
            tariffs=(),
        )


def _whole(sheet: EventSheet) -> WrittenItem:
    """Return the item of an event; whose days are not exact leaves the time free."""
    event = sheet.event
    content, when = event.content, event.when
    assert when.starts_on is not None
    assert when.ends_on is not None
    is_vague = when.kind is not WhenKind.DAYS
    # Over several days with their own items, the whole is a band above them.
    has_parts = bool(written_apart(sheet))
    title = event_title_text(event.title, content.edition)
    return WrittenItem(
        uid=event.uid,
        title=_("{title}, day to be fixed").format(title=title) if is_vague else title,
        first=when.starts_on,
        last=when.ends_on,
        changed_at=event.changed_at,
        begins_at=None if has_parts else when.begins_at,
        ends_at=None if has_parts else when.ends_at,
        place=_place(sheet.venue, content.place_note),
        description=_description(sheet),
        url=website_url(content.url),
        status=STATUSES[content.state],
        revision=event.revision,
        is_free=is_vague or has_parts,
    )


def _part(sheet: EventSheet, session: Session, venues: dict[int, Venue]) -> WrittenItem:
    event, content = sheet.event, session.content
    assert content.held_on is not None
    title = event_title_text(event.title, event.content.edition)
    venue = venues.get(content.venue_id or 0, sheet.venue)
    speakers = [part for part in sheet.parts if part.content.session_id == session.id]
    told = [content.description, *(_part_text(part) for part in speakers)]
    note = content.room or event.content.place_note
    return WrittenItem(
        uid=session_uid(event, session),
        title=_("{title} — {session}").format(title=title, session=content.title),
        first=content.held_on,
        last=content.held_on,
        changed_at=event.changed_at,
        begins_at=content.begins_at,
        ends_at=content.ends_at,
        place=_place(venue, note),
        description="\n".join(text for text in told if text),
        url=website_url(event.content.url),
        status=STATUSES[event.content.state],
        revision=event.revision,
    )


def _place(venue: Venue | None, note: str) -> str:
    """Return where something is held, as a map finds it: the place before the note."""
    if venue is None:
        return note
    content = venue.content
    town = " ".join(part for part in (content.postal_code, content.town) if part)
    return ", ".join(part for part in (content.name, content.address, town, note) if part)


def _description(sheet: EventSheet) -> str:
    content = sheet.event.content
    access = sheet.venue.content.access if sheet.venue is not None else ""
    people = [_part_text(part) for part in sheet.parts if part.content.role in _NAMED]
    programme = [_session_text(one, sheet) for one in sheet.sessions]
    blocks = (content.theme, content.public_text, "\n".join(programme), "\n".join(people))
    told = [block for block in (*blocks, access, content.hashtag) if block]
    return "\n\n".join(told)


def _session_text(session: Session, sheet: EventSheet) -> str:
    content = session.content
    is_long = sheet.event.when.starts_on != sheet.event.when.ends_on
    day = day_text(content.held_on) if is_long and content.held_on is not None else ""
    hours = hours_text(content.begins_at, content.ends_at)
    start = " ".join(part for part in (day, hours) if part)
    told = [part for part in (content.title, content.room) if part]
    return (
        _("{name}: {message}").format(name=start, message=", ".join(told))
        if start
        else (", ".join(told))
    )


def _part_text(part: EventPart) -> str:
    told = _("{name}: {message}").format(name=label(part.content.role), message=part.name)
    return f"{told} – {part.content.subject}" if part.content.subject else told
