"""The panel with everything known of one receipt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

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
    from coopdesk.domain.receipt_life import ReceiptDetail
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
        call = partial(read_detail, self._desk.services, receipt_id)
        self._desk.tasks.query(self, call, self._on_detail, replaces="detail")

    def _on_detail(self, detail: ReceiptDetail | None) -> None:
        self.detail = detail
        if detail is None:
            self.gone.emit()
            return
        self.show_parts(detail.line.number_text, receipt_parts(detail))
        self.read.emit(detail)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, _colon, key = link.partition(":")
        if kind == CONTACT_LINK:
            self._desk.navigator.open("contacts", int(key))
        elif kind == GIFT_LINK:
            self._desk.navigator.open("donations", int(key))
        elif kind == RECEIPT_LINK:
            find = partial(id_of_number, self._desk.services.receipts, key)
            self._desk.tasks.query(self, find, self._on_numbered)
        else:
            self.step_wanted.emit(kind)

    def _on_numbered(self, receipt_id: int | None) -> None:
        if receipt_id is not None:
            self.receipt_wanted.emit(receipt_id)
