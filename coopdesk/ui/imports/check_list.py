"""The payments that wait for a person to say whether they count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.domain.money import total
from coopdesk.domain.text import fold
from coopdesk.ui.imports.columns import check_columns
from coopdesk.ui.record_list import RecordList
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import import_reason_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.payments import PaymentLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A line of a payment to check, and why it waits (a code)."""

    id: int
    line: PaymentLine
    reason: str


_SORTS: dict[str, Callable[[CheckRow], Any]] = {
    "day": lambda row: row.line.paid_on,
    "payer": lambda row: fold(row.line.payer_name),
    "what": lambda row: fold(f"{row.line.kind.value} {row.line.label} {row.line.campaign}"),
    "amount": lambda row: row.line.amount,
    "why": lambda row: row.reason,
}


def read_check_rows(services: Services) -> list[CheckRow]:
    """Read the lines to check with their reasons; runs on the worker."""
    lines = services.imports.to_check()
    payments = {line.payment_id for line in lines}
    reasons = {key: services.payments.get(key).content.check_reason for key in payments}
    return [CheckRow(line.id, line, reasons[line.payment_id]) for line in lines]


class CheckList(QWidget):
    """Lists what is to be checked; several can be chosen at once, Enter asks for one."""

    selection_changed = Signal()
    payment_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[int, CheckRow] = {}
        self._text = ""
        self._wanted: int | None = None
        self.list = RecordList(desk, "imports.to_check", check_columns(), self._fetch)
        self.list.set_accessible_name(_("Payments to check"))
        self.list.selection_changed.connect(self._on_selection_changed)
        self.list.record_activated.connect(self._on_activated)
        self.list.sort_changed.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    @property
    def count(self) -> int:
        """How many payments wait."""
        return len({row.line.payment_id for row in self._rows.values()})

    @property
    def selected_payments(self) -> tuple[int, ...]:
        """The payments of the selected lines."""
        rows = (self._rows[row_id] for row_id in self.list.selected_ids if row_id in self._rows)
        return tuple(dict.fromkeys(row.line.payment_id for row in rows))

    @property
    def why(self) -> str:
        """Why the first of the selected lines waits."""
        rows = self._fetch(self.list.selected_ids[:1])
        return import_reason_text(rows[0].reason) if rows else ""

    def show_rows(self, rows: Sequence[CheckRow]) -> None:
        """Show these lines."""
        self._rows = {row.id: row for row in rows}
        self.refresh()

    def filter(self, text: str) -> None:
        """Show the lines that hold these words."""
        self._text = text
        self.refresh()

    def select_payment(self, payment_id: int) -> None:
        """Select a payment once the list holds it."""
        self._wanted = payment_id
        self._select_wanted()

    @Slot()
    def refresh(self) -> None:
        """List again under the words and the sort in force."""
        words = fold(self._text).split()
        rows = [row for row in self._rows.values() if all(word in _text(row) for word in words)]
        sort, descending = self.list.sort
        rows.sort(key=_SORTS.get(sort, _SORTS["day"]), reverse=descending)
        self.list.set_ids([row.id for row in rows], searched=self._text)
        self._select_wanted()
        self._on_selection_changed()

    def _select_wanted(self) -> None:
        for row in self._rows.values():
            if row.line.payment_id == self._wanted and self.list.table.select_id(row.id):
                self._wanted = None
                self.list.setFocus()
                return

    def _fetch(self, ids: Sequence[int]) -> list[CheckRow]:
        return [self._rows[row_id] for row_id in ids if row_id in self._rows]

    @Slot(object)
    def _on_activated(self, row_id: int) -> None:
        if row_id in self._rows:
            self.payment_wanted.emit(self._rows[row_id].line.payment_id)

    @Slot()
    def _on_selection_changed(self) -> None:
        chosen = self.list.selected_ids
        ids = chosen if len(chosen) > 1 else self.list.model.ids.tolist()
        amount = money_text(total(row.line.amount for row in self._fetch(ids)))
        self.list.set_totals(_("Total: {amount}").format(amount=amount) if ids else "")
        self.selection_changed.emit()


def _text(row: CheckRow) -> str:
    return fold(f"{row.line.payer_name} {row.line.label} {row.line.campaign}")
