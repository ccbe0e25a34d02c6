"""How papers call an event, in French: what it is, when and where it is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper_texts import paper_texts
from coopdesk.domain.events import WhenKind
from coopdesk.wording.formats import HARD_SPACE, day_long, month_text

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.events import Event, EventSheet, Session, When


def event_heading(event: Event) -> str:
    """Return ``3e atelier — Coopérer ici``, or the title alone of what is no edition."""
    edition = event.content.edition
    if edition is None:
        return event.title
    texts, kind = paper_texts("event_papers", "kind"), event.content.kind.value
    first = "re" if kind in texts["feminine"].split() else "er"
    rank = f"{edition}{first if edition == 1 else 'e'}"
    return f"{rank} {texts[kind]} — {event.title}"


def when_line(when: When) -> str:
    """Return ``mardi 8 mars 2016, 18 h – 20 h``, or as much as is known."""
    days, hours = days_line(when), hours_line(when.begins_at, when.ends_at)
    return f"{days}, {hours}" if hours else days


def days_line(when: When) -> str:
    """Return the days of an event without its hours."""
    texts, first, last = paper_texts("event_papers", "when"), when.starts_on, when.ends_on
    if when.kind is WhenKind.UNDATED or first is None:
        return texts["undated"]
    if when.kind is WhenKind.WEEK:
        return texts["week"].format(day=day_long(first, "fr"))
    if when.kind is WhenKind.MONTH:
        return month_text(first, "fr")
    if when.kind is WhenKind.YEAR:
        return str(first.year)
    if last is None or last == first:
        return weekday_line(first)
    start = weekday_line(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
        if first.month == last.month:
            start = start.rpartition(" ")[0]
    return texts["several"].format(start=start, end=weekday_line(last))


def weekday_line(day: dt.date) -> str:
    """Return ``mardi 8 mars 2016``."""
    weekdays = paper_texts("event_papers", "when")["weekdays"].split()
    return f"{weekdays[day.weekday()]} {day_long(day, 'fr')}"


def hours_line(begins_at: dt.time | None, ends_at: dt.time | None) -> str:
    """Return ``18 h – 20 h 30``, or the one hour that is known."""
    if begins_at is None:
        until = paper_texts("event_papers", "when")["until"]
        return until.format(hour=_clock(ends_at)) if ends_at else ""
    return f"{_clock(begins_at)} – {_clock(ends_at)}" if ends_at else _clock(begins_at)


def place_line(sheet: EventSheet) -> str:
    """Return the place with its address, and what was noted about it."""
    parts = [sheet.event.content.place_note]
    if sheet.venue:
        venue = sheet.venue.content
        town = f"{venue.postal_code} {venue.town}".strip()
        parts = [venue.name, venue.address.replace("\n", ", "), town, *parts]
    said = ", ".join(part for part in parts if part)
    return said or paper_texts("event_papers", "when")["undecided"]


def session_line(session: Session) -> str:
    """Return a session with its day, hours and room, as far as they are known."""
    content = session.content
    parts = [
        weekday_line(content.held_on) if content.held_on else "",
        hours_line(content.begins_at, content.ends_at),
        content.room or session.venue_name,
    ]
    told = ", ".join(part for part in parts if part)
    return f"{content.title} ({told})" if told else content.title


def _clock(moment: dt.time) -> str:
    minutes = f"{HARD_SPACE}{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}{HARD_SPACE}h{minutes}"
