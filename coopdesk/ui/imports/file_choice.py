"""Asks for a file to import, in the folder of the last one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from coopdesk.system.paths import documents_folder
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.system.settings import SettingsFile

_FOLDER = "imports"
_PATTERNS = "*.csv *.tsv *.txt *.xlsx *.ods"


def file_chooser(settings: SettingsFile, parent: QWidget) -> QFileDialog:
    """Return the dialog, not shown yet; ``fileSelected`` tells the path."""
    known = settings.current.folders.get(_FOLDER, "")
    folder = Path(known) if known and Path(known).is_dir() else documents_folder()
    chooser = QFileDialog(parent, _("Import a file"), str(folder))
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    chooser.setNameFilters(
        [_("Tables (CSV, XLSX, ODS)") + f" ({_PATTERNS})", _("All files") + " (*)"]
    )
    return chooser


def remember_folder(settings: SettingsFile, path: Path) -> None:
    """Begin the next choice where this file was."""
    folders = {**settings.current.folders, _FOLDER: str(path.parent)}
    settings.change(folders=folders)
