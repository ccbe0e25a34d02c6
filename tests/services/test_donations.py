"""Gifts through their service, on a real database."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import (
    DonationFilter,
    DonationNature,
    Ineligibility,
    NewDonation,
)
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentFilter,
    PaymentMode,
    PaymentPart,
    PaymentSource,
    PaymentState,
)
from coopdesk.services.accounts import AccountService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.operations import OperationService
from coopdesk.services.outcome import Subject
from coopdesk.storage.unit_of_work import Signature, Units
from tests.building import new_database

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
    return AccountService(units, lambda: TODAY)


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


def test_platform_keeps_amount_date_and_mode_of_its_gift(gifts, units, donor_id):
    key = platform_gift(units, donor_id)
    content = gifts.get(key).content
    for wrong in (
        replace(content, amount=Money(1)),
        replace(content, received_on=dt.date(2026, 1, 1)),
        replace(content, mode=PaymentMode.CASH),
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
        nature=DonationNature.OTHER,
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
