"""Fees: what is proposed, prorata to the cent, instalments that add up, numbers."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.errors import RuleError
from coopdesk.domain.member_numbers import (
    check_number_pattern,
    member_number,
    next_count,
    number_prefix,
)
from coopdesk.domain.members import (
    AmountKind,
    NewMembership,
    NewMembershipType,
    Period,
    PeriodKind,
)
from coopdesk.domain.membership_fees import (
    check_fee,
    instalment_plan,
    proposed_fee,
    proposed_joining_fee,
    renewed_fee,
    share_of,
)
from coopdesk.domain.membership_periods import period_for
from coopdesk.domain.money import Money, total

YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def kind(amount_kind=AmountKind.FIXED, cents=2500, **more):
    return NewMembershipType("Adhésion", amount_kind, Money(cents), **more)


def test_free_type_costs_nothing_whatever_its_amount():
    assert proposed_fee(kind(AmountKind.FREE), YEAR, YEAR.start) == Money(0)


@pytest.mark.parametrize(
    ("cents", "day", "asked"),
    [
        (2500, dt.date(2026, 1, 1), 2500),
        (2500, dt.date(2026, 9, 15), 833),
        (2500, dt.date(2026, 12, 1), 208),
        (1, dt.date(2026, 7, 1), 1),
        (1, dt.date(2026, 8, 1), 0),
        (1000, dt.date(2026, 7, 31), 500),
    ],
)
def test_prorata_asks_for_the_months_left_rounded_half_up(cents, day, asked):
    assert proposed_fee(kind(cents=cents, prorata=True), YEAR, day) == Money(asked)
    assert proposed_fee(kind(cents=cents), YEAR, day) == Money(cents)


def test_prorata_of_rolling_months_is_the_whole_fee():
    rolling = kind(period=PeriodKind.ROLLING, prorata=True)
    day = dt.date(2024, 2, 29)
    assert proposed_fee(rolling, period_for(rolling, day), day) == Money(2500)


@given(cents=st.integers(0, 10**7), part=st.integers(0, 12))
def test_share_is_at_most_half_a_cent_off(cents, part):
    assert abs(share_of(Money(cents), part, 12).cents * 12 - cents * part) * 2 <= 12


def test_joining_fee_is_asked_for_once():
    joined = kind(joining_fee=Money(500))
    assert proposed_joining_fee(joined, is_first=True) == Money(500)
    assert proposed_joining_fee(joined, is_first=False) == Money(0)


@pytest.mark.parametrize(
    ("amount_kind", "last", "asked"),
    [
        (AmountKind.FIXED, 2000, 2500),
        (AmountKind.MINIMUM, 2000, 2500),
        (AmountKind.MINIMUM, 9000, 9000),
        (AmountKind.SUGGESTED, 700, 700),
        (AmountKind.SUGGESTED, 0, 2500),
        (AmountKind.FREE, 2000, 0),
    ],
)
def test_renewed_fee_keeps_what_the_member_chose(amount_kind, last, asked):
    assert renewed_fee(kind(amount_kind), Money(last)) == Money(asked)


@given(cents=st.integers(24, 10**7), count=st.integers(1, 24))
def test_instalments_add_up_and_differ_by_a_cent_at_most(cents, count):
    parts = instalment_plan(Money(cents), count, dt.date(2026, 1, 31))
    assert total(part.amount for part in parts) == Money(cents)
    assert max(x.amount for x in parts).cents - min(x.amount for x in parts).cents <= 1
    assert sorted({part.due_on for part in parts}) == [part.due_on for part in parts]


def test_instalments_of_the_31st_fall_on_the_last_day_of_shorter_months():
    parts = instalment_plan(Money(3000), 4, dt.date(2027, 12, 31))
    assert [part.due_on.isoformat() for part in parts] == [
        "2027-12-31",
        "2028-01-31",
        "2028-02-29",
        "2028-03-31",
    ]


@pytest.mark.parametrize(("cents", "count"), [(2, 3), (100, 0), (10_000, 25)])
def test_impossible_instalments_are_refused(cents, count):
    with pytest.raises(RuleError, match=r"membership\.wrong_instalments"):
        instalment_plan(Money(cents), count, YEAR.start)


@pytest.mark.parametrize(
    ("pattern", "made"),
    [
        ("{n}", "7"),
        ("{n:4}", "0007"),
        ("A-{year}-{n:3}", "A-2026-007"),
        ("{year}{n:5}", "202600007"),
    ],
)
def test_number_follows_the_pattern(pattern, made):
    check_number_pattern(pattern)
    assert member_number(pattern, 7, 2026) == made
    assert next_count(pattern, 2026, [made, "autre", ""]) == 8
    assert made.startswith(number_prefix(pattern, 2026))


def test_numbers_grow_beyond_their_zeros_and_start_again_with_the_year():
    assert member_number("{n:2}", 1234, 2026) == "1234"
    assert next_count("{n:2}", 2026, ["99", "1234", "12-5"]) == 1235
    assert next_count("{year}/{n}", 2027, ["2026/41", "2027/3"]) == 4


@pytest.mark.parametrize("pattern", ["A", "{n}{n}", "{m}", "{n:x}", "{year}", "{n", "{n}" * 9])
def test_pattern_that_does_not_count_once_is_refused(pattern):
    with pytest.raises(RuleError, match=r"member\.wrong_pattern"):
        check_number_pattern(pattern)
    check_number_pattern("")


@pytest.mark.parametrize(
    ("amount_kind", "prorata", "cents", "note"),
    [
        (AmountKind.FIXED, False, 2500, ""),
        (AmountKind.FIXED, False, 0, "Exonérée par le bureau du 3 mars"),
        (AmountKind.FIXED, True, 833, ""),
        (AmountKind.FREE, False, 0, ""),
        (AmountKind.SUGGESTED, False, 700, ""),
        (AmountKind.MINIMUM, False, 9000, ""),
    ],
)
def test_usual_fee_and_one_with_a_reason_are_taken(amount_kind, prorata, cents, note):
    new = NewMembership(1, 1, YEAR, Money(cents), note=note)
    check_fee(new, kind(amount_kind, prorata=prorata))


@pytest.mark.parametrize(
    ("amount_kind", "prorata", "cents"),
    [
        (AmountKind.FIXED, False, 833),
        (AmountKind.FIXED, False, 0),
        (AmountKind.FIXED, True, 834),
        (AmountKind.FREE, False, 100),
    ],
)
def test_another_fee_than_the_fixed_one_needs_a_reason(amount_kind, prorata, cents):
    new = NewMembership(1, 1, YEAR, Money(cents))
    with pytest.raises(RuleError) as refused:
        check_fee(new, kind(amount_kind, prorata=prorata))
    assert (refused.value.code, refused.value.field) == (
        "membership.fee_without_reason",
        "note",
    )
