"""Keeps a dialog inside the screen: what is cut off cannot be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# What the window manager draws around a dialog, and a little air.
_FRAME = (16, 56)


def resize_within(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog this size, or what the screen has room for."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - _FRAME[0]), min(height, room.height() - _FRAME[1]))
