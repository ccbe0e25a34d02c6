"""The receipts that were issued: found, opened beside the list, filtered by their status."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.receipts import ReceiptStatus
from coopdesk.ui.receipts.issued_columns import receipt_columns
from coopdesk.ui.receipts.issued_reading import Issued, IssuedWanted, read_issued
from coopdesk.ui.receipts.receipt_panel import ReceiptPanel
from coopdesk.ui.recent_records import remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.figure_filter import FigureFilter
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.receipts.life import Life

_GAP = 8


class IssuedView(QWidget):
    """Lists the receipts of one year, sorted and searched in SQL; a panel shows one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = IssuedWanted(0)
        self._issued: Issued | None = None
        self._wanted: int | None = None
        self._is_narrowed = False
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
        remember_opened(desk, "receipt", self.detail)
        self._lay_out()
        self.figures.chosen.connect(self._on_status)
        self.list.selection_changed.connect(self._show_total)
        self.list.sort_changed.connect(self.refresh)
        self.detail.wanted.connect(self.panel.show_receipt)
        self.panel.gone.connect(self.detail.close_record)
        self.panel.receipt_wanted.connect(self.open)

    def _lay_out(self) -> None:
        names = {
            None: _("All receipts"),
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

    def filter(self, asked: IssuedWanted) -> None:
        """Show the receipts that are asked for, of the status that is chosen here."""
        if asked != self._asked:
            self._asked = asked
            self._is_narrowed = True
            self.refresh()

    @Slot()
    def _on_status(self) -> None:
        self._is_narrowed = True
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
        return replace(self._asked, status=status, sort=self.list.sort)

    @Slot()
    def refresh(self) -> None:
        """List again under the filter and the sort in force."""
        wanted = self.wanted
        if wanted.year:
            call = partial(read_issued, self._desk.services, wanted)
            self._desk.tasks.query(self, call, partial(self._on_read, wanted), replaces="ids")

    def _on_read(self, wanted: IssuedWanted, issued: Issued) -> None:
        self._issued = issued
        for status, (count, amount) in issued.counts.items():
            text = money_text(amount) if amount is not None and count else ""
            self.figures.figure(status).set_value(number_text(count), text)
        self.list.set_ids(issued.ids, searched=wanted.in_words)
        self._show_total()
        self._select_wanted()
        self._close_what_is_gone()

    @Slot()
    def _show_total(self) -> None:
        """Add up the receipts that are listed, or those that are selected among them."""
        if self._issued is not None:
            chosen = self.list.selected_ids
            ids = chosen if len(chosen) > 1 else self._issued.ids
            self.list.set_totals(self._issued.total_text(ids))

    def _close_what_is_gone(self) -> None:
        """Close a receipt that a filter has left out, not one that a command has changed."""
        shown = self.detail.shown_id
        is_narrowed, self._is_narrowed = self._is_narrowed, False
        if not is_narrowed or shown in {None, self._wanted, *self.listed_ids()}:
            return
        focused = self.window().focusWidget()
        self.detail.close_record()
        if focused is not None and not self.panel.isAncestorOf(focused):
            # Whoever is typing a search goes on typing.
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select_wanted(self) -> None:
        if self._wanted is not None and self.list.table.select_id(self._wanted):
            self._wanted = None

    def listed_ids(self) -> tuple[int, ...]:
        """Return the receipts that are listed, from top to bottom."""
        return tuple(self.list.model.ids.tolist())

    def living(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Return those of receipts that still count, as far as they are listed."""
        amounts = self._issued.amounts if self._issued is not None else {}
        return tuple(key for key in ids if key in amounts)

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
