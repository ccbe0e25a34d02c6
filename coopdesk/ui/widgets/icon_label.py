"""An icon on its own, in the colours of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from coopdesk.ui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class IconLabel(QWidget):
    """Draws an icon when painted, so that it follows a change of theme; says nothing."""

    def __init__(
        self,
        name: str,
        size: int = 20,
        role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText,
    ) -> None:
        super().__init__()
        self._icon = icon(name, role)
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
