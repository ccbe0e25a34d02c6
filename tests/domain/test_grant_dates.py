"""By when reports of grants are due: month ends, leap years, other fiscal years."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.grant_dates import report_days, year_end_holding

CALENDAR = [FiscalYear(1, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))]
SCHOOL = [
    FiscalYear(2, "2026-2027", dt.date(2026, 9, 1), dt.date(2027, 8, 31)),
    FiscalYear(1, "2025-2026", dt.date(2025, 9, 1), dt.date(2026, 8, 31)),
]
LONG_FIRST = [FiscalYear(1, "2026", dt.date(2025, 10, 15), dt.date(2026, 12, 31))]
LEAP = [FiscalYear(1, "2028", dt.date(2027, 3, 1), dt.date(2028, 2, 29))]


@pytest.mark.parametrize(
    ("years", "ends_on", "due_on"),
    [
        pytest.param(CALENDAR, "2026-12-31", "2027-06-30", id="December has 31, June 30"),
        pytest.param(CALENDAR, "2026-03-15", "2027-06-30", id="within the year"),
        pytest.param(CALENDAR, "2028-01-01", "2029-06-30", id="two years ahead"),
        pytest.param(CALENDAR, "2024-02-29", "2025-06-30", id="before the books"),
        pytest.param(SCHOOL, "2026-08-31", "2027-02-28", id="August has 31, February 28"),
        pytest.param(SCHOOL, "2026-09-01", "2028-02-29", id="February of a leap year"),
        pytest.param(SCHOOL, "2028-12-24", "2030-02-28", id="two school years ahead"),
        pytest.param(LONG_FIRST, "2025-10-15", "2027-06-30", id="long first year"),
        pytest.param(LONG_FIRST, "2025-10-14", "2026-04-14", id="year before a long one"),
        pytest.param(LEAP, "2028-02-29", "2028-08-29", id="29 February"),
        pytest.param(LEAP, "2028-03-01", "2029-08-28", id="year after 29 February"),
        pytest.param([], "2026-05-02", "2027-06-30", id="no year yet"),
    ],
)
def test_report_is_due_six_months_after_the_year_that_holds_the_end(years, ends_on, due_on):
    day = dt.date.fromisoformat(ends_on)
    year_ends_on = year_end_holding(years, day)
    assert report_days(day, year_ends_on, 6).due_on == dt.date.fromisoformat(due_on)


@pytest.mark.parametrize(
    ("own_on", "due_on"),
    [
        (None, "2027-06-30"),
        (dt.date(2027, 6, 29), "2027-06-29"),
        (dt.date(2027, 7, 1), "2027-06-30"),
    ],
)
def test_day_of_the_agreement_counts_when_it_is_earlier(own_on, due_on):
    end = dt.date(2026, 12, 31)
    assert report_days(end, end, 6, own_on).due_on == dt.date.fromisoformat(due_on)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2027-01-31", 2, "2027-03-31"),
        ("2027-06-30", 6, "2027-12-30"),
        ("2027-12-31", 14, "2029-02-28"),
        ("2027-01-15", -1, "2026-12-15"),
        ("2027-03-31", -13, "2026-02-28"),
    ],
)
def test_month_that_lacks_the_day_ends_on_its_last(day, months, later):
    assert months_after(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(later)
