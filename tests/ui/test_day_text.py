"""Days as people type them."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.ui.widgets.day_text import parse_day

TODAY = dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("auj", "2026-03-12"),
        ("Hier", "2026-03-11"),
        ("demain", "2026-03-13"),
        ("aujourd’hui", "2026-03-12"),
        ("+7", "2026-03-19"),
        ("-30", "2026-02-10"),
        ("5", "2026-03-05"),
        ("12/3", "2026-03-12"),
        ("1.2.25", "2025-02-01"),
        ("12/03/2026", "2026-03-12"),
        ("12 03 2026", "2026-03-12"),
        ("120326", "2026-03-12"),
        ("12032026", "2026-03-12"),
        ("1203", "2026-03-12"),
        ("2026-03-12", "2026-03-12"),
        ("1/1/58", "1958-01-01"),
        ("29/2/24", "2024-02-29"),
        (" 12/3 ", "2026-03-12"),
    ],
)
def test_day_is_read_as_people_write_it(typed, expected):
    assert parse_day(typed, TODAY).isoformat() == expected


@pytest.mark.parametrize(
    "typed", ["", "x", "32", "29/2/2026", "1/13", "0", "12/3/026", "+99999", "٣", "12//3"]
)
def test_what_is_no_day_is_refused_with_its_field(typed):
    with pytest.raises(RuleError) as refused:
        parse_day(typed, TODAY, "received_on")
    assert refused.value.code == "day.unreadable"
    assert refused.value.field == "received_on"


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(typed):
    with suppress(RuleError):
        assert isinstance(parse_day(typed, TODAY), dt.date)


@given(st.dates())
def test_shown_day_reads_back_as_itself(day):
    assert parse_day(f"{day:%d/%m/}{day.year:04d}", TODAY) == day


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("15/3", "2027-03-15"),
        ("1503", "2027-03-15"),
        ("20/11", "2026-11-20"),
        ("1/9", "2026-09-01"),
        ("22/8", "2027-08-22"),
        ("30/11", "2026-11-30"),
        ("15/3/2026", "2026-03-15"),
        ("15/3/26", "2026-03-15"),
        ("hier", "2026-11-22"),
        ("-300", "2026-01-27"),
        ("2", "2026-11-02"),
    ],
)
def test_day_of_what_is_prepared_without_its_year_is_the_next_one(typed, expected):
    today = dt.date(2026, 11, 23)
    assert parse_day(typed, today, is_ahead=True) == dt.date.fromisoformat(expected)
