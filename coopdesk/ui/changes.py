"""Tells every screen what a command changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """Carries the changes of each command to the screens."""

    changed = Signal(object)  # Changes: a frozenset of Subject
