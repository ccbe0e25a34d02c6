"""Rows of HelloAsso's payouts: which payments one transfer to the bank was made of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.donations import ReturnReason
from coopdesk.domain.import_refunds import IN_PAYOUT, REFUND
from coopdesk.domain.imports import PaymentRow
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import Direction, LineKind, PaymentPart
from coopdesk.exchange.helloasso_payers import read_payer
from coopdesk.exchange.helloasso_payments import WORD_LIMIT, read_mode
from coopdesk.exchange.helloasso_words import CampaignType, PayoutOperation, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.exchange.helloasso_words import HelloAssoWords
    from coopdesk.exchange.row_cells import RowCells

_CAMPAIGN_LIMIT = 200
_UNKNOWN_TYPE = CampaignType(LineKind.OTHER, "unknown_campaign_type")
# What the reference of a payment gets when its money came again.
AGAIN = "/again"


@dataclass(frozen=True, slots=True)
class PayoutRow:
    """One row of a payout: ``operation`` is None when nobody knows what it is."""

    row: PaymentRow
    operation: PayoutOperation | None


def read_payout(cells: RowCells, words: HelloAssoWords) -> PayoutRow | None:
    """Return the current row of a payout, or None when it is refused."""
    payment_ref = cells.required(cells.reference, "payment_ref")
    paid_on = cells.required(cells.day, "paid_on")
    paid_out_on = cells.day("paid_out_on")
    operation = words.operations.get(word(cells.text("operation", WORD_LIMIT)))
    credit, debit = cells.amount("credit"), cells.amount("debit")
    amount = Money(abs((credit or debit).cents))
    if credit and debit:
        cells.refuse("row.credit_and_debit", cells.header.label("debit"))
    if debit or credit.cents < 0:
        operation = PayoutOperation.DEBIT
    kind = _kind(cells, words, operation)
    mode, mode_doubt = read_mode(cells, words, amount)
    status = cells.text("status", WORD_LIMIT)
    payer = read_payer(cells, words.countries)
    campaign = cells.text("campaign", _CAMPAIGN_LIMIT)
    label = cells.text("designation", _CAMPAIGN_LIMIT)
    payout_ref, order_ref = cells.reference("payout_ref"), cells.reference("order_ref")
    if cells.refused or paid_on is None:
        return None
    row = PaymentRow(
        line=cells.line,
        raw=cells.raw(),
        payment_ref=payment_ref,
        order_ref=order_ref,
        paid_on=paid_on,
        amount=amount,
        mode=mode,
        status=words.states.get(word(status), status),
        status_known=True,
        offline=False,
        payer=payer,
        campaign=campaign,
        parts=(PaymentPart(kind.kind, amount, label),),
        doubt=("" if operation else "unknown_operation") or kind.doubt or mode_doubt,
        paid_out_on=paid_out_on,
        payout_ref=payout_ref or (paid_out_on.isoformat() if paid_out_on else ""),
        only_payout=True,
    )
    return PayoutRow(row, operation)


def payments_of(rows: Iterable[PayoutRow], words: HelloAssoWords) -> tuple[PaymentRow, ...]:
    """Join the rows of each payment: a ticket and a gift paid at once are one payment.

    Money taken off the transfer is a payment of its own, that gives another one back.
    """
    groups: dict[tuple[str, str, str], list[PayoutRow]] = defaultdict(list)
    for one in rows:
        groups[one.row.payment_ref, one.row.payout_ref, _way(one)].append(one)
    taken_off = {ref for ref, _payout, way in groups if way == REFUND}
    paid_for = {
        ref: _joined([one.row for one in members]).parts
        for (ref, _payout, way), members in groups.items()
        if not way
    }
    joined = []
    for (ref, _payout, way), members in groups.items():
        payment = _joined([one.row for one in members])
        if way == REFUND:
            payment = _refund(payment, words, paid_for.get(ref, ()))
        elif way == AGAIN:
            payment = replace(
                payment,
                payment_ref=ref + AGAIN,
                doubt="came_again",
                status="",
            )
        else:
            payment = _paid(payment, words, is_back=ref in taken_off)
        joined.append(payment)
    return tuple(sorted(joined, key=lambda row: row.line))


def _way(one: PayoutRow) -> str:
    ways = {PayoutOperation.DEBIT: REFUND, PayoutOperation.AGAIN: AGAIN}
    return "" if one.operation is None else ways.get(one.operation, "")


def _kind(
    cells: RowCells, words: HelloAssoWords, operation: PayoutOperation | None
) -> CampaignType:
    if operation is PayoutOperation.GIFT:
        return CampaignType(LineKind.GIFT)
    return words.campaign_types.get(word(cells.cell("campaign_type")), _UNKNOWN_TYPE)


def _joined(rows: Sequence[PaymentRow]) -> PaymentRow:
    first = rows[0]
    if len(rows) == 1:
        return first
    return replace(
        first,
        joined=tuple((row.line, row.raw) for row in rows[1:]),
        amount=total(row.amount for row in rows),
        parts=tuple(part for row in rows for part in row.parts if part.amount != ZERO),
        doubt=next((row.doubt for row in rows if row.doubt), ""),
    )


def _paid(row: PaymentRow, words: HelloAssoWords, *, is_back: bool) -> PaymentRow:
    """Return a payment that was paid out; one taken off again in the file came in first."""
    if is_back or not row.status:
        return replace(row, status=words.paid)
    return replace(row, status_known=word(row.status) in words.received)


def _refund(
    row: PaymentRow, words: HelloAssoWords, paid_for: tuple[PaymentPart, ...]
) -> PaymentRow:
    """Return the payment by which another one, that was for ``paid_for``, was taken back."""
    is_whole = total(part.amount for part in paid_for) == row.amount
    return replace(
        row,
        parts=paid_for if is_whole else row.parts,
        payment_ref=f"{row.payment_ref}{IN_PAYOUT}{row.payout_ref}",
        order_ref="",
        reverses=row.payment_ref,
        paid_on=row.paid_out_on or row.paid_on,
        direction=Direction.OUT,
        returned=words.returned.get(word(row.status), ReturnReason.REFUNDED),
        status="",
        doubt="",
    )
