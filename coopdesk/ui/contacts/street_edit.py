"""The field of the street, which takes a whole address when one is pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.ui.contacts.address_text import parse_address

if TYPE_CHECKING:
    from collections.abc import Callable


class StreetEdit(QLineEdit):
    """Tells when what was pasted is a whole address; anything else is pasted as usual."""

    address_pasted = Signal(object)  # PostalAddress

    def __init__(self, name: Callable[[], str]) -> None:
        super().__init__()
        self._name = name

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            address = parse_address(QGuiApplication.clipboard().text(), self._name())
            if address is not None:
                self.address_pasted.emit(address)
                return
        super().keyPressEvent(event)
