"""Parts of amounts by days: of real days, and of the accountants' months of 30 days."""

from __future__ import annotations

import calendar
import datetime as dt

from coopdesk.domain.money import ZERO, Money

_MONTH = 30


def share(amount: Money, part: int, whole: int) -> Money:
    """Return so many parts of the whole of an amount, rounded half up to the cent."""
    if part >= whole:
        return amount
    return Money((2 * amount.cents * part + whole) // (2 * whole))


def part_after(amount: Money, since: dt.date, until: dt.date, day: dt.date) -> Money:
    """Return the part of an amount that concerns the days after ``day``.

    The amount is for the days from ``since`` to ``until``, both included, each the same.
    """
    if until <= day:
        return ZERO
    whole = (until - since).days + 1
    after = (until - max(day, since - dt.timedelta(days=1))).days
    return share(amount, after, whole)


def days_360(since: dt.date, until: dt.date) -> int:
    """Count the days from ``since`` to ``until``, both included, in months of 30 days.

    A year counts 360, whatever its months: 1 January to 31 December, or 15 March to 14 March.
    Zero when ``until`` is before ``since``.
    """
    return max(0, _end_of(until) - _begin_of(since))


def _begin_of(day: dt.date) -> int:
    return _months(day) * _MONTH + min(day.day, _MONTH) - 1


def _end_of(day: dt.date) -> int:
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return _months(day) * _MONTH + (_MONTH if is_last else min(day.day, _MONTH))


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month - 1
