"""Terms, renewals and notice of agreements, over ends of months and leap years."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.agreement_terms import (
    AgreementStanding,
    AgreementStep,
    Term,
    due_of,
    due_until,
    follower_term,
    is_in_force,
    next_term,
    notice_by,
    renewal_length,
    standing_on,
    term_on,
)
from coopdesk.domain.agreements import Agreement, AgreementState, NewAgreement, Renewal
from coopdesk.domain.anniversaries import months_after


def day(text):
    return dt.date.fromisoformat(text)


def agreement(starts_on, ends_on, renewal=Renewal.TACIT, *, ended_on="", **more):
    """A signed agreement of one partner."""
    starts = day(starts_on) if starts_on else None
    content = NewAgreement(
        contact_id=1,
        title="Convention",
        state=AgreementState.ENDED if ended_on else AgreementState.SIGNED,
        signed_on=starts,
        starts_on=starts,
        ends_on=day(ends_on) if ends_on else None,
        renewal=renewal,
        **more,
    )
    end = day(ended_on) if ended_on else None
    return Agreement(1, content, "Maison des communs", ended_on=end)


@pytest.mark.parametrize(
    ("start", "months", "found"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 2, "2024-03-31"),
        ("2024-01-31", 3, "2024-04-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2022-11-30", 3, "2023-02-28"),
        ("2024-11-30", 1, "2024-12-30"),
        ("2024-12-31", 2, "2025-02-28"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2025-01-31", -2, "2024-11-30"),
        ("2024-01-15", -13, "2022-12-15"),
        ("2024-06-05", 0, "2024-06-05"),
    ],
)
def test_months_lead_to_the_same_day_or_to_the_last_one(start, months, found):
    assert months_after(day(start), months) == day(found)


@pytest.mark.parametrize(
    ("first", "asked", "found"),
    [
        # A year from the middle of a month.
        (("2024-03-15", "2025-03-14"), "2024-01-01", ("2024-03-15", "2025-03-14", 1)),
        (("2024-03-15", "2025-03-14"), "2025-03-14", ("2024-03-15", "2025-03-14", 1)),
        (("2024-03-15", "2025-03-14"), "2025-03-15", ("2025-03-15", "2026-03-14", 2)),
        # A month from the 31st: February shortens no later term.
        (("2024-01-31", "2024-02-28"), "2024-02-29", ("2024-02-29", "2024-03-30", 2)),
        (("2024-01-31", "2024-02-28"), "2024-03-31", ("2024-03-31", "2024-04-29", 3)),
        (("2024-01-31", "2024-02-28"), "2024-04-30", ("2024-04-30", "2024-05-30", 4)),
        (("2025-01-31", "2025-02-27"), "2025-03-30", ("2025-02-28", "2025-03-30", 2)),
        # A year from a leap day.
        (("2024-02-29", "2025-02-27"), "2025-02-28", ("2025-02-28", "2026-02-27", 2)),
        (("2024-02-29", "2025-02-27"), "2028-02-28", ("2027-02-28", "2028-02-28", 4)),
        (("2024-02-29", "2025-02-27"), "2028-02-29", ("2028-02-29", "2029-02-27", 5)),
        # A year to the end of February.
        (("2023-03-01", "2024-02-29"), "2024-03-01", ("2024-03-01", "2025-02-28", 2)),
        (("2023-03-01", "2024-02-29"), "2027-06-01", ("2027-03-01", "2028-02-29", 5)),
        # Three months from 30 November.
        (("2023-11-30", "2024-02-28"), "2024-02-29", ("2024-02-29", "2024-05-29", 2)),
        (("2023-11-30", "2024-02-28"), "2024-05-30", ("2024-05-30", "2024-08-29", 3)),
        # Many years on.
        (("1990-11-30", "1991-11-29"), "2026-11-29", ("2025-11-30", "2026-11-29", 36)),
        (("1990-11-30", "1991-11-29"), "2026-11-30", ("2026-11-30", "2027-11-29", 37)),
        (("2000-02-29", "2001-02-27"), "2096-02-29", ("2096-02-29", "2097-02-27", 97)),
        # To the end of the year at first, then by whole years.
        (("2024-01-10", "2024-12-31"), "2026-07-14", ("2026-01-01", "2026-12-31", 3)),
        # A day too long, as people type it: a year and a day, then years.
        (("2024-03-15", "2025-03-15"), "2026-03-16", ("2026-03-16", "2027-03-15", 3)),
    ],
)
def test_tacit_renewal_counts_every_term_from_the_first_day(first, asked, found):
    term = term_on(agreement(*first), day(asked))
    assert term == Term(day(found[0]), day(found[1]), found[2])


@pytest.mark.parametrize("start", ["2024-01-31", "2024-02-29", "2023-11-30", "2024-05-15"])
@pytest.mark.parametrize("months", [1, 3, 12, 18])
def test_terms_follow_each_other_without_a_gap_for_fifty_renewals(start, months):
    ends_on = months_after(day(start), months) - dt.timedelta(1)
    known = agreement(start, ends_on.isoformat())
    term = term_on(known, day(start))
    for number in range(2, 52):
        after = next_term(known, term)
        assert after is not None
        assert after.starts_on == term.ends_on + dt.timedelta(1)
        assert after.number == number
        assert term_on(known, after.starts_on) == term_on(known, after.ends_on) == after
        term = after


@pytest.mark.parametrize(
    ("ends_on", "months", "days", "found"),
    [
        ("2025-12-31", 3, 0, "2025-09-30"),
        ("2025-05-31", 3, 0, "2025-02-28"),
        ("2024-05-31", 3, 0, "2024-02-29"),
        ("2024-03-30", 1, 0, "2024-02-29"),
        ("2025-12-31", 0, 15, "2025-12-16"),
        ("2024-03-31", 1, 15, "2024-02-14"),
        ("2025-03-14", 2, 0, "2025-01-14"),
        ("2025-01-31", 2, 1, "2024-11-29"),
        ("2025-06-30", 0, 0, "2025-06-30"),
    ],
)
def test_notice_takes_months_off_the_end_then_days(ends_on, months, days, found):
    known = agreement("2024-01-01", ends_on, notice_months=months, notice_days=days)
    term = Term(day("2024-01-01"), day(ends_on))
    assert notice_by(known, term) == day(found)


@pytest.mark.parametrize(
    ("first", "months"),
    [
        (("2024-03-15", "2025-03-14"), 12),
        (("2024-03-15", "2025-03-15"), 12),
        (("2024-01-10", "2024-12-31"), 12),
        (("2024-01-31", "2024-02-28"), 1),
        (("2024-01-01", "2026-12-31"), 36),
        (("2024-01-01", "2024-01-05"), 1),
        ((None, "2024-01-05"), 12),
    ],
)
def test_a_renewal_is_as_long_as_the_first_term_unless_somebody_said(first, months):
    content = agreement(*first).content
    assert renewal_length(content) == months
    assert renewal_length(replace(content, renewal_months=6)) == 6


def test_renewals_of_another_length_begin_after_the_first_term():
    known = agreement("2024-01-31", "2027-01-30", renewal_months=12)
    assert term_on(known, day("2028-02-01")) == Term(day("2028-01-31"), day("2029-01-30"), 3)


@pytest.mark.parametrize("renewal", [Renewal.NONE, Renewal.EXPRESS])
def test_only_tacit_renewal_brings_further_terms(renewal):
    known = agreement("2024-01-01", "2024-12-31", renewal)
    assert term_on(known, day("2026-05-01")).number == 1
    assert next_term(known, term_on(known, day("2024-05-01"))) is None


def test_a_draft_renews_nothing():
    known = agreement("2020-01-01", "2020-12-31")
    draft = replace(known, content=replace(known.content, state=AgreementState.DRAFT))
    assert term_on(draft, day("2026-05-01")).ends_on == day("2020-12-31")


def test_an_end_before_its_time_cuts_the_renewed_term():
    known = agreement("2024-03-15", "2025-03-14", ended_on="2026-06-30")
    assert term_on(known, day("2030-01-01")) == Term(day("2026-03-15"), day("2026-06-30"), 3)
    assert standing_on(known, day("2026-01-01")) is AgreementStanding.IN_FORCE
    assert standing_on(known, day("2026-06-30")) is AgreementStanding.IN_FORCE
    assert standing_on(known, day("2026-07-01")) is AgreementStanding.ENDED
    assert notice_by(known, term_on(known, day("2026-01-01"))) is None


def test_without_an_end_it_runs_until_somebody_ends_it():
    known = agreement("2024-03-15", None, Renewal.NONE)
    assert term_on(known, day("2090-01-01")).ends_on is None
    assert notice_by(known, term_on(known, day("2090-01-01"))) is None
    assert due_of(known, day("2090-01-01")) is None
    assert standing_on(known, day("2090-01-01")) is AgreementStanding.IN_FORCE


@pytest.mark.parametrize(
    ("renewal", "asked", "standing"),
    [
        (Renewal.NONE, "2023-12-31", AgreementStanding.TO_COME),
        (Renewal.NONE, "2024-09-01", AgreementStanding.IN_FORCE),
        (Renewal.NONE, "2024-10-02", AgreementStanding.NEAR),
        (Renewal.NONE, "2025-01-01", AgreementStanding.EXPIRED),
        (Renewal.EXPRESS, "2024-08-02", AgreementStanding.NEAR),
        (Renewal.EXPRESS, "2025-01-01", AgreementStanding.EXPIRED),
        (Renewal.TACIT, "2024-06-01", AgreementStanding.IN_FORCE),
        (Renewal.TACIT, "2024-08-02", AgreementStanding.NEAR),
        (Renewal.TACIT, "2024-10-31", AgreementStanding.NEAR),
        (Renewal.TACIT, "2024-11-01", AgreementStanding.IN_FORCE),
        (Renewal.TACIT, "2030-10-31", AgreementStanding.NEAR),
    ],
)
def test_standing_says_when_something_is_to_be_decided(renewal, asked, standing):
    known = agreement("2024-01-01", "2024-12-31", renewal, notice_months=2)
    assert standing_on(known, day(asked)) is standing


@pytest.mark.parametrize(
    ("renewal", "asked", "step", "due_on"),
    [
        (Renewal.TACIT, "2024-10-31", AgreementStep.NOTICE, "2024-10-31"),
        (Renewal.TACIT, "2024-11-01", AgreementStep.NOTICE, "2025-10-31"),
        (Renewal.TACIT, "2031-03-01", AgreementStep.NOTICE, "2031-10-31"),
        (Renewal.EXPRESS, "2024-05-01", AgreementStep.RENEWAL, "2024-10-31"),
        (Renewal.EXPRESS, "2026-05-01", AgreementStep.RENEWAL, "2024-10-31"),
        (Renewal.NONE, "2024-05-01", AgreementStep.END, "2024-12-31"),
    ],
)
def test_what_there_is_to_do_has_a_day(renewal, asked, step, due_on):
    due = due_of(agreement("2024-01-01", "2024-12-31", renewal, notice_months=2), day(asked))
    assert (due.step, due.due_on) == (step, day(due_on))
    assert due.is_late(day(asked)) is (day(due_on) < day(asked))


def test_nothing_is_due_of_one_that_ended_ran_out_or_is_followed():
    today = day("2026-05-01")
    followed = replace(agreement("2024-01-01", "2024-12-31"), is_renewed=True)
    ran_out = agreement("2024-01-01", "2024-12-31", Renewal.NONE)
    ended = agreement("2024-01-01", "2024-12-31", ended_on="2026-12-31")
    assert [due_of(one, today) for one in (followed, ran_out, ended)] == [None] * 3


def test_what_is_due_comes_by_day_and_only_until_the_day_asked():
    today = day("2024-06-01")
    later = agreement("2024-01-01", "2024-12-31", Renewal.NONE)
    sooner = replace(agreement("2024-01-01", "2024-08-31", Renewal.EXPRESS), id=2)
    found = due_until([later, sooner], day("2024-12-31"), today)
    assert [due.agreement.id for due in found] == [2, 1]
    assert [x.agreement.id for x in due_until([later, sooner], day("2024-09-30"), today)] == [2]


@pytest.mark.parametrize(
    ("known", "found"),
    [
        (agreement("2024-01-31", "2025-01-30", Renewal.EXPRESS), ("2025-01-31", "2026-01-30")),
        (agreement("2023-03-01", "2024-02-29", Renewal.NONE), ("2024-03-01", "2025-02-28")),
        (agreement("2024-03-15", "2025-03-14"), ("2027-03-15", "2028-03-14")),
        (
            agreement("2024-03-15", "2025-03-14", ended_on="2024-09-30"),
            ("2024-10-01", "2025-09-30"),
        ),
    ],
)
def test_what_follows_begins_right_after_and_lasts_as_long(known, found):
    term = follower_term(known, day("2026-11-22"))
    assert (term.starts_on, term.ends_on) == (day(found[0]), day(found[1]))


def test_in_force_during_some_days_is_in_force_on_one_of_them():
    known = agreement("2024-03-15", "2025-03-14", Renewal.NONE)
    assert is_in_force(known, day("2024-01-01"), day("2024-12-31"))
    assert is_in_force(known, day("2025-03-14"), day("2025-12-31"))
    assert not is_in_force(known, day("2025-03-15"), day("2025-12-31"))
    assert not is_in_force(known, day("2024-01-01"), day("2024-03-14"))
    assert is_in_force(agreement("2024-03-15", "2025-03-14"), day("2040-01-01"))
