"""Actions that only have a meaning where they are offered: no keys, not found by Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from coopdesk.ui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def make_step(parent: QObject, text: str, icon_name: str) -> QAction:
    """Return an action for a notice or an empty state."""
    action = QAction(text, parent)
    action.setIcon(icon(icon_name))
    action.setProperty("icon_name", icon_name)
    return action
