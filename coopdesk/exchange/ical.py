"""Reads calendars (iCalendar, RFC 5545): events, one by one, whatever is broken among them."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, available_timezones

from coopdesk.domain.calendars import HOME_ZONE, CalendarStatus, ReadCalendar, ReadItem
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import clean_line, clean_text
from coopdesk.exchange.delimited_text import decodings
from coopdesk.exchange.file_content import UTF16_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icalendar.cal import Component

    from coopdesk.exchange.file_content import FileContent

ITEM_LIMIT = 20_000

_TITLE_LIMIT, _TEXT_LIMIT = 300, 20_000
_LINE_LIMIT = 200_000
_BEGIN, _BEGIN_EVENT, _END_EVENT = b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"END:VEVENT"
_ZONE_PARTS = (b"BEGIN:VTIMEZONE", b"END:VTIMEZONE")
_MARK = b"\xef\xbb\xbf"
# Blank lines may stand above.
_HEAD = 1_000
_YEARS = range(1901, 2200)
_TZID = re.compile(rb"TZID=([^;:\r\n]+)")
_STATUS = {
    "TENTATIVE": CalendarStatus.TENTATIVE,
    "CONFIRMED": CalendarStatus.CONFIRMED,
    "CANCELLED": CalendarStatus.CANCELLED,
}
_SHOWN = ("SUMMARY", "DTSTART", "DTEND", "DURATION", "LOCATION", "UID", "RRULE", "STATUS")
_NO_CORRECTIONS: Mapping[int, Mapping[str, str]] = {}


def looks_like_ical(data: bytes) -> bool:
    """Tell whether a file begins as a calendar does."""
    head = data[:_HEAD]
    if head.startswith(UTF16_MARKS):
        head = head.decode("utf-16", "ignore").encode()
    return head.removeprefix(_MARK).lstrip()[: len(_BEGIN)].upper() == _BEGIN


def read_ical(
    content: FileContent, corrections: Mapping[int, Mapping[str, str]] = _NO_CORRECTIONS
) -> ReadCalendar:
    """Read the events of a calendar; one that says no day is refused, the others come in.

    ``line`` of an event is that of its BEGIN. The corrected texts are lines of the event, by
    the name of the property.

    Raises:
        RuleError: ``calendar.not_one``, ``calendar.too_large``, ``file.…``.
    """
    if not looks_like_ical(content.data):
        raise RuleError("calendar.not_one")
    zones, events = _taken_apart(_as_utf8(content.data))
    if len(events) > ITEM_LIMIT:
        raise RuleError("calendar.too_large", limit=ITEM_LIMIT)
    items: list[ReadItem] = []
    problems: list[Problem] = []
    refused: dict[int, Mapping[str, str]] = {}
    keys: set[tuple[str, str]] = set()
    for line, text in events:
        raw = _shown(text)
        try:
            item = _item(line, zones, _corrected(text, corrections.get(line, {})), raw)
            _refuse_twice(item, keys)
        except RuleError as error:
            column = str(error.values.pop("column", ""))
            problems.append(Problem(line, error.code, column, error.values))
            refused[line] = raw
            continue
        items.append(item)
    return ReadCalendar(
        name=content.name,
        sha256=content.sha256,
        file_format=FileFormat.ICALENDAR,
        items=tuple(items),
        problems=tuple(problems),
        warnings=() if events else (Problem(0, "file.no_rows"),),
        refused=refused,
    )


def _as_utf8(data: bytes) -> bytes:
    """Return a calendar as its standard wants it encoded, whatever wrote it."""
    encoding = decodings(data)[0].encoding
    return data if encoding == "utf-8" else data.decode(encoding).encode()


def _taken_apart(data: bytes) -> tuple[bytes, list[tuple[int, bytes]]]:
    """Return the time zones of a calendar, and the lines of each event with the first one's.

    Each event is read alone: one that is broken cannot spoil the others.
    """
    zones: list[bytes] = []
    events: list[tuple[int, bytes]] = []
    open_lines: list[bytes] = []
    start, in_zone = 0, False
    for number, text in enumerate(data.splitlines(), start=1):
        word = text.strip().upper()
        if word == _BEGIN_EVENT:
            start, open_lines = number, [_BEGIN_EVENT]
        elif word == _END_EVENT and start:
            events.append((start, b"\r\n".join((*open_lines, _END_EVENT))))
            start, open_lines = 0, []
        elif start:
            open_lines.append(text)
        elif in_zone or word == _ZONE_PARTS[0]:
            in_zone = word != _ZONE_PARTS[1]
            zones.append(text)
    if start:
        events.append((start, b"\r\n".join((*open_lines, _END_EVENT))))
    return b"\r\n".join(zones), events


def _item(line: int, zones: bytes, text: bytes, raw: Mapping[str, str]) -> ReadItem:
    # Loaded when a calendar comes: most files are tables.
    from icalendar import Calendar

    if len(text) > _LINE_LIMIT:
        raise RuleError("text.too_long", length=len(text), limit=_LINE_LIMIT)
    needed = zones if _needs_zones(text) else b""
    whole = b"\r\n".join((_BEGIN, needed, text, b"END:VCALENDAR", b""))
    try:
        (event,) = Calendar.from_ical(whole).walk("VEVENT")
        return _built(line, event, raw)
    except (ValueError, LookupError, TypeError, AttributeError, OSError) as error:
        # OSError: a time zone whose name no file can bear.
        raise RuleError("calendar.unreadable_event") from error


def _needs_zones(text: bytes) -> bool:
    """Tell whether an event is in a zone that only the file describes."""
    named = {found.decode("utf-8", "replace").strip('"') for found in _TZID.findall(text)}
    return bool(named - _known_zones())


@cache
def _known_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _built(line: int, event: Component, raw: Mapping[str, str]) -> ReadItem:
    start = _moment(event, "DTSTART")
    if start is None:
        raise RuleError("calendar.no_start", column="DTSTART", text=raw.get("DTSTART", "")[:40])
    end = _end(event, start)
    first, last = _days(start, end)
    title = clean_line(str(event.get("SUMMARY", "")))[:_TITLE_LIMIT]
    begins = start if isinstance(start, dt.datetime) else None
    ends = end if isinstance(end, dt.datetime) else None
    recurrence = _moment(event, "RECURRENCE-ID")
    rule = event.get("RRULE")
    return ReadItem(
        line=line,
        raw=raw,
        uid=clean_line(str(event.get("UID", "")))[:_TITLE_LIMIT] or _uid_of(title, first, raw),
        title=title,
        starts_on=first,
        ends_on=last,
        is_all_day=begins is None,
        starts_at=_aware(begins),
        ends_at=_aware(ends),
        zone=_zone_name(event, begins),
        recurrence="" if recurrence is None else recurrence.isoformat(),
        place=clean_line(str(event.get("LOCATION", "")))[:_TITLE_LIMIT],
        description=clean_text(str(event.get("DESCRIPTION", "")))[:_TEXT_LIMIT],
        organiser=_organiser(event),
        url=clean_line(str(event.get("URL", "")))[:_TITLE_LIMIT],
        status=_STATUS.get(str(event.get("STATUS", "")).upper(), CalendarStatus.NONE),
        rule="" if rule is None else _rule_text(rule),
    )


def _moment(event: Component, name: str) -> dt.date | None:
    """Return a day or an instant, None when it is missing or cannot be one."""
    moment = _value(event, name)
    if not isinstance(moment, dt.date) or moment.year not in _YEARS:
        return None
    return moment


def _value(event: Component, name: str) -> Any:
    """Return what a property means; None of one that is missing, repeated or broken."""
    try:
        return getattr(event.get(name), "dt", None)
    except ValueError:
        return None


def _end(event: Component, start: dt.date) -> dt.date:
    """Return the end as the file means it: DTEND, else DURATION, else one day or an instant."""
    end = _moment(event, "DTEND")
    if end is None:
        length = _value(event, "DURATION")
        if isinstance(length, dt.timedelta):
            try:
                return start + length
            except OverflowError:
                return start
        return start
    if isinstance(end, dt.datetime) != isinstance(start, dt.datetime):
        return start
    return end


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


def _zone_name(event: Component, moment: dt.datetime | None) -> str:
    if moment is None:
        return ""
    told: Any = getattr(event.get("DTSTART"), "params", {}).get("TZID", "")
    return clean_line(str(told or ("UTC" if moment.tzinfo else HOME_ZONE)))[:_TITLE_LIMIT]


def _organiser(event: Component) -> str:
    found: Any = event.get("ORGANIZER")
    if found is None or isinstance(found, list):
        return ""
    name = getattr(found, "params", {}).get("CN", "")
    return clean_line(str(name or found).removeprefix("mailto:"))[:_TITLE_LIMIT]


def _rule_text(rule: Any) -> str:
    try:
        written = rule.to_ical().decode("utf-8", "replace")
    except (AttributeError, ValueError, TypeError):
        return ""
    return clean_line(written)[:_TITLE_LIMIT]


def _uid_of(title: str, day: dt.date, raw: Mapping[str, str]) -> str:
    """Return a name for an event without any, the same for the same event again."""
    told = f"{title}|{day.isoformat()}|{raw.get('DTSTART', '')}"
    return f"sans-uid-{hashlib.sha256(told.encode()).hexdigest()[:24]}"


def _refuse_twice(item: ReadItem, keys: set[tuple[str, str]]) -> None:
    key = (item.uid, item.recurrence)
    if key in keys:
        raise RuleError("calendar.event_twice", column="UID", uid=item.uid[:60])
    keys.add(key)


def _unfolded(text: bytes) -> Iterator[str]:
    joined = text.replace(b"\r\n ", b"").replace(b"\r\n\t", b"")
    for part in joined.split(b"\r\n"):
        yield part.decode("utf-8", "replace")


def _shown(text: bytes) -> dict[str, str]:
    """Return the properties that a person looks at, as the file has them."""
    found: dict[str, str] = {}
    for part in _unfolded(text[:_LINE_LIMIT]):
        head, colon, value = part.partition(":")
        name = head.partition(";")[0].upper()
        if colon and name in _SHOWN:
            found.setdefault(name, clean_line(value)[:_TITLE_LIMIT])
    return found


def _corrected(text: bytes, cells: Mapping[str, str]) -> bytes:
    """Return an event with properties that a person wrote anew."""
    if not cells:
        return text
    kept = [
        part
        for part in _unfolded(text)
        if part.partition(":")[0].partition(";")[0].upper() not in cells
    ]
    added = [f"{name}:{clean_line(value)}" for name, value in cells.items() if value.strip()]
    return "\r\n".join((*kept[:-1], *added, kept[-1])).encode()
