"""What the home page shows while nothing is recorded: where to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.ui.opening import ChoiceButton
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

_WIDTH = 640


class FirstSteps(QWidget):
    """Large buttons, each with one sentence: (action, icon, sentence)."""

    def __init__(
        self, steps: Sequence[tuple[QAction, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons = [ChoiceButton(*step) for step in steps]
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 8, 2, 8)
        column.setSpacing(12)
        column.addWidget(plain_label(_("Where to begin?"), "heading"))
        column.addWidget(
            plain_label(
                _("In any order; whatever you do can be taken back."), "muted", wrap=True
            )
        )
        for button in self.buttons:
            button.setMaximumWidth(_WIDTH)
            column.addWidget(button)
        column.addStretch()
