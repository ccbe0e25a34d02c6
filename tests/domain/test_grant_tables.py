"""Tables of grants tie to the books to the cent, and say what each figure rests on."""

import datetime as dt
import random

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_layout import LayoutSide
from coopdesk.domain.grant_table_making import TableMaker
from coopdesk.domain.grant_tables import (
    AccountAmount,
    ApplicationTables,
    GrantBookLine,
    GrantTables,
    KnownRequest,
    PlannedAmount,
    percent_of,
    signed_amount,
)
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.services.grant_layout import official_layout

_REGION = KnownRequest(1, "Région 2026", "74.region", funder_id=31, award_id=7)
_TOWN = KnownRequest(2, "Ville 2026", "74.town", funder_id=32)


def booked(account, cents, key=1, **more):
    day = dt.date(2026, 3, 1) + dt.timedelta(days=key)
    number = more.pop("number", key)
    known = {"label": f"Ligne {key}", "voucher": "", "account_label": "", **more}
    return GrantBookLine(key, key, "2026", number, day, account, amount=Money(cents), **known)


def tables(maker):
    return GrantTables("Récup’ en fête", maker.groups())


def made(plans=(), lines=(), requests=(_REGION, _TOWN)):
    maker = TableMaker(official_layout(), requests)
    maker.plan(PlannedAmount(*plan) for plan in plans)
    maker.book(lines)
    return tables(maker)


def line(found, code):
    [one] = [x for x in found.lines if x.layout.code == code]
    return one


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (0, 100, 0),
        (1, 200, 1),
        (99, 20_000, 0),
        (100, 20_000, 1),
        (2, 3, 67),
        (1995, 1000, 200),
        (-1, 200, 0),
        (-50, 100, -50),
        (5, 0, None),
    ],
)
def test_percent_is_rounded_half_up_and_none_without_a_plan(part, whole, percent):
    assert percent_of(Money(part), Money(whole)) == percent


def test_a_credit_note_lowers_a_cost_and_a_debit_lowers_income():
    assert signed_amount("606", Money(100), Money(30)) == Money(70)
    assert signed_amount("706", Money(30), Money(100)) == Money(70)
    assert signed_amount("864", Money(50), ZERO) == signed_amount("875", ZERO, Money(50))


def test_each_figure_has_its_entries_and_tells_drafts_apart():
    found = made(
        [("60.supplies", Money(30_000))],
        [booked("6063", 12_050, 2), booked("607", 7_950, 1, number=None), booked("6251", 500)],
    )

    supplies = line(found, "60.supplies")
    assert (supplies.actual, supplies.drafts, supplies.percent) == (
        Money(20_000),
        Money(7_950),
        67,
    )
    assert [x.line_id for x in supplies.lines] == [1, 2]
    assert [x.account for x in supplies.accounts] == ["6063", "607"]
    assert found.drafts
    assert line(found, "62.travel").percent is None


def test_a_grant_stands_on_the_line_of_its_funder():
    found = made(
        [("74.region", Money(500_000), "", 1), ("74.town", Money(100_000), "", 2)],
        [
            booked("741", 400_000, 1, award_id=7),
            booked("741", -100_000, 2, award_id=7),
            booked("741", 80_000, 3, funder_id=32, funder_kind="public_body"),
            booked("741", 5_000, 4, funder_id=99, funder_kind="foundation"),
            booked("7551", 2_500, 5),
            booked("741", 1_000, 6),
        ],
    )

    assert line(found, "74.region").actual == Money(300_000)
    assert line(found, "74.region").requests[0].percent == 60
    assert line(found, "74.town").actual == Money(80_000)
    assert line(found, "74.private").actual == Money(7_500)
    assert line(found, "74.other").actual == Money(1_000)
    assert [x.title for x in line(found, "74.town").requests] == ["Ville 2026"]


def test_two_requests_to_one_funder_are_not_guessed_apart():
    again = KnownRequest(3, "Ville, suite", "74.intermunicipal", funder_id=32)
    entry = booked("741", 1_000, funder_id=32, funder_kind="public_body")

    found = made(lines=[entry], requests=(_TOWN, again))

    assert line(found, "74.public").requests[0].request_id is None


def test_money_of_a_funder_stands_on_the_line_that_all_its_requests_name():
    again = KnownRequest(3, "Ville, suite", "74.town", funder_id=32)
    entry = booked("741", 1_000, funder_id=32, funder_kind="public_body")

    found = made(lines=[entry], requests=(_TOWN, again))

    assert line(found, "74.town").actual == Money(1_000)
    assert line(found, "74.town").requests[0].request_id is None


def test_gifts_in_kind_stay_out_of_the_totals():
    found = made(
        [("86.volunteers", Money(9_000)), ("87.volunteers", Money(9_000))],
        [booked("864", 4_500), booked("875", 4_500), booked("606", 100)],
    )

    assert found.actual(LayoutSide.EXPENSE) == Money(100)
    assert found.in_kind(LayoutSide.EXPENSE).percent == 50
    assert found.in_kind(LayoutSide.INCOME).actual == Money(4_500)


def test_money_kept_in_dedicated_funds_is_no_cost_that_a_funder_pays():
    found = made(lines=[booked("6894", 9_000), booked("68112", 1_000), booked("606", 500)])

    assert found.actual(LayoutSide.EXPENSE) == Money(10_500)
    assert found.costs(planned=False) == {"68": Money(1_000), "60.supplies": Money(500)}


def test_indirect_costs_and_own_money_are_planned_without_an_account():
    found = made([("6indirect.fixed", Money(10_000)), ("7own", Money(10_000))])

    assert found.has_indirect
    assert found.planned(LayoutSide.EXPENSE) == found.planned(LayoutSide.INCOME)
    assert found.planned_gap == ZERO


def test_a_plan_on_a_line_that_the_form_does_not_have_is_refused():
    with pytest.raises(RuleError, match=r"grant\.line_unknown"):
        made([("60.gone", Money(1))])


def test_a_budget_by_account_and_sums_of_accounts_land_on_the_same_lines():
    maker = TableMaker(official_layout())
    maker.plan_accounts([("6132", Money(60_000), "Local"), ("613", Money(4_000), "Matériel")])
    maker.book_accounts([AccountAmount("6135", "Locations", Money(32_000), Money(2_000))])

    rent = line(tables(maker), "61.rent")
    assert (rent.planned, rent.actual, rent.percent) == (Money(64_000), Money(32_000), 50)


def test_totals_are_the_books_whatever_the_accounts():
    chance = random.Random(15_059)
    accounts = [
        "6063",
        "609",
        "611",
        "6257",
        "6411",
        "6894",
        "671",
        "7063",
        "709",
        "741",
        "755",
    ]
    accounts += ["7561", "7588", "7894", "713", "864", "871"]
    lines = [
        booked(chance.choice(accounts), chance.randint(-9_999, 99_999), key)
        for key in range(1, 400)
    ]

    found = made(lines=lines)

    for side, digit in ((LayoutSide.EXPENSE, "6"), (LayoutSide.INCOME, "7")):
        books = total(x.amount for x in lines if x.account.startswith(digit))
        assert found.actual(side) == books
        assert total(
            x.amount for g in found.counted(side) for y in g.lines for x in y.lines
        ) == (books)
    assert found.in_kind(LayoutSide.EXPENSE).actual == total(
        x.amount for x in lines if x.account == "864"
    )


@pytest.mark.parametrize(
    ("asked", "income", "percent"),
    [(300_000, 900_000, 3333), (100, 30_000, 33), (1, 200, 50), (0, 100, 0), (50, 0, None)],
)
def test_the_part_of_the_asked_grant_is_of_all_income(asked, income, percent):
    plans = [("70", Money(income))] if income else []
    found = ApplicationTables(made(plans), None, "", Money(asked))

    assert found.asked_percent == percent
