"""Lines that Enter takes and empties for the next; empty, they leave undoing to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.ui.widgets.amount_edit import AmountEdit

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class SeriesLine(QLineEdit):
    """Ctrl+Z after Enter takes back what was kept; it does not type it again."""

    @override
    def event(self, event: QEvent) -> bool:
        if leaves_undo(self, event):
            event.ignore()
            return False
        return super().event(event)


class SeriesAmount(AmountEdit):
    """An amount in a series: typed again by Ctrl+Z it would be taken twice."""

    @override
    def event(self, event: QEvent) -> bool:
        if leaves_undo(self, event):
            event.ignore()
            return False
        return super().event(event)


def leaves_undo(line: QLineEdit, event: QEvent) -> bool:
    """Tell whether the window shall have these keys: there is nothing to undo in the line."""
    is_claim = event.type() == QEvent.Type.ShortcutOverride
    if not is_claim or not isinstance(event, QKeyEvent):
        return False
    return not line.text() and any(map(event.matches, _KEYS))
