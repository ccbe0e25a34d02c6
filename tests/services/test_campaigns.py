"""Campaigns and tiers: what may be said of them, and who contributed to them."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.campaigns import CampaignFilter, NewCampaign, NewTier, NewTierPayment
from coopdesk.domain.donations import DonationNature, Ineligibility, ValueBasis
from coopdesk.domain.errors import FieldErrors, NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, PaymentMode
from coopdesk.services.campaigns import CampaignService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.operations import OperationService
from tests.building import TODAY, every_row, gift, new_units, person, refused, today


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "campaigns.coopdesk") as units:
        yield units


@pytest.fixture
def campaigns(units):
    return CampaignService(units, today)


def test_campaign_is_told_apart_by_its_name_and_removed_only_while_nothing_rests_on_it(
    units, campaigns
):
    roof = campaigns.record(NewCampaign("  Toiture ", goal=Money(100_000))).value
    assert refused(campaigns.record, NewCampaign("TOITURE")) == "campaign.name_taken"
    campaigns.add_tier(NewTier(roof.id, "Mécène"))
    DonationService(units, today).record(gift(None, 1_000, campaign="toiture"))
    assert refused(campaigns.remove, roof.id) == "campaign.in_use"
    assert campaigns.names() == ["Toiture"]

    campaigns.close(roof.id)

    assert (campaigns.names(), campaigns.names(closed=True)) == ([], ["Toiture"])
    assert campaigns.remarks("Toiture", Money(1), TODAY)[0].code == "campaign.is_closed"
    other = campaigns.record(NewCampaign("Serre")).value.id
    campaigns.add_tier(NewTier(other, "Don"))
    campaigns.remove(other)
    with pytest.raises(NotFoundError):
        campaigns.get(other)


def test_all_wrong_fields_of_a_campaign_are_said_at_once(campaigns):
    wrong = NewCampaign(" ", "", Money(0), Money(-1), dt.date(2026, 2, 1), dt.date(2026, 1, 1))
    with pytest.raises(FieldErrors) as error:
        campaigns.record(wrong)
    fields = [one.field for one in error.value.errors]
    assert fields == ["name", "goal", "minimum", "ends_on"]


def test_list_of_campaigns_is_sorted_filtered_and_says_what_was_raised(units, campaigns):
    gifts = DonationService(units, today)
    for name, cents in (("Toiture", 500), ("Serre", 900), ("École", 100)):
        gifts.record(gift(None, cents, campaign=name))
        gifts.record(gift(None, cents, campaign=name))
    by_name = campaigns.find()
    by_raised = campaigns.find(CampaignFilter(sort="raised", descending=True))
    assert [line.name for line in by_name] == ["École", "Serre", "Toiture"]
    assert [line.progress.raised.cents for line in by_raised] == [1_800, 1_000, 200]
    assert [line.progress.contributors for line in by_raised] == [2, 2, 2]
    assert [line.name for line in campaigns.find(CampaignFilter("toit"))] == ["Toiture"]
    assert campaigns.find(CampaignFilter(is_closed=True)) == []


def test_payment_for_a_tier_is_a_sale_that_gives_no_receipt_and_is_contributed(
    units, campaigns
):
    roof = campaigns.record(NewCampaign("Toiture")).value.id
    shop = campaigns.add_tier(NewTier(roof, "Rétribution", is_gift=False)).value
    free = campaigns.add_tier(NewTier(roof, "Don libre")).value
    payer = ContactService(units, today).add(person()).value.id
    assert (shop.content.ineligibility, free.content.ineligibility) == (
        Ineligibility.SERVICE,
        None,
    )
    new = NewTierPayment(shop.id, Money(12_000), TODAY, PaymentMode.CARD, payer)
    before = every_row(units)

    payment = campaigns.contribute(new).value

    (part,) = payment.content.parts
    assert (part.kind, part.tier_id) == (LineKind.SALE, shop.id)
    assert payment.content.campaign_id == roof
    progress = campaigns.progress(roof)
    assert progress.whole.raised == progress.tiers[0].progress.raised == Money(12_000)
    assert campaigns.leaderboard(roof).persons[0].contact_id == payer
    assert every_row(units)["donation"] == []
    assert refused(campaigns.remove_tier, shop.id) == "tier.in_use"
    free_payment = NewTierPayment(free.id, Money(1_000), TODAY, PaymentMode.CARD)
    assert refused(campaigns.contribute, free_payment) == "tier.is_gift"
    changed = NewTier(roof, "Rétribution", is_gift=True)
    assert refused(campaigns.change_tier, shop.id, changed) == "tier.kind_in_use"
    OperationService(units).undo()
    assert every_row(units) == before


def test_undo_turns_no_tier_back_that_somebody_contributed_by(units, campaigns):
    operations = OperationService(units)
    roof = campaigns.record(NewCampaign("Toiture")).value.id
    tier = campaigns.add_tier(NewTier(roof, "Soutien", is_gift=False)).value.id
    campaigns.change_tier(tier, NewTier(roof, "Soutien"))
    turned = operations.state().undo.id
    gifts = DonationService(units, today)
    given = gifts.record(gift(None, 1_000, campaign="Toiture", tier_id=tier)).value.id

    assert refused(operations.undo_one, turned) == "tier.kind_in_use"

    gifts.remove(given)
    operations.undo_one(turned)
    assert not campaigns.tier(tier).content.is_gift


def test_gift_without_money_is_raised_and_is_no_income(units, campaigns):
    donor = ContactService(units, today).add(person()).value.id
    wood = gift(
        donor,
        30_000,
        campaign="Toiture",
        nature=DonationNature.IN_KIND,
        description="Trente mètres de bois",
        value_basis=ValueBasis.PURCHASE_PRICE,
    )
    DonationService(units, today).record(wood)
    (line,) = campaigns.find()
    progress, budget = campaigns.progress(line.id), campaigns.budget(line.id)
    assert progress.whole.raised == progress.without_money == Money(30_000)
    assert budget.income == budget.contributions == budget.yearly.total == Money(0)


def test_tiers_keep_their_order_and_a_name_is_taken_once_in_a_campaign(campaigns):
    roof = campaigns.record(NewCampaign("Toiture", ends_on=dt.date(2026, 1, 31))).value.id
    ids = [campaigns.add_tier(NewTier(roof, name)).value.id for name in ("A", "B", "C")]
    campaigns.move_tier(ids[2], -2)
    assert [tier.content.name for tier in campaigns.tiers_for("toiture")] == ["C", "A", "B"]
    assert campaigns.tiers_for("nulle part") == []
    assert refused(campaigns.add_tier, NewTier(roof, "b")) == "tier.name_taken"
    low = NewTier(roof, "D", minimum=Money(500), suggested=Money(400))
    assert refused(campaigns.add_tier, low) == "tier.suggested_below_minimum"
    assert campaigns.remarks("Toiture", Money(1), TODAY)[0].code == "campaign.not_open"
    assert campaigns.remarks("Jamais vue", Money(1), TODAY) == ()
