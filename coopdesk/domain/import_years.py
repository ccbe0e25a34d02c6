"""Which fiscal years an import needs that nobody opened yet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import years_before
from coopdesk.domain.fiscal_years import FiscalYear, year_label
from coopdesk.domain.year_rules import following_year, usual_year

if TYPE_CHECKING:
    from collections.abc import Sequence

_DAY = dt.timedelta(days=1)
# A file that wants more is misread: its other entries are told to lie outside.
_MOST_YEARS = 12


def years_to_open(
    known: Sequence[FiscalYear],
    days: tuple[dt.date, dt.date],
    start_month: int,
    closes_on: dt.date | None = None,
) -> tuple[FiscalYear, ...]:
    """Return the years (ids 0) that together with the known ones hold two days.

    Each touches the one before. ``closes_on`` is the closing day that a file names, for an
    association that has no year yet; ``start_month`` that of the profile.
    """
    first, last = days
    if known:
        years = sorted(known, key=lambda year: year.starts_on)
    elif closes_on is not None:
        years = [_year(*_ending(closes_on))]
    else:
        years = [_year(*usual_year(first, start_month))]
    made = [] if known else list(years)
    while first < years[0].starts_on and len(made) < _MOST_YEARS:
        start = years[0].starts_on
        years.insert(0, _year(years_before(start), start - _DAY))
        made.append(years[0])
    while last > years[-1].ends_on and len(made) < _MOST_YEARS:
        years.append(_year(*following_year(years[-1])))
        made.append(years[-1])
    return tuple(sorted(made, key=lambda year: year.starts_on))


def _year(starts_on: dt.date, ends_on: dt.date) -> FiscalYear:
    return FiscalYear(0, year_label(starts_on, ends_on), starts_on, ends_on)


def _ending(closes_on: dt.date) -> tuple[dt.date, dt.date]:
    following = closes_on + _DAY
    return years_before(following), closes_on
