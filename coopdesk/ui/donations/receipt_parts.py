"""What the record of a gift says about its receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.payments import PaymentSource
from coopdesk.ui.columns import Tone
from coopdesk.ui.donations.words import eligibility_explained, eligibility_text
from coopdesk.ui.widgets.record_parts import Paragraph, Words
from coopdesk.wording.errors import code_text
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import counterpart_text

if TYPE_CHECKING:
    from coopdesk.ui.donations.panel import GiftSheet
    from coopdesk.ui.widgets.record_parts import Part, Said

CONTACT_LINK = "contact:"
RECEIPT_LINK = "receipt:"
PAPER_LINK = "paper:"


def receipt_parts(sheet: GiftSheet) -> list[Part]:
    """Return what stands below the heading of the receipt."""
    gift = sheet.gift
    if gift.receipt_number:
        parts = _issued(sheet)
    elif gift.outside_receipt:
        said = _("HelloAsso issued receipt {number}: a second one would be illegal.")
        parts = [Paragraph((said.format(number=gift.outside_receipt),))]
    elif gift.returned is not None:
        parts = [Paragraph((_("The gift went back: there is no receipt for it."),))]
    else:
        parts = _eligibility(sheet)
    if gift.past_receipt and not gift.receipt_number:
        past = _("Receipt no. {number} was voided.").format(number=gift.past_receipt)
        parts.append(Paragraph((past,), is_muted=True))
    payment = sheet.payment
    if payment is not None and payment.content.source is not PaymentSource.MANUAL:
        said = code_text("donation.amount_from_platform", {})
        parts.append(Paragraph((said,), is_muted=True))
    return parts


def _issued(sheet: GiftSheet) -> list[Part]:
    gift = sheet.gift
    number = _("receipt no. {number}").format(number=gift.receipt_number)
    words: tuple[Said, ...] = (Words(number, Tone.GOOD),)
    if gift.receipt_id is not None:
        words += (
            Words(_("Open the receipt"), link=f"{RECEIPT_LINK}{gift.receipt_id}"),
            Words(_("Open the PDF"), link=f"{PAPER_LINK}{gift.receipt_id}"),
        )
    if gift.returned is not None:
        void = _("The gift went back: void this receipt.")
        return [Paragraph(words), Paragraph((Words(void, Tone.BAD),))]
    said = code_text("donation.on_receipt", {"number": gift.receipt_number})
    return [Paragraph(words), Paragraph((said,), is_muted=True)]


def _eligibility(sheet: GiftSheet) -> list[Part]:
    content = sheet.gift.content
    reason, day = content.ineligibility, content.received_on
    parts: list[Part] = []
    if sheet.donor is not None:
        # A gift that fails the test gives no right to a receipt, whatever was chosen.
        if reason is not None or sheet.test.is_passed:
            parts.append(Paragraph((eligibility_text(reason),)))
        test = counterpart_text(sheet.test)
        if test:
            tone = Tone.GOOD if sheet.test.is_passed else Tone.BAD
            passed = _("something in return") if sheet.test.is_passed else _("no receipt")
            parts.append(Paragraph((Words(passed, tone), test)))
    if sheet.test.is_passed:
        text = eligibility_explained(sheet.donor, reason, day)
        parts.append(Paragraph((text,), is_muted=True))
    return parts
