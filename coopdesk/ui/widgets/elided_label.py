"""A plain label that may be narrower than its text, and says so with an ellipsis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from coopdesk.ui.widgets.labels import show_as

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coopdesk.ui.widgets.labels import Part

_LEAST_WIDTH = 40
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ElidedLabel(QLabel):
    """Shows as much of its text as there is room for, in a quiet colour."""

    def __init__(self, text: str, part: Part = "muted") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        show_as(self, part)

    @override
    def minimumSizeHint(self) -> QSize:
        full = super().minimumSizeHint()
        return QSize(min(full.width(), _LEAST_WIDTH), full.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), _LEFT, text)
        painter.end()
