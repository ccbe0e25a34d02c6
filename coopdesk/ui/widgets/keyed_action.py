"""An action in a menu that names the keys it has elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class KeyedAction(QAction):
    """Mirrors an action whose keys the window owns: a second shortcut would be ambiguous."""

    def __init__(self, action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._action = action
        action.changed.connect(self._refresh)
        self.triggered.connect(action.trigger)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        action = self._action
        keys = QKeySequence(str(action.property("keys")))
        # What follows the tab stands at the right of the menu, as shortcuts do.
        said = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(f"{action.text()}\t{said}")
        self.setIcon(action.icon())
        self.setEnabled(action.isEnabled())
        self.setVisible(action.isVisible())
