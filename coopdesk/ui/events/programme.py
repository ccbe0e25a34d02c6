"""The programme of an event set out for reading: sessions by day, who speaks in each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from coopdesk.domain.events import EventRole
from coopdesk.ui.events import links
from coopdesk.ui.events.links import linked
from coopdesk.ui.widgets.record_parts import Heading, Lines, Paragraph
from coopdesk.wording.calendar_words import day_named
from coopdesk.wording.event_dates import hours_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.events import EventPart, EventSheet, Session
    from coopdesk.ui.widgets.record_parts import Part, Said

Row = tuple["Said", str, tuple["Said", ...]]


def programme_parts(sheet: EventSheet) -> Iterator[Part]:
    """Return the parts of the programme."""
    if not sheet.sessions:
        yield Paragraph((_("No session yet: add the parts of the day."),), is_muted=True)
    order = [session.id for session in sheet.sessions]
    for day, group in groupby(sheet.sessions, key=_day):
        yield Heading(day_named(day) if day is not None else _("Without a day"))
        yield Lines(tuple(_session(one, sheet.parts, order) for one in group))
    speakers = [one for one in sheet.parts if _speaks_alone(one)]
    yield Heading(
        _("Speakers without a session"), linked(links.ADD_SPEAKER, 0, _("Add somebody…"))
    )
    if not speakers:
        yield Paragraph((_("Nobody."),), is_muted=True)
    for theme, of_theme in groupby(sorted(speakers, key=_theme), key=_theme):
        if theme:
            yield Heading(theme, is_minor=True)
        yield Lines(tuple(_speaker(one) for one in of_theme))


def _day(session: Session) -> dt.date | None:
    return session.content.held_on


def _theme(part: EventPart) -> str:
    return part.content.theme


def _speaks_alone(part: EventPart) -> bool:
    return part.content.role is EventRole.SPEAKER and part.content.session_id is None


def _session(session: Session, parts: Sequence[EventPart], order: Sequence[int]) -> Row:
    content, key = session.content, session.id
    below: list[Said] = [content.theme, session.venue_name, content.room, content.description]
    below += [said for one in parts if one.content.session_id == key for said in _who(one)]
    below += [
        linked(links.ADD_SPEAKER, key, _("Add somebody…")),
        linked(links.CHANGE_SESSION, key, _("Change…")),
    ]
    if key != order[0]:
        below.append(linked(links.RAISE_SESSION, key, _("Move up")))
    if key != order[-1]:
        below.append(linked(links.LOWER_SESSION, key, _("Move down")))
    below.append(linked(links.REMOVE_SESSION, key, _("Remove"), stays=True))
    hours = hours_text(content.begins_at, content.ends_at)
    return content.title, hours, tuple(said for said in below if said)


def _who(part: EventPart) -> list[Said]:
    """Return who speaks or leads in a session, and about what."""
    content = part.content
    text = part.name
    if content.role is not EventRole.SPEAKER:
        text = _("{name} ({role})").format(name=text, role=label(content.role).lower())
    if content.subject:
        text = _("{name}: {subject}").format(name=text, subject=content.subject)
    return [linked(links.CHANGE_PART, part.id, text)]


def _speaker(part: EventPart) -> Row:
    content = part.content
    name: Said = part.name
    if content.contact_id is not None:
        name = linked(links.CONTACT, content.contact_id, part.name)
    below: list[Said] = [content.subject] if content.subject else []
    below += [
        linked(links.CHANGE_PART, part.id, _("Change…")),
        linked(links.REMOVE_PART, part.id, _("Remove"), stays=True),
    ]
    return name, "", tuple(below)
