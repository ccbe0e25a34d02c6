"""What a gift means for receipts, in a few words and a tone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.payments import PaymentState
from coopdesk.ui.columns import Tone
from coopdesk.ui.donations.words import no_receipt_text
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.donations import DonationLine


# Shorter than on the record, where there is room: a list shows a pill.
_SHORT = {
    Ineligibility.COUNTERPART: N_("no receipt: something in return"),
    Ineligibility.SPONSORING: N_("no receipt: sponsoring"),
    Ineligibility.ON_BEHALF_OF_OTHERS: N_("no receipt: for another body"),
    Ineligibility.DONOR_DECLINED: N_("no receipt: the donor's wish"),
    Ineligibility.OTHER: N_("no receipt: another reason"),
}


@dataclass(frozen=True, slots=True)
class GiftStatus:
    """Words for a pill; without a tone they are plain text."""

    text: str
    tone: Tone | None = None


def gift_status(line: DonationLine) -> GiftStatus:
    """Judge a gift in the order of the review of receipts (``domain.receipt_review``)."""
    if line.receipt_number:
        return _on_receipt(line, line.receipt_number)
    if line.returned_on is not None or line.state is PaymentState.DISMISSED:
        return GiftStatus(_gone_text(line.returned_on), Tone.BAD)
    if line.outside_receipt:
        return GiftStatus(_("HelloAsso receipt"), Tone.INFO)
    refused = _never(line)
    if refused:
        return GiftStatus(refused, Tone.NEUTRAL)
    if line.state is PaymentState.TO_CHECK:
        return GiftStatus(_("to check"), Tone.ATTENTION)
    return GiftStatus(_("receipt to issue"))


def _gone_text(returned_on: dt.date | None) -> str:
    if returned_on is None:
        return _("set aside")
    return _("returned on {day}").format(day=day_text(returned_on))


def _on_receipt(line: DonationLine, number: str) -> GiftStatus:
    if line.returned_on is not None:
        return GiftStatus(_("receipt no. {number} to void").format(number=number), Tone.BAD)
    return GiftStatus(_("receipt no. {number}").format(number=number), Tone.GOOD)


def _never(line: DonationLine) -> str:
    if line.donor_id is None:
        return _("no receipt: anonymous")
    if line.ineligibility is not None:
        short = _SHORT.get(line.ineligibility)
        return _(short) if short else no_receipt_text(line.ineligibility)
    return _("no receipt: too much in return") if line.is_above_limits else ""
