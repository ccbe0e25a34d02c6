"""Events of calendar files, as other programs wrote them."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.domain.imports import Problem

HOME_ZONE = "Europe/Paris"
_SEPARATOR = "\x1f"
_UNIVERSAL = frozenset({"", "UTC", "Etc/UTC", "Z"})


class CalendarStatus(enum.Enum):
    """How sure an event is, as RFC 5545 says it; NONE when the file does not."""

    NONE = ""
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An event of a calendar file.

    ``ends_on`` is the last day, included, whereas RFC 5545 writes the day after (3.6.1).
    ``starts_at`` and ``ends_at`` are None of whole days; ``zone`` is the one of the file.
    ``recurrence`` names one date of a series, the first apart; ``rule`` how the series goes on.
    """

    line: int
    raw: Mapping[str, str]
    uid: str
    title: str
    starts_on: dt.date
    ends_on: dt.date
    is_all_day: bool = False
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    zone: str = ""
    recurrence: str = ""
    place: str = ""
    description: str = ""
    organiser: str = ""
    url: str = ""
    status: CalendarStatus = CalendarStatus.NONE
    rule: str = ""

    @property
    def content(self) -> str:
        """What the file says of the event, to be compared with later files."""
        parts = (
            self.title,
            str(self.starts_on),
            str(self.ends_on),
            str(self.starts_at or ""),
            str(self.ends_at or ""),
            self.place,
            self.description,
            self.organiser,
            self.url,
            self.status.value,
            self.rule,
        )
        return _SEPARATOR.join(parts)


@dataclass(frozen=True, slots=True)
class ReadSeries:
    """A series of a calendar file, whose dates are items of their own.

    From ``since`` on the file says every date that is held. ``is_cut`` tells that others are
    too far away to be taken. Where ``is_spread`` is false, how it goes on could not be read, or
    makes too many dates: its first one stands alone.
    """

    master: ReadItem
    since: dt.date
    is_cut: bool = False
    is_spread: bool = True


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """A calendar file as read; ``series`` by the line of the file."""

    name: str
    sha256: str
    file_format: FileFormat
    items: tuple[ReadItem, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    refused: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    series: Mapping[int, ReadSeries] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """A date of a series that an earlier file brought."""

    id: int
    uid: str
    recurrence: str
    starts_on: dt.date


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """A row of the list of events that calendars brought.

    ``starts_at`` and ``ends_at`` are told as clocks show them where it is held.
    """

    id: int
    title: str
    starts_on: dt.date
    ends_on: dt.date
    is_all_day: bool
    starts_at: dt.datetime | None
    ends_at: dt.datetime | None
    place: str
    status: CalendarStatus
    repeats: bool


def on_its_clock(moment: dt.datetime | None, zone: str) -> dt.datetime | None:
    """Return an instant as clocks show it where it is held; UTC is taken to our own zone."""
    if moment is None:
        return None
    try:
        place = ZoneInfo(HOME_ZONE if zone in _UNIVERSAL else zone)
    except (KeyError, ValueError, OSError):  # a name that a program made up
        place = ZoneInfo(HOME_ZONE)
    return moment.astimezone(place)
