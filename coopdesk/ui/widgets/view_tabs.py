"""The tabs and the pile of views of a page: one view is seen at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST_HEIGHT = 120


def view_stack() -> QStackedWidget:
    """Return a pile for views that scroll where a low window has room for few lines."""
    stack = QStackedWidget()
    stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    stack.setMinimumHeight(_LEAST_HEIGHT)
    return stack


def view_tabs(said: str, names: Iterable[str]) -> QTabBar:
    """Return the tabs of views; ``said`` is what a screen reader calls them all."""
    tabs = QTabBar()
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    # Arrows would hide a view; the row has room for all of them.
    tabs.setUsesScrollButtons(False)
    tabs.setAccessibleName(said)
    for name in names:
        tabs.addTab(name)
    return tabs
