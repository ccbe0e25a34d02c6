"""Payments recorded by hand: checked, listed, found, removed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentFilter,
    PaymentMode,
    PaymentPart,
    PaymentState,
)
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.payments import PaymentService
from tests.building import TODAY, gift, new_units, person, today
from tests.services.receipt_office import ReceiptOffice


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def accounts(units):
    return PaymentService(units, today)


@pytest.mark.parametrize("fee", [-1, 4200, 5000])
def test_a_fee_leaves_something_of_the_money_that_came_in(accounts, fee):
    income = {"direction": Direction.IN, "kind": LineKind.SALE, "cents": 4200}
    with pytest.raises(RuleError, match=r"payment\.fee_not_possible"):
        accounts.record(expense(**income, fee=Money(fee)))
    recorded = accounts.record(expense(**income, fee=Money(120))).value
    assert accounts.get(recorded.id).content.fee == Money(120)


def test_money_that_goes_out_bears_no_fee(accounts):
    with pytest.raises(RuleError, match=r"payment\.fee_not_possible"):
        accounts.record(expense(fee=Money(100)))
    paid = accounts.record(expense()).value
    with pytest.raises(RuleError, match=r"payment\.fee_not_possible"):
        accounts.set_fee(paid.id, Money(100))


def test_fee_of_a_gift_on_a_receipt_is_noted_and_taken_back_beside_it(accounts, units):
    office = ReceiptOffice(units)
    [receipt] = office.issued(("Lefèvre", 5_000))
    [line] = accounts.ids(PaymentFilter())
    [payment_id] = [each.payment_id for each in accounts.lines([line])]
    before = accounts.get(payment_id).content
    with pytest.raises(RuleError, match=r"payment\.fee_not_possible"):
        accounts.set_fee(payment_id, before.amount)
    noted = accounts.set_fee(payment_id, Money(35)).value
    assert noted.content == replace(before, fee=Money(35))
    [kept] = office.receipts.lines([receipt.id])
    assert kept.amount == Money(5_000)
    office.operations.undo()
    assert accounts.get(payment_id).content == before


def expense(cents=45_000, label="Loyer du local", kind=LineKind.EXPENSE, **more):
    amount = Money(cents)
    new = NewPayment(
        paid_on=TODAY,
        amount=amount,
        mode=PaymentMode.TRANSFER,
        parts=(PaymentPart(kind, amount),),
        direction=Direction.OUT,
        label=label,
    )
    return replace(new, **more)


def found(accounts, **wanted):
    return [x.label for x in accounts.lines(accounts.ids(PaymentFilter(**wanted)))]


@pytest.mark.parametrize("text", ["loyer", "LOCAL loy", "lefevre"])
def test_payment_is_found_by_its_label_and_its_payer(units, accounts, text):
    owner = ContactService(units, today).add(person()).value.id
    accounts.record(expense(payer_id=owner))
    accounts.record(expense(label="Assurance"))

    assert found(accounts, text=text) == ["Loyer du local"]


def test_gift_is_found_by_its_campaign(units, accounts):
    DonationService(units, today).record(gift(None, campaign="Fête d'été"))

    assert len(accounts.ids(PaymentFilter(text="ete"))) == 1
    assert accounts.ids(PaymentFilter(text="hiver")) == []


def test_totals_keep_money_in_and_money_out_apart(units, accounts):
    DonationService(units, today).record(gift(None, 9_000))
    accounts.record(expense(45_000))
    accounts.record(expense(1_000, "Timbres", paid_on=dt.date(2025, 12, 31)))

    assert accounts.totals(PaymentFilter(year=2026)) == (Money(9_000), Money(45_000))
    assert accounts.years() == [2026, 2025]


def test_payment_set_aside_is_left_out_of_what_counts(accounts):
    payment = accounts.record(expense()).value
    accounts.decide([payment.id], PaymentState.DISMISSED)

    counted = PaymentFilter(state=PaymentState.RECEIVED)
    assert accounts.totals(counted) == (Money(0), Money(0))
    assert accounts.get(payment.id).content.state is PaymentState.DISMISSED


def test_gifts_are_recorded_and_removed_as_gifts_only(units, accounts):
    donation = DonationService(units, today).record(gift(None)).value

    for command in (
        lambda: accounts.record(expense(kind=LineKind.GIFT)),
        lambda: accounts.remove(donation.payment_id),
    ):
        with pytest.raises(RuleError) as refused:
            command()
        assert refused.value.code == "payment.gift_belongs_to_gifts"


def test_removed_payment_is_gone_and_unknown_payer_refused(accounts):
    payment = accounts.record(expense()).value
    accounts.remove(payment.id)

    with pytest.raises(NotFoundError):
        accounts.get(payment.id)
    with pytest.raises(NotFoundError):
        accounts.record(expense(payer_id=77))
    assert found(accounts) == []


def test_hostile_label_is_text_and_a_long_one_refused(accounts):
    accounts.record(expense(label='=HYPERLINK("http://example.org")\u202e'))

    assert found(accounts) == ['=HYPERLINK("http://example.org")']
    with pytest.raises(RuleError) as refused:
        accounts.record(expense(label="x" * 40_000))
    assert refused.value.code == "text.too_long"
