"""Promises to give: what is due, what came, and what stays when contacts are merged."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import pytest

from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.errors import FieldErrors
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.pledges import (
    Frequency,
    InstalmentState,
    NewPledge,
    PledgeFilter,
    PledgeState,
    PledgeSums,
)
from coopdesk.domain.receipts import Verdict
from coopdesk.services.association import AssociationService
from coopdesk.services.campaigns import CampaignService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.operations import OperationService
from coopdesk.services.pledges import PledgeService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage.unit_of_work import Units
from tests.building import PROFILE, every_row, gift, new_units, person, refused

TODAY = dt.date(2026, 6, 15)
JANUARY = dt.date(2026, 1, 10)
TRANSFER = PaymentMode.TRANSFER


def today():
    return TODAY


class Office(NamedTuple):
    """The services of one database, and a donor."""

    units: Units
    donor: int

    @property
    def pledges(self):
        return PledgeService(self.units, today)

    @property
    def gifts(self):
        return DonationService(self.units, today)

    @property
    def campaigns(self):
        return CampaignService(self.units, today)

    @property
    def contacts(self):
        return ContactService(self.units, today)

    def promise(self, **more):
        new = NewPledge(self.donor, Money(2_000), Frequency.MONTHLY, TRANSFER, JANUARY)
        return self.pledges.record(replace(new, **more)).value

    def states(self, pledge_id):
        return [one.state.value for one in self.pledges.instalments(pledge_id, TODAY)]

    def receive(self, pledge_id, month, cents=2_000):
        day = dt.date(2026, month, 10)
        return self.pledges.receive(pledge_id, day, day, Money(cents), TRANSFER).value


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        AssociationService(units).save(PROFILE)
        yield Office(units, ContactService(units, today).add(person()).value.id)


# what is due


def test_instalment_is_late_from_the_day_after_and_received_once_it_came(office):
    pledge = office.promise(ends_on=dt.date(2026, 12, 31))
    office.receive(pledge.id, 1)
    office.receive(pledge.id, 3, 2_500)

    assert office.states(pledge.id) == ["received", "late", "received", "late", "late", "late"]
    (line,) = office.pledges.find()
    assert line.sums == PledgeSums(Money(12_500), Money(4_500), Money(8_000), 4)
    assert line.next_due_on == dt.date(2026, 2, 10)
    assert office.pledges.totals([line, line]).late_count == 8


def test_expected_lists_what_is_to_come_of_all_pledges_oldest_first(office):
    monthly = office.promise(starts_on=dt.date(2026, 6, 20))
    yearly = office.promise(frequency=Frequency.YEARLY, starts_on=dt.date(2026, 6, 1))

    listed = office.pledges.expected(dt.date(2026, 7, 31))

    assert [(one.pledge_id, one.due_on.day, one.state.value) for one in listed] == [
        (yearly.id, 1, "late"),
        (monthly.id, 20, "expected"),
        (monthly.id, 20, "expected"),
    ]


def test_what_was_due_in_a_pause_stays_skipped_after_it(office):
    pledge = office.promise()
    office.pledges.pause(pledge.id, dt.date(2026, 2, 1))
    assert office.states(pledge.id) == ["late", *["skipped"] * 5]

    office.pledges.resume(pledge.id, dt.date(2026, 5, 1))

    assert office.states(pledge.id) == ["late", "skipped", "skipped", "skipped", "late", "late"]
    assert office.pledges.get(pledge.id).state is PledgeState.ACTIVE
    assert refused(office.pledges.resume, pledge.id) == "pledge.not_paused"


def test_nothing_is_due_after_the_end_and_one_instalment_can_be_skipped(office):
    pledge = office.promise()
    office.pledges.skip(pledge.id, dt.date(2026, 2, 10))
    office.pledges.end(pledge.id, dt.date(2026, 3, 10))

    assert office.states(pledge.id) == ["late", "skipped", "late"]
    assert office.pledges.find()[0].next_due_on is None
    assert refused(office.pledges.end, pledge.id) == "pledge.ended_already"
    assert refused(office.pledges.pause, pledge.id) == "pledge.not_active"

    office.pledges.resume(pledge.id, dt.date(2026, 6, 1))

    assert office.states(pledge.id) == ["late", "skipped", "late", "skipped", "skipped", "late"]
    later = office.promise(starts_on=dt.date(2026, 7, 1))
    assert refused(office.pledges.end, later.id, JANUARY) == "pledge.ends_too_early"
    office.pledges.end(later.id)
    assert office.states(later.id) == []


def test_pledges_are_found_by_donor_state_campaign_and_delay(office):
    late = office.promise(campaign="Toiture")
    calm = office.promise(starts_on=dt.date(2026, 6, 20))
    found = [
        [line.id for line in office.pledges.find(wanted)]
        for wanted in (
            PledgeFilter(text="toiture"),
            PledgeFilter(only_late=True),
            PledgeFilter(state=PledgeState.PAUSED),
            PledgeFilter(donor_id=office.donor, sort="next", descending=True),
            PledgeFilter(campaign="TOITURE"),
        )
    ]
    assert found == [[late.id], [late.id], [], [calm.id, late.id], [late.id]]
    office.pledges.end(late.id)
    for descends in (False, True):
        by_day = office.pledges.find(PledgeFilter(sort="next", descending=descends))
        assert [line.id for line in by_day] == [calm.id, late.id]


# what may be promised


def test_wrong_fields_of_a_pledge_are_all_said_at_once(office):
    new = NewPledge(office.donor, Money(0), Frequency.ONCE, TRANSFER, JANUARY)
    with pytest.raises(FieldErrors) as error:
        office.pledges.record(replace(new, ends_on=dt.date(2025, 1, 1)))
    assert [one.field for one in error.value.errors] == ["amount", "ends_on"]


def test_days_at_the_end_of_the_calendar_leave_the_list_of_pledges_whole(office):
    far = dt.date(9999, 12, 30)
    promise = partial(office.promise, starts_on=far)
    assert refused(promise) == "pledge.date_too_far"
    pledge = office.promise()
    assert refused(office.pledges.pause, pledge.id, far) == "pledge.not_come_yet"
    wrong = (pledge.id, far, TODAY, Money(2_000), TRANSFER)
    assert refused(office.pledges.receive, *wrong) == "pledge.not_due"
    assert office.pledges.expected(far)[-1].due_on == dt.date(9998, 12, 10)
    assert [line.id for line in office.pledges.find()] == [pledge.id]


def test_tier_of_a_pledge_is_a_gift_of_its_campaign(office):
    from coopdesk.domain.campaigns import NewCampaign, NewTier

    roof = office.campaigns.record(NewCampaign("Toiture")).value.id
    office.campaigns.record(NewCampaign("Serre"))
    tier = office.campaigns.add_tier(NewTier(roof, "Mécène")).value.id
    shop = office.campaigns.add_tier(NewTier(roof, "Boutique", is_gift=False)).value.id

    pledge = office.promise(tier_id=tier)

    assert office.pledges.get(pledge.id).content.campaign == "Toiture"
    new = pledge.content
    for changes, code in (
        ({"tier_id": shop}, "pledge.tier_not_gift"),
        ({"campaign": "Serre"}, "pledge.tier_of_another_campaign"),
    ):
        assert refused(office.pledges.change, pledge.id, replace(new, **changes)) == code


def test_what_came_already_rests_on_donor_rhythm_and_first_day(office):
    pledge = office.promise()
    office.receive(pledge.id, 1)
    content = pledge.content

    assert office.pledges.change(pledge.id, replace(content, amount=Money(3_000)))
    for changes in ({"frequency": Frequency.YEARLY}, {"starts_on": dt.date(2026, 1, 11)}):
        assert (
            refused(office.pledges.change, pledge.id, replace(content, **changes))
            == "pledge.in_use"
        )
    assert refused(office.pledges.remove, pledge.id) == "pledge.in_use"


# what comes of it


def test_received_instalment_is_a_gift_with_its_payment_and_undo_takes_it_back(office):
    pledge = office.promise(campaign="Toiture")
    before = every_row(office.units)

    donation = office.receive(pledge.id, 2)

    assert donation.content.pledge_id == pledge.id
    assert donation.content.pledge_due_on == dt.date(2026, 2, 10)
    assert (donation.content.campaign, donation.payment_id is None) == ("Toiture", False)
    day = dt.date(2026, 2, 10)
    again = (pledge.id, day, day, Money(2_000), TRANSFER)
    assert refused(office.pledges.receive, *again) == "pledge.already_received"
    wrong = (pledge.id, dt.date(2026, 2, 11), day, Money(2_000), TRANSFER)
    assert refused(office.pledges.receive, *wrong) == "pledge.not_due"
    OperationService(office.units).undo()
    assert every_row(office.units) == before


def test_instalment_whose_gift_went_back_waits_again(office):
    pledge = office.promise()
    bounced = office.receive(pledge.id, 1)
    office.gifts.give_back(bounced.id, NewReturn(TODAY, ReturnReason.BOUNCED))
    assert office.states(pledge.id)[0] == "late"

    second = office.receive(pledge.id, 1)

    (first, *_rest) = office.pledges.instalments(pledge.id)
    assert (first.state, first.donation_id) == (InstalmentState.RECEIVED, second.id)


def test_gift_that_is_known_already_can_fulfil_an_instalment_and_be_untied(office):
    pledge = office.promise()
    known = office.gifts.record(gift(office.donor, 1_500, dt.date(2026, 1, 12))).value
    other = office.contacts.add(person("Roux")).value.id
    stranger = office.gifts.record(gift(other, 1_500, dt.date(2026, 1, 12))).value
    (candidate,) = office.pledges.candidates(pledge.id)
    assert candidate.id == known.id

    office.pledges.attach(known.id, pledge.id, JANUARY)

    (first, *_rest) = office.pledges.instalments(pledge.id)
    assert (first.state, first.amount) == (InstalmentState.RECEIVED, Money(1_500))
    second = dt.date(2026, 2, 10)
    attach = office.pledges.attach
    assert refused(attach, stranger.id, pledge.id, second) == "pledge.gift_of_another"
    assert refused(attach, known.id, pledge.id, second) == "pledge.gift_attached"
    office.pledges.detach(known.id)
    assert office.states(pledge.id)[0] == "late"
    assert refused(office.pledges.detach, known.id) == "pledge.not_attached"


def test_gift_corrected_to_another_donor_leaves_its_instalment(office):
    pledge = office.promise()
    donation = office.receive(pledge.id, 1)
    other = office.contacts.add(person("Roux")).value.id

    noted = office.gifts.correct(donation.id, replace(donation.content, note="vu")).value
    moved = office.gifts.correct(donation.id, replace(noted.content, donor_id=other)).value

    assert (noted.content.pledge_id, moved.content.pledge_id) == (pledge.id, None)
    assert office.states(pledge.id)[0] == "late"


def test_pledge_is_never_receipted_only_what_came_of_it_is(office):
    receipts = ReceiptService(office.units, today)
    pledge = office.promise()
    assert receipts.review(2026).of(Verdict.READY) == ()

    office.receive(pledge.id, 1)
    office.receive(pledge.id, 2)

    ready = receipts.review(2026).of(Verdict.READY)
    assert [gift.gift.amount for gift in ready] == [Money(2_000), Money(2_000)]
    assert len(office.pledges.instalments(pledge.id, dt.date(2026, 12, 31))) == 12


def test_active_pledges_count_for_a_year_and_what_came_of_them_does_not(office):
    campaigns = office.campaigns
    pledge = office.promise(campaign="Toiture")
    office.promise(campaign="Toiture", frequency=Frequency.QUARTERLY, amount=Money(5_000))
    office.promise(campaign="Toiture", frequency=Frequency.YEARLY, amount=Money(7_000))
    office.promise(campaign="Toiture", frequency=Frequency.ONCE, amount=Money(90_000))
    office.promise(campaign="Toiture", starts_on=dt.date(2026, 7, 1))
    office.receive(pledge.id, 1)
    office.gifts.record(gift(office.donor, 1_100, TODAY, campaign="Toiture"))
    gone = office.gifts.record(gift(office.donor, 9_900, TODAY, campaign="Toiture")).value
    office.gifts.give_back(gone.id, NewReturn(TODAY, ReturnReason.REFUNDED))
    (line,) = campaigns.find()

    budget = campaigns.budget(line.id)

    parts = (budget.yearly.monthly, budget.yearly.quarterly, budget.yearly.yearly)
    assert parts == (Money(24_000), Money(20_000), Money(7_000))
    assert budget.yearly.others == Money(1_100)
    assert (budget.income, budget.disbursed) == (Money(3_100), Money(0))
    office.pledges.end(pledge.id, TODAY)
    assert campaigns.budget(line.id).yearly.others == Money(3_100)


# contacts


def test_merge_moves_pledges_and_keeps_one_place_in_a_team(office):
    from coopdesk.domain.campaigns import NewCampaign

    campaign = office.campaigns.record(NewCampaign("Toiture")).value.id
    drop = office.contacts.add(person("Lefevre")).value.id
    pledge = office.promise(donor_id=drop)
    office.campaigns.set_person(campaign, office.donor, "Référente")
    office.campaigns.set_person(campaign, drop, "Admin")
    before = every_row(office.units)

    DuplicateService(office.units, today).merge(office.donor, drop)

    assert office.pledges.get(pledge.id).content.donor_id == office.donor
    (one,) = office.campaigns.get(campaign).team
    assert (one.contact_id, one.role) == (office.donor, "Référente")
    OperationService(office.units).undo()
    assert every_row(office.units) == before


def test_pledge_keeps_a_contact_and_the_team_of_a_campaign_lets_it_go(office):
    from coopdesk.domain.campaigns import NewCampaign

    campaign = office.campaigns.record(NewCampaign("Toiture")).value.id
    carrier = office.contacts.add(person("Roux")).value.id
    office.campaigns.set_person(campaign, carrier)
    office.promise()
    office.contacts.bin([office.donor, carrier])

    assert office.contacts.not_erasable([office.donor, carrier]) == {office.donor: ("pledge",)}
    office.contacts.erase([carrier])
    assert office.campaigns.get(campaign).team == ()
