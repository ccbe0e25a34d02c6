"""The dates of series of calendar files: RRULE, RDATE, EXDATE, RECURRENCE-ID (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from coopdesk.domain.calendars import HOME_ZONE, ReadItem, ReadSeries
from coopdesk.exchange.ical_moments import held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from icalendar.cal import Component

# A series is taken up to two years from today, and three years of it in all.
DAYS_AHEAD, DAYS_TAKEN = 731, 1096
DATES_OF_SERIES, DATES_OF_FILE = 1_100, 20_000

# Dates of a rule that are looked at, and rules of a file that may lead nowhere.
_TRIED, _TRIES = 100_000, 25
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_REPEATING = ("RRULE", "RDATE")
_LAST_YEAR = 9_990
_CYCLE = dt.timedelta(days=146_097)


class FoundItem(NamedTuple):
    """An event of a file; ``recurrence`` is the date of a series that it changes."""

    event: Component
    item: ReadItem
    start: dt.date
    end: dt.date
    recurrence: dt.date | None


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates of a series, as clocks show them where it is held."""

    clock: _Clock
    length: dt.timedelta
    moments: tuple[dt.datetime, ...]
    since: dt.date
    is_cut: bool

    def name_of(self, moment: dt.datetime) -> str:
        """Return the name of a date among those of the series, none for the first."""
        return "" if moment == self.clock.first else self.clock.set_to(moment).isoformat()

    def items(self, master: ReadItem, changed: frozenset[str]) -> Iterator[ReadItem]:
        for moment in self.moments:
            name = self.name_of(moment)
            if name in changed:
                continue
            days = held(self.clock.set_to(moment), self.clock.set_to(moment + self.length))
            yield replace(
                master,
                recurrence=name,
                starts_on=days.first,
                ends_on=days.last,
                starts_at=days.begins,
                ends_at=days.ends,
            )


class _Clock:
    """Tells moments as the clock of the first date of a series does, whole days at midnight.

    Rules go by the clock: a meeting at seven stays at seven when the hour changes.
    """

    def __init__(self, start: dt.date) -> None:
        self._start = start
        self.first = self.read(start)

    def read(self, moment: dt.date) -> dt.datetime:
        if not isinstance(moment, dt.datetime):
            return dt.datetime.combine(moment, dt.time(0))
        zone = self._start.tzinfo if isinstance(self._start, dt.datetime) else None
        if moment.tzinfo is not None:
            moment = moment.astimezone(zone or ZoneInfo(HOME_ZONE))
        shown = moment.replace(tzinfo=None)
        if isinstance(self._start, dt.datetime):
            return shown
        return dt.datetime.combine(shown.date(), dt.time(0))

    def read_as_date(self, moment: dt.date) -> dt.datetime:
        """Read what names a date of the series; a day alone is the date of that day."""
        if isinstance(moment, dt.datetime):
            return self.read(moment)
        return dt.datetime.combine(moment, self.first.time())

    def set_to(self, moment: dt.datetime) -> dt.date:
        """Return what is written for a moment: a day, or an instant of the zone."""
        if not isinstance(self._start, dt.datetime):
            return moment.date()
        return moment.replace(tzinfo=self._start.tzinfo)


def spread(
    found: Sequence[FoundItem], today: dt.date
) -> tuple[list[ReadItem], dict[int, ReadSeries]]:
    """Return the items of a file, with every date of its series, and the series by line.

    A date that the file changes by itself (RECURRENCE-ID) bears the name that it has in its
    series: whichever way a file tells it, it stays the same date.
    """
    series: dict[int, ReadSeries] = {}
    dates: dict[str, _Dates] = {}
    room, tries = DATES_OF_FILE, _TRIES
    for one in found:
        if one.recurrence is not None or not _repeats(one.event):
            continue
        drawn = _dates(one, today) if room > 0 and tries > 0 else None
        tries -= drawn is None and room > 0
        if drawn is None or len(drawn.moments) > room:
            series[one.item.line] = ReadSeries(one.item, dt.date.max, is_spread=False)
            # Of a file of too many dates, no other series is worth the time.
            room = 0 if drawn is not None else room
            continue
        room -= len(drawn.moments)
        dates[one.item.uid] = drawn
        series[one.item.line] = ReadSeries(one.item, drawn.since, drawn.is_cut)
    return list(_items(found, dates)), series


def _items(found: Sequence[FoundItem], dates: Mapping[str, _Dates]) -> Iterator[ReadItem]:
    changed: dict[str, set[str]] = {}
    named: list[ReadItem] = []
    for one in found:
        mine, item = dates.get(one.item.uid), one.item
        if mine is not None and one.recurrence is not None:
            name = mine.name_of(mine.clock.read_as_date(one.recurrence))
            changed.setdefault(item.uid, set()).add(name)
            item = replace(item, recurrence=name)
        named.append(item)
    for one, item in zip(found, named, strict=True):
        mine = dates.get(item.uid)
        if mine is None or one.recurrence is not None:
            yield item
        else:
            yield from mine.items(item, frozenset(changed.get(item.uid, ())))


def _repeats(event: Component) -> bool:
    return any(event.get(name) is not None for name in _REPEATING)


def _dates(one: FoundItem, today: dt.date) -> _Dates | None:
    """Return the dates of a series, None where its rule cannot be followed."""
    clock = _Clock(one.start)
    midnight = dt.datetime.combine(today, dt.time(0))
    try:
        limit = max(midnight, clock.first) + dt.timedelta(days=DAYS_AHEAD)
        every, goes_on = _all(one.event, clock, limit)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return None
    taken = every
    if every:
        oldest = every[-1] - dt.timedelta(days=DAYS_TAKEN)
        taken = [moment for moment in every if moment > oldest][:DATES_OF_SERIES]
    return _Dates(
        clock=clock,
        length=clock.read(one.end) - clock.first,
        moments=tuple(taken),
        since=dt.date.min if taken == every else taken[0].date(),
        is_cut=goes_on or len(taken) < len(every),
    )


def _all(event: Component, clock: _Clock, limit: dt.datetime) -> tuple[list[dt.datetime], bool]:
    """Return the dates up to ``limit``, and whether there are others after it."""
    chosen, goes_on = {clock.first}, False
    for rule in _listed(event.get("RRULE")):
        ruled, more = _ruled(rule, clock, limit)
        chosen.update(ruled)
        goes_on = goes_on or more
    added = {clock.read_as_date(moment) for moment in _told(event, "RDATE")}
    chosen.update(moment for moment in added if moment <= limit)
    for moment in _told(event, "EXDATE"):
        if isinstance(moment, dt.datetime):
            chosen.discard(clock.read(moment))
        else:
            chosen = {one for one in chosen if one.date() != moment}
    return sorted(chosen), goes_on or any(moment > limit for moment in added)


def _ruled(rule: Any, clock: _Clock, limit: dt.datetime) -> tuple[list[dt.datetime], bool]:
    # Loaded when a series comes: most files have none.
    from dateutil.rrule import rrulestr

    if rule["FREQ"][0] not in _FREQUENCIES or rule.get("INTERVAL", [1])[0] < 1:
        raise ValueError("not a rule by days")
    last = min([limit, *(_until(moment, clock) for moment in rule.get("UNTIL", ()))])
    parts = rule.to_ical().decode().split(";")
    text = ";".join(part for part in parts if not part.startswith("UNTIL="))
    # Calendars come again every 400 years. Near the last year there is, a rule that has no
    # date at all (30 February) is soon tried to its end.
    shift = _CYCLE * ((_LAST_YEAR - limit.year) // 400)
    ruled: list[dt.datetime] = []
    for late in islice(rrulestr(text, dtstart=clock.first + shift), _TRIED):
        moment = late - shift
        if moment > last:
            return ruled, last == limit
        ruled.append(moment)
    if len(ruled) == _TRIED:
        return ruled, True
    if len(ruled) < rule.get("COUNT", [_TRIED])[0]:
        raise ValueError("a rule that leads nowhere")
    return ruled, False


def _until(moment: dt.date, clock: _Clock) -> dt.datetime:
    """Return the last instant of a rule; a day is meant to its end."""
    if isinstance(moment, dt.datetime) and isinstance(clock.set_to(clock.first), dt.datetime):
        return clock.read(moment)
    return dt.datetime.combine(moment, dt.time.max)


def _told(event: Component, name: str) -> Iterator[dt.date]:
    """Yield the days and instants of a list of dates; one that is broken says nothing."""
    for part in _listed(event.get(name)):
        try:
            values = part.dts
        except (ValueError, AttributeError):
            continue
        for value in values:
            # A period is a start with an end or a length.
            yield value.dt[0] if isinstance(value.dt, tuple) else value.dt


def _listed(value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)
