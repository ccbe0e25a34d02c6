"""The line above a list that says what its filter names in vain, with what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coopdesk.ui.widgets.elided_label import ElidedLabel
from coopdesk.ui.widgets.icon_label import IconLabel
from coopdesk.ui.widgets.labels import set_plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class LapseLine(QWidget):
    """As low as the chips in whose place it stands; hidden while there is nothing to say."""

    def __init__(self, *actions: QAction) -> None:
        super().__init__()
        self._label = ElidedLabel("")
        self._label.setProperty("part", "text")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("warning", 20, QPalette.ColorRole.WindowText))
        row.addWidget(self._label, 1)
        for action in actions:
            button = QPushButton(action.text())
            button.setProperty("kind", "link")
            button.setAutoDefault(False)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str) -> None:
        """Say something; an empty text hides the line."""
        is_new = text != self.text
        self._label.setText(text)
        set_plain_tooltip(self._label, text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text and is_new and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
