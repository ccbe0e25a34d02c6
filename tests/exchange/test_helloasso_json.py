"""Answers of HelloAsso's API kept as a file: payments, orders, items, notifications."""

from __future__ import annotations

import json

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, PaymentMode
from coopdesk.exchange.file_content import FileContent
from coopdesk.exchange.helloasso_json import api_format, read_api_file
from tests.spent import spent

ORDER = {
    "id": 12578,
    "date": "2026-04-03T18:23:13.4112357+02:00",
    "formSlug": "fete",
    "formName": "Fête des communs",
    "formType": "Event",
}
PAYER = {
    "email": "denis.baron@example.org",
    "address": "12 rue Haute",
    "zipCode": "44000",
    "city": "Nantes",
    "country": "FRA",
    "firstName": "Denis",
    "lastName": "Baron",
}
TICKET = {"id": 1, "type": "Registration", "state": "Processed", "shareAmount": 4000}
GIFT = {"id": 2, "type": "Donation", "state": "Processed", "shareAmount": 500}


def payment(**told):
    """One payment as the API tells it: a ticket of 40 and a gift of 5 unless said otherwise."""
    return {
        "id": 900,
        "amount": 4500,
        "amountTip": 300,
        "date": "2026-04-03T18:23:13.4112357+02:00",
        "paymentMeans": "Card",
        "paymentOffLineMean": "None",
        "state": "Authorized",
        "cashOutState": "Transfered",
        "order": ORDER,
        "payer": PAYER,
        "items": [TICKET, GIFT],
    } | told


def content(value, name="paiements.json"):
    return FileContent(name, json.dumps(value, ensure_ascii=False).encode())


def read(value, corrections=None):
    return read_api_file(content(value), corrections or {})


def parts(row):
    return [(part.kind.value, part.amount.cents) for part in row.parts]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda x: x,
        lambda x: [x],
        lambda x: {"data": [x], "pagination": {"totalCount": 1, "continuationToken": "abc"}},
        lambda x: {"data": x, "eventType": "Payment"},
        lambda x: [{"data": x, "eventType": "Payment"}],
    ],
    ids=["object", "list", "page", "notification", "notifications"],
)
def test_a_payment_is_found_whatever_wraps_it(wrap):
    found = read(wrap(payment()))
    (row,) = found.rows
    assert (found.file_format, found.problems, found.warnings) == (
        FileFormat.HELLOASSO_API,
        (),
        (),
    )
    assert (row.payment_ref, row.order_ref, row.amount) == ("900", "12578", Money(4500))
    assert parts(row) == [("registration", 4000), ("gift", 500)]
    assert (row.mode, row.status, row.campaign) == (
        PaymentMode.CARD,
        "Payé",
        "Fête des communs",
    )
    assert (row.paid_on.isoformat(), row.payer.address.postal_code) == ("2026-04-03", "44000")
    assert (row.paid_out_on, row.payout_ref) == (None, "")


def test_shares_larger_than_the_payment_are_not_summed():
    fee = {"type": "Membership", "shareAmount": 30000, "amount": 30000}
    (row,) = read(payment(amount=9000, items=[fee])).rows
    assert (parts(row), row.doubt) == ([("fee", 9000)], "")
    (row,) = read(payment(amount=9000, items=[fee, GIFT])).rows
    assert (parts(row), row.doubt) == ([("registration", 9000)], "parts_do_not_add_up")


def test_money_counts_as_paid_out_only_once_it_was_cashed_out():
    told = {"cashOutDate": "2026-04-15T04:00:00+02:00", "idCashOut": 7001}
    (row,) = read(payment(cashOutState="CashedOut", **told)).rows
    assert (row.payout_ref, row.paid_out_on.isoformat()) == ("7001", "2026-04-15")
    (row,) = read(payment(cashOutState="TransferInProgress", **told)).rows
    assert (row.payout_ref, row.paid_out_on) == ("", None)


def test_what_is_no_money_yet_is_refused_with_its_state_and_an_unknown_state_is_not():
    found = read([payment(state="Pending"), payment(id=901, state="Inconsistent")])
    assert [(x.line, x.code, x.values["status"]) for x in found.problems] == [
        (1, "row.no_money", "Pending")
    ]
    assert found.refused[1]["payer.lastName"] == "Baron"
    assert [(row.payment_ref, row.status_known) for row in found.rows] == [("901", False)]


def test_an_offline_payment_keeps_its_means():
    told = payment(state="Registered", paymentMeans="None", paymentOffLineMean="Check")
    (row,) = read(told).rows
    assert (row.mode, row.offline, row.status) == (PaymentMode.CHEQUE, True, "Hors Ligne")


def test_a_refund_gives_the_payment_back_and_one_that_failed_does_not():
    refund = {"id": 5, "amount": 4500, "meta": {"createdAt": "2026-05-02T10:16:24+02:00"}}
    told = [{**refund, "status": "PROCESSED"}, {**refund, "id": 6, "status": "Error"}]
    paid, back = read(payment(state="Refunded", refundOperations=told)).rows
    assert (paid.status, paid.status_known, paid.returned) == ("Payé", True, None)
    assert (back.payment_ref, back.reverses, back.direction) == (
        "900/refund",
        "900",
        Direction.OUT,
    )
    assert (back.paid_on.isoformat(), parts(back)) == ("2026-05-02", parts(paid))
    (unsaid,) = read(payment(state="Refunded")).rows
    assert not unsaid.status_known


def test_a_receipt_of_helloasso_is_known_by_its_link():
    link = "https://www.example.org/recu/1"
    (row,) = read(payment(fiscalReceiptUrl=link)).rows
    assert row.helloasso_receipt == link


def order():
    """Two tickets and a gift, paid at once; one of them has an answer."""
    paid = {"id": 900, "amount": 8500, "date": ORDER["date"], "state": "Authorized"}
    paid["paymentMeans"] = "Card"
    answers = [{"id": 0, "name": "Régime", "answer": "sans"}]
    items = [
        {**TICKET, "id": 11, "amount": 4000, "name": "Plein tarif", "customFields": answers},
        {**TICKET, "id": 12, "amount": 4000, "name": "Plein tarif"},
        {**GIFT, "id": 13, "amount": 500},
    ]
    for item in items:
        item["payments"] = [{"id": 900, "shareAmount": item["amount"]}]
        item["user"] = {"firstName": "Zoé", "lastName": "Baron"}
    return {
        **ORDER,
        "payer": PAYER,
        "items": items,
        "payments": [{**paid, "state": "Authorized"}],
    }


def test_an_order_gives_its_payment_once_and_a_registration_for_each_ticket():
    paid, first, second = read(order()).rows
    assert parts(paid) == [("registration", 8000), ("gift", 500)]
    assert [(x.ticket, x.amount.cents, x.tariff) for x in (first, second)] == [
        ("item:11", 4000, "Plein tarif"),
        ("item:12", 4000, "Plein tarif"),
    ]
    assert (first.answers, first.participant_first_name) == ({"Régime": "sans"}, "Zoé")
    assert [row.line for row in (paid, first, second)] == [1, 2, 3]


MEAL = {"name": "Repas", "amount": 1200, "customFields": [{"name": "Régime", "answer": "sans"}]}
BED = {"name": "Lit", "amount": 800}


def test_options_of_a_ticket_are_told_as_the_exports_tell_them():
    whole = order()
    whole["items"][0] |= {
        "options": [MEAL, BED],
        "payments": [{"id": 900, "shareAmount": 6000}],
    }
    _paid, first, second = read(whole).rows
    assert (first.amount, second.amount) == (Money(6000), Money(4000))
    assert first.answers == {
        "Régime": "sans",
        "Repas": "sans",
        "Montant Repas": "12,00",
        "Lit": "Oui",
        "Montant Lit": "8,00",
    }


def test_options_that_are_in_the_amount_of_a_ticket_are_not_added_to_it():
    whole = order()
    whole["items"][0]["options"] = [MEAL]
    _paid, first, _second = read(whole).rows
    assert first.amount == Money(4000)


def test_options_of_an_order_that_tells_no_shares_are_a_part_of_what_the_ticket_took():
    whole = order()
    whole["payments"][0]["amount"] = 9700
    for item in whole["items"]:
        del item["payments"]
    whole["items"][0]["options"] = [MEAL]
    paid, first, _second = read(whole).rows
    assert parts(paid) == [("registration", 9200), ("gift", 500)]
    assert first.amount == Money(5200)


def test_a_cancelled_ticket_is_told_when_somebody_had_paid_it():
    whole = order()
    whole["items"][1]["state"] = "Canceled"
    assert [row.status for row in read(whole).rows] == ["Payé", "Validé", "Annulé"]
    whole["payments"][0]["state"] = "Refused"
    found = read(whole)
    assert [row.status for row in found.rows] == ["Validé"]
    assert [problem.code for problem in found.problems] == ["row.no_money"] * 2


def test_items_tell_of_a_payment_they_share_only_once():
    whole = order()
    items = [
        {
            **item,
            "order": {name: whole[name] for name in ORDER},
            "payer": PAYER,
            "payments": [{**whole["payments"][0], "shareAmount": item["amount"]}],
        }
        for item in whole["items"]
    ]
    one, two = read(items), read(whole)
    assert [(x.line, x.amount) for x in one.rows] == [(x.line, x.amount) for x in two.rows]
    assert parts(one.rows[0]) == parts(two.rows[0])


def test_a_correction_stands_for_the_value_at_its_path():
    found = read(payment(date="2026-02-30"))
    assert [(x.code, x.column) for x in found.problems] == [("date.impossible", "date")]
    (row,) = read(
        payment(date="2026-02-30"), {1: {"date": "2026-02-27", "payer.city": "Brest"}}
    ).rows
    assert (row.paid_on.isoformat(), row.payer.address.city) == ("2026-02-27", "Brest")


def test_one_page_of_several_and_forms_are_said():
    pages = {"totalCount": 300, "continuationToken": "abc"}
    found = read({"data": [payment()], "pagination": pages})
    assert [(x.code, dict(x.values)) for x in found.warnings] == [
        ("file.one_page", {"count": 1, "total": 300})
    ]
    forms = read([{"formSlug": "a", "formType": "Event", "title": "Atelier"}])
    assert (forms.rows, [x.code for x in forms.warnings]) == ((), ["file.forms_only"])


def test_rows_of_a_payout_are_read_as_its_table():
    row = {"operationType": "OneTimePayment", "credit": 45.5, "debit": 0, "paymentId": 900}
    more = {"paymentDate": ORDER["date"], "cashOutId": 7001, "campaignType": "Event"}
    found = read({"data": [row | more | {"paymentMethod": "Card", "paymentStatus": "Paid"}]})
    assert (found.file_format, found.problems) == (FileFormat.HELLOASSO_PAYOUT, ())
    assert (found.rows[0].amount, found.rows[0].payout_ref) == (Money(4550), "7001")


@pytest.mark.parametrize(
    "text",
    [
        '{"data": [{"id": 1, "amount": NaN, "date": "", "state": "", "payer": {}}]}',
        '[{"id": 1, "amount": 45',
        "[" * 100_000,
        '{"name": "autre", "version": 2}',
        "{" + '"data": {' * 500 + "}" * 501,
        "[" + "9" * 10_000 + "]",
        "[" + "11," * 6_000_000 + "1]",
    ],
    ids=["nan", "cut", "deep", "foreign", "wrapped", "long", "many"],
)
def test_other_or_broken_json_is_refused_at_once(text):
    content = FileContent("x.json", text.encode())
    with spent() as cost:
        with pytest.raises(RuleError, match=r"^file\.(broken_json|unknown_json|too_many_rows)"):
            read_api_file(content)
        assert api_format(content) is None
    assert cost.seconds < 1
