"""Lets Tab follow reading where widgets were added after a window was built."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def follow_reading(root: QWidget, *after: QWidget) -> None:
    """Put the controls inside ``root`` into the order of its layouts, then those ``after``."""
    stops = [*_controls(root), *after]
    for before, then in pairwise(stops):
        QWidget.setTabOrder(before, then)


def _controls(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inside, below = item.widget(), item.layout()
        if inside is not None:
            yield from _controls(inside)
        elif below is not None:
            yield from _in_layout(below)
