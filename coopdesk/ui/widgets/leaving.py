"""The question before something typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def ask_to_leave(
    parent: QWidget, on_leave: Callable[[], object], lost: str = ""
) -> QMessageBox:
    """Ask whether to close without saving; Escape goes on typing. ``lost`` says what goes."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("CoopDesk")
    box.setText(_("Close without saving?"))
    box.setInformativeText(lost or _("What you typed in this form will be lost."))
    leave = box.addButton(_("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("Go on typing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    leave.clicked.connect(on_leave)
    box.open()
    return box
