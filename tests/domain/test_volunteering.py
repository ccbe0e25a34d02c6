"""Volunteers' time and contributions in kind: hours as typed, rates, 86 equal to 87."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, total
from coopdesk.domain.volunteering import (
    MOST_MINUTES,
    Contribution,
    ContributionKind,
    NewContribution,
    NewRate,
    NewTime,
    Rate,
    VolunteerTime,
    checked_contribution,
    checked_rate,
    checked_time,
    parse_minutes,
    rate_on,
    sums,
    value_of,
    volunteering_entry,
)

_DAY = dt.date(2026, 5, 2)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("3", 180),
        ("3,5", 210),
        ("0.25", 15),
        ("3h", 180),
        ("3 h 30", 210),
        ("2:15", 135),
        ("45 min", 45),
        ("1h05min", 65),
        ("2 heures", 120),
        ("1,3333", 80),
    ],
)
def test_times_are_read_as_people_write_them(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    "text", ["", "0", "-2", "deux", "3h75", "1,5h", "²", "99999", "1.23456"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse_minutes(text)
    assert caught.value.code == "volunteer.time_unreadable"


@settings(max_examples=50)
@given(some.text(alphabet="0123456789h:,. min", max_size=8))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    try:
        minutes = parse_minutes(text)
    except RuleError:
        return
    assert 0 < minutes <= MOST_MINUTES


@pytest.mark.parametrize(
    ("minutes", "hourly", "cents"),
    [(60, 1202, 1202), (90, 1202, 1803), (1, 1202, 20), (5, 6, 1)],
)
def test_time_is_worth_its_part_of_the_hour(minutes: int, hourly: int, cents: int) -> None:
    assert value_of(minutes, Money(hourly)) == Money(cents)


def test_the_rate_of_a_day_is_the_last_one_of_its_name_before() -> None:
    rates = [
        Rate(1, NewRate("SMIC", dt.date(2024, 11, 1), Money(1188), "décret")),
        Rate(2, NewRate("SMIC", dt.date(2026, 1, 1), Money(1202), "décret")),
        Rate(3, NewRate("Expert", dt.date(2026, 1, 1), Money(4000), "bureau")),
    ]
    assert rate_on(rates, "smic", dt.date(2025, 12, 31)) == rates[0]
    assert rate_on(rates, "SMIC", _DAY) == rates[1]
    assert rate_on(rates, "SMIC", dt.date(2024, 1, 1)) is None


def _time(minutes: int, activity_id: int | None, hourly: int = 1200) -> VolunteerTime:
    name = "" if activity_id is None else f"Axe {activity_id}"
    content = NewTime(_DAY, minutes, activity_id=activity_id)
    return VolunteerTime(1, content, Money(hourly), activity_name=name)


def _given(kind: ContributionKind, cents: int, activity_id: int | None) -> Contribution:
    content = NewContribution(kind, _DAY, Money(cents), "prêt", activity_id=activity_id)
    return Contribution(1, content, activity_name="" if activity_id is None else "Axe 1")


def test_what_was_given_is_added_up_by_activity() -> None:
    found = sums(
        [_time(60, None), _time(30, 1), _time(90, 1)],
        [_given(ContributionKind.PREMISES, 5_000, 1)],
    )
    assert [(x.activity_id, x.minutes, x.value.cents) for x in found] == [
        (1, 120, 7_400),
        (None, 60, 1_200),
    ]


def test_each_use_is_booked_against_its_resource() -> None:
    given_in_kind = [_given(kind, 100, 1) for kind in ContributionKind]
    entry = volunteering_entry(sums([_time(60, 1)], given_in_kind), _DAY, "Bénévolat")
    assert entry is not None
    assert [(x.account, x.signed.cents) for x in entry.lines] == [
        ("864", 1_200),
        ("875", -1_200),
        ("860", 100),
        ("870", -100),
        ("861", 100),
        ("871", -100),
        ("862", 100),
        ("871", -100),
    ]
    assert (entry.journal, {x.activity_id for x in entry.lines}) == ("CV", {1})


def test_what_has_no_value_needs_no_entry() -> None:
    assert volunteering_entry(sums([_time(60, 1, 0)], []), _DAY, "Bénévolat") is None


@settings(max_examples=40)
@given(
    some.lists(
        some.tuples(some.integers(1, 5000), some.sampled_from([None, 1, 2])), max_size=6
    ),
    some.lists(
        some.tuples(some.sampled_from(ContributionKind), some.integers(1, 10**6)), max_size=6
    ),
)
def test_uses_always_equal_resources(
    times: list[tuple[int, int | None]], given_in_kind: list[tuple[ContributionKind, int]]
) -> None:
    found = sums(
        [_time(minutes, key) for minutes, key in times],
        [_given(kind, cents, 1) for kind, cents in given_in_kind],
    )
    entry = volunteering_entry(found, _DAY, "Bénévolat")
    lines = () if entry is None else entry.lines
    uses = total(x.debit for x in lines if x.account.startswith("86"))
    resources = total(x.credit for x in lines if x.account.startswith("87"))
    assert uses == resources == total(one.value for one in found)


def test_wrong_rates_times_and_contributions_are_refused() -> None:
    refused = [
        (lambda: checked_rate(NewRate("", _DAY, Money(1), "x")), "volunteer.rate_name_missing"),
        (lambda: checked_rate(NewRate("a", _DAY, Money(0), "x")), "volunteer.rate_wrong"),
        (lambda: checked_rate(NewRate("a", _DAY, Money(1), "")), "volunteer.source_missing"),
        (lambda: checked_time(NewTime(_DAY, 0), _DAY), "volunteer.time_wrong"),
        (
            lambda: checked_time(NewTime(_DAY, 60), _DAY - dt.timedelta(1)),
            "volunteer.in_the_future",
        ),
        (
            lambda: checked_contribution(
                NewContribution(ContributionKind.GOODS, _DAY, Money(0), "x"), _DAY
            ),
            "contribution.amount_missing",
        ),
        (
            lambda: checked_contribution(
                NewContribution(ContributionKind.GOODS, _DAY, Money(1), "x"),
                _DAY - dt.timedelta(1),
            ),
            "contribution.in_the_future",
        ),
    ]
    for check, code in refused:
        with pytest.raises(RuleError) as caught:
            check()
        assert caught.value.code == code
