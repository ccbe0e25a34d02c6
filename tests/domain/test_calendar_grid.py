"""The grid of a calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.calendar_grid import (
    Span,
    bars_of,
    counts_beyond,
    days_later,
    month_of,
    months_later,
    week_of,
    weeks_of_month,
)

WEEK = week_of(dt.date(2016, 4, 13))


def april(day: int) -> dt.date:
    return dt.date(2016, 4, day)


def test_weeks_go_from_monday_to_sunday_and_hold_the_whole_month():
    weeks = weeks_of_month(april(30))
    assert weeks[0][0] == dt.date(2016, 3, 28)
    assert weeks[-1][-1] == dt.date(2016, 5, 1)
    assert len(weeks) == 5
    assert all(week[0].weekday() == 0 and len(week) == 7 for week in weeks)


def test_month_of_four_and_of_six_weeks():
    assert len(weeks_of_month(dt.date(2027, 2, 3))) == 4
    assert len(weeks_of_month(dt.date(2026, 8, 1))) == 6


def test_week_of_a_sunday_began_six_days_before():
    assert week_of(april(17))[0] == april(11)


def test_month_is_known_by_its_first_and_last_day():
    assert month_of(dt.date(2024, 2, 10)) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (dt.date(2026, 1, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2026, 1, 31), -1, dt.date(2025, 12, 31)),
        (dt.date(2026, 11, 5), 3, dt.date(2027, 2, 5)),
        (dt.date(2026, 3, 15), -15, dt.date(2024, 12, 15)),
    ],
)
def test_month_later_keeps_the_day_where_the_month_has_it(day, months, found):
    assert months_later(day, months) == found


def test_days_stay_within_the_years_of_calendars():
    assert days_later(dt.date(2200, 12, 30), 7) == dt.date(2200, 12, 31)
    assert months_later(dt.date(1900, 1, 5), -1) == dt.date(1900, 1, 1)


def test_event_of_two_days_lies_over_both():
    (bar,) = bars_of([Span(7, april(15), april(16))], WEEK)
    assert (bar.key, bar.lane, bar.left, bar.right) == (7, 0, 4, 5)
    assert bar.begins
    assert bar.ends


def test_event_over_the_end_of_the_week_goes_on_in_the_next():
    span = Span(1, april(16), april(19))
    (here,) = bars_of([span], WEEK)
    (there,) = bars_of([span], week_of(april(19)))
    assert (here.left, here.right, here.begins, here.ends) == (5, 6, True, False)
    assert (there.left, there.right, there.begins, there.ends) == (0, 1, False, True)


def test_event_of_another_week_is_left_out():
    assert bars_of([Span(1, april(2), april(3))], WEEK) == ()


def test_same_day_is_ordered_by_hour():
    spans = [
        Span(1, april(12), april(12), ("18:00",)),
        Span(2, april(12), april(12), ("09:00",)),
    ]
    assert [(bar.key, bar.lane) for bar in bars_of(spans, WEEK)] == [(2, 0), (1, 1)]


def test_lane_that_became_free_is_taken_again():
    spans = [
        Span(1, april(11), april(12)),
        Span(2, april(12), april(14)),
        Span(3, april(13), april(13)),
    ]
    assert {bar.key: bar.lane for bar in bars_of(spans, WEEK)} == {1: 0, 2: 1, 3: 0}


def test_what_has_no_room_is_counted_by_day():
    spans = [Span(number, april(12), april(13)) for number in range(3)]
    spans.append(Span(9, april(13), april(13)))
    assert counts_beyond(bars_of(spans, WEEK), 7, 2) == (0, 1, 2, 0, 0, 0, 0)


@given(
    st.lists(
        st.tuples(st.integers(-10, 16), st.integers(0, 9)),
        max_size=40,
    )
)
def test_bars_of_one_lane_never_touch_and_every_span_is_shown(pairs):
    monday = WEEK[0]
    spans = [
        Span(key, monday + dt.timedelta(days=start), monday + dt.timedelta(days=start + length))
        for key, (start, length) in enumerate(pairs)
    ]
    bars = bars_of(spans, WEEK)
    assert {bar.key for bar in bars} == {
        span.key for span in spans if any(span.covers(day) for day in WEEK)
    }
    taken = set()
    for bar in bars:
        cells = {(bar.lane, column) for column in range(bar.left, bar.right + 1)}
        assert not cells & taken
        taken |= cells
