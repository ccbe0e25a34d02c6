"""Actions that only have a meaning where they are offered: no keys, not found by Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from coopdesk.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


def make_step(
    parent: QObject, text: str, icon_name: str, slot: Callable[[], object] | None = None
) -> QAction:
    """Return an action for a notice, an empty state or a menu; ``slot`` is what it does."""
    action = QAction(text, parent)
    action.setIcon(icon(icon_name))
    action.setProperty("icon_name", icon_name)
    if slot is not None:
        action.triggered.connect(slot)
    return action


def change_icon(action: QAction, icon_name: str) -> None:
    """Give an action that does the contrary by now another icon, on its buttons as well."""
    action.setProperty("icon_name", icon_name)
    action.setIcon(icon(icon_name))
