"""Asks for the file of a photo, where the last one was."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from coopdesk.system.paths import documents_folder
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.system.settings import SettingsFile

_FOLDER = "photos"


def choose_photo(
    parent: QWidget, settings: SettingsFile, take: Callable[[Path], object]
) -> QFileDialog:
    """Open the choice of a file; ``take`` gets the one that was chosen."""
    known = settings.current.folders.get(_FOLDER, "")
    folder = Path(known) if known and Path(known).is_dir() else documents_folder()
    dialog = QFileDialog(parent, _("Choose a photo"), str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Images") + " (*.png *.jpg *.jpeg)", _("All files") + " (*)"])
    dialog.fileSelected.connect(partial(_on_selected, settings, take))
    dialog.open()
    return dialog


def _on_selected(settings: SettingsFile, take: Callable[[Path], object], text: str) -> None:
    path = Path(text)
    settings.change(folders={**settings.current.folders, _FOLDER: str(path.parent)})
    take(path)
