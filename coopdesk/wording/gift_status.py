"""What a gift of a list means for receipts, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.donations import Ineligibility, ReturnReason
from coopdesk.domain.gift_standing import GiftStanding, standing_of
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _
from coopdesk.wording.review_texts import review_text

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.donations import DonationLine

_NAMING = {
    GiftStanding.ON_RECEIPT: N_("receipt no. {number}"),
    GiftStanding.TO_VOID: N_("to void: receipt no. {number}"),
}
_RETURNED = N_("returned on {day}")
_GONE: dict[ReturnReason | None, str] = {
    ReturnReason.BOUNCED: N_("unpaid on {day}"),
    ReturnReason.REFUNDED: N_("refunded on {day}"),
    # The day on which somebody noticed says nothing of the gift.
    ReturnReason.MISTAKE: N_("recorded by mistake"),
}
# Shorter than on the record, where there is room: a list shows a pill.
_SHORT = {
    Ineligibility.COUNTERPART: N_("no receipt: something in return"),
    Ineligibility.SPONSORING: N_("no receipt: sponsoring"),
    Ineligibility.ON_BEHALF_OF_OTHERS: N_("no receipt: for another body"),
    Ineligibility.DONOR_DECLINED: N_("no receipt: the donor's wish"),
    Ineligibility.OTHER: N_("no receipt: another reason"),
}


def gift_status_text(line: DonationLine) -> str:
    """Return what becomes of a gift; its line must have had the test of its counterpart."""
    standing = standing_of(line)
    if standing is GiftStanding.GONE:
        return _gone_text(line)
    if standing is GiftStanding.INELIGIBLE and line.ineligibility is not None:
        short = _SHORT.get(line.ineligibility)
        return _(short) if short else review_text(f"ineligible_{line.ineligibility.value}")
    naming = _NAMING.get(standing)
    return _(naming).format(number=line.receipt_number) if naming else label(standing)


def _gone_text(line: DonationLine) -> str:
    if line.returned_on is None:
        return _("set aside")
    return gone_text(line.returned_on, line.return_reason)


def gone_text(day: dt.date, reason: ReturnReason | None) -> str:
    """Return what became of a gift that went back: unpaid, refunded, returned or a mistake."""
    return _(_GONE.get(reason, _RETURNED)).format(day=day_text(day))
