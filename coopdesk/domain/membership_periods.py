"""Which days a membership covers: years, seasons, rolling months, life."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.members import FOR_EVER, Period, PeriodKind

if TYPE_CHECKING:
    from coopdesk.domain.members import NewMembershipType

_DAY = dt.timedelta(days=1)


def period_for(kind: NewMembershipType, day: dt.date, fiscal_year_start: int = 1) -> Period:
    """Return the period that covers a day, or that begins on it for months and life.

    ``fiscal_year_start`` is the month in which the association's year starts, 1 to 12.
    """
    if kind.period is PeriodKind.LIFE:
        return Period(day, FOR_EVER)
    if kind.period is PeriodKind.ROLLING:
        return Period(day, end_of_months(day, kind.months))
    starts = {
        PeriodKind.CALENDAR_YEAR: (1, 1),
        PeriodKind.FISCAL_YEAR: (fiscal_year_start, 1),
        PeriodKind.SEASON: kind.season_starts,
    }
    return _year_from(starts[kind.period], day)


def next_period(
    kind: NewMembershipType, before: Period, fiscal_year_start: int = 1
) -> Period | None:
    """Return the period that follows another without a gap; None after one for life."""
    if before.is_for_life:
        return None
    return period_for(kind, before.end + _DAY, fiscal_year_start)


def end_of_months(start: dt.date, months: int) -> dt.date:
    """Return the last day of so many months from a day on.

    A month that lacks the day ends the count on its own last day, as the law counts months
    (article 641 of the code de procédure civile): a year from 29 February ends on 28 February.
    """
    later = months_after(start, months)
    return later - _DAY if later.day == start.day else later


def months_left(period: Period, day: dt.date) -> int:
    """Count the months of a period that are left on a day, the one begun included."""
    day = min(max(day, period.start), period.end)
    whole = _months_until(period.start, period.end)
    return whole - _months_until(period.start, day) + 1


def _year_from(starts: tuple[int, int], day: dt.date) -> Period:
    start = dt.date(day.year, *starts)
    if start > day:
        start = dt.date(day.year - 1, *starts)
    return Period(start, dt.date(start.year + 1, *starts) - _DAY)


def _months_until(start: dt.date, day: dt.date) -> int:
    """Return which month from a start a day lies in, counting from 1."""
    number = 12 * (day.year - start.year) + day.month - start.month
    number = max(number - 1, 1)
    while end_of_months(start, number) < day:
        number += 1
    return number
