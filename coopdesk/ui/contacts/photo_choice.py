"""Asks for the file of a photo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def choose_photo(parent: QWidget, take: Callable[[Path], object]) -> QFileDialog:
    """Open the choice of a file; ``take`` gets the one that was chosen."""
    dialog = QFileDialog(parent, _("Choose a photo"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Images") + " (*.png *.jpg *.jpeg)", _("All files") + " (*)"])
    dialog.fileSelected.connect(lambda text: take(Path(text)))
    dialog.open()
    return dialog
