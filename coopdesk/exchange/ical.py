"""Reads calendars (iCalendar, RFC 5545): events, one by one, whatever is broken among them."""

from __future__ import annotations

import hashlib
import re
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from coopdesk.domain.calendars import HOME_ZONE, CalendarStatus, ReadCalendar, ReadItem
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import clean_line, clean_text
from coopdesk.exchange.delimited_text import decodings
from coopdesk.exchange.file_content import UTF16_MARKS
from coopdesk.exchange.ical_moments import end_of, held, moment_of
from coopdesk.exchange.ical_series import FoundItem, spread

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

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
    content: FileContent,
    today: dt.date,
    corrections: Mapping[int, Mapping[str, str]] = _NO_CORRECTIONS,
) -> ReadCalendar:
    """Read the events of a calendar; one that says no day is refused, the others come in.

    ``line`` of an event is that of its BEGIN; the dates of a series share it. The corrected
    texts are lines of the event, by the name of the property.

    Raises:
        RuleError: ``calendar.not_one``, ``calendar.too_large``, ``file.…``.
    """
    if not looks_like_ical(content.data):
        raise RuleError("calendar.not_one")
    zones, events = _taken_apart(_as_utf8(content.data))
    if len(events) > ITEM_LIMIT:
        raise RuleError("calendar.too_large", limit=ITEM_LIMIT)
    sieve = _Sieve()
    found: list[FoundItem] = []
    for line, text in events:
        raw = _shown(text)
        corrected = _corrected(text, corrections.get(line, {}))
        with sieve.sieving(line, raw):
            one = _found(line, zones, corrected, raw)
            sieve.refuse_twice(one.item)
            found.append(one)
    items, series = spread(found, today)
    kept = sieve.without_doubles(items)
    return ReadCalendar(
        name=content.name,
        sha256=content.sha256,
        file_format=FileFormat.ICALENDAR,
        items=tuple(kept),
        problems=tuple(sieve.problems),
        warnings=() if events else (Problem(0, "file.no_rows"),),
        refused=sieve.refused,
        series=series,
    )


class _Sieve:
    """Sets aside what cannot come in, with the reason."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.refused: dict[int, Mapping[str, str]] = {}
        self._keys: set[tuple[str, str]] = set()

    @contextmanager
    def sieving(self, line: int, raw: Mapping[str, str]) -> Iterator[None]:
        try:
            yield
        except RuleError as error:
            column = str(error.values.pop("column", ""))
            self.problems.append(Problem(line, error.code, column, error.values))
            self.refused[line] = raw

    def refuse_twice(self, item: ReadItem) -> None:
        key = (item.uid, item.recurrence)
        if key in self._keys:
            raise RuleError("calendar.event_twice", column="UID", uid=item.uid[:60])
        self._keys.add(key)

    def without_doubles(self, items: Iterable[ReadItem]) -> list[ReadItem]:
        """Return items once each: two changes may be of the same date of a series."""
        self._keys.clear()
        kept: list[ReadItem] = []
        for item in items:
            with self.sieving(item.line, item.raw):
                self.refuse_twice(item)
                kept.append(item)
        return kept


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


def _found(line: int, zones: bytes, text: bytes, raw: Mapping[str, str]) -> FoundItem:
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


def _built(line: int, event: Component, raw: Mapping[str, str]) -> FoundItem:
    start = moment_of(event, "DTSTART")
    if start is None:
        told = raw.get("DTSTART", "")
        code = "calendar.no_start" if told else "calendar.start_missing"
        raise RuleError(code, column="DTSTART", text=told[:40])
    end = end_of(event, start)
    days = held(start, end)
    title = clean_line(str(event.get("SUMMARY", "")))[:_TITLE_LIMIT]
    recurrence = moment_of(event, "RECURRENCE-ID")
    rule = event.get("RRULE")
    uid = clean_line(str(event.get("UID", "")))[:_TITLE_LIMIT]
    item = ReadItem(
        line=line,
        raw=raw,
        uid=uid or _uid_of(title, days.first, raw),
        title=title,
        starts_on=days.first,
        ends_on=days.last,
        is_all_day=days.begins is None,
        starts_at=days.begins,
        ends_at=days.ends,
        zone=_zone_name(event, start),
        recurrence="" if recurrence is None else recurrence.isoformat(),
        place=clean_line(str(event.get("LOCATION", "")))[:_TITLE_LIMIT],
        description=clean_text(str(event.get("DESCRIPTION", "")))[:_TEXT_LIMIT],
        organiser=_organiser(event),
        url=clean_line(str(event.get("URL", "")))[:_TITLE_LIMIT],
        status=_STATUS.get(str(event.get("STATUS", "")).upper(), CalendarStatus.NONE),
        rule="" if rule is None else _rule_text(rule),
    )
    return FoundItem(event, item, start, end, recurrence)


def _zone_name(event: Component, moment: dt.date) -> str:
    if not isinstance(moment, datetime):
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
