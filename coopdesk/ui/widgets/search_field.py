"""The search box of a list: results as you type, arrow down to the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget
from typing_extensions import override

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.series_line import leaves_to_window

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

# Long enough to join the letters of a fast typist, short enough not to be felt.
_PAUSE_MS = 60


class SearchField(QLineEdit):
    """Tells what to look for once the person pauses."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below: QWidget | None = None
        self._told = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self.setMinimumWidth(220)
        self.addAction(icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text_changed)

    def leads_to(self, widget: QWidget) -> None:
        """Name the list that arrow down and Enter move to."""
        self._below = widget

    @Slot()
    def _on_text_changed(self) -> None:
        if self.text():
            self._pause.start()
        else:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.searched.emit(text)

    @override
    def event(self, event: QEvent) -> bool:
        if leaves_to_window(self, event):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif self._below is not None and key in {
            Qt.Key.Key_Down,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        }:
            self._tell()
            _shown(self._below).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


def _shown(below: QWidget) -> QWidget:
    """Return the view that is in front: a stack itself would keep the keys for nobody."""
    inside = below.currentWidget() if isinstance(below, QStackedWidget) else None
    return inside or below
