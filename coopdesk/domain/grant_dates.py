"""By when the report of a grant is due."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.year_rules import following_year, usual_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.fiscal_years import FiscalYear

_DAY = dt.timedelta(days=1)
_JANUARY, _YEAR = 1, 12


@dataclass(frozen=True, slots=True)
class ReportDays:
    """The two days by which a report may be due: that of the law and the agreement's own.

    ``year_ends_on`` is the end of the fiscal year from which the law counts.
    """

    year_ends_on: dt.date
    legal_on: dt.date
    own_on: dt.date | None = None

    @property
    def due_on(self) -> dt.date:
        """The earlier of the two: it keeps both."""
        return self.legal_on if self.own_on is None else min(self.legal_on, self.own_on)


def report_days(
    ends_on: dt.date, year_ends_on: dt.date, months: int, own_on: dt.date | None = None
) -> ReportDays:
    """Return by when the report of a grant whose time ends on a day is due.

    The law gives so many months after the end of the fiscal year that the grant was for
    (loi 2000-321 art. 10, arrêté du 11 octobre 2006): of several years, the last. They are
    counted as civil procedure does (CPC art. 641): the same day of the month, or the last one
    of a month that lacks it. ``year_ends_on`` is the last day of that fiscal year; a time that
    ends after it counts from its own end.
    """
    last = max(ends_on, year_ends_on)
    return ReportDays(last, months_after(last, months), own_on)


def year_end_holding(
    years: Sequence[FiscalYear], day: dt.date, start_month: int = _JANUARY
) -> dt.date:
    """Return the last day of the fiscal year that holds a day, also of one not opened yet.

    Years before and after those that are known are taken to last twelve months, beside them;
    without any, they begin in ``start_month``, 1 to 12.
    """
    for year in years:
        if year.holds(day):
            return year.ends_on
    if not years:
        return usual_year(day, start_month)[1]
    last = max(years, key=lambda year: year.ends_on)
    if day < last.starts_on:
        return _end_before(min(year.starts_on for year in years) - _DAY, day)
    starts_on, ends_on = following_year(last)
    while ends_on < day:
        starts_on = ends_on + _DAY
        ends_on = months_after(starts_on, _YEAR) - _DAY
    return ends_on


def _end_before(ends_on: dt.date, day: dt.date) -> dt.date:
    """Return the end of the twelve months that hold a day, counted back from an end."""
    while (starts_on := months_after(ends_on + _DAY, -_YEAR)) > day:
        ends_on = starts_on - _DAY
    return ends_on
