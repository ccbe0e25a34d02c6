"""The panel with everything known of one receipt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.ui.entries.booking_links import ENTRY_LINK, book_parts, open_entry
from coopdesk.ui.receipts.numbers import id_of_number
from coopdesk.ui.receipts.receipt_sheet import (
    CONTACT_LINK,
    GIFT_LINK,
    RECEIPT_LINK,
    read_detail,
    receipt_parts,
)
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.booking import EntryLink
    from coopdesk.domain.receipt_life import ReceiptDetail
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class ReceiptPanel(DetailPanel):
    """Reads a receipt and follows the links of its record."""

    read = Signal(object)  # ReceiptDetail
    gone = Signal()
    receipt_wanted = Signal(int)
    step_wanted = Signal(str)  # DO_DELIVER, DO_REPLACE or DO_VOID

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Receipt"))
        self._desk = desk
        self.detail: ReceiptDetail | None = None
        self.link_activated.connect(self._on_link)

    @Slot(int)
    def show_receipt(self, receipt_id: int) -> None:
        """Read a receipt and show it; an older question that is still open is dropped."""
        call = partial(_read, self._desk.services, receipt_id)
        self._desk.tasks.query(self, call, self._on_read, replaces="detail")

    def _on_read(self, found: tuple[ReceiptDetail | None, list[EntryLink]]) -> None:
        detail, entries = found
        self.detail = detail
        if detail is None:
            self.gone.emit()
            return
        parts = [*receipt_parts(detail), *book_parts(entries)]
        self.show_parts(detail.line.number_text, parts)
        self.read.emit(detail)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, _colon, key = link.partition(":")
        if kind == CONTACT_LINK:
            self._desk.navigator.open("contacts", int(key))
        elif kind == GIFT_LINK:
            self._desk.navigator.open("donations", int(key))
        elif kind == ENTRY_LINK:
            open_entry(self._desk, key)
        elif kind == RECEIPT_LINK:
            find = partial(id_of_number, self._desk.services.receipts, key)
            self._desk.tasks.query(self, find, self._on_numbered)
        else:
            self.step_wanted.emit(kind)

    def _on_numbered(self, receipt_id: int | None) -> None:
        if receipt_id is not None:
            self.receipt_wanted.emit(receipt_id)


def _read(services: Services, receipt_id: int) -> tuple[ReceiptDetail | None, list[EntryLink]]:
    """Return a receipt and the entries of its gifts; runs on the worker."""
    entries = services.booking.entries_of(receipt_id=receipt_id)
    return read_detail(services, receipt_id), entries
