"""One condition in force, in words: a click changes it, its cross or Delete takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

_LONGEST = 320
# The cross with the padding of a chip around it.
_CROSS = 36
_CHANGE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_REMOVE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class ConditionChip(QPushButton):
    """Tells its ``place`` among the conditions; Enter or the space bar is a click."""

    change_wanted = Signal(int)
    removal_wanted = Signal(int)

    def __init__(self, place: int, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._is_on_cross = False
        self.setProperty("kind", "chip")
        self.setProperty("words", text)
        self.setAutoDefault(False)
        self.setIcon(icon("x"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST)
        self.setText(short.replace("&", "&&"))
        keys = _("Enter changes the condition, Delete takes it away.")
        self.setAccessibleName(text)
        self.setAccessibleDescription(keys)
        set_plain_tooltip(self, f"{text}\n{keys}")
        self.clicked.connect(self._on_clicked)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_on_cross = event.position().x() >= self.width() - _CROSS
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._is_on_cross = False

    @override
    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in _REMOVE | _CHANGE:
            # Else the page would archive or change the contact of the list behind.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVE:
            self.removal_wanted.emit(self.place)
        elif event.key() in _CHANGE:
            self.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        told = self.removal_wanted if self._is_on_cross else self.change_wanted
        told.emit(self.place)
