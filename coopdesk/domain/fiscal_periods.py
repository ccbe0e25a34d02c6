"""The fiscal years of companies: which one a day falls in (form 16216*03, note 5)."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache
from typing import NamedTuple

CALENDAR_YEAR = "12-31"
_FEBRUARY = 2


class FiscalPeriod(NamedTuple):
    """A fiscal year: its first and its last day."""

    start: dt.date
    end: dt.date


@lru_cache(maxsize=4096)  # the reviews of a year ask for few days a hundred thousand times
def fiscal_period(day: dt.date, closing: str = "") -> FiscalPeriod:
    """Return the fiscal year that a day falls in.

    ``closing`` is the last day of a fiscal year as ``06-30``; empty for 31 December. Both
    ``02-28`` and ``02-29`` mean the last day of February: who closes then closes the month.
    """
    end = _closing_in(day.year, closing)
    if day > end:
        end = _closing_in(day.year + 1, closing)
    return FiscalPeriod(_closing_in(end.year - 1, closing) + dt.timedelta(days=1), end)


def _closing_in(year: int, closing: str) -> dt.date:
    month, day = map(int, (closing or CALENDAR_YEAR).split("-"))
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, last if month == _FEBRUARY and day > 27 else min(day, last))
