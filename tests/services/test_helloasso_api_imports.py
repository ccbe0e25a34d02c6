"""The same payments of HelloAsso as exports and as answers of its API are the same."""

from __future__ import annotations

import json

import pytest

from coopdesk.domain.money import Money
from tests.building import every_row, new_units
from tests.exchange.test_helloasso_json import order
from tests.exchange.test_helloasso_json import payment as told
from tests.services.test_helloasso_payouts import PayoutDesk, row
from tests.services.test_imports import EVENT_HEADER, payment, ticket


class ApiDesk(PayoutDesk):
    """A desk that gets answers of the API."""

    def answer(self, *objects):
        self.count += 1
        path = self.folder / f"reponse-{self.count}.json"
        path.write_text(json.dumps({"data": objects}), encoding="utf-8")
        return path


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield ApiDesk(units, tmp_path)


def test_a_payment_of_an_export_is_the_same_as_an_answer_and_the_other_way_round(desk):
    export, answer = desk.payments_file(payment("900", "12578")), desk.answer(told())
    desk.apply(export)
    assert desk.judged(answer) == [("same", "")]
    desk.imports.undo(desk.imports.history()[0].id)
    desk.apply(answer)
    assert desk.judged(export) == [("same", "")]


def test_an_order_brings_its_money_once_with_its_tickets(desk):
    path = desk.answer(order())
    assert desk.imports.preview(path).new_amount == Money(8500)
    run = desk.apply(path)
    assert (run.new, run.amount) == (3, Money(8500))
    assert desk.lines() == [("registration", 8000, "received"), ("gift", 500, "received")]
    before = every_row(desk.units)
    assert desk.apply(path) is None
    assert every_row(desk.units) == before
    tickets = desk.file(EVENT_HEADER, ticket("12578", "T1"), ticket("12578", "T2"))
    assert desk.judged(tickets) == [("same", "known_by_order")] * 2


def test_a_receipt_issued_by_helloasso_keeps_its_number_when_the_answer_has_a_link(desk):
    desk.apply(desk.payments_file(payment("900", "12578", receipt="RF-2026-1")))
    link = "https://www.example.org/recu/1"
    assert desk.judged(desk.answer(told(fiscalReceiptUrl=link))) == [("same", "")]
    (gift,) = desk.gifts()
    assert desk.donations.get(gift.id).outside_receipt == "RF-2026-1"


def test_a_refund_of_the_api_is_not_asked_about_when_an_export_tells_it_too(desk):
    refund = {"id": 5, "amount": 4500, "status": "Processed"}
    answer = desk.answer(told(state="Refunded", refundOperations=[refund]))
    desk.apply(answer)
    assert (desk.money_in(), desk.money_out()) == (Money(4500), Money(4500))
    export = desk.payments_file(payment("900", "12578", status="Remboursé"))
    desk.apply(export)
    assert (desk.money_in(), desk.money_out()) == (Money(4500), Money(4500))
    assert desk.apply(export) is desk.apply(answer) is desk.apply(export) is None


@pytest.mark.parametrize("cents", [4500, 500], ids=["whole", "part"])
@pytest.mark.parametrize("is_first", [False, True], ids=["after", "before"])
def test_a_refund_told_by_the_api_and_by_a_payout_is_one(desk, cents, is_first):
    """Its payout need not hold the payment: nothing there says whether it is a part."""
    day = {"createdAt": "2026-05-20T10:00:00+02:00"}
    refund = {"id": 5, "amount": cents, "status": "Processed", "meta": day}
    state = "Refunded" if cents == 4500 else "Authorized"
    answer = desk.answer(told(state=state, refundOperations=[refund]))
    paid = desk.payout(row("900", orderId="12578"))
    later = {"cashOutId": "7002", "cashOutDate": "2026-05-28", "paymentStatus": "Refunded"}
    debit = desk.payout(row("900", "Debit", "", debit=f"{cents / 100:.2f}", **later))
    desk.apply(desk.answer(told()))
    for path in (answer, debit, paid) if is_first else (paid, debit, answer, paid):
        desk.apply(path)
    assert (desk.money_in(), desk.money_out()) == (Money(4500), Money(cents))
    assert desk.imports.to_check() == []
    assert desk.payouts() == [("7002", 1, -cents), ("7001", 1, 4500)]
    assert [desk.apply(path) for path in (answer, debit, paid)] == [None] * 3
