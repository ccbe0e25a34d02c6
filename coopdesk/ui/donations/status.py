"""What a gift means for receipts, in a few words and a tone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.gift_standing import GiftStanding, standing_of
from coopdesk.ui.columns import Tone
from coopdesk.wording.gift_status import gift_status_text

if TYPE_CHECKING:
    from coopdesk.domain.donations import DonationLine

# A gift that waits for its receipt is plain text.
_TONES = {
    GiftStanding.ON_RECEIPT: Tone.GOOD,
    GiftStanding.TO_VOID: Tone.BAD,
    GiftStanding.GONE: Tone.BAD,
    GiftStanding.OUTSIDE_RECEIPT: Tone.INFO,
    GiftStanding.ANONYMOUS: Tone.NEUTRAL,
    GiftStanding.INELIGIBLE: Tone.NEUTRAL,
    GiftStanding.ABOVE_LIMITS: Tone.NEUTRAL,
    GiftStanding.TO_CHECK: Tone.ATTENTION,
}


@dataclass(frozen=True, slots=True)
class GiftStatus:
    """Words for a pill; without a tone they are plain text."""

    text: str
    tone: Tone | None = None


def gift_status(line: DonationLine) -> GiftStatus:
    """Judge a gift in the order of the review of receipts (``domain.receipt_review``)."""
    return GiftStatus(gift_status_text(line), _TONES.get(standing_of(line)))
