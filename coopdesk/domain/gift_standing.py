"""Where a gift of a list stands on its way to a receipt, as far as its row can say."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from coopdesk.domain.payments import PaymentState

if TYPE_CHECKING:
    from coopdesk.domain.donations import DonationLine


class GiftStanding(enum.Enum):
    """What becomes of a gift; TO_VOID is on a receipt although it went back."""

    ON_RECEIPT = "on_receipt"
    TO_VOID = "to_void"
    GONE = "gone"
    OUTSIDE_RECEIPT = "outside_receipt"
    ANONYMOUS = "anonymous"
    INELIGIBLE = "ineligible"
    ABOVE_LIMITS = "above_limits"
    TO_CHECK = "to_check"
    OPEN = "open"


def standing_of(line: DonationLine) -> GiftStanding:
    """Judge a gift in the order of the review of receipts (``domain.receipt_review``)."""
    is_gone = line.returned_on is not None
    if line.receipt_number:
        return GiftStanding.TO_VOID if is_gone else GiftStanding.ON_RECEIPT
    if is_gone or line.state is PaymentState.DISMISSED:
        return GiftStanding.GONE
    if line.outside_receipt:
        return GiftStanding.OUTSIDE_RECEIPT
    return _without_receipt(line)


def _without_receipt(line: DonationLine) -> GiftStanding:
    if line.donor_id is None:
        return GiftStanding.ANONYMOUS
    if line.ineligibility is not None:
        return GiftStanding.INELIGIBLE
    if line.is_above_limits:
        return GiftStanding.ABOVE_LIMITS
    is_to_check = line.state is PaymentState.TO_CHECK
    return GiftStanding.TO_CHECK if is_to_check else GiftStanding.OPEN
