"""A push button that mirrors an action: text, icon, state, tooltip with its keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAction, QIcon, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from coopdesk.ui.fonts import text_font
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import plain_tooltip


class ActionButton(QPushButton):
    """Triggers an action. A primary one is filled with the accent colour."""

    def __init__(
        self, action: QAction, *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._primary = primary
        self.setIconSize(QSize(20, 20))
        if primary:
            make_primary(self)
        action.changed.connect(self._refresh)
        self.clicked.connect(action.trigger)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setIcon(self._icon())
        self.setEnabled(action.isEnabled())
        # Without a parent yet, setVisible(True) would open the button as a window of its own.
        if self.parentWidget() is not None or not action.isVisible():
            self.setVisible(action.isVisible())
        self.setAccessibleName(action.text().replace("&", "").rstrip("…"))
        self.setToolTip(plain_tooltip(keys_tooltip(action)))

    def _icon(self) -> QIcon:
        name = self._action.property("icon_name")
        if not name:
            return self._action.icon()
        role = QPalette.ColorRole
        return icon(name, role.HighlightedText if self._primary else role.ButtonText)


def make_primary(button: QPushButton) -> None:
    """Fill a button with the accent colour: the one thing to do here."""
    button.setProperty("kind", "primary")
    button.setFont(text_font(weight=600))
    # A button that a dialog made has been styled already.
    button.style().unpolish(button)
    button.style().polish(button)


def keys_tooltip(action: QAction) -> str:
    """Return what an action does and its keys: ``Nouveau don (Ctrl+N)``."""
    text = (action.statusTip() or action.text()).replace("&", "").rstrip("…")
    keys = action.property("keys") or action.shortcut().toString(
        action.shortcut().SequenceFormat.NativeText
    )
    return f"{text} ({keys})" if keys else text
