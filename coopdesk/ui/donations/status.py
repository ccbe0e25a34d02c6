"""What a gift means for receipts, in a few words and a tone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.payments import PaymentState
from coopdesk.ui.columns import Tone
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from coopdesk.domain.donations import DonationLine

_NO_RECEIPT = {
    Ineligibility.COUNTERPART: N_("no receipt: something in return"),
    Ineligibility.SPONSORING: N_("no receipt: sponsoring"),
    Ineligibility.ON_BEHALF_OF_OTHERS: N_("no receipt: for another body"),
    Ineligibility.DONOR_DECLINED: N_("no receipt: the donor's wish"),
    Ineligibility.TICKET: N_("no receipt: ticket of an event"),
    Ineligibility.MEAL: N_("no receipt: meal"),
    Ineligibility.RAFFLE: N_("no receipt: raffle"),
    Ineligibility.AUCTION: N_("no receipt: auction"),
    Ineligibility.SECOND_HAND_SALE: N_("no receipt: second-hand sale"),
    Ineligibility.SERVICE: N_("no receipt: service"),
    Ineligibility.SHARE_SUBSCRIPTION: N_("no receipt: shares"),
    Ineligibility.PUBLIC_SUBSIDY: N_("no receipt: subsidy"),
    Ineligibility.VOLUNTEER_TIME: N_("no receipt: volunteer time"),
    Ineligibility.OTHER: N_("no receipt: another reason"),
}


@dataclass(frozen=True, slots=True)
class GiftStatus:
    """Words for a pill; without a tone they are plain text."""

    text: str
    tone: Tone | None = None


def gift_status(line: DonationLine) -> GiftStatus:
    """Judge a gift in the order of the review of receipts (``domain.receipts.judge``)."""
    if line.receipt_number:
        text = _("receipt no. {number}").format(number=line.receipt_number)
        return GiftStatus(text, Tone.GOOD)
    if line.state is PaymentState.DISMISSED:
        return GiftStatus(_("set aside"), Tone.BAD)
    if line.outside_receipt:
        return GiftStatus(_("HelloAsso receipt"), Tone.INFO)
    refused = _never(line)
    if refused:
        return GiftStatus(refused, Tone.NEUTRAL)
    if line.state is PaymentState.TO_CHECK:
        return GiftStatus(_("to check"), Tone.ATTENTION)
    return GiftStatus(_("receipt to issue"))


def _never(line: DonationLine) -> str:
    if line.donor_id is None:
        return _("no receipt: anonymous")
    if line.ineligibility is not None:
        return _(_NO_RECEIPT[line.ineligibility])
    if line.donor_kind is ContactKind.ORGANISATION:
        return _("no receipt: organisation")
    return ""
