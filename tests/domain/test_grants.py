"""Grants: the part of each year, what later years keep, the pace of an investment."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.grants import (
    GrantAward,
    GrantKind,
    NewGrantAward,
    checked_grant,
    deferred,
    deferred_entry,
    granted_in_year,
    notified_entry,
    recognised,
    release_entry,
    released,
)
from coopdesk.domain.money import ZERO, Money, total


def _year(number: int) -> FiscalYear:
    return FiscalYear(number, str(number), dt.date(number, 1, 1), dt.date(number, 12, 31))


def _grant(**more: object) -> NewGrantAward:
    told = {
        "title": "Fonctionnement 2026-2027",
        "amount": Money(730_000),
        "notified_on": dt.date(2026, 3, 1),
        "starts_on": dt.date(2026, 7, 1),
        "ends_on": dt.date(2027, 6, 30),
    }
    return checked_grant(NewGrantAward(**{**told, **more}))  # type: ignore[arg-type]  # told apart above


def test_each_year_has_the_part_of_its_days() -> None:
    grant = _grant()
    assert deferred(grant, dt.date(2026, 12, 31)) == Money(362_000)
    assert recognised(grant, _year(2026)) == Money(368_000)
    assert recognised(grant, _year(2027)) == Money(362_000)
    assert recognised(grant, _year(2028)) == ZERO


def test_a_grant_without_days_is_of_the_year_it_was_notified() -> None:
    grant = _grant(starts_on=None, ends_on=None)
    assert recognised(grant, _year(2026)) == Money(730_000)
    assert recognised(grant, _year(2027)) == ZERO


def test_an_investment_grant_follows_depreciation() -> None:
    grant = _grant(kind=GrantKind.INVESTMENT, amount=Money(60_000))
    assert (grant.account, grant.receivable_account) == ("131", "4411")
    assert released(grant, [(Money(30_000), Money(120_000))]) == Money(15_000)
    assert released(grant, [(Money(120_000), Money(120_000))]) == Money(60_000)
    assert released(grant, []) == ZERO
    assert deferred(grant, dt.date(2026, 12, 31)) == ZERO


def test_grants_of_a_funder_add_up_by_calendar_year() -> None:
    day = dt.date(2026, 12, 31)
    first, same, later, other, nobody = (
        GrantAward(key, _grant(amount=Money(100), funder_id=funder, notified_on=on))
        for key, (funder, on) in enumerate(
            [(9, day), (9, day), (9, dt.date(2027, 1, 1)), (8, day), (None, day)]
        )
    )
    every = (first, same, later, other, nobody)
    assert granted_in_year(first, every) == Money(200)
    assert granted_in_year(later, every) == granted_in_year(nobody, every) == Money(100)


def test_the_entries_of_a_grant_stand_on_their_accounts() -> None:
    award, end = GrantAward(3, _grant(funder_id=9, activity_id=4)), dt.date(2026, 12, 31)
    made = [
        notified_entry(award, "Notification"),
        deferred_entry(award, end, Money(5), "Part de 2027"),
        release_entry(award, end, Money(5), "Quote-part"),
    ]
    assert [[x.account for x in entry.lines] for entry in made] == [
        ["4417", "741"],
        ["741", "487"],
        ["139", "747"],
    ]
    assert made[0].lines[0].contact_id == 9
    assert [entry.reverses_next for entry in made] == [False, True, False]
    assert all(entry.debit == entry.credit for entry in made)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"title": ""}, "grant.title_missing"),
        ({"amount": ZERO}, "grant.amount_missing"),
        ({"ends_on": None}, "grant.days_missing"),
        ({"ends_on": dt.date(2026, 6, 30)}, "grant.days_reversed"),
        ({"account": "131"}, "grant.account_wrong"),
        ({"receivable_account": "512"}, "grant.receivable_wrong"),
    ],
)
def test_a_wrong_grant_is_refused(more: dict[str, object], code: str) -> None:
    with pytest.raises(RuleError) as caught:
        _grant(**more)
    assert caught.value.code == code


@settings(max_examples=60)
@given(
    some.integers(1, 10**9),
    some.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31)),
    some.integers(0, 1200),
    some.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31)),
)
def test_years_share_a_grant_to_the_cent(
    cents: int, starts_on: dt.date, days: int, notified_on: dt.date
) -> None:
    grant = _grant(
        amount=Money(cents),
        starts_on=starts_on,
        ends_on=starts_on + dt.timedelta(days=days),
        notified_on=notified_on,
    )
    parts = [recognised(grant, _year(number)) for number in range(2023, 2033)]
    assert total(parts) == Money(cents)
    assert min(parts) >= ZERO
