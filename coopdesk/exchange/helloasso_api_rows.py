"""Payments of HelloAsso's API, as rows that say what its exports say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.donations import ReturnReason
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.import_refunds import PART, REFUND
from coopdesk.domain.imports import PaymentRow
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import Direction, LineKind, PaymentPart
from coopdesk.exchange.headers import Layout
from coopdesk.exchange.helloasso_payers import read_payer
from coopdesk.exchange.helloasso_payments import WORD_LIMIT, read_mode
from coopdesk.exchange.helloasso_words import CampaignType, word

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.exchange.helloasso_words import HelloAssoWords
    from coopdesk.exchange.object_cells import ObjectCells

_CAMPAIGN_LIMIT, _RECEIPT_LIMIT = 200, 500
_CASHED_OUT, _PROCESSED = "cashedout", "processed"
_NO_MODE = frozenset({"", "none"})
UNKNOWN_TYPE = CampaignType(LineKind.OTHER, "unknown_campaign_type")
PAYER_PATHS: Mapping[str, str] = {
    "payer_last_name": "payer.lastName",
    "payer_first_name": "payer.firstName",
    "payer_email": "payer.email",
    "organisation": "payer.company",
    "street": "payer.address",
    "postal_code": "payer.zipCode",
    "city": "payer.city",
    "country": "payer.country",
}
ORDER_PATHS: Mapping[str, str] = {
    "order_ref": "order.id",
    "ordered_on": "order.date",
    "campaign": "order.formName",
    "slug": "order.formSlug",
    "campaign_type": "order.formType",
}
PAYMENT = Layout(
    FileFormat.HELLOASSO_API,
    {
        **ORDER_PATHS,
        **PAYER_PATHS,
        "payment_ref": "id",
        "total": "amount",
        "paid_on": "date",
        "status": "state",
        "mode": "paymentMeans",
        "offline_mode": "paymentOffLineMean",
        "paid_out": "cashOutState",
        "paid_out_on": "cashOutDate",
        "payout_ref": "idCashOut",
        "receipt": "fiscalReceiptUrl",
    },
    mandatory=(),
)


def read_api_payment(cells: ObjectCells, words: HelloAssoWords) -> PaymentRow | None:
    """Return the payment of the current object, or None when it is refused.

    One that is announced, waits or failed is no money, and refused with its state.
    """
    status = state_text(cells, words, words.states)
    payment_ref = cells.required(cells.reference, "payment_ref")
    paid_on = cells.required(cells.day, "paid_on")
    amount = cells.cents("total")
    if word(cells.cell("offline_mode")) not in _NO_MODE:
        cells.take("mode", "offline_mode")
    mode, mode_doubt = read_mode(cells, words, amount)
    campaign_type = words.campaign_types.get(word(cells.cell("campaign_type")), UNKNOWN_TYPE)
    parts, doubt = _parts(cells, words, amount, campaign_type)
    payer = read_payer(cells, words.countries)
    campaign = cells.text("campaign", _CAMPAIGN_LIMIT) or cells.text("slug", _CAMPAIGN_LIMIT)
    is_cashed_out = word(cells.cell("paid_out")) == _CASHED_OUT
    paid_out_on, payout_ref = cells.day("paid_out_on"), cells.reference("payout_ref")
    order_ref, receipt = cells.reference("order_ref"), cells.text("receipt", _RECEIPT_LIMIT)
    if cells.refused or paid_on is None:
        return None
    return PaymentRow(
        line=cells.line,
        raw=cells.raw(),
        payment_ref=payment_ref,
        order_ref=order_ref,
        paid_on=paid_on,
        amount=amount,
        mode=mode,
        status=status,
        status_known=word(status) in words.received,
        returned=words.returned.get(word(status)),
        offline=word(status) in words.offline,
        payer=payer,
        campaign=campaign,
        parts=parts,
        doubt=doubt or mode_doubt,
        paid_out_on=paid_out_on if is_cashed_out else None,
        helloasso_receipt=receipt,
        payout_ref=payout_ref if is_cashed_out else "",
    )


def state_text(cells: ObjectCells, words: HelloAssoWords, states: Mapping[str, str]) -> str:
    """Return the word of the exports for the state of an object; refuse what is no money."""
    state = cells.text("status", WORD_LIMIT)
    if word(state) in words.no_money:
        cells.refuse("row.no_money", cells.header.label("status"), status=state)
    return states.get(word(state), state)


def _parts(
    cells: ObjectCells, words: HelloAssoWords, amount: Money, campaign: CampaignType
) -> tuple[tuple[PaymentPart, ...], str]:
    """Return what a payment was for, and the doubt about it.

    What an item takes of a payment may be more than the payment itself: shares count only when
    they make its amount, or when they are all for one thing.
    """
    raw = cells.raw()
    shares: dict[LineKind, Money] = {}
    doubt = ""
    for number in range(len(raw)):
        if f"items.{number}.type" not in raw:
            break
        kind = words.item_kinds.get(word(raw[f"items.{number}.type"]), UNKNOWN_TYPE)
        path = f"items.{number}.shareAmount"
        share = cells.cents_of(raw.get(path) or "0", path)
        shares[kind.kind] = shares.get(kind.kind, Money(0)) + share
        doubt = doubt or kind.doubt
    if not shares:
        return (PaymentPart(campaign.kind, amount),), campaign.doubt
    if len(shares) == 1:
        return (PaymentPart(next(iter(shares)), amount),), doubt
    if total(shares.values()) != amount:
        return (PaymentPart(campaign.kind, amount),), doubt or "parts_do_not_add_up"
    gift_last = sorted(shares.items(), key=lambda share: share[0] is LineKind.GIFT)
    return tuple(PaymentPart(kind, share) for kind, share in gift_last if share), doubt


def refunds_of(row: PaymentRow, cells: ObjectCells) -> list[PaymentRow]:
    """Return the payments that gave the current one back, as its refunds tell.

    One that was given back whole came in first: what is left of it is nothing, not a doubt.
    """
    raw = row.raw
    found = []
    for number in range(len(raw)):
        path = f"refundOperations.{number}"
        if f"{path}.amount" not in raw:
            break
        if word(raw.get(f"{path}.status", "")) != _PROCESSED:
            continue
        amount = cells.cents_of(raw[f"{path}.amount"], f"{path}.amount")
        day = cells.day_at(f"{path}.meta.createdAt") or row.paid_on
        found.append(_refund(row, amount, raw.get(f"{path}.id", str(number)), day))
    return found


def _refund(row: PaymentRow, amount: Money, number: str, day: dt.date) -> PaymentRow:
    mark = REFUND if amount == row.amount else f"{PART}{number}"
    return replace(
        row,
        payment_ref=row.payment_ref + mark,
        order_ref="",
        paid_on=day,
        amount=amount,
        parts=_shared_down(row.parts, amount),
        status="",
        status_known=True,
        reverses=row.payment_ref,
        returned=ReturnReason.REFUNDED,
        direction=Direction.OUT,
        paid_out_on=None,
        payout_ref="",
        helloasso_receipt="",
        doubt="",
    )


def _shared_down(parts: tuple[PaymentPart, ...], amount: Money) -> tuple[PaymentPart, ...]:
    if total(part.amount for part in parts) == amount:
        return parts
    return (PaymentPart(LineKind.OTHER, amount),)
