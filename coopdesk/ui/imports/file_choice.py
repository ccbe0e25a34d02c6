"""Asks for a file to import, in the folder of the last one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from coopdesk.system.paths import documents_folder
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.system.settings import SettingsFile

_FOLDER = "imports"
_PATTERNS = "*.csv *.tsv *.txt *.xlsx *.ods *.vcf"


class FileChoice(QObject):
    """Opens the dialog and tells which file was chosen."""

    chosen = Signal(object)  # Path

    def __init__(self, settings: SettingsFile, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self.dialog: QFileDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Ask for a file."""
        known = self._settings.current.folders.get(_FOLDER, "")
        folder = Path(known) if known and Path(known).is_dir() else documents_folder()
        dialog = QFileDialog(self._window, _("Import a file"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                _("Tables and address cards (CSV, XLSX, ODS, vCard)") + f" ({_PATTERNS})",
                _("All files") + " (*)",
            ]
        )
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self.dialog = dialog

    def remember(self, path: Path) -> None:
        """Begin the next choice where this file was."""
        folders = {**self._settings.current.folders, _FOLDER: str(path.parent)}
        self._settings.change(folders=folders)

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        self.chosen.emit(Path(name))

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
