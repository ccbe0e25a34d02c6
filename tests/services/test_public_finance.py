"""The public card of an association that collects by a platform, to the cent (office.md A1)."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.campaigns import NewCampaign, NewTier, NewTierPayment
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import DonationNature, NewReturn, ReturnReason, ValueBasis
from coopdesk.domain.home import TopContributors
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, NewPayment, PaymentMode, PaymentPart
from coopdesk.domain.pledges import Frequency, NewPledge
from coopdesk.services.campaigns import CampaignService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.home import HomeService
from coopdesk.services.payments import PaymentService
from coopdesk.services.pledges import PledgeService
from tests.building import gift, new_units, person

TODAY = dt.date(2024, 5, 15)
# Who gave what when, and whether by the tier « Contribution »; None is a guest.
GIVEN = (
    ("Rieul", 300_00, dt.date(2022, 3, 12), False),
    ("Rieul", 39_455_62, dt.date(2023, 9, 4), True),
    ("Myriam", 5_00, dt.date(2023, 6, 3), True),
    ("av", 20_00, dt.date(2023, 12, 9), True),
    ("Pierre-Thomas", 20_00, dt.date(2024, 1, 20), True),
    (None, 20_00, dt.date(2024, 2, 2), True),
    ("Énergie des Rives", 2_000_00, dt.date(2024, 2, 14), True),
    (None, 2_000_00, dt.date(2024, 4, 6), True),
)
OTHER_INCOME, DISBURSED = Money(82_821_39), Money(65_684_23)


def today():
    return TODAY


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "card.coopdesk") as units:
        yield units


@pytest.fixture
def home(units):
    return HomeService(units, today)


def collect(units):
    """Record what the platform shows; returns the ids of the contributors by name."""
    campaigns, contacts = CampaignService(units, today), ContactService(units, today)
    campaign = campaigns.record(NewCampaign("La Coop", goal=Money(20_000_00))).value.id
    tier = campaigns.add_tier(NewTier(campaign, "Contribution")).value.id
    ids = {None: None}
    for name, cents, day, by_tier in GIVEN:
        if name not in ids:
            new = person(name, "")
            if name == "Énergie des Rives":
                new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name)
            ids[name] = contacts.add(new).value.id
        more = {"campaign": "La Coop", "tier_id": tier} if by_tier else {}
        DonationService(units, today).record(gift(ids[name], cents, day, **more))
    return ids


def move(units, amount, direction, day=dt.date(2022, 11, 3)):
    """Record money that is nobody's contribution."""
    kind = LineKind.GRANT if direction is Direction.IN else LineKind.EXPENSE
    part = (PaymentPart(kind, amount, "Divers"),)
    new = NewPayment(day, amount, PaymentMode.TRANSFER, part, direction)
    return PaymentService(units, today).record(new)


def test_balance_is_what_came_less_what_went(units, home):
    collect(units)
    move(units, OTHER_INCOME, Direction.IN)
    move(units, DISBURSED, Direction.OUT)

    card = home.public_finance()

    assert (card.income, card.disbursed) == (Money(126_642_01), Money(65_684_23))
    assert card.balance == Money(60_957_78)


def test_estimated_yearly_budget_leaves_out_what_is_older_than_twelve_months(units, home):
    collect(units)
    move(units, OTHER_INCOME, Direction.IN, dt.date(2024, 3, 1))
    card = home.public_finance()
    assert card.yearly.total == Money(43_520_62)
    assert sum(cents for _who, cents, *_more in GIVEN) - card.yearly.total.cents == 300_00


def rows(contributors):
    found = [one.contributor for one in contributors]
    return [(x.rank, x.name, x.total.cents, x.first_on) for x in found]


def test_ties_are_ordered_by_the_first_day_and_guests_stay_apart(units, home):
    ids = collect(units)
    found = home.contributors(10)
    assert rows(found.persons) == [
        (1, "Rieul", 39_755_62, dt.date(2022, 3, 12)),
        (2, "", 2_000_00, dt.date(2024, 4, 6)),
        (3, "av", 20_00, dt.date(2023, 12, 9)),
        (4, "Pierre-Thomas", 20_00, dt.date(2024, 1, 20)),
        (5, "", 20_00, dt.date(2024, 2, 2)),
        (6, "Myriam", 5_00, dt.date(2023, 6, 3)),
    ]
    assert rows(found.organisations) == [
        (1, "Énergie des Rives", 2_000_00, dt.date(2024, 2, 14))
    ]
    assert found.persons[0].place.target.donor_id == ids["Rieul"]


def test_who_gave_first_leads_where_the_last_place_is_shared(units, home):
    collect(units)
    assert [x.contributor.name for x in home.contributors(3).persons] == ["Rieul", "", "av"]


def test_contacts_put_into_the_bin_are_named_nowhere(units, home):
    ids = collect(units)
    ContactService(units, today).bin([ids["av"]])
    assert "av" not in [x.contributor.name for x in home.contributors(10).persons]


def test_nobody_gave_anything_yet(home):
    card = home.public_finance()
    assert (card.income, card.balance, card.yearly.total) == (Money(0), Money(0), Money(0))
    assert home.contributors() == TopContributors()


def test_gift_that_went_back_counts_on_neither_side(units, home):
    collect(units)
    before = home.public_finance()
    donations = DonationService(units, today)
    made = donations.record(gift(None, 75_00, dt.date(2024, 4, 1))).value
    donations.give_back(made.id, NewReturn(dt.date(2024, 4, 9), ReturnReason.REFUNDED))
    assert home.public_finance() == before


def test_pledges_that_run_count_for_a_year_and_their_gifts_not_again(units, home):
    donor = ContactService(units, today).add(person()).value.id
    pledges = PledgeService(units, today)
    monthly, _quarterly = (
        pledges.record(
            NewPledge(donor, Money(cents), how, PaymentMode.TRANSFER, dt.date(2024, 1, 5))
        ).value
        for how, cents in ((Frequency.MONTHLY, 10_00), (Frequency.QUARTERLY, 50_00))
    )
    over = NewPledge(
        donor,
        Money(99_00),
        Frequency.YEARLY,
        PaymentMode.TRANSFER,
        dt.date(2023, 1, 5),
        ends_on=dt.date(2024, 1, 5),
    )
    pledges.record(over)
    kept = gift(donor, 10_00, dt.date(2024, 2, 5), pledge_id=monthly.id)
    DonationService(units, today).record(kept)
    DonationService(units, today).record(gift(donor, 7_00, dt.date(2024, 2, 6)))

    yearly = home.public_finance().yearly

    assert (yearly.monthly, yearly.quarterly, yearly.yearly) == (
        Money(120_00),
        Money(200_00),
        Money(0),
    )
    assert yearly.others == Money(7_00)


def test_goods_are_raised_but_are_no_budget_and_tiers_paid_for_are_both(units, home):
    campaigns = CampaignService(units, today)
    campaign = campaigns.record(NewCampaign("Serre", goal=Money(100_00))).value.id
    paid = campaigns.add_tier(NewTier(campaign, "Panier", is_gift=False)).value.id
    donations = DonationService(units, today)
    goods = {"nature": DonationNature.IN_KIND, "description": "Vitres"}
    basis = {"value_basis": ValueBasis.PURCHASE_PRICE, "mode": PaymentMode.OTHER}
    donations.record(gift(None, 150_00, TODAY, campaign="Serre", **goods, **basis))
    new = NewTierPayment(paid, Money(30_00), TODAY, PaymentMode.CASH)
    campaigns.contribute(new)

    bar = home.campaigns()[0]

    assert (bar.raised, bar.percent, bar.bar) == (Money(180_00), 180, 1_000)
    assert home.public_finance().yearly.others == Money(30_00)


def test_campaigns_that_have_not_begun_or_are_over_show_no_bar(units, home):
    campaigns = CampaignService(units, today)
    campaigns.record(NewCampaign("Hier", ends_on=TODAY - dt.timedelta(1)))
    campaigns.record(NewCampaign("Demain", starts_on=TODAY + dt.timedelta(1)))
    campaigns.close(campaigns.record(NewCampaign("Close")).value.id)
    campaigns.record(NewCampaign("Ouverte", starts_on=TODAY, ends_on=TODAY))
    assert [bar.name for bar in home.campaigns()] == ["Ouverte"]
    assert home.campaigns()[0].percent is None
