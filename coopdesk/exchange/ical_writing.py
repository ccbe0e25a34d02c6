"""Writes calendars (iCalendar, RFC 5545) for phones and other programs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from coopdesk.domain.calendars import HOME_ZONE
from coopdesk.domain.text import clean_line, clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event, Timezone

    from coopdesk.domain.calendar_writing import WrittenItem

_PRODUCT = "-//CoopDesk//CoopDesk//FR"
_REFRESH = dt.timedelta(hours=6)
_ZONE = ZoneInfo(HOME_ZONE)
_DAY = dt.timedelta(days=1)
_WINTER, _SUMMER = dt.timedelta(hours=1), dt.timedelta(hours=2)


def write_calendar(name: str, items: Iterable[WrittenItem]) -> bytes:
    """Return a calendar of that name: UTF-8, CRLF, lines folded at 75 octets.

    Whole days end on the day after (3.6.1), hours are those of Paris with its rules. The same
    items give the same bytes.
    """
    # Loaded when a calendar is written: few commands do.
    from icalendar import Calendar, vText

    called = vText(clean_line(name))
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", called)  # RFC 7986; the next two lines are for programs before it
    calendar.add("x-wr-calname", called)
    calendar.add("x-wr-timezone", HOME_ZONE)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    calendar.add_component(_zone())
    for item in items:
        calendar.add_component(_event(item))
    content: bytes = calendar.to_ical(sorted=False)
    return content


def _event(item: WrittenItem) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", item.uid)
    # Without a METHOD it is the moment of the last revision (3.8.7.2).
    event.add("dtstamp", item.changed_at)
    event.add("last-modified", item.changed_at)
    event.add("sequence", item.revision)
    event.add("summary", clean_line(item.title))
    for name, moment in zip(("dtstart", "dtend"), _span(item), strict=True):
        if moment is not None:
            event.add(name, moment)
    if item.status.value:
        event.add("status", item.status.value.upper())
    event.add("transp", "TRANSPARENT" if item.is_free else "OPAQUE")
    if item.place:
        event.add("location", clean_line(item.place))
    if item.description:
        event.add("description", clean_text(item.description))
    if item.url:
        event.add("url", item.url)
    return event


def _span(item: WrittenItem) -> tuple[dt.date, dt.date | None]:
    """Return the start and the end as the file wants them; no end where nobody knows it."""
    if item.begins_at is None:
        return item.first, item.last + _DAY
    start = dt.datetime.combine(item.first, item.begins_at, _ZONE)
    if item.ends_at is None:
        return start, None
    is_midnight = item.ends_at == dt.time(0)
    last = item.last + _DAY if is_midnight else item.last
    return start, dt.datetime.combine(last, item.ends_at, _ZONE)


def _zone() -> Timezone:
    """Return the rules of Paris: the last Sundays of March and October, as since 1996.

    The library would list the changes of some years, those of spring an hour late.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", HOME_ZONE)
    rules = (
        (TimezoneDaylight(), "CEST", _WINTER, _SUMMER, dt.date(1970, 3, 29)),
        (TimezoneStandard(), "CET", _SUMMER, _WINTER, dt.date(1970, 10, 25)),
    )
    for part, name, before, after, day in rules:
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        # At one o'clock in Greenwich, told by the clocks before the change.
        part.add("dtstart", dt.datetime.combine(day, dt.time(1)) + before)
        part.add("rrule", {"freq": "yearly", "bymonth": day.month, "byday": "-1su"})
        zone.add_component(part)
    return zone
