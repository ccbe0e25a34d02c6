"""A line that Enter takes and empties for the next; empty, it leaves undoing to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class SeriesLine(QLineEdit):
    """Ctrl+Z after Enter takes back what was kept; it does not type it again."""

    @override
    def event(self, event: QEvent) -> bool:
        is_claim = event.type() == QEvent.Type.ShortcutOverride
        if is_claim and isinstance(event, QKeyEvent) and self._leaves(event):
            event.ignore()
            return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        return not self.text() and any(map(event.matches, _KEYS))
