"""The choice of files to keep, which begins in the folder of the last ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from coopdesk.system.paths import documents_folder
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.system.settings import SettingsFile

_FOLDER = "vouchers"


def choose_files(parent: QWidget, settings: SettingsFile, kinds: str = "") -> QFileDialog:
    """Open the choice of files, of some kinds or of all; ``filesSelected`` tells them."""
    known = settings.current.folders.get(_FOLDER, "")
    folder = known if known and Path(known).is_dir() else str(documents_folder())
    chooser = QFileDialog(parent, _("Attach a file"), folder)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
    if kinds:
        chooser.setNameFilter(kinds)
    chooser.open()
    return chooser


def remember_folder(settings: SettingsFile, path: Path) -> None:
    """Begin there next time."""
    settings.change(folders={**settings.current.folders, _FOLDER: str(path.parent)})
