"""When dates of our own come back, and how pressing a duty is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.duties import Duty, DutyState, NewOwnDuty, OwnDuty
from coopdesk.domain.duty_rules import (
    checked_own_duty,
    days_in,
    in_order,
    next_day,
    own_code,
    own_id_of,
    state_on,
)
from coopdesk.domain.errors import FieldErrors, RuleError

TODAY = dt.date(2026, 11, 22)
ASSURANCE = NewOwnDuty("Payer l’assurance du local", dt.date(2023, 1, 31), 1)


@pytest.mark.parametrize(
    ("first", "months", "year", "days"),
    [
        (
            "2023-01-31",
            1,
            2023,
            ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30"],
        ),
        ("2023-11-30", 1, 2024, ["01-30", "02-29", "03-30", "04-30"]),
        ("2024-02-29", 12, 2025, ["02-28"]),
        ("2024-02-29", 12, 2028, ["02-29"]),
        ("2024-08-31", 6, 2025, ["02-28", "08-31"]),
        ("2024-05-10", None, 2024, ["05-10"]),
        ("2024-05-10", None, 2025, []),
        ("2026-05-10", 12, 2025, []),
    ],
)
def test_own_dates_are_counted_from_the_first_one(first, months, year, days):
    content = replace(ASSURANCE, due_on=dt.date.fromisoformat(first), repeat_months=months)
    found = [day.strftime("%m-%d") for day in days_in(content, year)]
    assert found[: len(days)] == days
    assert bool(found) == bool(days)


SPRING = dt.date(2023, 4, 15)


def test_next_day_is_the_first_that_is_not_done():
    own = OwnDuty(1, ASSURANCE)
    assert next_day(own, {"2023-01-31"}, SPRING) == dt.date(2023, 2, 28)
    assert next_day(own, {"2023-01-31", "2023-02-28"}, SPRING) == dt.date(2023, 3, 31)
    ahead = {"2023-01-31", "2023-02-28", "2023-04-30"}
    assert next_day(own, ahead, SPRING) == dt.date(2023, 3, 31)


def test_days_that_came_before_anybody_kept_a_date_are_not_asked_for():
    own = OwnDuty(1, ASSURANCE)
    assert next_day(own, (), dt.date(2023, 1, 2)) == dt.date(2023, 1, 31)
    assert next_day(own, (), SPRING) == dt.date(2023, 3, 31)
    assert next_day(own, (), dt.date(2023, 4, 30)) == dt.date(2023, 4, 30)


def test_what_was_let_lie_for_years_is_asked_for_one_year_back():
    yearly = OwnDuty(1, replace(ASSURANCE, repeat_months=36))
    assert next_day(OwnDuty(1, ASSURANCE), {"2023-01-31"}, TODAY) == dt.date(2025, 11, 30)
    assert next_day(yearly, {"2020-01-31"}, dt.date(2025, 6, 1)) == dt.date(2023, 1, 31)


def test_date_that_does_not_come_back_is_over_once_done():
    once = OwnDuty(1, replace(ASSURANCE, repeat_months=None))
    assert next_day(once, (), TODAY) == dt.date(2023, 1, 31)
    assert next_day(once, {"2023-01-31"}, TODAY) is None


@pytest.mark.parametrize(
    ("due_on", "state"),
    [
        (dt.date(2026, 11, 21), DutyState.LATE),
        (TODAY, DutyState.SOON),
        (dt.date(2026, 12, 22), DutyState.SOON),
        (dt.date(2026, 12, 23), DutyState.LATER),
        (None, DutyState.SOON),
    ],
)
def test_what_is_due_within_thirty_days_is_soon_due(due_on, state):
    assert state_on(due_on, TODAY) is state


def test_late_comes_before_soon_and_a_day_before_none():
    made = [
        Duty("c", DutyState.SOON),
        Duty("d", DutyState.LATER, due_on=dt.date(2027, 1, 1)),
        Duty("b", DutyState.SOON, due_on=dt.date(2026, 12, 1)),
        Duty("a", DutyState.LATE, due_on=dt.date(2026, 11, 1)),
    ]
    assert [one.code for one in in_order(made)] == ["a", "b", "c", "d"]


def test_own_date_is_tidied_and_everything_wrong_is_said_at_once():
    cleaned = checked_own_duty(replace(ASSURANCE, title="  Payer   l’assurance "))
    assert cleaned.title == "Payer l’assurance"
    wrong = NewOwnDuty(" ", dt.date(1999, 12, 31), 121)
    with pytest.raises(FieldErrors) as error:
        checked_own_duty(wrong)
    assert [one.code for one in error.value.errors] == [
        "duty.title_missing",
        "duty.day_out_of_range",
        "duty.wrong_repeat",
    ]
    with pytest.raises(RuleError, match=r"duty\.wrong_repeat"):
        checked_own_duty(replace(ASSURANCE, repeat_months=0))


def test_code_of_an_own_date_names_it():
    assert own_id_of(own_code(12)) == 12
    assert own_id_of("receipts.issue") is None
    assert own_id_of("own.x") is None
