"""Rules of fiscal years: which days they have, how they follow each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.anniversaries import months_after, year_after
from coopdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.entries import NewEntry
    from coopdesk.domain.fiscal_years import FiscalYear

_DAY = dt.timedelta(days=1)
_MOST_MONTHS = 24
_OLDEST, _LATEST = dt.date(1901, 1, 1), dt.date(2200, 12, 31)


class MovedYear(NamedTuple):
    """A fiscal year and the days that it should have."""

    year: FiscalYear
    starts_on: dt.date
    ends_on: dt.date


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month so many months after the one of a day."""
    return months_after(day.replace(day=1), months)


def usual_year(day: dt.date, start_month: int) -> tuple[dt.date, dt.date]:
    """Return the days of the twelve months that hold a day, from a month 1 to 12 on."""
    year = day.year if day.month >= start_month else day.year - 1
    starts_on = dt.date(year, start_month, 1)
    return starts_on, months_later(starts_on, 12) - _DAY


def following_year(last: FiscalYear) -> tuple[dt.date, dt.date]:
    """Return the days of the twelve months after a fiscal year."""
    starts_on = last.ends_on + _DAY
    return starts_on, year_after(starts_on) - _DAY


def check_days(starts_on: dt.date, ends_on: dt.date) -> None:
    """Refuse days that no fiscal year can have: a day at least, two years at most.

    Raises:
        RuleError: ``year.days_out_of_order``, ``year.too_long`` or ``year.out_of_range``.
    """
    if not _OLDEST <= starts_on <= _LATEST or not _OLDEST <= ends_on <= _LATEST:
        raise RuleError("year.out_of_range", field="ends_on")
    if ends_on < starts_on:
        raise RuleError("year.days_out_of_order", field="ends_on")
    if ends_on >= _two_years_later(starts_on):
        raise RuleError("year.too_long", field="ends_on", months=_MOST_MONTHS)


def _two_years_later(day: dt.date) -> dt.date:
    return year_after(year_after(day))


def check_follows(starts_on: dt.date, ends_on: dt.date, others: Sequence[FiscalYear]) -> None:
    """Refuse a year that overlaps another one or leaves days without a year.

    Raises:
        RuleError: ``year.overlaps`` with the label of the other, ``year.leaves_a_gap`` with
            the day on which it should start (or the last it should have).
    """
    for other in others:
        if starts_on <= other.ends_on and other.starts_on <= ends_on:
            raise RuleError("year.overlaps", field="starts_on", label=other.label)
    before = [x.ends_on for x in others if x.ends_on < starts_on]
    after = [x.starts_on for x in others if x.starts_on > ends_on]
    if before and max(before) + _DAY != starts_on:
        raise RuleError("year.leaves_a_gap", field="starts_on", day=max(before) + _DAY)
    if after and min(after) - _DAY != ends_on:
        raise RuleError("year.leaves_a_gap", field="ends_on", day=min(after) - _DAY)


def beside(
    years: Sequence[FiscalYear], year: FiscalYear, starts_on: dt.date, ends_on: dt.date
) -> list[MovedYear]:
    """Return a year with its new days, and the years beside it whose days follow."""
    moved = [MovedYear(year, starts_on, ends_on)]
    for other in years:
        if other.starts_on == year.ends_on + _DAY and ends_on != year.ends_on:
            moved.append(MovedYear(other, ends_on + _DAY, other.ends_on))
        if other.ends_on == year.starts_on - _DAY and starts_on != year.starts_on:
            moved.append(MovedYear(other, other.starts_on, starts_on - _DAY))
    return moved


def as_late(new: NewEntry, starts_on: dt.date) -> NewEntry:
    """Return an entry of a closed year as the first open one takes it (PCG art. 1031-4).

    It stands on the first day of that year; the day of its voucher is its real one.
    """
    return replace(new, entry_on=starts_on, voucher_on=new.voucher_on or new.entry_on)
