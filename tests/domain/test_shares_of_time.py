"""Parts of amounts by real days and by months of thirty."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coopdesk.domain.money import Money
from coopdesk.domain.shares_of_time import days_360, part_after, share

_DAYS = some.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31))


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2026-01-01", "2026-12-31", 360),
        ("2024-01-01", "2024-12-31", 360),
        ("2026-03-15", "2027-03-14", 360),
        ("2026-10-10", "2026-12-31", 81),
        ("2026-01-31", "2026-01-31", 1),
        ("2026-02-01", "2026-02-28", 30),
        ("2024-02-01", "2024-02-28", 28),
        ("2026-07-01", "2026-06-30", 0),
    ],
)
def test_days_are_counted_in_months_of_thirty(since: str, until: str, days: int) -> None:
    assert days_360(dt.date.fromisoformat(since), dt.date.fromisoformat(until)) == days


@given(some.lists(_DAYS, min_size=3, max_size=3, unique=True))
def test_spans_of_days_that_meet_add_up(days: list[dt.date]) -> None:
    first, middle, last = sorted(days)
    following = middle + dt.timedelta(days=1)
    whole = days_360(first, last)
    assert abs(whole - days_360(first, middle) - days_360(following, last)) <= 1


@pytest.mark.parametrize(
    ("day", "cents"),
    [
        ("2025-12-31", 12000),
        ("2026-06-30", 6049),
        ("2026-12-30", 33),
        ("2026-12-31", 0),
        ("2027-12-31", 0),
    ],
)
def test_the_part_after_a_day_follows_the_real_days(day: str, cents: int) -> None:
    since, until = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
    found = part_after(Money(12000), since, until, dt.date.fromisoformat(day))
    assert found == Money(cents)


@settings(max_examples=50)
@given(some.integers(0, 10**9), some.integers(0, 400), some.integers(1, 400))
def test_a_share_lies_between_nothing_and_all(cents: int, part: int, whole: int) -> None:
    found = share(Money(cents), part, whole)
    assert Money(0) <= found <= Money(cents)
    if part >= whole:
        assert found == Money(cents)
