"""Lines that Enter takes and empties for the next; empty, they leave undoing to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.ui.widgets.amount_edit import AmountEdit

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
# End of the line on some Linux desktops; the End key does that, Ctrl+E exports.
_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


class SeriesLine(QLineEdit):
    """Ctrl+Z after Enter takes back what was kept; it does not type it again."""

    @override
    def event(self, event: QEvent) -> bool:
        if leaves_to_window(self, event):
            event.ignore()
            return False
        return super().event(event)


class SeriesAmount(AmountEdit):
    """An amount in a series: typed again by Ctrl+Z it would be taken twice."""

    @override
    def event(self, event: QEvent) -> bool:
        if leaves_to_window(self, event):
            event.ignore()
            return False
        return super().event(event)


def leaves_to_window(line: QLineEdit, event: QEvent) -> bool:
    """Tell whether the window shall have these keys: to export, or nothing to undo here."""
    is_claim = event.type() == QEvent.Type.ShortcutOverride
    if not is_claim or not isinstance(event, QKeyEvent):
        return False
    if event.keyCombination() == _EXPORT:
        return True
    return not line.text() and any(map(event.matches, _KEYS))
