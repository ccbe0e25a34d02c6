"""Lets Enter press the button that has the focus, in the window and in its dialogs.

Qt presses buttons with the space bar everywhere, with Enter in dialogs only; there it may press
the default button though "Cancel" has the focus. Boxes to tick keep the way of Qt: Enter saves.
So it does on a choice that is made already: a second Enter on it would press nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QRadioButton,
    QWidget,
)
from typing_extensions import override

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EnterKey(QObject):
    """Watches the button that has the focus, and no other: filters in Python cost time."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QAbstractButton):
            before.removeEventFilter(self)
        if isinstance(now, QAbstractButton) and not isinstance(now, QCheckBox | QRadioButton):
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in _ENTER or event.isAutoRepeat():
            return False
        assert isinstance(watched, QAbstractButton)
        if _is_made(watched):
            return False
        watched.click()
        return True


def _is_made(button: QAbstractButton) -> bool:
    """Tell whether a button of a dialog is one of several choices, and the one chosen."""
    group = button.group()
    is_choice = button.isChecked() and group is not None and group.exclusive()
    return is_choice and isinstance(button.window(), QDialog)
