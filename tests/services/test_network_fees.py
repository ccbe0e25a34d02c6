"""Fees of networks: owed for a year, paid once, booked as what they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentState,
)
from coopdesk.services.booking import BookingService
from tests.building import TODAY, every_row, new_units, refused, today
from tests.services.partner_office import PartnerOffice

WIRE = PaymentMode.TRANSFER


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield PartnerOffice(units)


@pytest.fixture
def network(office):
    return office.structure("Réseau des communs")


def spent(office, contact_id, cents, direction=Direction.OUT):
    """Record a payment by hand, as the bank knows it."""
    part = PaymentPart(LineKind.OTHER, Money(cents))
    new = NewPayment(TODAY, Money(cents), WIRE, (part,), direction, payer_id=contact_id)
    return office.payments.record(new).value.id


def test_a_paid_fee_is_a_payment_out_booked_to_6281(office, network):
    key = office.fee(network, label="Part fixe")
    paid = office.fees.pay(key, TODAY, WIRE).value
    assert paid.paid_on == TODAY
    payment = office.payments.get(paid.payment_id).content
    assert (payment.direction, payment.parts[0].kind) == (Direction.OUT, LineKind.NETWORK_FEE)
    booking = BookingService(office.units, today)
    booking.book()
    (link,) = booking.entries_of(payment_id=paid.payment_id)
    assert sorted(office.booked(link.id)) == [("5121", 0, 12_000), ("6281", 12_000, 0)]


def test_one_undo_takes_the_payment_and_the_tie_back(office, network):
    key = office.fee(network)
    before = every_row(office.units)
    office.fees.pay(key, TODAY, WIRE)
    office.operations.undo()
    assert every_row(office.units) == before


def test_a_fee_is_owed_once_for_a_year_and_a_label(office, network):
    key = office.fee(network, label="Part fixe")
    assert refused(office.fee, network, label="part FIXE") == "network_fee.known"
    assert office.fee(network, label="Part variable")
    assert office.fee(network, 2025, label="Part fixe")
    same = office.fees.get(key).content
    assert office.fees.change(key, replace(same, amount=Money(100))).value.content.amount == (
        Money(100)
    )


def test_fees_of_a_year_are_listed_and_those_due_come_by_day(office, network):
    late = office.fee(network, 2025, due_on=dt.date(2025, 3, 1))
    undated = office.fee(network, 2026)
    due = office.fee(network, 2026, label="Appel", due_on=dt.date(2026, 12, 1))
    free = office.fee(network, 2024, cents=0)
    assert [x.id for x in office.fees.due()] == [late, due, undated]
    assert [x.id for x in office.fees.all()] == [undated, due, late, free]
    assert [x.id for x in office.fees.all(2025)] == [late]


def test_a_paid_fee_keeps_its_amount_and_stays(office, network):
    key = office.fee(network)
    paid = office.fees.pay(key, TODAY, WIRE).value
    more = replace(paid.content, amount=Money(1))
    assert refused(office.fees.change, key, more) == "network_fee.paid_already"
    assert refused(office.fees.pay, key, TODAY, WIRE) == "network_fee.paid_already"
    assert refused(office.fees.remove, key) == "network_fee.paid_already"
    noted = replace(paid.content, note="Voté en AG")
    assert office.fees.change(key, noted).value.content.note == "Voté en AG"


def test_set_free_it_is_due_again_and_the_payment_stays(office, network):
    key = office.fee(network)
    paid = office.fees.pay(key, TODAY, WIRE).value.payment_id
    assert office.fees.free(key).value.payment_id is None
    assert office.payments.get(paid).content.amount == Money(12_000)
    assert office.fees.tie_payment(key, paid).value.paid_on == TODAY


def test_a_removed_payment_leaves_the_fee_due(office, network):
    key = office.fee(network)
    before = every_row(office.units)
    office.payments.remove(office.fees.pay(key, TODAY, WIRE).value.payment_id)
    assert every_row(office.units) == before


def test_a_payment_that_counts_no_more_leaves_the_fee_due(office, network):
    key = office.fee(network)
    paid = office.fees.pay(key, TODAY, WIRE).value.payment_id
    office.payments.decide([paid], PaymentState.DISMISSED)
    assert [x.id for x in office.fees.due()] == [key]
    assert refused(office.fees.tie_payment, key, paid) == "network_fee.payment_unfit"


def test_only_a_payment_that_fits_is_the_one_of_a_fee(office, network):
    key = office.fee(network)
    other = office.structure("Atelier des rives")
    unfit = [
        spent(office, network, 11_999),
        spent(office, other, 12_000),
        spent(office, network, 12_000, Direction.IN),
    ]
    for payment_id in unfit:
        code = refused(office.fees.tie_payment, key, payment_id)
        assert code == "network_fee.payment_unfit"
    fit = spent(office, network, 12_000)
    office.fees.tie_payment(key, fit)
    second = office.fee(network, 2025)
    assert refused(office.fees.tie_payment, second, fit) == "network_fee.payment_unfit"


def test_nothing_is_paid_in_the_future_nor_of_nothing(office, network):
    key = office.fee(network)
    tomorrow = TODAY + dt.timedelta(1)
    assert refused(office.fees.pay, key, tomorrow, WIRE) == "payment.in_the_future"
    nothing = office.fee(network, 2025, cents=0)
    code = refused(office.fees.pay, nothing, TODAY, WIRE)
    assert code == "payment.amount_not_positive"


def test_an_unpaid_fee_can_go(office, network):
    key = office.fee(network)
    office.fees.remove(key)
    with pytest.raises(NotFoundError):
        office.fees.get(key)
