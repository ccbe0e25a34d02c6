"""The card of what was done last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.domain.operations import OperationKind, OperationState
from coopdesk.ui.widgets.card import Card
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import capital
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.operations import Operation


class LatestCard(Card):
    """The newest operations, and the way to all of them."""

    def __init__(self, journal: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(_("Done lately"), (journal,), parent)
        self._rows: list[QWidget] = []

    def show_operations(self, operations: Sequence[Operation], today: dt.date) -> None:
        """Show these operations, newest first; one that was taken back says so itself."""
        _empty(self.body, self._rows)
        for operation in operations:
            if operation.kind is not OperationKind.COMMAND:
                continue
            row = _operation_line(operation, today)
            self._rows.append(row)
            self.body.addWidget(row)
            row.show()
        self.setVisible(bool(operations))


def _operation_line(operation: Operation, today: dt.date) -> QWidget:
    from coopdesk.wording.ages import age_text
    from coopdesk.wording.operations import operation_text

    text = operation_text(operation)
    if operation.state is OperationState.UNDONE:
        text = _("{what} (taken back)").format(what=text)
    when = age_text(operation.made_at, today) if operation.made_at else ""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    layout.addWidget(plain_label(capital(text), wrap=True), 1)
    layout.addWidget(plain_label(when, "muted"))
    return row


def _empty(layout: QVBoxLayout, rows: list[QWidget]) -> None:
    for row in rows:
        layout.removeWidget(row)
        row.deleteLater()
    rows.clear()
