"""The big field at the door: typed into by people, or by a scanner that ends with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from coopdesk.ui.fonts import text_font
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CheckInField(SearchField):
    """``entered`` tells Enter; ``stepped`` the arrows, which choose among those found."""

    entered = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("A name, or the code of a badge"))
        self.setFont(text_font(18))
        self.setMinimumHeight(52)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def is_command(event: QKeyEvent) -> bool:
    """Tell whether keys are held that make a command of a letter."""
    modifier = Qt.KeyboardModifier
    held = modifier.ControlModifier | modifier.AltModifier | modifier.MetaModifier
    return bool(event.modifiers() & held)
