"""The panel with everything known of one contact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from coopdesk.domain.contact_details import ContactState, NewNote
from coopdesk.ui.contacts.links import (
    BANK_LINK,
    CONTACT_LINK,
    COPY_LINK,
    DO_LINK,
    GIFT_LINK,
    GIFTS_LINK,
    MAIL_LINK,
    PAGE_LINK,
    PARTNER_LINK,
    PLEDGE_LINK,
    RECEIPT_LINK,
    WEB_LINKS,
    WHOLE_TIMELINE,
)
from coopdesk.ui.contacts.record_reading import read_record
from coopdesk.ui.contacts.sheet_parts import contact_parts
from coopdesk.ui.donations.receipt_opener import ReceiptOpener
from coopdesk.ui.donations.targets import GiftsShown, PledgeShown
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contact_details import ContactNote
    from coopdesk.domain.contacts import Contact
    from coopdesk.ui.contacts.record_reading import Record
    from coopdesk.ui.desk import Desk

_NOTE_LIMIT = 4_000
_PAGES = {GIFT_LINK: "donations", CONTACT_LINK: "contacts"}


class ContactPanel(DetailPanel):
    """Reads a contact, follows the links of its record, and takes notes."""

    read = Signal(object)  # Contact, or None when it is gone
    asked = Signal(str, str)  # something to do, and the key of the record concerned

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Contact"))
        self._desk = desk
        self._receipts = ReceiptOpener(desk, self)
        self._whole_of: int | None = None
        self.record: Record | None = None
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Write a note, then Enter"))
        self.note.setAccessibleName(_("New note"))
        self.note.setMaxLength(_NOTE_LIMIT)
        self.note.returnPressed.connect(self._on_note)
        self._lay_out_note()
        self.link_activated.connect(self._on_link)

    def _lay_out_note(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 12)
        row.addWidget(self.note)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(row)

    @property
    def contact(self) -> Contact | None:
        """Who is shown."""
        return self.record.contact if self.record is not None else None

    @Slot(int)
    def show_contact(self, contact_id: int) -> None:
        """Read a contact and show it; an older question that is still open is dropped."""
        whole = contact_id == self._whole_of
        call = partial(read_record, self._desk.services, contact_id, whole=whole)
        self._desk.tasks.query(self, call, self._on_record, replaces="sheet")

    def _on_record(self, record: Record | None) -> None:
        if self._is_another(record):
            self.note.clear()
        before, self.record = self.record, record
        if record is not None:
            keeps = before is not None and before.contact.id == record.contact.id
            place = self.reader.verticalScrollBar().value() if keeps else 0
            self.show_parts(record.contact.display_name, contact_parts(record))
            self.reader.verticalScrollBar().setValue(place)
            self.note.setEnabled(record.contact.state is not ContactState.MERGED)
        self.read.emit(self.contact)

    def _is_another(self, record: Record | None) -> bool:
        """Tell whether somebody else is shown now: what was typed was not about them."""
        if self.record is None or record is None:
            return True
        return self.record.contact.id != record.contact.id

    @Slot()
    def _on_note(self) -> None:
        text, contact = self.note.text().strip(), self.contact
        if not text or contact is None:
            return
        new = NewNote(contact.id, self._desk.today(), text)
        call = partial(self._desk.services.details.add_note, new)
        self._desk.tasks.command(self, call, self._on_noted)

    def _on_noted(self, note: ContactNote) -> None:
        if note.content.text == self.note.text().strip():
            self.note.clear()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, colon, rest = link.partition(":")
        kind += colon
        if kind == DO_LINK:
            self._do(*rest.partition(":")[::2])
        elif kind == COPY_LINK:
            QGuiApplication.clipboard().setText(unquote(rest))
            self._desk.feedback.tell(_("Copied."))
        elif kind in {MAIL_LINK, *WEB_LINKS}:
            QDesktopServices.openUrl(QUrl(link))
        else:
            self._go(kind, rest)

    def _do(self, what: str, key: str) -> None:
        if what == WHOLE_TIMELINE and self.contact is not None:
            self._whole_of = self.contact.id
            self.show_contact(self.contact.id)
        else:
            self.asked.emit(what, key)

    def _go(self, kind: str, rest: str) -> None:
        navigator = self._desk.navigator
        if kind == RECEIPT_LINK:
            self._receipts.open(int(rest))
        elif kind in _PAGES:
            navigator.open(_PAGES[kind], int(rest))
        elif kind == PLEDGE_LINK:
            navigator.open("donations", PledgeShown(int(rest)))
        elif kind == BANK_LINK:
            navigator.open("imports", ("statement_line", int(rest)))
        elif kind == PARTNER_LINK:
            navigator.open("partners", ("contact", int(rest)))
        elif kind == PAGE_LINK:
            page, _colon, key = rest.partition(":")
            navigator.open(page, int(key))
        elif kind == GIFTS_LINK and self.contact is not None:
            name = self.contact.display_name
            navigator.open("donations", GiftsShown(donor_id=self.contact.id, donor_name=name))
