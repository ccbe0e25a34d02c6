"""Figures of the home page open lists that add up to them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.home_places import (
    EVERYBODY,
    gifts_place,
    money_place,
    month_place,
    pledges_place,
    statement_place,
)
from coopdesk.domain.members import MemberStatus
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction
from coopdesk.domain.pledges import Frequency
from coopdesk.ui.accounts.page import AccountPage
from coopdesk.ui.contacts.page import ContactPage
from coopdesk.ui.donations.page import DonationPage
from coopdesk.ui.members.page import MembershipPage
from coopdesk.ui.reports.sheets import Report
from tests.ui.office import TODAY, YEAR, show_page

if TYPE_CHECKING:
    from coopdesk.ui.page import Page
    from tests.ui.office import Office


@pytest.fixture
def filled(office: Office) -> Office:
    donor = office.person(0)
    office.gift(donor, 50_00, dt.date(YEAR, 3, 12))
    office.gift(office.person(1), 30_00, dt.date(YEAR, 3, 31))
    office.gift(donor, 7_00, dt.date(YEAR, 4, 1))
    back = office.gift(donor, 99_00, dt.date(YEAR, 3, 15))
    office.services.donations.give_back(
        back.id, NewReturn(dt.date(YEAR, 3, 20), ReturnReason.GIVEN_BACK)
    )
    office.payment(4_00, "Pots")
    return office


@pytest.fixture
def show(filled: Office, window, qtbot):
    """Show the target of a place on a page."""

    def shown(kind: type[Page], target: object) -> Page:
        page = kind(filled.desk, window)
        show_page(page, window)
        filled.idle(qtbot)
        page.show_target(target)
        filled.idle(qtbot)
        return page

    return shown


def test_gifts_of_a_month_without_those_that_went_back(show, filled):
    page = show(DonationPage, month_place(YEAR, 3).target)
    assert page.list.model.rowCount() == 2
    assert "80,00" in page.list.total_text
    assert page.filters.figure_chip.text() == "mars 2025 · non rendus"


def test_all_contacts_are_shown_whatever_was_looked_for(show, filled, qtbot):
    page = show(ContactPage, EVERYBODY)
    page.narrowing.search.setText("personne de ce nom")
    page.show_target(EVERYBODY)
    filled.idle(qtbot)
    assert page.list.model.rowCount() == filled.services.home.overview(YEAR).contacts


def test_gifts_of_the_year_are_those_of_the_figure(show, filled):
    page = show(DonationPage, gifts_place(YEAR).target)
    figure = filled.services.home.overview(YEAR).gifts.total
    assert figure == Money(87_00)
    assert "87,00" in page.list.total_text


def test_taking_the_chip_away_or_choosing_a_year_forgets_the_figure(show, filled, qtbot):
    page = show(DonationPage, month_place(YEAR, 3).target)
    page.filters.figure_chip.click()
    filled.idle(qtbot)
    assert page.list.model.rowCount() == 4
    page.show_target(month_place(YEAR, 3).target)
    page.filters.year_box.choose(YEAR)
    page.filters.year_box.activated.emit(0)
    filled.idle(qtbot)
    assert page.filters.figure_chip.isHidden()
    assert page.list.model.rowCount() == 4


@pytest.mark.parametrize(
    ("direction", "said"),
    [(Direction.IN, "Recettes"), (Direction.OUT, "Dépenses"), (None, "Toutes les entrées")],
)
def test_payments_of_the_public_card_add_up(show, filled, direction, said):
    page = show(AccountPage, money_place(direction).target)
    view = page.views.shown
    card = filled.services.home.public_finance()
    assert view.figure_chip.text().startswith(said)
    assert view.year_box.isHidden()
    amount = {Direction.IN: card.income, Direction.OUT: card.disbursed, None: card.balance}
    cents = amount[direction].cents
    assert f"{cents // 100},{cents % 100:02d}" in view.list.total_text


def test_payments_of_the_year_come_back_when_the_figure_is_dropped(show, filled, qtbot):
    view = show(AccountPage, money_place(Direction.OUT).target).views.shown
    assert view.list.model.rowCount() == 1
    view.figure_chip.click()
    filled.idle(qtbot)
    assert not view.year_box.isHidden()
    assert view.list.model.rowCount() > 1


def test_balance_of_the_books_opens_the_statement_of_treasury(show):
    view = show(AccountPage, statement_place().target).views.shown
    assert view.reports.key is Report.TREASURY


def test_pledges_of_the_yearly_budget_are_listed(show):
    page = show(DonationPage, pledges_place(Frequency.MONTHLY, TODAY).target)
    chip = page.views.other.figure_chip
    assert chip.text() == "chaque mois, en cours"
    chip.click()
    assert chip.isHidden()


def test_campaign_opens_its_sheet(show, filled, qtbot):
    (line,) = filled.services.campaigns.find()
    page = show(DonationPage, ("campaign", line.id))
    assert page.views.other.detail.shown_id == line.id


def test_members_of_a_duty_are_listed(show):
    wanted = MembershipFilter(status=MemberStatus.LATE, latest=True)
    page = show(MembershipPage, wanted)
    assert page.filters.wanted("", "name", descending=False) == wanted


def test_members_up_to_date_are_listed_among_contacts(show, filled):
    place = filled.services.home.members(YEAR).now.place
    page = show(ContactPage, place.target)
    assert page.narrowing.words
    assert page.list.model.rowCount() == 0
