"""The receipts that were issued: found, opened, written to files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.ui.receipts.columns import receipt_columns
from coopdesk.ui.receipts.numbers import numbered_ids, receipt_number
from coopdesk.ui.record_list import RecordList
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.empty_state import EmptyState


class IssuedView(QWidget):
    """Lists the receipts of one year, sorted and searched in SQL."""

    receipt_activated = Signal(object)  # id
    listed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._year = 0
        self._text = ""
        self._wanted: int | None = None
        self._service = desk.services.receipts
        self.list = RecordList(desk, "receipts.issued", receipt_columns(), self._service.lines)
        self.list.set_accessible_name(_("Issued receipts"))
        self.list.record_activated.connect(self.receipt_activated)
        self.list.sort_changed.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def set_empty(self, state: EmptyState) -> None:
        """Give what is said when the year has no receipt."""
        self.list.set_empty(state)

    def filter(self, year: int, text: str) -> None:
        """Show the receipts of a year whose donor holds these words."""
        self._year, self._text = year, text
        self.refresh()

    def select(self, receipt_id: int) -> None:
        """Select a receipt once the list holds it."""
        self._wanted = receipt_id
        self._select_wanted()

    @Slot()
    def refresh(self) -> None:
        """List again under the filter and the sort in force."""
        self._desk.tasks.query(
            self,
            partial(self._read, self._year, self._text, self.list.sort),
            partial(self._on_read, self._text),
            replaces="ids",
        )

    def _read(self, year: int, text: str, sort: tuple[str, bool]) -> tuple[list[int], str]:
        """Return the ids to list and what they add up to; runs on the worker."""
        number = receipt_number(text, year)
        if number is not None:
            return numbered_ids(self._service, *number), ""
        name, descending = sort
        ids = self._service.ids(year, text, name or "number", descending=descending)
        if text or not ids:
            return ids, ""
        _count, amount = self._service.totals(year)
        return ids, _("Total: {amount}").format(amount=money_text(amount))

    def _on_read(self, text: str, read: tuple[list[int], str]) -> None:
        ids, total = read
        self.list.set_ids(ids, searched=text)
        self.list.set_totals(total)
        self._select_wanted()
        self.listed.emit()

    def _select_wanted(self) -> None:
        if self._wanted is not None and self.list.table.select_id(self._wanted):
            self._wanted = None

    def listed_ids(self) -> tuple[int, ...]:
        """Return the receipts that are listed, from top to bottom."""
        return tuple(self.list.model.ids.tolist())

    def selected_ids(self) -> tuple[int, ...]:
        """Return the receipts that are selected."""
        return self.list.selected_ids
