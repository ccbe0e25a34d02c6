"""The panel with everything known of one gift."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.domain.booking_patterns import voucher_of_payment
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.payments import PaymentState
from coopdesk.ui.columns import Tone
from coopdesk.ui.donations.receipt_opener import ReceiptOpener
from coopdesk.ui.donations.receipt_parts import (
    CONTACT_LINK,
    PAPER_LINK,
    RECEIPT_LINK,
    receipt_parts,
)
from coopdesk.ui.entries.booking_links import ENTRY_LINK, book_parts, open_entry
from coopdesk.ui.expenses.targets import SheetShown
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.record_parts import Facts, Heading, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, day_text, money_text
from coopdesk.wording.gift_status import gone_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.booking import EntryLink
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.counterparts import CounterpartTest
    from coopdesk.domain.donations import Donation, NewDonation
    from coopdesk.domain.payments import Payment
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.record_parts import Part, Said

EXPENSES_LINK = "expenses:"
_PAYMENT_LINK = "payment"


@dataclass(frozen=True, slots=True)
class GiftSheet:
    """Everything known of a gift; ``donor`` None is anonymous, ``payment`` None moved none."""

    gift: Donation
    payment: Payment | None
    donor: Contact | None
    test: CounterpartTest
    tier: str = ""
    entries: tuple[EntryLink, ...] = ()


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
            self._desk.navigator.open("receipts", int(key))
        elif f"{kind}:" == PAPER_LINK:
            self._receipts.open(int(key))
        elif f"{kind}:" == EXPENSES_LINK:
            self._desk.navigator.open("donations", SheetShown(int(key)))
        elif kind == _PAYMENT_LINK:
            self._desk.navigator.open("accounts", int(key))
        elif kind == ENTRY_LINK:
            open_entry(self._desk, key)


def gift_parts(sheet: GiftSheet) -> list[Part]:
    """Return the parts of a gift's record."""
    content, gone = sheet.gift.content, sheet.gift.returned
    below: tuple[Said, ...] = (day_long(content.received_on),)
    if gone is not None:
        below += (Words(gone_text(gone.returned_on, gone.reason), Tone.BAD),)
    return [
        Title(money_text(content.amount), below),
        *_gone(sheet.gift),
        Facts(tuple(_facts(sheet))),
        Heading(_("Tax receipt")),
        *receipt_parts(sheet),
        *book_parts(sheet.entries),
    ]


def _gone(gift: Donation) -> list[Part]:
    note = gift.returned.note if gift.returned is not None else ""
    return [Paragraph((note,))] if note else []


def _facts(sheet: GiftSheet) -> list[tuple[str, Said]]:
    content, payment = sheet.gift.content, sheet.payment
    donor: Said = _("Anonymous")
    if sheet.donor is not None:
        donor = Words(sheet.donor.display_name, link=f"{CONTACT_LINK}{sheet.donor.id}")
    rows: list[tuple[str, Said]] = [
        (_("Donor"), donor),
        (_("Nature"), label(content.nature)),
        *_money_facts(content),
        (_("Payment"), _payment_link(payment)),
        (_("What was given"), content.description),
        (_("Expense sheet"), _expenses(content)),
        (_("Basis of the value"), _basis(content)),
        (_("Campaign"), content.campaign),
        (_("Tier"), sheet.tier),
        (_("In return"), _counterpart(content)),
        (_("Form"), label(content.form)),
        (_("Note"), content.note),
    ]
    if payment is not None:
        rows.append((_("Origin"), label(payment.content.source)))
        rows.append((_("Reference"), payment.content.outside_ref or ""))
    if sheet.gift.payment_state is not PaymentState.RECEIVED:
        rows.append((_("Payment"), _state(sheet.gift.payment_state)))
    return [(name, said) for name, said in rows if said]


def _money_facts(content: NewDonation) -> list[tuple[str, Said]]:
    """Say how money came; a gift without any has no mode."""
    if content.nature is not DonationNature.MONEY:
        return []
    banked = day_text(content.credited_on) if content.credited_on else ""
    return [(_("Mode"), label(content.mode)), (_("Banked on"), banked)]


def _payment_link(payment: Payment | None) -> Said:
    """Lead to the money, by the voucher number that the books and the workbook show."""
    if payment is None:
        return ""
    return Words(voucher_of_payment(payment.id), link=f"{_PAYMENT_LINK}:{payment.id}")


def _expenses(content: NewDonation) -> Said:
    """Lead to the sheet that was waived into a gift."""
    if content.expense_sheet_id is None:
        return ""
    return Words(_("Open the sheet"), link=f"{EXPENSES_LINK}{content.expense_sheet_id}")


def _basis(content: NewDonation) -> str:
    return label(content.value_basis) if content.value_basis.value else ""


def _counterpart(content: NewDonation) -> str:
    worth = money_text(content.counterpart) if content.counterpart else ""
    return ", ".join(filter(None, (content.counterpart_label, worth)))


def _state(state: PaymentState) -> Words:
    return Words(label(state), Tone.ATTENTION if state is PaymentState.TO_CHECK else Tone.BAD)


def _read_sheet(services: Services, donation_id: int) -> GiftSheet | None:
    """Return everything known of a gift, None when it is gone; runs on the worker."""
    try:
        gift = services.donations.get(donation_id)
        paid, content = gift.payment_id, gift.content
        payment = None if paid is None else services.payments.get(paid)
        donor_id, tier_id = content.donor_id, content.tier_id
        donor = None if donor_id is None else services.contacts.get(donor_id)
        tier = "" if tier_id is None else services.campaigns.tier(tier_id).content.name
        test = services.donations.counterpart_of(donation_id)
    except NotFoundError:
        return None
    entries = tuple(services.booking.entries_of(donation_id=donation_id))
    return GiftSheet(gift, payment, donor, test, tier, entries)
