"""The same day in another year or month, and what becomes of days that it lacks."""

from __future__ import annotations

import calendar
import datetime as dt


def year_after(day: dt.date) -> dt.date:
    """Return the same day a year later; 1 March after 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return dt.date(day.year + 1, 3, 1)


def years_before(day: dt.date, years: int = 1) -> dt.date:
    """Return the same day so many years earlier; 28 February before 29 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return dt.date(day.year - years, 2, 28)


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or earlier where there are fewer than none.

    A month that lacks the day ends on its last one (CPC art. 641): 28 February after
    31 January.
    """
    ahead, month = divmod(day.month - 1 + months, 12)
    length = calendar.monthrange(day.year + ahead, month + 1)[1]
    return dt.date(day.year + ahead, month + 1, min(day.day, length))
