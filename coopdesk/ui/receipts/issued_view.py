"""The receipts that were issued: found, opened beside the list, filtered by their status."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.receipts import ReceiptStatus
from coopdesk.ui.receipts.issued_columns import receipt_columns
from coopdesk.ui.receipts.issued_reading import Issued, IssuedWanted, read_issued
from coopdesk.ui.receipts.receipt_panel import ReceiptPanel
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.figure_filter import FigureFilter
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.life import Life

_GAP = 8


class IssuedView(QWidget):
    """Lists the receipts of one year, sorted and searched in SQL; a panel shows one."""

    listed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._year, self._text, self._form = 0, "", ""
        self._wanted: int | None = None
        self.figures = FigureFilter()
        self.list = RecordList(
            desk, "receipts.issued", receipt_columns(), desk.services.receipts.lines
        )
        self.list.set_accessible_name(_("Issued receipts"))
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.gifts_action = make_step(self, _("Review the gifts"), "list-bullets")
        self.list.set_empty(_empty_state(self.gifts_action))
        self.panel = ReceiptPanel(desk)
        self.detail = ListDetail(self.list, self.panel)
        self._lay_out()
        self.figures.chosen.connect(self.refresh)
        self.list.sort_changed.connect(self.refresh)
        self.detail.wanted.connect(self.panel.show_receipt)
        self.panel.gone.connect(self.detail.close_record)
        self.panel.receipt_wanted.connect(self.open)

    def _lay_out(self) -> None:
        names = {
            None: _("Receipts of the year"),
            ReceiptStatus.ISSUED: _("To be delivered"),
            ReceiptStatus.DELIVERED: _("Delivered"),
            ReceiptStatus.VOIDED: _("Voided receipts"),
            ReceiptStatus.REPLACED: _("Replaced receipts"),
        }
        for status, name in names.items():
            self.figures.add(status, name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.figures)
        layout.addWidget(self.detail, 1)
        self.setFocusProxy(self.list)

    def rule(self, life: Life) -> None:
        """Stand the actions of a receipt in the menu of the list and on top of the panel."""
        self.list.table.addActions(list(life.all))
        for action in life.main:
            self.panel.add_action(action)
        self.panel.add_rare_actions(life.rare)

    # what is listed

    def filter(self, year: int, text: str, form: str) -> None:
        """Show the receipts of a year and a form whose donor or number has these words."""
        if (year, text, form) == (self._year, self._text, self._form):
            return
        self._year, self._text, self._form = year, text, form
        self.refresh()

    def reload(self) -> None:
        """Read again: something changed."""
        self.detail.read_again()
        self.refresh()

    def open(self, receipt_id: int) -> None:
        """Show a receipt; the list goes to it once it holds it."""
        self._wanted = receipt_id
        self.figures.choose(None)
        self.detail.open_record(receipt_id)

    def clear(self) -> None:
        """Show receipts of every status."""
        self.figures.choose(None)

    @property
    def wanted(self) -> IssuedWanted:
        """What the filters ask for."""
        status = self.figures.current
        assert status is None or isinstance(status, ReceiptStatus)
        return IssuedWanted(self._year, self._text, self._form, status, self.list.sort)

    @Slot()
    def refresh(self) -> None:
        """List again under the filter and the sort in force."""
        if self._year:
            call = partial(read_issued, self._desk.services, self.wanted)
            self._desk.tasks.query(self, call, self._on_read, replaces="ids")

    def _on_read(self, issued: Issued) -> None:
        for status, (count, amount) in issued.counts.items():
            text = money_text(amount) if amount is not None and count else ""
            self.figures.figure(status).set_value(number_text(count), text)
        wanted = self.wanted
        is_narrow = bool(wanted.text or wanted.form or wanted.status)
        self.list.set_ids(issued.ids, searched=wanted.text or (_("receipts") * is_narrow))
        self.list.set_totals(issued.total_text)
        self._select_wanted()
        self.listed.emit()

    def _select_wanted(self) -> None:
        if self._wanted is not None and self.list.table.select_id(self._wanted):
            self._wanted = None

    def listed_ids(self) -> tuple[int, ...]:
        """Return the receipts that are listed, from top to bottom."""
        return tuple(self.list.model.ids.tolist())

    def chosen_ids(self) -> tuple[int, ...]:
        """Return the receipts that are selected, or the one in the panel."""
        selected = self.list.selected_ids
        shown = self.detail.shown_id
        if len(selected) > 1 or shown is None:
            return selected
        return (shown,)


def _empty_state(step: QAction) -> EmptyState:
    state = EmptyState(
        "receipt",
        _("No receipt issued for this year"),
        _("Review the gifts, then issue the receipts that are ready."),
    )
    state.offer(step)
    return state
