"""Which money that goes out takes a gift back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists

from coopdesk.domain.payments import LineKind
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import DonationReturnRow, PaymentLineRow, PaymentRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_back = table_of(DonationReturnRow).alias("back")
_beside = _line.alias("beside")


def gives_a_gift_back() -> ColumnElement[bool]:
    """Tell of the line of a payment whether it takes a gift back.

    What else was paid with the gift goes back as money spent. Where a platform tells of a
    refund without saying of what, the whole of it takes the gifts back.
    """
    is_gift = LineKind.GIFT.value
    named = exists().where(_beside.c.payment_id == _payment.c.id, _beside.c.kind == is_gift)
    returns = exists().where(_back.c.payment_id == _payment.c.id)
    return returns & ((_line.c.kind == is_gift) | ~named)
