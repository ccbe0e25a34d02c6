"""What an event must be: whole days, hours that make sense, prices that can be paid."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.event_days import days_key, moved, overlaps
from coopdesk.domain.event_rules import (
    checked_cycle,
    checked_event,
    checked_part,
    checked_session,
    checked_tariff,
    checked_venue,
    checked_when,
    shows_otherwise,
)
from coopdesk.domain.events import (
    EventRole,
    NewCycle,
    NewEvent,
    NewEventPart,
    NewSession,
    NewTariff,
    NewVenue,
    Pricing,
    When,
    WhenKind,
)
from coopdesk.domain.money import ZERO, Money

JUNE_4, JUNE_5 = dt.date(2015, 6, 4), dt.date(2015, 6, 5)
TWO_DAYS = When(WhenKind.DAYS, JUNE_4, JUNE_5)
SIX, SEVEN = dt.time(18), dt.time(19)

days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


def refusal(check, *args):
    with pytest.raises(RuleError) as caught:
        check(*args)
    return caught.value.code, caught.value.field


@given(days)
def test_week_is_whole_whichever_of_its_days_is_given(day):
    week = checked_when(When(WhenKind.WEEK, day))
    assert (week.starts_on.weekday(), week.ends_on.weekday()) == (0, 6)
    assert (week.ends_on - week.starts_on).days == 6
    assert week.starts_on <= day <= week.ends_on


@given(days)
def test_month_and_year_are_whole(day):
    month = checked_when(When(WhenKind.MONTH, day))
    assert month.starts_on == day.replace(day=1)
    assert (month.ends_on + dt.timedelta(days=1)).day == 1
    assert month.ends_on.month == day.month
    year = checked_when(When(WhenKind.YEAR, day))
    assert (year.starts_on, year.ends_on) == (
        dt.date(day.year, 1, 1),
        dt.date(day.year, 12, 31),
    )


@given(st.sampled_from(WhenKind), st.none() | st.dates(), st.none() | st.dates())
def test_days_are_made_whole_once_or_refused(kind, first, last):
    try:
        whole = checked_when(When(kind, first, last))
    except RuleError:
        return
    assert checked_when(whole) == whole
    assert (whole.starts_on is None) == (whole.kind is WhenKind.UNDATED)
    assert whole.starts_on is None or whole.starts_on <= whole.ends_on


def test_one_day_needs_no_last_day():
    assert checked_when(When(WhenKind.DAYS, JUNE_4)).ends_on == JUNE_4


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(WhenKind.DAYS), ("event.day_missing", "starts_on")),
        (When(WhenKind.WEEK), ("event.day_missing", "starts_on")),
        (When(WhenKind.DAYS, JUNE_5, JUNE_4), ("event.days_reversed", "ends_on")),
        (When(WhenKind.DAYS, dt.date(1, 1, 1)), ("event.year_unlikely", "starts_on")),
        (When(WhenKind.WEEK, dt.date.max), ("event.year_unlikely", "starts_on")),
        (
            When(WhenKind.DAYS, JUNE_4, dt.date(2016, 6, 4)),
            ("event.days_too_many", "ends_on"),
        ),
        (When(begins_at=SIX), ("event.hours_without_days", "begins_at")),
        (When(WhenKind.WEEK, JUNE_4, ends_at=SIX), ("event.hours_without_days", "begins_at")),
        (When(WhenKind.DAYS, JUNE_4, ends_at=SIX), ("event.end_alone", "begins_at")),
        (
            When(WhenKind.DAYS, JUNE_4, JUNE_4, SEVEN, SIX),
            ("event.hours_reversed", "ends_at"),
        ),
        (When(WhenKind.DAYS, JUNE_4, JUNE_4, SIX, SIX), ("event.hours_reversed", "ends_at")),
    ],
)
def test_days_and_hours_that_cannot_be_are_refused_at_their_field(when, said):
    assert refusal(checked_when, when) == said


def test_event_over_midnight_ends_earlier_in_the_day_than_it_began():
    night = When(WhenKind.DAYS, JUNE_4, JUNE_5, dt.time(20), dt.time(1))
    assert checked_when(night) == night


def test_midnight_ends_the_day():
    evening = When(WhenKind.DAYS, JUNE_4, JUNE_4, dt.time(20), dt.time(0))
    assert checked_when(evening) == evening
    session = NewSession("Bal", JUNE_4, dt.time(20), dt.time(0))
    assert checked_session(session, evening) == session


def test_midnight_is_an_hour():
    assert checked_when(When(WhenKind.DAYS, JUNE_4, None, dt.time(0))).begins_at == dt.time(0)
    with pytest.raises(RuleError):
        checked_when(When(WhenKind.MONTH, JUNE_4, begins_at=dt.time(0)))


def test_fields_of_an_event_are_tidied():
    event = checked_event(NewEvent("  3e  atelier ", hashtag="ramdam #ESS", theme=" Lien "))
    assert (event.title, event.hashtag, event.theme) == ("3e atelier", "#ramdam #ESS", "Lien")


def test_everything_wrong_with_an_event_is_said_at_once():
    with pytest.raises(FieldErrors) as caught:
        checked_event(NewEvent(" ", edition=3, capacity=0, expected=-1, aim="x" * 20_001))
    assert [error.field for error in caught.value.errors] == [
        "title",
        "edition",
        "capacity",
        "expected",
        "aim",
    ]


def test_edition_counts_from_one_within_a_cycle():
    assert refusal(checked_event, NewEvent("A", edition=3)) == (
        "event.edition_without_cycle",
        "edition",
    )
    assert refusal(checked_event, NewEvent("A", cycle_id=1, edition=0))[0] == (
        "event.edition_wrong"
    )


def test_session_of_a_day_is_on_that_day():
    when = When(WhenKind.DAYS, JUNE_4, JUNE_4)
    assert checked_session(NewSession("A", begins_at=SIX), when).held_on == JUNE_4


@pytest.mark.parametrize(
    ("new", "when", "code"),
    [
        (NewSession(" "), TWO_DAYS, "session.title_missing"),
        (NewSession("A", dt.date(2015, 6, 6)), TWO_DAYS, "session.day_outside"),
        (NewSession("A", JUNE_4), When(), "session.day_outside"),
        (NewSession("A", JUNE_4, None, SIX), TWO_DAYS, "session.end_alone"),
        (NewSession("A", JUNE_4, SEVEN, SIX), TWO_DAYS, "session.hours_reversed"),
        (NewSession("A", None, SIX), TWO_DAYS, "session.hours_without_day"),
    ],
)
def test_session_that_cannot_be_is_refused(new, when, code):
    assert refusal(checked_session, new, when)[0] == code


def test_programme_may_be_known_before_the_day():
    assert checked_session(NewSession("A", begins_at=SIX), When()).begins_at == SIX


def test_part_is_somebodys():
    assert refusal(checked_part, NewEventPart(EventRole.SPEAKER))[0] == "event.part_nobody"
    known = checked_part(NewEventPart(EventRole.SPEAKER, contact_id=1, name="Agnès"))
    assert known.name == ""
    assert checked_part(NewEventPart(EventRole.FACILITATOR, name=" Sophie ")).name == "Sophie"


def test_prices_say_what_they_cost():
    free = checked_tariff(NewTariff("Entrée", amount=ZERO))
    assert free.pricing is Pricing.FREE
    kept = checked_tariff(NewTariff("A", pricing=Pricing.FREE, amount=Money(500)))
    assert (kept.amount, kept.minimum) == (ZERO, ZERO)
    fixed = checked_tariff(NewTariff("A", amount=Money(500), minimum=Money(100)))
    assert (fixed.amount, fixed.minimum) == (Money(500), ZERO)
    chosen = NewTariff("A", pricing=Pricing.OPEN, minimum=Money(100))
    assert checked_tariff(chosen) == chosen


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (NewTariff(""), ("tariff.name_missing", "name")),
        (NewTariff("A", amount=Money(-1)), ("tariff.amount_negative", "amount")),
        (NewTariff("A", minimum=Money(-1)), ("tariff.amount_negative", "minimum")),
        (
            NewTariff("A", pricing=Pricing.OPEN, amount=Money(1), minimum=Money(2)),
            ("tariff.below_minimum", "amount"),
        ),
        (NewTariff("A", quota=0), ("tariff.quota_wrong", "quota")),
    ],
)
def test_price_that_nobody_can_pay_is_refused(new, said):
    assert refusal(checked_tariff, new) == said


def test_venue_and_cycle_need_names():
    assert refusal(checked_venue, NewVenue(" ", capacity=1))[0] == "venue.name_missing"
    assert refusal(checked_venue, NewVenue("A", capacity=0))[0] == "venue.capacity_wrong"
    assert refusal(checked_cycle, NewCycle(""))[0] == "cycle.name_missing"


def test_what_a_calendar_does_not_show_changes_nothing_there():
    event = NewEvent("A", when=TWO_DAYS)
    assert not shows_otherwise(event, NewEvent("A", when=TWO_DAYS, note="x", capacity=3))
    assert shows_otherwise(event, NewEvent("A", when=When()))


# the order and the meeting of days


def test_vague_event_meets_every_day_that_it_may_be_held_on():
    week = checked_when(When(WhenKind.WEEK, dt.date(2016, 4, 11)))
    assert overlaps(week, dt.date(2016, 4, 17), dt.date(2016, 4, 30))
    assert not overlaps(week, dt.date(2016, 4, 18), dt.date(2016, 4, 30))
    assert not overlaps(When(), dt.date.min, dt.date.max)


def test_exact_days_come_before_vague_ones_and_undated_ones_last():
    month = checked_when(When(WhenKind.MONTH, dt.date(2015, 6, 9)))
    first = When(WhenKind.DAYS, dt.date(2015, 6, 1), dt.date(2015, 6, 1))
    evening = When(WhenKind.DAYS, JUNE_4, JUNE_4, SEVEN)
    ordered = [first, month, TWO_DAYS, evening, When()]
    mixed = [evening, When(), month, first, TWO_DAYS]
    assert sorted(mixed, key=days_key) == ordered


def test_days_keep_their_distance_when_the_event_moves():
    later = When(WhenKind.DAYS, dt.date(2015, 6, 11), dt.date(2015, 6, 12))
    known = {1: JUNE_5, 2: None}
    assert moved(known, TWO_DAYS, later) == {1: dt.date(2015, 6, 12), 2: None}
    next_day = When(WhenKind.DAYS, JUNE_5, dt.date(2015, 6, 6))
    assert moved(known, TWO_DAYS, next_day)[1] == dt.date(2015, 6, 6)
    assert moved(known, TWO_DAYS, When()) == {1: None, 2: None}


def test_days_stay_where_the_event_only_lasts_longer():
    longer = When(WhenKind.DAYS, dt.date(2015, 6, 3), JUNE_5)
    assert moved({1: JUNE_5}, TWO_DAYS, longer) == {1: JUNE_5}


def test_days_stay_in_a_week_that_has_them_and_are_forgotten_by_others():
    week = checked_when(When(WhenKind.WEEK, JUNE_5))
    assert moved({1: JUNE_5}, TWO_DAYS, week) == {1: JUNE_5}
    other = checked_when(When(WhenKind.WEEK, dt.date(2015, 7, 5)))
    assert moved({1: JUNE_5}, TWO_DAYS, other) == {1: None}
