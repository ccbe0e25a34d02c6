"""The card of tips: what may be done first, each with its button and a way to send it away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.card import Card
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.ui.home.tips import Tip

_SHOWN = 4


class TipsCard(Card):
    """A few tips at a time; the card goes with the last of them."""

    chosen = Signal(object)  # Tip
    dismissed = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("To begin well"))
        self._rows: list[QWidget] = []
        self.tips: tuple[Tip, ...] = ()
        self.buttons: list[QPushButton] = []
        self.dismiss_buttons: list[QToolButton] = []

    def show_tips(self, tips: Sequence[Tip]) -> None:
        """Show the first of these; nothing while they are those that are shown."""
        shown = tuple(tips[:_SHOWN])
        if shown == self.tips:
            self.setVisible(bool(shown))
            return
        for row in self._rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self.tips = shown
        self._rows, self.buttons, self.dismiss_buttons = [], [], []
        for tip in shown:
            row = self._row(tip)
            self._rows.append(row)
            self.body.addWidget(row)
            row.show()
        self.setVisible(bool(shown))

    def _row(self, tip: Tip) -> QWidget:
        go = QPushButton(tip.verb)
        go.setAccessibleDescription(tip.text)
        go.clicked.connect(partial(self.chosen.emit, tip))
        away = QToolButton()
        away.setProperty("kind", "flat")
        away.setIcon(icon("x"))
        away.setToolTip(_("Do not show this tip again"))
        away.setAccessibleName(_("Do not show this tip again"))
        away.setAccessibleDescription(tip.text)
        away.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        away.clicked.connect(partial(self.dismissed.emit, tip))
        self.buttons.append(go)
        self.dismiss_buttons.append(away)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(plain_label(tip.text, wrap=True), 1)
        layout.addWidget(go)
        layout.addWidget(away)
        return row
