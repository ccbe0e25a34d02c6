"""Periods of memberships: years, seasons, months counted as the law does, life."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.members import FOR_EVER, NewMembershipType, Period, PeriodKind
from coopdesk.domain.membership_periods import (
    end_of_months,
    months_left,
    next_period,
    period_for,
)

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31))


def kind(period, **more):
    return NewMembershipType("Adhésion", period=period, **more)


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("period", "more", "on", "start", "end"),
    [
        (PeriodKind.CALENDAR_YEAR, {}, "2026-11-22", "2026-01-01", "2026-12-31"),
        (PeriodKind.CALENDAR_YEAR, {}, "2024-02-29", "2024-01-01", "2024-12-31"),
        (PeriodKind.SEASON, {}, "2026-08-31", "2025-09-01", "2026-08-31"),
        (PeriodKind.SEASON, {}, "2026-09-01", "2026-09-01", "2027-08-31"),
        (PeriodKind.SEASON, {}, "2027-01-01", "2026-09-01", "2027-08-31"),
        (
            PeriodKind.SEASON,
            {"season_starts": (3, 1)},
            "2024-02-29",
            "2023-03-01",
            "2024-02-29",
        ),
        (PeriodKind.ROLLING, {}, "2026-03-15", "2026-03-15", "2027-03-14"),
        (PeriodKind.ROLLING, {}, "2024-02-29", "2024-02-29", "2025-02-28"),
        (PeriodKind.ROLLING, {}, "2027-02-28", "2027-02-28", "2028-02-27"),
        (PeriodKind.ROLLING, {}, "2027-03-01", "2027-03-01", "2028-02-29"),
        (PeriodKind.ROLLING, {"months": 1}, "2026-01-31", "2026-01-31", "2026-02-28"),
        (PeriodKind.ROLLING, {"months": 48}, "2024-02-29", "2024-02-29", "2028-02-28"),
    ],
)
def test_period_covers_the_days_the_type_says(period, more, on, start, end):
    assert period_for(kind(period, **more), day(on)) == Period(day(start), day(end))


@pytest.mark.parametrize(
    ("month", "on", "start", "end"),
    [
        (1, "2026-12-31", "2026-01-01", "2026-12-31"),
        (7, "2026-06-30", "2025-07-01", "2026-06-30"),
        (7, "2026-07-01", "2026-07-01", "2027-06-30"),
        (3, "2028-02-29", "2027-03-01", "2028-02-29"),
    ],
)
def test_fiscal_year_starts_in_the_month_of_the_association(month, on, start, end):
    found = period_for(kind(PeriodKind.FISCAL_YEAR), day(on), month)
    assert found == Period(day(start), day(end))


def test_life_never_ends_and_nothing_follows_it():
    found = period_for(kind(PeriodKind.LIFE), day("2026-11-22"))
    assert found == Period(day("2026-11-22"), FOR_EVER)
    assert found.is_for_life
    assert next_period(kind(PeriodKind.LIFE), found) is None


@given(
    on=DAYS,
    period=st.sampled_from([x for x in PeriodKind if x is not PeriodKind.LIFE]),
    months=st.integers(1, 120),
    month=st.integers(1, 12),
)
def test_the_next_period_follows_without_gap(on, period, months, month):
    wanted = kind(period, months=months)
    first = period_for(wanted, on, month)
    assert first.start <= on <= first.end
    following = next_period(wanted, first, month)
    assert following is not None
    assert following.start == first.end + dt.timedelta(days=1)
    assert following.end > following.start or months == 1


@given(start=DAYS, months=st.integers(1, 120))
def test_months_end_the_day_before_the_same_day_or_with_a_shorter_month(start, months):
    end = end_of_months(start, months)
    following = end + dt.timedelta(days=1)
    assert following.day in {start.day, 1}
    assert months_left(Period(start, end), start) == months


@pytest.mark.parametrize(
    ("on", "left"),
    [("2026-01-01", 12), ("2026-09-15", 4), ("2026-12-31", 1), ("2020-05-05", 12)],
)
def test_months_left_count_the_month_of_joining(on, left):
    year = Period(day("2026-01-01"), day("2026-12-31"))
    assert months_left(year, day(on)) == left
