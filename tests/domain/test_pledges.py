"""The days on which a pledge is due, and what a campaign has come to."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.campaigns import FULL_BAR, Progress, year_before
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.pledges import Frequency, NewPledge, due_days


def days(frequency, start, until, **more):
    new = NewPledge(1, Money(1_000), frequency, PaymentMode.TRANSFER, start, **more)
    return [f"{day:%m-%d}" for day in due_days(new, until)]


@pytest.mark.parametrize(
    ("frequency", "start", "until", "due"),
    [
        (
            Frequency.MONTHLY,
            dt.date(2024, 1, 31),
            dt.date(2024, 5, 30),
            ["01-31", "02-29", "03-31", "04-30"],
        ),
        (
            Frequency.QUARTERLY,
            dt.date(2025, 11, 30),
            dt.date(2026, 6, 1),
            ["11-30", "02-28", "05-30"],
        ),
        (
            Frequency.YEARLY,
            dt.date(2024, 2, 29),
            dt.date(2028, 3, 1),
            ["02-29", "02-28", "02-28", "02-28", "02-29"],
        ),
        (Frequency.ONCE, dt.date(2026, 3, 1), dt.date(2030, 1, 1), ["03-01"]),
        (Frequency.MONTHLY, dt.date(2026, 3, 1), dt.date(2026, 2, 28), []),
    ],
    ids=["end of month", "quarter", "leap day", "once", "not begun"],
)
def test_each_day_is_counted_from_the_first(frequency, start, until, due):
    assert days(frequency, start, until) == due


def test_last_day_of_a_pledge_is_its_own():
    until = dt.date(2026, 12, 31)
    start = dt.date(2026, 1, 5)
    assert days(Frequency.MONTHLY, start, until, ends_on=dt.date(2026, 2, 5)) == [
        "01-05",
        "02-05",
    ]


@pytest.mark.parametrize(
    ("raised", "goal", "percent", "bar", "remaining"),
    [
        (3_945_562, 2_000_000, 197, FULL_BAR, 0),
        (0, 2_000_000, 0, 0, 2_000_000),
        (995, 1_000, 100, 995, 5),
        (994, 1_000, 99, 994, 6),
        (500, None, None, 0, None),
    ],
)
def test_percent_passes_100_and_the_bar_does_not(raised, goal, percent, bar, remaining):
    progress = Progress(Money(raised), None if goal is None else Money(goal))
    assert (progress.percent, progress.bar) == (percent, bar)
    assert progress.remaining == (None if remaining is None else Money(remaining))


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (dt.date(2024, 5, 15), dt.date(2023, 5, 16)),
        (dt.date(2024, 2, 29), dt.date(2023, 3, 1)),
        (dt.date(2025, 12, 31), dt.date(2025, 1, 1)),
    ],
)
def test_twelve_months_begin_on_the_day_after(day, first):
    assert year_before(day) == first
