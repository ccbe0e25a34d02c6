"""Rows of HelloAsso's payments export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import NOTE_LIMIT
from coopdesk.domain.imports import PaymentRow
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import LineKind, PaymentMode, PaymentPart
from coopdesk.exchange.helloasso_payers import read_payer
from coopdesk.exchange.helloasso_words import CampaignType, word

if TYPE_CHECKING:
    from coopdesk.exchange.helloasso_words import HelloAssoWords
    from coopdesk.exchange.row_cells import RowCells

WORD_LIMIT = 80

_CAMPAIGN_LIMIT = 200
_RECEIPT_LIMIT = 500
_UNKNOWN_TYPE = CampaignType(LineKind.OTHER, "unknown_campaign_type")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What a payment says it is made of; ``told`` is False when the file does not say."""

    tariff: Money = ZERO
    options: Money = ZERO
    promo: Money = ZERO
    gift: Money = ZERO
    told: bool = True

    def adds_up_to(self, total: Money, kind: LineKind) -> bool:
        """Tell whether tariff, options and gift less the promotion make the total."""
        if self.gift.cents < 0:
            return False
        if self.told:
            # The sign of a promotion has never been seen: both mean the same.
            main = self.tariff + self.options - Money(abs(self.promo.cents))
            return main.cents >= 0 and main + self.gift == total
        return self.gift in {ZERO, total} or (kind is LineKind.GIFT and self.gift <= total)


def read_payment(cells: RowCells, words: HelloAssoWords) -> PaymentRow | None:
    """Return the payment of the current row, or None when it is refused."""
    payment_ref = cells.required(cells.reference, "payment_ref")
    order_ref = cells.reference("order_ref")
    paid_on = cells.required(cells.day, "paid_on")
    amount = cells.amount("total")
    status = cells.text("status", WORD_LIMIT)
    campaign_type = words.campaign_types.get(word(cells.cell("campaign_type")), _UNKNOWN_TYPE)
    mode, mode_doubt = read_mode(cells, words, amount)
    breakdown = _breakdown(cells)
    parts = split(amount, breakdown, campaign_type.kind, cells.header.label("gift"))
    ties = breakdown.adds_up_to(amount, campaign_type.kind)
    payer = read_payer(cells, words.countries)
    campaign = cells.text("campaign", _CAMPAIGN_LIMIT)
    paid_out_on = cells.day("paid_out_on")
    receipt = _receipt(cells, words)
    comment = cells.note("comment", NOTE_LIMIT)
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
        offline=word(status) in words.offline or word(cells.cell("paid_out")) in words.offline,
        payer=payer,
        campaign=campaign,
        parts=parts,
        doubt=("" if ties else "parts_do_not_add_up") or campaign_type.doubt or mode_doubt,
        paid_out_on=paid_out_on,
        helloasso_receipt=receipt,
        comment=comment,
    )


def read_donation(cells: RowCells, words: HelloAssoWords) -> PaymentRow | None:
    """Return the gift of the current row of a list of gifts, or None when it is refused.

    Such a list names orders, not payments: the reference of the payment stays empty.
    """
    order_ref = cells.required(cells.reference, "order_ref")
    paid_on = cells.required(cells.day, "paid_on")
    amount = cells.amount("total")
    status = cells.text("status", WORD_LIMIT)
    mode, mode_doubt = read_mode(cells, words, amount)
    payer = read_payer(cells, words.countries)
    campaign = cells.text("campaign", _CAMPAIGN_LIMIT)
    receipt, comment = _receipt(cells, words), cells.note("comment", NOTE_LIMIT)
    if cells.refused or paid_on is None:
        return None
    return PaymentRow(
        line=cells.line,
        raw=cells.raw(),
        payment_ref="",
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
        parts=(PaymentPart(LineKind.GIFT, amount),),
        doubt=mode_doubt,
        helloasso_receipt=receipt,
        comment=comment,
    )


def read_mode(cells: RowCells, words: HelloAssoWords, amount: Money) -> tuple[PaymentMode, str]:
    """Return how a row was paid and the doubt about it; nothing to pay needs no mode."""
    written = cells.cell("mode")
    mode = words.modes.get(word(written)) if written else None
    if mode is not None:
        return mode, ""
    return PaymentMode.OTHER, "unknown_mode" if amount or written.strip() else ""


def split(
    total: Money, breakdown: Breakdown, kind: LineKind, gift_label: str
) -> tuple[PaymentPart, ...]:
    """Split a payment into what it was for and the gift added to it; the parts make the total.

    The gift stands as the file says; the rest is the main part. A gift larger than the payment
    is not believed: all of it is then the main part.
    """
    gift = breakdown.gift
    if kind is LineKind.GIFT or gift.cents <= 0 or gift > total:
        return (PaymentPart(kind, total),)
    added = PaymentPart(LineKind.GIFT, gift, gift_label)
    rest = total - gift
    return (PaymentPart(kind, rest), added) if rest else (added,)


def _breakdown(cells: RowCells) -> Breakdown:
    told = any(
        cells.cell(field).strip()
        for field in ("tariff_amount", "options_amount", "promo_amount")
    )
    return Breakdown(
        tariff=cells.amount("tariff_amount"),
        options=cells.amount("options_amount"),
        promo=cells.amount("promo_amount"),
        gift=cells.amount("gift"),
        told=told,
    )


def _receipt(cells: RowCells, words: HelloAssoWords) -> str:
    """Return the number, else the link, of a receipt that HelloAsso issued."""
    for field in ("receipt_number", "receipt"):
        written = cells.text(field, _RECEIPT_LIMIT)
        if written and word(written) not in words.no_receipt:
            return written
    return ""
