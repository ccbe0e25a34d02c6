"""The panel with everything known of one contact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from coopdesk.domain.errors import NotFoundError
from coopdesk.ui.contacts.sheet_parts import (
    GIFT_LINK,
    GIFTS_LINK,
    MAIL_LINK,
    RECEIPT_LINK,
    contact_parts,
)
from coopdesk.ui.donations.receipt_opener import ReceiptOpener
from coopdesk.ui.donations.targets import GiftsShown
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contacts import Contact
    from coopdesk.services.contacts import ContactService, ContactSheet
    from coopdesk.ui.desk import Desk


class ContactPanel(DetailPanel):
    """Reads a contact and follows the links of its record."""

    read = Signal(object)  # Contact, or None when it is gone

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Contact"))
        self._desk = desk
        self._receipts = ReceiptOpener(desk, self)
        self.contact: Contact | None = None
        self.link_activated.connect(self._on_link)

    @Slot(int)
    def show_contact(self, contact_id: int) -> None:
        """Read a contact and show it; an older question that is still open is dropped."""
        call = partial(_read_sheet, self._desk.services.contacts, contact_id)
        self._desk.tasks.query(self, call, self._on_sheet, replaces="sheet")

    def _on_sheet(self, sheet: ContactSheet | None) -> None:
        self.contact = sheet.contact if sheet is not None else None
        if sheet is not None:
            self.show_parts(sheet.contact.display_name, contact_parts(sheet))
        self.read.emit(self.contact)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, colon, rest = link.partition(":")
        kind += colon
        if kind == GIFT_LINK:
            self._desk.navigator.open("donations", int(rest))
        elif kind == GIFTS_LINK and self.contact is not None:
            target = GiftsShown(donor_id=self.contact.id, donor_name=self.contact.display_name)
            self._desk.navigator.open("donations", target)
        elif kind == RECEIPT_LINK:
            self._receipts.open(int(rest))
        elif kind == MAIL_LINK:
            QDesktopServices.openUrl(QUrl(link))


def _read_sheet(service: ContactService, contact_id: int) -> ContactSheet | None:
    """Return everything known of a contact, None when it is gone; runs on the worker."""
    try:
        return service.sheet(contact_id)
    except NotFoundError:
        return None
