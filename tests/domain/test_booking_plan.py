"""What is planned for one payment, whatever entries there are of it."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.booking import BookingStep, LeftOutReason
from coopdesk.domain.booking_plan import BookingPlanner, LivingEntry, SourcePrint
from coopdesk.domain.fiscal_years import FiscalYear, YearState

PAST = FiscalYear(1, "2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31), YearState.CLOSED)
OPEN = FiscalYear(2, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
PAID = SourcePrint("2026-03-12", 5000, "2026-03-12|5000", "Fête")
OTHER = SourcePrint("2026-03-12", 6000, "2026-03-12|6000", "Fête")
RENAMED = PAID._replace(passing="Fête d’été")


def entry(number, source=PAID, *, validated=False, automatic=True, year=2):
    return LivingEntry(number, 7, source.digest, validated, automatic, year)


def plan(source, *known, years=(PAST, OPEN)):
    prints = {} if source is None else {7: source}
    return BookingPlanner(years).plan(prints, known)


@pytest.mark.parametrize(
    ("source", "known", "step", "renews", "drops", "reverses"),
    [
        (PAID, (), BookingStep.ADD, None, (), ()),
        (OTHER, (entry(1),), BookingStep.RENEW, 1, (), ()),
        (RENAMED, (entry(1),), BookingStep.RENEW, 1, (), ()),
        (None, (entry(1),), BookingStep.DROP, None, (1,), ()),
        (OTHER, (entry(1, validated=True),), BookingStep.REVERSE, None, (), (1,)),
        (None, (entry(1, validated=True),), BookingStep.REVERSE, None, (), (1,)),
        (PAID, (entry(1), entry(2, validated=True)), BookingStep.DROP, None, (1,), ()),
        (PAID, (entry(1), entry(2)), BookingStep.DROP, None, (2,), ()),
        (PAID, (entry(1), entry(2, automatic=False)), BookingStep.DROP, None, (1,), ()),
        (OTHER, (entry(1), entry(2, validated=True)), BookingStep.REVERSE, 1, (), (2,)),
    ],
)
def test_one_entry_is_left_that_says_what_the_source_says(
    source, known, step, renews, drops, reverses
):
    [found] = plan(source, *known).steps
    assert (found.step, found.renews, found.drops, found.reverses) == (
        step,
        renews,
        drops,
        reverses,
    )


def test_entry_reversed_by_hand_rests_until_its_source_says_something_else():
    aside = entry(1, validated=True)._replace(is_set_aside=1)
    found = plan(PAID, aside)
    assert found.steps == ()
    assert [x.reason for x in found.left_out] == [LeftOutReason.REVERSED]
    assert plan(RENAMED, aside).steps == ()
    assert [x.step for x in plan(OTHER, aside).steps] == [BookingStep.ADD]
    assert plan(None, aside).steps == ()


@pytest.mark.parametrize(
    "known",
    [
        entry(1),
        entry(1, validated=True),
        entry(1, RENAMED, validated=True),
        entry(1, OTHER, automatic=False),
    ],
)
def test_what_is_said_already_asks_for_nothing(known):
    assert plan(PAID, known).steps == ()


def test_a_day_of_a_closed_year_goes_to_the_first_open_day():
    [found] = plan(SourcePrint("2025-06-01", 1, "x", "")).steps
    assert (found.entry_on, found.is_late) == (dt.date(2026, 1, 1), True)


@pytest.mark.parametrize(
    ("day", "years", "reason"),
    [
        ("2024-12-31", (PAST, OPEN), LeftOutReason.BEFORE_BOOKS),
        ("2027-01-01", (PAST, OPEN), LeftOutReason.YEAR_NOT_OPEN),
        ("2025-06-01", (PAST,), LeftOutReason.ALL_CLOSED),
    ],
)
def test_what_no_year_takes_is_left_out_with_its_reason(day, years, reason):
    found = plan(SourcePrint(day, 1, "x", ""), years=years)
    assert found.steps == ()
    assert [(x.reason, x.count) for x in found.left_out] == [(reason, 1)]


def test_what_cannot_be_reversed_waits_for_an_open_year():
    found = plan(None, entry(1, validated=True, year=1), years=(PAST,))
    assert found.steps == ()
    assert [x.reason for x in found.left_out] == [LeftOutReason.ALL_CLOSED]
