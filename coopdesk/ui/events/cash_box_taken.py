"""What went into the cash box and out of it, the last on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView

from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import Direction
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.payments import Payment

_MOST = 200


class TakenList(QListView):
    """Only to be seen: Ctrl+Z takes the last one back."""

    def __init__(self) -> None:
        super().__init__()
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setAccessibleName(_("Taken lately"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def texts(self) -> list[str]:
        """What is listed."""
        return [self._items.item(row).text() for row in range(self._items.rowCount())]

    def show_payments(self, payments: Sequence[Payment]) -> None:
        """List what came and went, given the last first."""
        self._items.clear()
        for payment in payments[:_MOST]:
            self._items.appendRow(QStandardItem(taking_text(payment)))


def taking_text(payment: Payment) -> str:
    """Return an amount, what it was for, and of whom if that is known."""
    content = payment.content
    is_out = content.direction is Direction.OUT
    amount = ZERO - content.amount if is_out else content.amount
    parts = (money_text(amount), payment.payer_name, content.label)
    return " · ".join(part for part in parts if part)
