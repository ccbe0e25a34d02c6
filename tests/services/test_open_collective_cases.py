"""The figures of a public collective page, OC-1 to OC-12, from the gifts behind them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import pytest
from sqlalchemy.exc import IntegrityError

from coopdesk.domain.campaigns import FULL_BAR, NewCampaign, NewTier
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentState,
)
from coopdesk.services.campaigns import CampaignService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.payments import PaymentService
from coopdesk.wording.formats import money_rounded
from tests.building import new_units, person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.domain.campaigns import CampaignProgress, TierProgress
    from coopdesk.storage.unit_of_work import Units

TODAY = dt.date(2024, 5, 15)
NAME = "La Coop des Rives"
GIFTS = (
    ("Rieul", 30_000, dt.date(2022, 3, 10), False),
    ("Rieul", 3_945_562, dt.date(2024, 1, 15), True),
    ("Myriam", 500, dt.date(2023, 6, 5), False),
    ("av", 2_000, dt.date(2023, 12, 8), False),
    ("Pierre-Thomas", 2_000, dt.date(2024, 1, 20), False),
    (None, 2_000, dt.date(2024, 2, 2), False),
    ("Energie de Nantes", 200_000, dt.date(2024, 2, 6), False),
    (None, 200_000, dt.date(2024, 4, 9), False),
)


def today() -> dt.date:
    return TODAY


class Collective(NamedTuple):
    """The association of the page, and the ids of what it has."""

    units: Units
    campaigns: CampaignService
    campaign_id: int
    empty_tier_id: int
    contacts: dict[str, int]

    def progress(self) -> CampaignProgress:
        return self.campaigns.progress(self.campaign_id)

    def tier(self, name: str) -> TierProgress:
        return next(x for x in self.progress().tiers if x.tier.content.name == name)


@pytest.fixture(scope="module")
def collective(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collective]:
    """What the reference gives: eight gifts, other income, what was spent, and a team."""
    folder: Path = tmp_path_factory.mktemp("collective")
    with new_units(folder / "collective.coopdesk") as units:
        yield _fill(units)


def _fill(units: Units) -> Collective:
    campaigns = CampaignService(units, today)
    contacts = _contacts(units)
    campaign_id = campaigns.record(NewCampaign(NAME)).value.id
    goal = Money(2_000_000)
    contribution = campaigns.add_tier(
        NewTier(campaign_id, "Contribution", goal=goal, minimum=Money(5_000))
    ).value
    paid = campaigns.add_tier(
        NewTier(campaign_id, "Rétribution", goal=goal, minimum=Money(10_000), is_gift=False)
    ).value
    donations = DonationService(units, today)
    for name, cents, day, in_tier in GIFTS:
        donations.record(
            NewDonation(
                received_on=day,
                amount=Money(cents),
                mode=PaymentMode.CARD,
                donor_id=contacts[name] if name else None,
                campaign=NAME,
                tier_id=contribution.id if in_tier else None,
            )
        )
    accounts = PaymentService(units, today)
    accounts.record(_payment(8_282_139, LineKind.GRANT, campaign_id))
    accounts.record(_payment(6_568_423, LineKind.EXPENSE, campaign_id))
    for name in ("Rieul", "Anne", "Bruno"):
        campaigns.set_person(campaign_id, contacts[name], "Admin")
    return Collective(units, campaigns, campaign_id, paid.id, contacts)


def _contacts(units: Units) -> dict[str, int]:
    service = ContactService(units, today)
    names = ("Rieul", "Myriam", "av", "Pierre-Thomas", "Anne", "Bruno")
    found = {name: service.add(person("", name)).value.id for name in names}
    company = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Energie de Nantes")
    return {**found, "Energie de Nantes": service.add(company).value.id}


def _payment(
    cents: int, kind: LineKind, campaign_id: int, outside_ref: str | None = None
) -> NewPayment:
    is_expense = kind is LineKind.EXPENSE
    return NewPayment(
        paid_on=dt.date(2024, 3, 1),
        amount=Money(cents),
        mode=PaymentMode.TRANSFER,
        parts=(PaymentPart(kind, Money(cents)),),
        direction=Direction.OUT if is_expense else Direction.IN,
        campaign_id=campaign_id,
        outside_ref=outside_ref,
    )


def test_oc_1_tier_past_its_goal_says_197_percent_in_a_full_bar(
    collective: Collective,
) -> None:
    tier = collective.tier("Contribution")
    assert tier.progress.raised == Money(3_945_562)
    assert tier.progress.percent == 197
    assert tier.progress.bar == FULL_BAR
    assert tier.progress.remaining == Money(0)
    assert tier.progress.contributors == 1


def test_oc_2_tier_of_nobody_is_empty_and_at_zero(collective: Collective) -> None:
    tier = collective.tier("Rétribution")
    assert (tier.progress.raised, tier.progress.percent) == (Money(0), 0)
    assert tier.progress.is_empty
    assert tier.progress.remaining == Money(2_000_000)
    assert tier.tier.content.minimum == Money(10_000)


def test_oc_3_minimum_of_a_tier_is_said_and_refuses_nothing(collective: Collective) -> None:
    tier = collective.tier("Contribution").tier
    assert tier.content.minimum == Money(5_000)
    below = collective.campaigns.remarks(NAME, Money(4_999), TODAY, tier.id)
    assert [remark.code for remark in below] == ["campaign.below_minimum"]
    assert collective.campaigns.remarks(NAME, Money(5_000), TODAY, tier.id) == ()


def test_oc_4_balance_is_income_less_what_was_disbursed(collective: Collective) -> None:
    budget = collective.campaigns.budget(collective.campaign_id)
    assert budget.income == Money(12_664_201)
    assert budget.disbursed == Money(6_568_423)
    assert budget.balance == Money(6_095_778)


def test_oc_5_persons_are_ranked_by_total_then_by_their_first_day(
    collective: Collective,
) -> None:
    board = collective.campaigns.leaderboard(collective.campaign_id)
    listed = [
        (one.rank, one.name, one.total.cents, f"{one.first_on:%Y-%m}") for one in board.persons
    ]
    assert listed == [
        (1, "Rieul", 3_975_562, "2022-03"),
        (2, "", 200_000, "2024-04"),
        (3, "av", 2_000, "2023-12"),
        (4, "Pierre-Thomas", 2_000, "2024-01"),
        (5, "", 2_000, "2024-02"),
        (6, "Myriam", 500, "2023-06"),
    ]
    assert [one.rank for one in board.persons if one.is_guest] == [2, 5]


def test_oc_6_organisations_have_a_ranking_of_their_own(collective: Collective) -> None:
    board = collective.campaigns.leaderboard(collective.campaign_id)
    (one,) = board.organisations
    assert (one.rank, one.name, one.total) == (1, "Energie de Nantes", Money(200_000))
    assert one.first_on == dt.date(2024, 2, 6)


def test_oc_7_number_of_a_platform_is_taken_once_and_counts_when_completed(
    tmp_path: Path,
) -> None:
    with new_units(tmp_path / "numbers.coopdesk") as units:
        collective = _fill(units)
        paid = _payment(200_000, LineKind.SALE, collective.campaign_id, "737412")
        with units.write("payment.recorded", cents="200000") as work:
            payment_id, (line_id,) = work.payments.add(paid)
            work.payments.change_line(line_id, {"tier_id": collective.empty_tier_id})
            work.commit()
        assert collective.tier("Rétribution").progress.raised == Money(200_000)
        with (
            pytest.raises(IntegrityError, match="outside_ref"),
            units.write("payment.recorded", cents="200000") as work,
        ):
            work.payments.add(paid)
        with units.write("payment.dismissed", count="1") as work:
            work.payments.set_state(payment_id, PaymentState.DISMISSED)
            work.commit()
        assert collective.tier("Rétribution").progress.is_empty


def test_oc_8_contributors_and_team_are_counted_apart_and_together_nobody_twice(
    collective: Collective,
) -> None:
    progress = collective.progress()
    board = collective.campaigns.leaderboard(collective.campaign_id)
    assert progress.whole.contributors == len(board.persons) + len(board.organisations) == 7
    assert len(progress.campaign.team) == 3
    assert progress.people == 9


def test_oc_9_cards_round_and_totals_do_not(collective: Collective) -> None:
    leader = collective.campaigns.leaderboard(collective.campaign_id).persons[0]
    assert leader.total.cents == 3_975_562
    assert money_rounded(leader.total, "en") == "€39,756"
    assert money_rounded(leader.total, "fr") == "39\u202f756\u00a0€"


def test_oc_10_whole_name_is_kept_however_little_room_a_card_has(
    collective: Collective,
) -> None:
    (one,) = collective.campaigns.leaderboard(collective.campaign_id).organisations
    assert one.name == "Energie de Nantes"


def test_oc_11_estimated_budget_is_what_the_last_12_months_brought(
    collective: Collective,
) -> None:
    campaigns, campaign_id = collective.campaigns, collective.campaign_id
    assert campaigns.budget(campaign_id).yearly.total == Money(4_352_062)
    everybody = campaigns.leaderboard(campaign_id)
    contributed = total(one.total for one in (*everybody.persons, *everybody.organisations))
    assert contributed - campaigns.budget(campaign_id).yearly.total == Money(30_000)


def test_oc_12_income_that_nobody_contributed_is_told_apart(collective: Collective) -> None:
    budget = collective.campaigns.budget(collective.campaign_id)
    assert budget.contributions == Money(4_382_062)
    assert budget.other_income == Money(8_282_139)
    assert collective.progress().whole.raised == budget.contributions
