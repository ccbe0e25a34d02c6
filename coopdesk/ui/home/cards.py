"""The two lists of the home page: what is to be done, and what was done last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.domain.operations import OperationKind, OperationState
from coopdesk.ui.columns import Tone
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.card import Card
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.domain.operations import Operation
    from coopdesk.ui.home.next_steps import NextStep

_ICONS = {
    Tone.NEUTRAL: "circle",
    Tone.INFO: "arrow-circle-right",
    Tone.GOOD: "check-circle",
    Tone.ATTENTION: "warning",
    Tone.BAD: "warning-octagon",
}


class StepsCard(Card):
    """Each line leads where it is done."""

    chosen = Signal(object)  # NextStep

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("To do"), parent=parent)
        self._steps: list[NextStep] = []
        self._rows: list[QWidget] = []
        self.buttons: list[QPushButton] = []

    def show_steps(self, steps: Sequence[NextStep]) -> None:
        """Show these, or that there is nothing."""
        _empty(self.body, self._rows)
        self._steps = list(steps)
        self.buttons = []
        for step in self._steps:
            button = QPushButton(step.verb)
            button.setAccessibleDescription(step.text)
            button.clicked.connect(self._on_clicked)
            self.buttons.append(button)
            self._add(_line(step.tone, step.text, button))
        if not self._steps:
            self._add(_line(Tone.GOOD, _("Nothing is waiting for you.")))

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        self.body.addWidget(row)
        row.show()

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        for button, step in zip(self.buttons, self._steps, strict=True):
            if button is sender:
                self.chosen.emit(step)


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
    layout.addWidget(plain_label(text[:1].upper() + text[1:], wrap=True), 1)
    layout.addWidget(plain_label(when, "muted"))
    return row


def _line(tone: Tone, text: str, button: QPushButton | None = None) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    picture = plain_label()
    picture.setPixmap(icon(_ICONS[tone]).pixmap(QSize(20, 20)))
    picture.setFixedSize(QSize(20, 20))
    layout.addWidget(picture)
    layout.addWidget(plain_label(text, wrap=True), 1)
    if button is not None:
        layout.addWidget(button)
    return row


def _empty(layout: QVBoxLayout, rows: list[QWidget]) -> None:
    for row in rows:
        layout.removeWidget(row)
        row.deleteLater()
    rows.clear()
