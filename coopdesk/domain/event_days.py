"""The days of events: which are over, which meet, and the order that lists show them in."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.events import EventState, When, WhenKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.events import EventKind

_NO_DAY = dt.date.max
_KINDS = tuple(WhenKind)


class EventSpan(enum.Enum):
    """Which part of time a list shows; what has no day yet is to come."""

    ALL = "all"
    COMING = "coming"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events to list; ``year`` is one that they touch.

    ``sort`` is one of when, title, place, registered, due.
    """

    text: str = ""
    year: int | None = None
    kind: EventKind | None = None
    state: EventState | None = None
    cycle_id: int | None = None
    venue_id: int | None = None
    span: EventSpan = EventSpan.ALL
    sort: str = "when"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What a calendar shows: an event, or an item of a calendar file that is none yet.

    One of ``event_id`` and ``item_id`` is known. ``kind`` is None of items; ``edition`` of what
    has none. ``repeats`` tells that the file holds a series, of which this is the first day.
    """

    when: When
    title: str
    state: EventState
    place: str = ""
    kind: EventKind | None = None
    edition: int | None = None
    event_id: int | None = None
    item_id: int | None = None
    repeats: bool = False

    @property
    def is_vague(self) -> bool:
        """Tell whether nobody knows its days exactly."""
        return self.when.kind is not WhenKind.DAYS


@dataclass(frozen=True, slots=True)
class ForeignItem:
    """A date of another program's calendar; ``event_id`` is the event made of it.

    ``is_one_of_many`` tells that the date is one of a series, which shares its ``uid``.
    """

    uid: str
    entry: CalendarEntry
    description: str
    url: str
    is_one_of_many: bool
    event_id: int | None


def is_one_day(when: When) -> bool:
    """Tell whether something is held on one known day."""
    return when.kind is WhenKind.DAYS and when.starts_on == when.ends_on


def is_day_outside(day: dt.date, when: When) -> bool:
    """Tell whether a day is none of those of an event; one without days has none."""
    if when.starts_on is None or when.ends_on is None:
        return True
    return not when.starts_on <= day <= when.ends_on


def overlaps(when: When, first: dt.date, last: dt.date) -> bool:
    """Tell whether any day of an event, however vague, is from ``first`` to ``last``."""
    if when.starts_on is None or when.ends_on is None:
        return False
    return when.starts_on <= last and when.ends_on >= first


def days_key(when: When) -> tuple[dt.date, int, dt.time]:
    """Return what orders events by time: exact days before vague ones, undated ones last."""
    begins = when.begins_at or dt.time.min
    return when.starts_on or _NO_DAY, _KINDS.index(when.kind), begins


def moved(
    days: Mapping[int, dt.date | None], old: When, new: When
) -> dict[int, dt.date | None]:
    """Return where days within an event go, by their keys, when the event moves.

    Those of an event that only lasts longer or shorter stay; those of one that is held at
    another time keep their distance from its first day. None to no known day.
    """
    known = {key: day for key, day in days.items() if day is not None}
    if new.starts_on is None or old.starts_on is None:
        return dict.fromkeys(days)
    is_exact = WhenKind.DAYS is old.kind is new.kind
    stay = not any(is_day_outside(day, new) for day in known.values())
    if is_exact and (_length(old) == _length(new) or not stay):
        later = new.starts_on - old.starts_on
        return {**days, **{key: day + later for key, day in known.items()}}
    return {**days, **{key: None for key, day in known.items() if is_day_outside(day, new)}}


def _length(when: When) -> int:
    first, last = when.starts_on, when.ends_on
    return 0 if first is None or last is None else (last - first).days
