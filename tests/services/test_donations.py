"""Gifts through their service, on a real database."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.campaigns import NewCampaign, NewTier
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.counterparts import CounterpartVerdict
from coopdesk.domain.donations import (
    DonationFilter,
    DonationNature,
    Ineligibility,
    NewDonation,
    NewReturn,
    ReturnReason,
    ValueBasis,
)
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.members import NewMembership, NewMembershipType, Period
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentFilter,
    PaymentMode,
    PaymentPart,
    PaymentSource,
    PaymentState,
)
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.services.association import AssociationService
from coopdesk.services.campaigns import CampaignService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.donations import DonationService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from coopdesk.services.outcome import Subject
from coopdesk.services.payments import PaymentService
from coopdesk.services.receipt_life import ReceiptLifeService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage.unit_of_work import Signature, Units
from tests.building import PROFILE, new_database

TODAY = dt.date(2026, 3, 12)
NOW = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def units(tmp_path):
    database = new_database(tmp_path / "association.coopdesk")
    yield Units(database, Signature("Camille", Origin.WINDOW, lambda: NOW))
    database.close()


@pytest.fixture
def gifts(units):
    return DonationService(units, lambda: TODAY)


@pytest.fixture
def accounts(units):
    return PaymentService(units, lambda: TODAY)


@pytest.fixture
def operations(units):
    return OperationService(units)


@pytest.fixture
def donor_id(units):
    return add_donor(units, "Lefèvre", "Élodie")


def add_donor(units, last_name, first_name=""):
    new = NewContact(last_name=last_name, first_name=first_name)
    return ContactService(units, lambda: TODAY).add(new).value.id


def gift(cents=2_000, day=TODAY, mode=PaymentMode.CASH, **more):
    return NewDonation(day, Money(cents), mode, **more)


def platform_gift(units, donor_id, cents=4_500, outside_receipt="", state=None):
    """Record a gift as an import does: a payment of a platform with its gift."""
    content = gift(cents, mode=PaymentMode.CARD, donor_id=donor_id)
    payment = NewPayment(
        paid_on=content.received_on,
        amount=content.amount,
        mode=content.mode,
        parts=(PaymentPart(LineKind.GIFT, content.amount),),
        payer_id=donor_id,
        source=PaymentSource.HELLOASSO,
        outside_ref=f"ref-{cents}",
        state=state or PaymentState.RECEIVED,
    )
    with units.write("import.applied", name="test") as work:
        _, lines = work.payments.add(payment)
        key = work.donations.add(content, lines[0], None, outside_receipt)
        work.commit()
    return key


# recording


def test_recorded_gift_comes_with_its_payment(gifts, accounts, donor_id):
    recorded = gifts.record(gift(1_250, donor_id=donor_id, campaign="Forêt 2026"))
    assert recorded.value.donor_name == "Élodie Lefèvre"
    assert recorded.value.content.campaign == "Forêt 2026"
    assert recorded.changes >= {Subject.DONATIONS, Subject.PAYMENTS, Subject.CONTACTS}
    (line,) = accounts.lines(accounts.ids(PaymentFilter()))
    assert (line.kind, line.amount, line.payer_name, line.campaign) == (
        LineKind.GIFT,
        Money(1_250),
        "Élodie Lefèvre",
        "Forêt 2026",
    )


def test_anonymous_gift_has_no_donor(gifts):
    recorded = gifts.record(gift()).value
    assert recorded.content.donor_id is None
    assert recorded.donor_name == ""


@pytest.mark.parametrize(
    ("new", "code", "field"),
    [
        (gift(0), "donation.amount_not_positive", "amount"),
        (gift(-5), "donation.amount_not_positive", "amount"),
        (gift(day=TODAY + dt.timedelta(days=1)), "donation.in_the_future", "received_on"),
        (gift(day=dt.date(1899, 1, 1)), "payment.date_too_old", "received_on"),
        (gift(campaign="x" * 121), "text.too_long", "campaign"),
        (gift(note="x" * 501), "text.too_long", "note"),
    ],
)
def test_wrong_gift_is_refused_and_leaves_nothing(gifts, accounts, new, code, field):
    with pytest.raises(RuleError) as refused:
        gifts.record(new)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert gifts.find(DonationFilter()) == []
    assert accounts.ids(PaymentFilter()) == []
    assert gifts.campaigns() == []


def test_gift_of_a_donor_who_is_gone_is_refused(gifts):
    with pytest.raises(NotFoundError):
        gifts.record(gift(donor_id=999))
    assert gifts.find(DonationFilter()) == []


def test_gift_and_payment_of_who_was_merged_meanwhile_are_those_of_the_survivor(
    units, gifts, accounts
):
    contacts = ContactService(units, lambda: TODAY)
    kept, merged = (contacts.add(NewContact(last_name=x)).value.id for x in ("Roux", "Rous"))
    DuplicateService(units, lambda: TODAY).merge(kept, merged)

    recorded = gifts.record(gift(3000, donor_id=merged)).value
    assert recorded.content.donor_id == kept
    assert contacts.lines([kept])[0].gift_total == Money(3000)
    corrected = gifts.correct(recorded.id, gift(4000, donor_id=merged)).value
    assert corrected.content.donor_id == kept
    part = PaymentPart(LineKind.SALE, Money(500))
    sale = NewPayment(TODAY, Money(500), PaymentMode.CASH, (part,), payer_id=merged)
    assert accounts.record(sale).value.content.payer_id == kept


def test_campaign_is_one_whatever_its_accents_and_case(gifts):
    gifts.record(gift(campaign="Forêt 2026"))
    gifts.record(gift(campaign="foret 2026 "))
    assert gifts.campaigns() == ["Forêt 2026"]


# correcting


def test_corrected_gift_moves_its_payment_too(gifts, accounts, units, donor_id):
    key = gifts.record(gift(2_000, donor_id=donor_id)).value.id
    other = add_donor(units, "Martin")
    day = dt.date(2026, 2, 1)
    corrected = gift(
        3_000, day, PaymentMode.CHEQUE, donor_id=other, campaign="Toit", note="chèque 12"
    )
    assert gifts.correct(key, corrected).value.content == corrected
    (line,) = accounts.lines(accounts.ids(PaymentFilter()))
    assert (line.amount, line.paid_on, line.mode, line.payer_name, line.campaign) == (
        Money(3_000),
        day,
        PaymentMode.CHEQUE,
        "Martin",
        "Toit",
    )


def test_correcting_a_gift_into_itself_writes_no_operation(gifts, operations, donor_id):
    key = gifts.record(gift(donor_id=donor_id)).value.id
    before = operations.state().undo
    gifts.correct(key, gifts.get(key).content)
    assert operations.state().undo == before


def test_platform_keeps_amount_date_mode_and_campaign_of_its_gift(gifts, units, donor_id):
    key = platform_gift(units, donor_id)
    content = gifts.get(key).content
    for wrong in (
        replace(content, amount=Money(1)),
        replace(content, received_on=dt.date(2026, 1, 1)),
        replace(content, mode=PaymentMode.CASH),
        replace(content, campaign="Une autre"),
    ):
        with pytest.raises(RuleError) as refused:
            gifts.correct(key, wrong)
        assert refused.value.code == "donation.amount_from_platform"
    assert gifts.get(key).content == content


def test_donor_and_eligibility_of_a_platform_gift_can_change(gifts, units, donor_id):
    key = platform_gift(units, donor_id)
    content = replace(
        gifts.get(key).content,
        donor_id=add_donor(units, "Martin"),
        ineligibility=Ineligibility.COUNTERPART,
        counterpart=Money(1_500),
        counterpart_label="un panier",
        note="contre un panier",
    )
    assert gifts.correct(key, content).value.content == content


def test_receipt_of_the_platform_survives_a_correction(gifts, units, donor_id):
    key = platform_gift(units, donor_id, outside_receipt="HA-77")
    gifts.correct(key, replace(gifts.get(key).content, note="vu"))
    assert gifts.get(key).outside_receipt == "HA-77"


# removing and taking back


def test_removed_gift_takes_its_payment_and_undo_brings_both_back(
    gifts, accounts, operations, donor_id
):
    key = gifts.record(gift(donor_id=donor_id)).value.id
    before = gifts.get(key)
    gifts.remove(key)
    assert gifts.find(DonationFilter()) == []
    assert accounts.ids(PaymentFilter()) == []
    operations.undo()
    assert gifts.get(key) == before
    assert len(accounts.ids(PaymentFilter())) == 1


def test_gift_of_a_platform_cannot_be_removed(gifts, units, donor_id):
    key = platform_gift(units, donor_id)
    with pytest.raises(RuleError) as refused:
        gifts.remove(key)
    assert refused.value.code == "donation.amount_from_platform"
    assert gifts.get(key).id == key


def test_undo_of_a_correction_brings_every_field_back(gifts, operations, donor_id):
    key = gifts.record(gift(donor_id=donor_id, campaign="Toit", note="a")).value.id
    before = gifts.get(key)
    gifts.correct(key, gift(9_900, donor_id=None, ineligibility=Ineligibility.OTHER))
    operations.undo()
    assert gifts.get(key) == before


# gifts without money


def in_kind(cents=8_000, **more):
    goods = {"nature": DonationNature.IN_KIND, "description": "Un piano droit"}
    basis = {"value_basis": ValueBasis.SALE_PRICE}
    return gift(cents, mode=PaymentMode.OTHER, **{**goods, **basis, **more})


def journal(accounts):
    lines = accounts.lines(accounts.ids(PaymentFilter(descending=False)))
    return [(line.direction, line.kind, line.amount.cents) for line in lines]


def test_gift_in_kind_moves_no_money_and_counts(gifts, accounts, units, donor_id):
    recorded = gifts.record(in_kind(donor_id=donor_id)).value
    assert (recorded.payment_id, recorded.payment_state) == (None, PaymentState.RECEIVED)
    assert recorded.content == in_kind(donor_id=donor_id)
    assert journal(accounts) == []
    assert gifts.total(DonationFilter(nature=DonationNature.IN_KIND)) == Money(8_000)
    lines = ContactService(units, lambda: TODAY).lines([donor_id])
    assert lines[0].gift_total == Money(8_000)


def test_correction_lets_the_money_of_a_gift_come_and_go(gifts, accounts, operations, donor_id):
    key = gifts.record(gift(donor_id=donor_id, campaign="Toit")).value.id
    gifts.correct(key, in_kind(donor_id=donor_id))
    assert (gifts.get(key).payment_id, journal(accounts)) == (None, [])
    operations.undo()
    assert journal(accounts) == [(Direction.IN, LineKind.GIFT, 2_000)]
    operations.redo()
    cheque = gift(3_000, mode=PaymentMode.CHEQUE, donor_id=donor_id, credited_on=TODAY)
    assert gifts.correct(key, cheque).value.content == cheque
    assert journal(accounts) == [(Direction.IN, LineKind.GIFT, 3_000)]


def test_kind_of_the_donor_decides_what_can_be_given(gifts, units, donor_id):
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Atelier Nord")
    company = ContactService(units, lambda: TODAY).add(new).value.id
    lent = in_kind(nature=DonationNature.SKILLS, value_basis=ValueBasis.NONE)
    with pytest.raises(RuleError) as refused:
        gifts.record(replace(lent, donor_id=donor_id))
    assert refused.value.code == "donation.only_organisations"
    kept = gifts.record(replace(lent, donor_id=company)).value.content
    assert kept.value_basis is ValueBasis.COMPANY_PAYROLL


def test_gift_for_the_tax_on_wealth_needs_a_profile_that_allows_it(gifts, units, donor_id):
    wealth = gift(donor_id=donor_id, is_for_ifi=True)
    with pytest.raises(RuleError) as refused:
        gifts.record(wealth)
    assert refused.value.code == "donation.association_not_for_ifi"
    with units.write("association.saved") as work:
        work.association.put(replace(PROFILE, is_ifi_eligible=True))
        work.commit()
    assert gifts.record(wealth).value.content.is_for_ifi


# what the donor gets for it


def test_counterpart_is_tested_among_all_gifts_of_the_donor_and_year(gifts, donor_id):
    """RF-52: a quarter of each gift, and 73 € for the person and year."""
    kept = {"donor_id": donor_id, "counterpart_label": "Panier"}
    first = gift(20_000, counterpart=Money(4_000), **kept)
    assert gifts.counterpart_test(first).verdict is CounterpartVerdict.FITS
    key = gifts.record(first).value.id
    second = gift(20_000, counterpart=Money(3_400), **kept)
    assert gifts.counterpart_test(second).verdict is CounterpartVerdict.ABOVE_CAP
    assert gifts.counterpart_test(second, key).verdict is CounterpartVerdict.FITS
    last_year = replace(second, received_on=dt.date(2025, 12, 30))
    assert gifts.counterpart_test(last_year).is_passed
    gifts.record(second)
    assert gifts.counterpart_of(key).in_year == Money(7_400)
    above = replace(first, amount=Money(10_000))
    assert gifts.counterpart_test(above, key).verdict is CounterpartVerdict.ABOVE_RATIO


def test_lists_tell_gifts_whose_donor_got_too_much_in_return(gifts, donor_id):
    """RF-52: above the cap of the year every gift with an item fails, others stay gifts."""
    kept = {"donor_id": donor_id, "counterpart_label": "Panier"}
    basket = gift(20_000, counterpart=Money(4_000), **kept)
    given = [
        basket,
        replace(basket, received_on=dt.date(2025, 12, 30)),
        gift(donor_id=donor_id),
    ]
    ids = [gifts.record(each).value.id for each in given]
    assert not any(line.is_above_limits for line in gifts.lines(ids))
    ids.append(gifts.record(replace(basket, counterpart=Money(3_400))).value.id)

    # The page shows but one of the two gifts that are too much together.
    assert [gifts.lines([key])[0].is_above_limits for key in ids] == [True, False, False, True]


def test_tier_that_is_paid_for_something_gives_no_receipt(gifts, units, donor_id):
    campaigns = CampaignService(units, lambda: TODAY)
    roof, _wood = (campaigns.record(NewCampaign(x)).value.id for x in ("Toit", "Forêt"))
    reward = campaigns.add_tier(NewTier(roof, "Rétribution", is_gift=False)).value.id
    given = gift(donor_id=donor_id, campaign="Toit", tier_id=reward)
    assert gifts.record(given).value.content.ineligibility is Ineligibility.SERVICE
    assert len(gifts.ids(DonationFilter(tier_id=reward))) == 1
    with pytest.raises(RuleError) as refused:
        gifts.record(replace(given, campaign="Forêt"))
    assert refused.value.code == "donation.tier_of_another_campaign"


# gifts that went back


BOUNCED = NewReturn(TODAY, ReturnReason.BOUNCED, "chèque impayé")


def test_returned_gift_counts_no_more_and_its_money_goes_out(gifts, accounts, units, donor_id):
    key = gifts.record(gift(donor_id=donor_id, campaign="Toit")).value.id
    returned = gifts.give_back(key, BOUNCED)
    assert returned.value.returned == BOUNCED
    assert Subject.RECEIPTS in returned.changes
    assert sorted(journal(accounts), key=str) == [
        (Direction.IN, LineKind.GIFT, 2_000),
        (Direction.OUT, LineKind.GIFT, 2_000),
    ]
    lines = accounts.lines(accounts.ids(PaymentFilter(direction=Direction.IN)))
    assert [line.is_returned for line in lines] == [True]
    for wanted in (DonationFilter(), DonationFilter(text="lefevre")):
        assert gifts.total(wanted) == gifts.uncounted(wanted) == Money(0)
    assert gifts.sum_of([key]) == Money(0)
    assert [line.returned_on for line in gifts.find(DonationFilter(returned=True))] == [TODAY]
    assert gifts.ids(DonationFilter(returned=False)) == []
    assert ContactService(units, lambda: TODAY).lines([donor_id])[0].gift_total == Money(0)


def test_return_whose_money_did_not_go_out_is_found_by_the_check(gifts, units, donor_id):
    key = gifts.record(gift(donor_id=donor_id)).value.id
    back = gifts.give_back(key, BOUNCED).value.return_payment_id
    with units.write("test") as work:
        work.payments.change(back, {"direction": "in"})
        work.commit()
    findings = DatabaseService(units).check().findings
    assert [(one.code, one.values) for one in findings] == [
        ("check.return_differs", {"id": key})
    ]


def test_return_is_taken_back_by_itself_and_by_undo(gifts, accounts, operations, donor_id):
    key = gifts.record(gift(donor_id=donor_id)).value.id
    before = gifts.get(key)
    gifts.give_back(key, BOUNCED)
    operations.undo()
    assert gifts.get(key) == before
    gifts.give_back(key, BOUNCED)
    assert gifts.take_back_return(key).value == before
    assert journal(accounts) == [(Direction.IN, LineKind.GIFT, 2_000)]
    with pytest.raises(RuleError) as refused:
        gifts.take_back_return(key)
    assert refused.value.code == "donation.not_returned"


def test_fee_that_counts_as_a_gift_goes_back_and_is_due_again(units, gifts, accounts, donor_id):
    types, members = (
        MembershipTypeService(units, lambda: TODAY),
        MemberService(units, lambda: TODAY),
    )
    kind = NewMembershipType("Simple", amount=Money(2_000), receipt_eligible=True)
    year = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    new = NewMembership(donor_id, types.add(kind).value.id, year, Money(2_000))
    key = members.join(new).value.id
    share = PaymentShare("fee", Money(2_000), key)
    shared = NewSharedPayment(donor_id, TODAY, Money(2_000), PaymentMode.CHEQUE, (share,))
    paid = members.record_payment(shared).value.id
    with units.read() as work:
        (fee,) = work.imports.gifts_of_payment(paid)

    gifts.give_back(fee, BOUNCED)

    assert members.get(key).remainder == Money(2_000)
    back = gifts.get(fee).return_payment_id
    for touch in (accounts.remove, members.remove_payment):
        with pytest.raises(RuleError) as refused:
            touch(back)
        assert refused.value.code == "payment.is_return"
    gifts.take_back_return(fee)
    assert not members.get(key).remainder


def test_gift_in_kind_goes_back_without_money(gifts, accounts, donor_id):
    key = gifts.record(in_kind(donor_id=donor_id)).value.id
    gifts.give_back(key, NewReturn(TODAY, ReturnReason.GIVEN_BACK))
    assert gifts.get(key).return_payment_id is None
    assert journal(accounts) == []


def test_what_went_back_waits_for_its_return_to_be_taken_back(gifts, accounts, donor_id):
    key = gifts.record(gift(donor_id=donor_id)).value.id
    gifts.give_back(key, BOUNCED)
    paid = gifts.get(key).payment_id
    refusals = {
        "donation.returned": [
            lambda: gifts.correct(key, gift(9_900)),
            lambda: gifts.remove(key),
        ],
        "donation.returned_already": [lambda: gifts.give_back(key, BOUNCED)],
        "payment.gift_returned": [lambda: accounts.decide([paid], PaymentState.DISMISSED)],
    }
    for code, calls in refusals.items():
        for call in calls:
            with pytest.raises(RuleError) as refused:
                call()
            assert refused.value.code == code


def test_money_that_does_not_count_cannot_go_back(gifts, units, donor_id):
    key = platform_gift(units, donor_id, state=PaymentState.TO_CHECK)
    with pytest.raises(RuleError) as refused:
        gifts.give_back(key, BOUNCED)
    assert refused.value.code == "donation.not_received"


# on a receipt, and after


def test_gift_on_a_receipt_is_locked_until_it_is_voided_and_never_deleted(units, gifts):
    AssociationService(units).save(PROFILE)
    address = PostalAddress("1 rue Haute", "", "44000", "Nantes")
    new = NewContact(last_name="Baron", first_name="Zoé", address=address)
    donor = ContactService(units, lambda: TODAY).add(new).value.id
    key = gifts.record(gift(donor_id=donor)).value.id
    receipts = ReceiptService(units, lambda: TODAY)
    life = ReceiptLifeService(units, lambda: TODAY)
    (receipt,) = receipts.issue_year(2026).value
    better = gift(2_500, donor_id=donor)

    def refusal(call):
        with pytest.raises(RuleError) as refused:
            call()
        return refused.value.code, refused.value.values.get("number")

    number = receipt.number_text
    assert refusal(lambda: gifts.correct(key, better)) == ("donation.on_receipt", number)
    assert refusal(lambda: gifts.remove(key)) == ("donation.on_receipt", number)
    gifts.give_back(key, BOUNCED)
    assert [line.id for line in life.to_void()] == [receipt.id]
    gifts.take_back_return(key)
    life.void(receipt.id, "montant")
    assert gifts.correct(key, better).value.past_receipt == number
    assert refusal(lambda: gifts.remove(key)) == ("donation.was_on_receipt", number)
    gifts.give_back(key, BOUNCED)
    assert receipts.drafts(2026) == ()


# listing


@pytest.fixture
def several(gifts, units, donor_id):
    other = add_donor(units, "Abadie", "Zoé")
    gifts.record(gift(1_000, dt.date(2025, 12, 31), donor_id=donor_id, campaign="Toit"))
    gifts.record(gift(3_000, dt.date(2026, 1, 1), donor_id=other, campaign="Forêt"))
    gifts.record(gift(2_000, dt.date(2026, 2, 1), donor_id=donor_id))
    gifts.record(gift(500, dt.date(2026, 2, 2)))


def amounts(gifts, **wanted):
    return [line.amount.cents for line in gifts.find(DonationFilter(**wanted))]


def test_year_donor_campaign_and_words_narrow_the_list(gifts, several, donor_id):
    assert amounts(gifts) == [500, 2_000, 3_000, 1_000]
    assert amounts(gifts, year=2025) == [1_000]
    assert amounts(gifts, year=2026) == [500, 2_000, 3_000]
    assert amounts(gifts, donor_id=donor_id) == [2_000, 1_000]
    assert amounts(gifts, campaign="foret") == [3_000]
    assert amounts(gifts, text="lefe elo") == [2_000, 1_000]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("date", [1_000, 3_000, 2_000, 500]),
        ("amount", [500, 1_000, 2_000, 3_000]),
        ("donor", [500, 3_000, 1_000, 2_000]),
        ("campaign", [2_000, 500, 3_000, 1_000]),
    ],
)
def test_every_sort_runs_both_ways(gifts, several, sort, expected):
    assert amounts(gifts, sort=sort, descending=False) == expected
    assert amounts(gifts, sort=sort, descending=True) == expected[::-1]


def test_total_counts_only_money_received(gifts, accounts, units, several, donor_id):
    key = platform_gift(units, donor_id, 700, state=PaymentState.TO_CHECK)
    assert gifts.total(DonationFilter(year=2026)) == Money(5_500)
    assert gifts.uncounted(DonationFilter(year=2026)) == Money(700)
    accounts.decide([gifts.get(key).payment_id], PaymentState.RECEIVED)
    assert gifts.total(DonationFilter(year=2026)) == Money(6_200)
    assert gifts.uncounted(DonationFilter(year=2026)) == Money(0)
    assert gifts.total(DonationFilter(year=2026, text="zoe")) == Money(3_000)


def test_chosen_gifts_add_up_as_far_as_received(gifts, units, several, donor_id):
    key = platform_gift(units, donor_id, 700, state=PaymentState.TO_CHECK)
    ids = gifts.ids(DonationFilter(year=2026))
    assert key in ids
    assert gifts.sum_of(ids) == Money(5_500)
    assert gifts.sum_of([]) == Money(0)


def test_line_tells_whether_the_donor_is_a_person(gifts, donor_id):
    gifts.record(gift())
    gifts.record(gift(donor_id=donor_id))
    lines = gifts.find(DonationFilter(sort="donor", descending=False))
    assert [line.donor_kind for line in lines] == [None, ContactKind.PERSON]


def test_years_run_from_the_newest_and_hold_this_one(gifts, units):
    assert gifts.years() == [2026]
    gifts.record(gift(day=dt.date(2024, 5, 1)))
    assert gifts.years() == [2026, 2024]
