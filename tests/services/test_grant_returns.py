"""Money that goes back to a funder: what was not spent, and what came beyond the grant."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grants import GrantAward, NewGrantAward, recognised_of
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.grant_reports import GrantReportService
from tests.building import new_units, today
from tests.services.grant_office import GRANTED_ON, GrantOffice

BACK_ON = dt.date(2026, 6, 1)


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def office(units):
    return GrantOffice(units)


@pytest.fixture
def paid(office):
    """A grant of 1 000 € for a project, that came whole; 640 € of it were spent."""
    project_id = office.project(starts_on=dt.date(2026, 1, 1), ends_on=dt.date(2026, 12, 31))
    made = office.granted(100_000, project_id=project_id)
    office.receive(made, 100_000, GRANTED_ON)
    office.spend("6063", 64_000, made.activity_id)
    return made


def give_back(office, made, cents):
    return office.grants.give_back(made.award.id, Money(cents), BACK_ON, PaymentMode.TRANSFER)


def test_what_is_given_back_is_neither_due_again_nor_left_to_spend(office, paid):
    state = office.requests.state(paid.id)
    assert (state.used, state.left, state.to_return) == tuple(
        map(Money, (64_000, 36_000, 36_000))
    )

    give_back(office, paid, 30_000)

    state = office.requests.state(paid.id)
    assert (state.paid, state.returned, state.due) == (Money(100_000), Money(30_000), ZERO)
    assert (state.left, state.to_return) == (Money(6_000), Money(6_000))
    office.operations.undo()
    assert office.requests.state(paid.id).returned == ZERO
    office.operations.redo()
    assert office.requests.state(paid.id).left == Money(6_000)


def test_books_and_report_have_less_income_of_what_is_given_back(office, units, paid):
    give_back(office, paid, 36_000)
    office.booking.book()

    entries = [sorted(x) for x in office.said()]
    assert [("5121", -36_000), ("741", 36_000)] in entries
    line = GrantReportService(units, today).tables(paid.id)
    [told] = [x for one in line.lines for x in one.requests if x.request_id == paid.id]
    assert told.actual == Money(64_000)
    [year] = [x for x in office.grants.of_year(office.year_id) if x.award.id == paid.award.id]
    assert (year.income, year.later) == (Money(64_000), ZERO)


def test_what_came_beyond_a_lowered_grant_goes_back_to_the_debt(office, paid):
    office.grants.change(
        paid.award.id, replace(office.grants.get(paid.award.id).content, amount=Money(80_000))
    )
    with pytest.raises(RuleError, match=r"grant\.return_apart"):
        give_back(office, paid, 25_000)
    give_back(office, paid, 20_000)
    give_back(office, paid, 5_000)
    office.booking.book()

    entries = [sorted(x) for x in office.said()]
    claim = office.grants.get(paid.award.id).content.receivable_account
    assert sorted([("5121", -20_000), (claim, 20_000)]) in entries
    assert [("5121", -5_000), ("741", 5_000)] in entries
    state = office.requests.state(paid.id)
    assert (state.overpaid, state.left) == (ZERO, Money(11_000))


def test_no_more_goes_back_than_came(office, paid):
    with pytest.raises(RuleError, match=r"grant\.return_too_much") as caught:
        give_back(office, paid, 100_001)
    assert caught.value.values["held"] == Money(100_000)
    with pytest.raises(RuleError, match=r"payment\.amount_not_positive"):
        give_back(office, paid, 0)


def test_income_of_a_year_is_that_of_what_stays(office, paid):
    given = office.grants.give_back(
        paid.award.id, Money(40_000), BACK_ON, PaymentMode.TRANSFER
    ).value
    shared = replace(
        given.content, starts_on=dt.date(2026, 1, 1), ends_on=dt.date(2027, 12, 31)
    )
    year = office.years.current(BACK_ON)
    later = replace(year, starts_on=dt.date(2027, 1, 1), ends_on=dt.date(2027, 12, 31))
    award = replace(given, content=shared)
    both = recognised_of(award, year) + recognised_of(award, later)
    assert both == Money(60_000)
    assert recognised_of(GrantAward(0, NewGrantAward("x", Money(5), BACK_ON)), year) == Money(5)
