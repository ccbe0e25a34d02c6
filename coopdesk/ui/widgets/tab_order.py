"""Lets Tab follow reading where widgets were added after a window was built."""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter
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
    for _place, part in sorted(_parts(layout), key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _in_layout(part)
        else:
            yield from _controls(part)


def _parts(layout: QLayout) -> Iterator[tuple[int, QWidget | QLayout]]:
    """Return what a layout holds, with its place.

    Not by its items: the bindings would keep one whose widget went, and take whatever Qt puts
    there next in memory for it.
    """
    holder = layout.parentWidget()
    widgets = [] if holder is None else holder.children()
    for each in [*widgets, *layout.children()]:
        if isinstance(each, QWidget | QLayout):
            place = layout.indexOf(each)
            if place >= 0:
                yield place, each
