"""A sheet with a heading, for what stands beside other things on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence


class Card(QFrame):
    """``body`` takes the content; ``beside`` stands at the right of the heading."""

    def __init__(
        self, title: str, beside: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self._heading = plain_label(title, "heading")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading)
        head.addStretch()
        for widget in beside:
            head.addWidget(widget)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(self.body, 1)
