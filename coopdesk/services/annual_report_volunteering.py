"""Read what was given in a year for its report, by activity, as the inventory adds it up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.annual_report_content import GivenTime, VolunteeringPart
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.volunteering import sums

if TYPE_CHECKING:
    from coopdesk.domain.volunteering import VolunteeringSum
    from coopdesk.storage.unit_of_work import Work


def read_volunteering(work: Work, year: int) -> VolunteeringPart:
    """Return hours and values of a calendar year beside those of the one before.

    The most hours come first, what belongs to no activity last.
    """
    now, before = (
        {one.activity_id: one for one in _summed(work, each)} for each in (year, year - 1)
    )
    rows = [_given(now.get(key), before.get(key)) for key in {**now, **before}]
    told = (one for one in rows if one != GivenTime(one.name))
    ordered = sorted(told, key=lambda x: (not x.name, -x.minutes, -x.in_kind.cents, x.name))
    return VolunteeringPart(tuple(ordered))


def _summed(work: Work, year: int) -> tuple[VolunteeringSum, ...]:
    days = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return sums(work.volunteering.times(*days), work.volunteering.contributions(*days))


def _given(now: VolunteeringSum | None, before: VolunteeringSum | None) -> GivenTime:
    [named, *_rest] = [one for one in (now, before) if one is not None]
    return GivenTime(
        named.activity_name,
        now.minutes if now else 0,
        now.time_value if now else ZERO,
        _in_kind(now),
        before.minutes if before else 0,
        before.time_value if before else ZERO,
        _in_kind(before),
    )


def _in_kind(one: VolunteeringSum | None) -> Money:
    return ZERO if one is None else one.goods + one.premises + one.services
