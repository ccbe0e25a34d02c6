"""The office in which campaigns and pledges are tried, with one of each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import pytest

from coopdesk.domain.campaigns import NewCampaign, NewTier
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, PaymentMode
from coopdesk.domain.pledges import Frequency, NewPledge
from coopdesk.services.outcome import Subject
from coopdesk.ui.page import Page
from tests.ui.office import YEAR, office, show_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from coopdesk.ui.desk import Desk
    from tests.ui.office import Office

__all__ = ["office"]

ROOF = "Toiture de la grange partagée"


class Ids(NamedTuple):
    """What the campaign of the tests has."""

    campaign: int
    gifts: int
    shop: int
    people: tuple[int, ...]


def fill_campaign(office: Office) -> Ids:
    """Record a campaign past its goal: persons, a company, guests, a team, other income."""
    service = office.services.campaigns
    goal = Money(200_000)
    new = NewCampaign(ROOF, "Refaire la toiture avant l’hiver.", goal, Money(500))
    campaign = service.record(new).value.id
    gifts = service.add_tier(
        NewTier(campaign, "Contribution", goal=Money(100_000), minimum=Money(5_000))
    ).value.id
    shop = service.add_tier(
        NewTier(campaign, "Rétribution", goal=Money(80_000), is_gift=False)
    ).value.id
    people = tuple(office.person(number).id for number in range(4))
    company = office.company().id
    for donor, cents, day, tier in (
        (people[0], 197_000, dt.date(YEAR, 3, 12), gifts),
        (people[3], 2_000, dt.date(YEAR, 5, 2), None),
        (None, 2_000, dt.date(YEAR, 6, 2), None),
        (company, 150_000, dt.date(YEAR, 6, 9), None),
        (None, 40_000, dt.date(YEAR, 7, 9), None),
    ):
        office.services.donations.record(
            NewDonation(day, Money(cents), PaymentMode.CARD, donor, campaign=ROOF, tier_id=tier)
        )
    service.set_person(campaign, people[1], "Référente")
    office.payment(3_300, "Vis", LineKind.EXPENSE)
    return Ids(campaign, gifts, shop, people)


def fill_pledge(office: Office, donor: int) -> int:
    """Record a pledge of three times 20,00 that should have come by now."""
    new = NewPledge(
        donor,
        Money(2_000),
        Frequency.MONTHLY,
        PaymentMode.TRANSFER,
        dt.date(YEAR, 10, 5),
        dt.date(YEAR, 12, 5),
        campaign=ROOF,
    )
    return office.services.pledges.record(new).value.id


class ViewPage(Page):
    """A page that holds one view and reads it again when gifts change."""

    def __init__(self, desk: Desk, build: Callable[[Page], QWidget]) -> None:
        super().__init__(desk, "Dons", frozenset({Subject.DONATIONS, Subject.PAYMENTS}))
        self.view = build(self)
        self.set_primary(self.view.primary_action)
        self.body.addWidget(self.view, 1)

    def reload(self) -> None:
        self.view.reload()


@pytest.fixture
def shown(qtbot: QtBot, office: Office, window: QWidget) -> Callable[..., ViewPage]:
    """Show a view in a window of its own."""

    def show(build: Callable[[Page], QWidget]) -> ViewPage:
        page = ViewPage(office.desk, build)
        show_page(page, window)
        office.idle(qtbot)
        return page

    return show
