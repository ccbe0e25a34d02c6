"""The panel with everything known of one gift."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.payments import PaymentSource, PaymentState
from coopdesk.ui.columns import Tone
from coopdesk.ui.donations.receipt_opener import ReceiptOpener
from coopdesk.ui.donations.words import eligibility_explained, eligibility_text
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.record_reader import Facts, Heading, Paragraph, Title, Words
from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.donations import Donation
    from coopdesk.domain.payments import Payment
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.record_reader import Part, Said

CONTACT_LINK = "contact:"
RECEIPT_LINK = "receipt:"


@dataclass(frozen=True, slots=True)
class GiftSheet:
    """Everything known of a gift; ``donor`` None is anonymous, ``payment`` None moved none."""

    gift: Donation
    payment: Payment | None
    donor: Contact | None
    receipt: ReceiptLine | None


class DonationPanel(DetailPanel):
    """Reads a gift and follows the links of its record."""

    read = Signal(object)  # GiftSheet, or None when it is gone

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Gift"))
        self._desk = desk
        self._receipts = ReceiptOpener(desk, self)
        self.sheet: GiftSheet | None = None
        self.link_activated.connect(self._on_link)

    @Slot(int)
    def show_gift(self, donation_id: int) -> None:
        """Read a gift and show it; an older question that is still open is dropped."""
        call = partial(_read_sheet, self._desk.services, donation_id)
        self._desk.tasks.query(self, call, self._on_sheet, replaces="sheet")

    def _on_sheet(self, sheet: GiftSheet | None) -> None:
        self.sheet = sheet
        if sheet is not None:
            self.show_parts(money_text(sheet.gift.content.amount), gift_parts(sheet))
        self.read.emit(sheet)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, _colon, key = link.partition(":")
        if f"{kind}:" == CONTACT_LINK:
            self._desk.navigator.open("contacts", int(key))
        elif f"{kind}:" == RECEIPT_LINK:
            self._receipts.open(int(key))


def gift_parts(sheet: GiftSheet) -> list[Part]:
    """Return the parts of a gift's record."""
    content = sheet.gift.content
    return [
        Title(money_text(content.amount), (day_long(content.received_on),)),
        Facts(tuple(_facts(sheet))),
        Heading(_("Tax receipt")),
        *_receipt(sheet),
    ]


def _facts(sheet: GiftSheet) -> list[tuple[str, Said]]:
    content, payment = sheet.gift.content, sheet.payment
    donor: Said = _("Anonymous")
    if sheet.donor is not None:
        donor = Words(sheet.donor.display_name, link=f"{CONTACT_LINK}{sheet.donor.id}")
    rows: list[tuple[str, Said]] = [
        (_("Donor"), donor),
        (_("Mode"), label(content.mode)),
        (_("Campaign"), content.campaign),
        (_("Nature"), label(content.nature)),
        (_("Form"), label(content.form)),
        (_("Note"), content.note),
    ]
    if payment is not None:
        rows.append((_("Origin"), label(payment.content.source)))
        rows.append((_("Reference"), payment.content.outside_ref or ""))
    if sheet.gift.payment_state is not PaymentState.RECEIVED:
        rows.append((_("Payment"), _state(sheet.gift.payment_state)))
    return [(name, said) for name, said in rows if said]


def _state(state: PaymentState) -> Words:
    return Words(label(state), Tone.ATTENTION if state is PaymentState.TO_CHECK else Tone.BAD)


def _receipt(sheet: GiftSheet) -> list[Part]:
    gift = sheet.gift
    if gift.receipt_number:
        return _issued(sheet)
    if gift.outside_receipt:
        said = _("HelloAsso issued receipt {number}: a second one would be illegal.")
        parts: list[Part] = [Paragraph((said.format(number=gift.outside_receipt),))]
    else:
        parts = _eligibility(sheet)
    payment = sheet.payment
    if payment is not None and payment.content.source is not PaymentSource.MANUAL:
        said = code_text("donation.amount_from_platform", {})
        parts.append(Paragraph((said,), is_muted=True))
    return parts


def _issued(sheet: GiftSheet) -> list[Part]:
    number_text = sheet.gift.receipt_number
    said = code_text("donation.on_receipt", {"number": number_text})
    link = f"{RECEIPT_LINK}{sheet.receipt.id}" if sheet.receipt else ""
    number = _("receipt no. {number}").format(number=number_text)
    words = (Words(number, Tone.GOOD), Words(_("Open the PDF") if link else "", link=link))
    return [Paragraph(words), Paragraph((said,), is_muted=True)]


def _eligibility(sheet: GiftSheet) -> list[Part]:
    content = sheet.gift.content
    reason, day = content.ineligibility, content.received_on
    parts: list[Part] = []
    if sheet.donor is not None:
        parts.append(Paragraph((eligibility_text(reason),)))
    parts.append(Paragraph((eligibility_explained(sheet.donor, reason, day),), is_muted=True))
    return parts


def _read_sheet(services: Services, donation_id: int) -> GiftSheet | None:
    """Return everything known of a gift, None when it is gone; runs on the worker."""
    try:
        gift = services.donations.get(donation_id)
        paid = gift.payment_id
        payment = None if paid is None else services.accounts.get(paid)
        donor_id = gift.content.donor_id
        known = None if donor_id is None else services.contacts.sheet(donor_id)
    except NotFoundError:
        return None
    if known is None:
        return GiftSheet(gift, payment, None, None)
    numbered = (line for line in known.receipts if line.number_text == gift.receipt_number)
    return GiftSheet(gift, payment, known.contact, next(numbered, None))
