"""A part of a payment given back: money out, the gift that is left, receipts never wrong."""

from __future__ import annotations

import pytest

from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, PaymentFilter, PaymentState
from coopdesk.domain.receipts import Verdict
from coopdesk.services.association import AssociationService
from coopdesk.services.booking import BookingService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.receipt_life import ReceiptLifeService
from tests.building import PROFILE, every_row, new_units, today
from tests.exchange.test_helloasso_json import payment as told
from tests.services.test_helloasso_api_imports import ApiDesk
from tests.services.test_helloasso_payouts import row
from tests.services.test_imports import payment

GIFT = payment("1", "800", "50,00", kind="Formulaire de don", tariff="", gift="")
TICKET_AND_GIFT = payment("1")
GIVEN = PaymentFilter(direction=Direction.IN)


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield ApiDesk(units, tmp_path)


def debit(desk, euros, payout="7001", ref="1", status="PartiallyRefunded"):
    """A payout off which a part of a payment was taken."""
    more = {"debit": euros, "paymentStatus": status, "cashOutId": payout}
    return desk.payout(row(ref, "Debit", "", **more))


def money(desk):
    return desk.money_in().cents, desk.money_out().cents


def waiting(desk):
    return [x.payment_id for x in desk.imports.to_check()]


@pytest.mark.parametrize("is_first", [False, True], ids=["after", "before"])
def test_a_part_of_a_gift_goes_back_and_the_rest_stays_a_gift(desk, is_first):
    gift, refund = desk.payments_file(GIFT), debit(desk, "20.00")
    runs = [desk.apply(path) for path in ((refund, gift) if is_first else (gift, refund))]

    assert money(desk) == (5000, 2000)
    assert sorted((x.amount.cents, x.returned_on is not None) for x in desk.gifts()) == [
        (2000, True),
        (3000, False),
    ]
    assert desk.donations.total(DonationFilter()) == Money(3000)
    assert desk.apply(gift) is desk.apply(refund) is None
    partly = desk.payments_file(GIFT.replace("Payé", "Partiellement remboursé"))
    assert desk.judged(partly) == [("changed", "changed_at_source")]
    BookingService(desk.units, today).book()
    assert DatabaseService(desk.units).check().ok
    desk.operations.undo()
    for run in reversed(runs):
        desk.imports.undo(run.id)
    left = ("contact", "donation", "donation_return", "entry", "payment", "payment_line")
    assert not any(every_row(desk.units)[name] for name in left)


def test_a_refund_of_one_of_the_parts_is_of_that_one_and_no_more_comes_back_than_was_paid(desk):
    desk.apply(desk.payments_file(TICKET_AND_GIFT))
    gift = debit(desk, "5.00")
    assert desk.judged(gift) == [("new", "gives_back_part")]
    desk.apply(gift)
    assert desk.donations.total(DonationFilter()) == Money(0)
    assert desk.judged(debit(desk, "41.00", "7002")) == [("doubtful", "reversed_already")]
    assert desk.judged(debit(desk, "40.00", "7002")) == [("doubtful", "reverses_in_part")]
    desk.apply(debit(desk, "40.00", "7002"))
    desk.accounts.decide(waiting(desk), PaymentState.RECEIVED)
    assert money(desk) == (4500, 4500)
    assert desk.lines()[-1] == ("registration", 4000, "received")


def test_a_refund_that_may_be_of_the_gift_waits_and_is_taken_from_the_ticket_first(desk):
    desk.apply(desk.payments_file(TICKET_AND_GIFT))
    refund = debit(desk, "42.00")
    assert desk.judged(refund) == [("doubtful", "reverses_in_part")]
    desk.apply(refund)
    assert money(desk) == (4500, 0)
    desk.accounts.decide(waiting(desk), PaymentState.RECEIVED)
    assert money(desk) == (4500, 4200)
    assert desk.donations.total(DonationFilter()) == Money(300)
    assert desk.apply(refund) is None


def test_a_part_of_a_gift_on_a_receipt_goes_back_once_the_receipt_is_void(desk):
    desk.apply(desk.payments_file(GIFT))
    AssociationService(desk.units).save(PROFILE)
    (receipt,) = desk.receipts.issue_year(2026).value
    refund = debit(desk, "20.00")
    assert desk.judged(refund) == [("doubtful", "reverses_receipt")]
    desk.apply(refund)
    with pytest.raises(RuleError, match=r"^payment\.on_receipt"):
        desk.accounts.decide(waiting(desk), PaymentState.RECEIVED)
    ReceiptLifeService(desk.units, today).void(receipt.id, "rendu en partie")
    desk.accounts.decide(waiting(desk), PaymentState.RECEIVED)
    assert desk.receipts.review(2026).total(Verdict.READY) == Money(3000)


def test_a_refund_that_an_export_only_names_is_answered_by_the_payout_that_tells_it(desk):
    export = desk.payments_file(payment("1", status="Remboursé"))
    assert desk.judged(export) == [("doubtful", "gone_back")]
    desk.apply(export)
    refund = debit(desk, "45.00", status="Refunded")
    assert desk.judged(refund) == [("new", "")]
    desk.apply(refund)
    assert money(desk) == (4500, 4500)
    assert desk.imports.to_check() == []


@pytest.mark.parametrize("by_file", [True, False], ids=["by the source", "by a person"])
def test_a_refund_waits_with_the_payment_that_it_gives_back_and_counts_with_it(desk, by_file):
    refund = debit(desk, "45.00", status="Refunded")
    for path in (desk.payments_file(payment("1", status="En attente")), refund):
        desk.apply(path)
    assert desk.judged(refund) == [("same", "")]
    assert money(desk) == (0, 0)
    if by_file:
        desk.apply(desk.payments_file(payment("1")))
    else:
        (line, *_others) = desk.accounts.lines(desk.accounts.ids(GIVEN))
        desk.accounts.decide([line.payment_id], PaymentState.RECEIVED)
    assert money(desk) == (4500, 4500)
    assert desk.donations.total(DonationFilter()) == Money(0)


@pytest.mark.parametrize("is_payout_first", [False, True])
def test_a_part_told_by_the_api_and_by_a_payout_went_back_once(desk, is_payout_first):
    backs = [{"id": number, "amount": 1000, "status": "Processed"} for number in (5, 6)]
    items = [{"id": 1, "type": "Registration", "state": "Processed", "shareAmount": 4500}]
    answer = desk.answer(told(id="1", items=items, state="Refunded", refundOperations=backs))
    payouts = [debit(desk, "10.00", number) for number in ("7001", "7002")]
    desk.apply(desk.payments_file(payment("1", "12578", tariff="45,00", gift="")))
    for path in (*payouts, answer, *payouts) if is_payout_first else (answer, *payouts, answer):
        desk.apply(path)
    assert desk.money_out() == Money(2000)
    assert {(ref, count) for ref, count, _cents in desk.payouts()} == {("7001", 1), ("7002", 1)}
