"""Lets Enter press the button that has the focus, in the window as in its dialogs.

Qt presses buttons with the space bar everywhere, with Enter in dialogs only.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog
from typing_extensions import override

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EnterKey(QObject):
    """Watches the application for Enter on a button outside of dialogs."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QAbstractButton):
            return False
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        if event.isAutoRepeat() or isinstance(watched.window(), QDialog):
            return False
        watched.click()
        return True
