"""The same day in another year, and what becomes of 29 February there."""

from __future__ import annotations

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
