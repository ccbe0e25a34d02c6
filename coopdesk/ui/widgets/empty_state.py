"""What a list says when it has nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.icon_label import IconLabel
from coopdesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class EmptyState(QWidget):
    """An icon, what this place is for, and the first steps as buttons."""

    def __init__(
        self, icon_name: str, title: str, sentence: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        picture = IconLabel(icon_name, 40)
        self._title = plain_label(title, "heading", wrap=True)
        self._sentence = plain_label(sentence, "muted", wrap=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addSpacing(8)
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        self._buttons.addStretch()
        self._buttons.addStretch()

    @property
    def sentence(self) -> str:
        """The sentence under the title."""
        return self._sentence.text()

    @property
    def first_step(self) -> QWidget | None:
        """The button that the keys go to, None when no step is offered now."""
        buttons = self.findChildren(QPushButton)
        return next((button for button in buttons if not button.isHidden()), None)

    def say(self, title: str, sentence: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def offer(self, action: QAction, *, primary: bool = False) -> QPushButton:
        """Add a step as a button."""
        button = ActionButton(action, primary=primary)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button
