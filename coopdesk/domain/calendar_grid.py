"""The grid of a calendar: the weeks of a month, and bars that lie over their days in lanes."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import months_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WEEK = 7
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasts from its first to its last day, both included.

    ``rank`` orders those that begin on one day and last as long: by hour, then by name.
    """

    key: int
    first: dt.date
    last: dt.date
    rank: tuple[str, ...] = ()

    def covers(self, day: dt.date) -> bool:
        """Tell whether it lasts on a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Bar:
    """A span over the days of one row, from column to column, in a lane from 0 on.

    ``begins`` and ``ends`` tell whether it does so in this row: else it goes on in others.
    """

    key: int
    lane: int
    left: int
    right: int
    begins: bool
    ends: bool


def weeks_of_month(day: dt.date) -> tuple[tuple[dt.date, ...], ...]:
    """Return the weeks that show the month of a day, from Monday to Sunday."""
    whole = calendar.Calendar(calendar.MONDAY).monthdatescalendar(day.year, day.month)
    return tuple(tuple(week) for week in whole)


def week_of(day: dt.date) -> tuple[dt.date, ...]:
    """Return the seven days of the week of a day, Monday first."""
    monday = day - dt.timedelta(days=day.weekday())
    return tuple(monday + dt.timedelta(days=number) for number in range(WEEK))


def month_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the month of a day."""
    last = calendar.monthrange(day.year, day.month)[1]
    return day.replace(day=1), day.replace(day=last)


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later, or the last one of a shorter month."""
    return kept_in_reach(months_after(day, months))


def days_later(day: dt.date, days: int) -> dt.date:
    """Return a day some days later."""
    return kept_in_reach(day + dt.timedelta(days=days))


def kept_in_reach(day: dt.date) -> dt.date:
    """Return a day within the years that calendars show."""
    return min(max(day, dt.date(_FIRST_YEAR, 1, 1)), dt.date(_LAST_YEAR, 12, 31))


def bars_of(spans: Iterable[Span], days: Sequence[dt.date]) -> tuple[Bar, ...]:
    """Lay spans over the days of a row, each in the first lane that is free.

    Those that begin first come first, of these the longest, so that bars seldom change lanes
    from one week to the next.
    """
    first, last = days[0], days[-1]
    shown = sorted(
        (span for span in spans if span.first <= last and span.last >= first),
        key=lambda span: (span.first, -(span.last - span.first).days, span.rank, span.key),
    )
    ends: list[int] = []  # the last column taken of each lane
    bars = []
    for span in shown:
        left = max(0, (span.first - first).days)
        right = min(len(days) - 1, (span.last - first).days)
        lane = next((at for at, end in enumerate(ends) if end < left), len(ends))
        if lane == len(ends):
            ends.append(right)
        else:
            ends[lane] = right
        bars.append(Bar(span.key, lane, left, right, span.first >= first, span.last <= last))
    return tuple(bars)


def counts_beyond(bars: Iterable[Bar], columns: int, lanes: int) -> tuple[int, ...]:
    """Count for each column the bars for which ``lanes`` lanes leave no room."""
    hidden = [0] * columns
    for bar in bars:
        if bar.lane >= lanes:
            for column in range(bar.left, bar.right + 1):
                hidden[column] += 1
    return tuple(hidden)
