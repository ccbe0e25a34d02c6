"""A column of choices at the left of a dialog, scrolled where the window is low."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coopdesk.ui.widgets.labels import plain_label

_WIDTH = 300


class SideChoices(QScrollArea):
    """Titles with their choices beneath; ``finish`` ends them with a remark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Tab goes from choice to choice; it must not stop at the frame around them.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)
        column = QWidget()
        self._layout = QVBoxLayout(column)
        self._layout.setContentsMargins(2, 0, 12, 0)
        self._layout.setSpacing(4)
        self.setWidget(column)

    def add(self, title: str, *choices: QWidget) -> None:
        """Add choices under a title."""
        if self._layout.count():
            self._layout.addSpacing(8)
        self._layout.addWidget(plain_label(title, "field"))
        for choice in choices:
            self._layout.addWidget(choice)

    def add_widget(self, widget: QWidget) -> None:
        """Add one more under the last title."""
        self._layout.addWidget(widget)

    def finish(self, remark: str) -> None:
        """End with a remark."""
        self._layout.addSpacing(8)
        self._layout.addWidget(plain_label(remark, "small", wrap=True))
        self._layout.addStretch()
