"""Actions of a tab of the settings: their keys count while the tab has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from coopdesk.ui.widgets.steps import make_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget


def make_tab_action(
    tab: QWidget, text: str, icon_name: str, slot: Callable[[], object], keys: str
) -> QAction:
    """Return an action that a tab offers; empty ``keys`` for none."""
    action = make_step(tab, text, icon_name)
    action.triggered.connect(slot)
    if keys:
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    tab.addAction(action)
    return action
