"""When an event of a calendar file is, and how long (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from coopdesk.domain.calendars import HOME_ZONE

if TYPE_CHECKING:
    from icalendar.cal import Component

_YEARS = range(1901, 2200)


class Held(NamedTuple):
    """When something is held; the last day is included, whole days have no instants."""

    first: dt.date
    last: dt.date
    begins: dt.datetime | None
    ends: dt.datetime | None


def moment_of(event: Component, name: str) -> dt.date | None:
    """Return a day or an instant, None when it is missing or cannot be one."""
    moment = _value_of(event, name)
    if not isinstance(moment, dt.date) or moment.year not in _YEARS:
        return None
    return moment


def _value_of(event: Component, name: str) -> Any:
    """Return what a property means; None of one that is missing, repeated or broken."""
    try:
        return getattr(event.get(name), "dt", None)
    except ValueError:
        return None


def end_of(event: Component, start: dt.date) -> dt.date:
    """Return the end as the file means it: DTEND, else DURATION, else one day or an instant."""
    end = moment_of(event, "DTEND")
    if end is None:
        length = _value_of(event, "DURATION")
        if isinstance(length, dt.timedelta):
            try:
                return start + length
            except OverflowError:
                return start
        return start
    if isinstance(end, dt.datetime) != isinstance(start, dt.datetime):
        return start
    return end


def held(start: dt.date, end: dt.date) -> Held:
    """Return the days and the instants of something that begins and ends so."""
    first, last = _days(start, end)
    begins = start if isinstance(start, dt.datetime) else None
    ends = end if isinstance(end, dt.datetime) else None
    return Held(first, last, _aware(begins), _aware(ends))


def _days(start: dt.date, end: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day; whole days end on the day before (RFC 5545 3.6.1)."""
    if not isinstance(start, dt.datetime):
        return start, max(start, end - dt.timedelta(days=1))
    first = _local(start).date()
    last = _local(end).date() if isinstance(end, dt.datetime) else first
    ends_at_midnight = isinstance(end, dt.datetime) and _local(end).time() == dt.time(0)
    if ends_at_midnight and last > first:
        last -= dt.timedelta(days=1)
    return first, max(first, last)


def _local(moment: dt.datetime) -> dt.datetime:
    """Return an instant as clocks show it where it is held; UTC is taken to our own zone."""
    if moment.tzinfo is None:
        return moment
    is_utc = str(moment.tzinfo) in {"UTC", "Etc/UTC", "Z"}
    return moment.astimezone(ZoneInfo(HOME_ZONE)) if is_utc else moment


def _aware(moment: dt.datetime | None) -> dt.datetime | None:
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=ZoneInfo(HOME_ZONE))
