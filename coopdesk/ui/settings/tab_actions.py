"""What tabs of the settings share: actions with their keys, and a list below its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steps import make_step

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget


def make_tab_action(
    tab: QWidget, text: str, icon_name: str, slot: Callable[[], object], keys: str = ""
) -> QAction:
    """Return an action that a tab offers; its keys count while the tab has the keyboard."""
    action = make_step(tab, text, icon_name)
    action.triggered.connect(slot)
    if keys:
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    tab.addAction(action)
    return action


def lay_out_list(
    tab: QWidget,
    words: str,
    actions: Sequence[QAction],
    shown: QWidget,
    *,
    at_right: Sequence[QAction] = (),
    top: int = 12,
) -> None:
    """Lay out a tab: words that explain it, buttons from both sides, and its list."""
    head = QHBoxLayout()
    head.setSpacing(8)
    for action in actions:
        head.addWidget(ActionButton(action))
    head.addStretch(1)
    for action in at_right:
        head.addWidget(ActionButton(action))
    layout = QVBoxLayout(tab)
    layout.setContentsMargins(0, top, 0, 0)
    layout.setSpacing(12)
    layout.addWidget(plain_label(words, "muted", wrap=True))
    layout.addLayout(head)
    layout.addWidget(shown, 1)
