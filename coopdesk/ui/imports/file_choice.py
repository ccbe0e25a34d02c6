"""Asks for files to import, in the folder of the last one."""

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
_PATTERNS = (
    "*.csv *.tsv *.txt *.xlsx *.ods *.vcf *.ofx *.qfx *.qif *.xml *.zip *.json *.ics *.cfo "
    "*.dat *.afb"
)


class FileChoice(QObject):
    """Opens the dialog and tells which files were chosen."""

    chosen = Signal(object)  # list[Path]

    def __init__(self, settings: SettingsFile, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self.dialog: QFileDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Ask for files."""
        known = self._settings.current.folders.get(_FOLDER, "")
        folder = Path(known) if known and Path(known).is_dir() else documents_folder()
        dialog = QFileDialog(self._window, _("Import files"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                _("Files that can be imported") + f" ({_PATTERNS})",
                _("All files") + " (*)",
            ]
        )
        dialog.filesSelected.connect(self._on_selected)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self.dialog = dialog

    def remember(self, path: Path) -> None:
        """Begin the next choice where this file was."""
        folders = {**self._settings.current.folders, _FOLDER: str(path.parent)}
        self._settings.change(folders=folders)

    @Slot(list)
    def _on_selected(self, names: list[str]) -> None:
        self.chosen.emit([Path(name) for name in names])

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
