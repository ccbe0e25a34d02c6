"""How payments and their lines stand in their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    Payment,
    PaymentMode,
    PaymentPart,
    PaymentSource,
    PaymentState,
)
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row


def payment_values(new: NewPayment) -> dict[str, Any]:
    """Return the columns of a payment."""
    return {
        "direction": new.direction.value,
        "paid_on": new.paid_on,
        "amount_cents": new.amount.cents,
        "mode": new.mode.value,
        "state": new.state.value,
        "source": new.source.value,
        "payer_id": new.payer_id,
        "label": new.label,
        "campaign_id": new.campaign_id,
        "outside_ref": new.outside_ref,
        "order_ref": new.order_ref,
        "check_reason": new.check_reason,
        "outside_content": "",
        "paid_out_on": new.credited_on,
        "comment": "",
        "fee_cents": new.fee.cents,
    }


def line_values(payment_id: int, part: PaymentPart) -> dict[str, Any]:
    """Return the columns of a line."""
    return {
        "payment_id": payment_id,
        "kind": part.kind.value,
        "amount_cents": part.amount.cents,
        "label": part.label,
        "label_key": fold(part.label),
        "tier_id": part.tier_id,
        "grant_award_id": part.grant_award_id,
        "party_id": part.party_id,
        "activity_id": part.activity_id,
    }


def to_payment(row: Row[Any], lines: Sequence[Row[Any]]) -> Payment:
    """Read a payment with its parts; the row names who paid as ``payer_name``."""
    content = NewPayment(
        paid_on=row.paid_on,
        amount=Money(row.amount_cents),
        mode=PaymentMode(row.mode),
        parts=tuple(map(_to_part, lines)),
        direction=Direction(row.direction),
        payer_id=row.payer_id,
        label=row.label,
        campaign_id=row.campaign_id,
        state=PaymentState(row.state),
        source=PaymentSource(row.source),
        outside_ref=row.outside_ref,
        order_ref=row.order_ref,
        check_reason=row.check_reason,
        credited_on=row.paid_out_on,
        fee=Money(row.fee_cents),
    )
    return Payment(id=row.id, content=content, payer_name=row.payer_name or "")


def _to_part(row: Row[Any]) -> PaymentPart:
    return PaymentPart(
        LineKind(row.kind),
        Money(row.amount_cents),
        row.label,
        row.tier_id,
        row.grant_award_id,
        row.party_id,
        row.activity_id,
    )
