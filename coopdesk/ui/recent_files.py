"""The menu of the databases that were open lately."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from coopdesk.system.settings import SettingsFile


class RecentFiles(QObject):
    """Fills the menu each time it is asked for; says which file was chosen."""

    chosen = Signal(object)  # Path

    def __init__(self, menu: QMenu, settings: SettingsFile, parent: QObject) -> None:
        super().__init__(parent)
        self._menu = menu
        self._settings = settings
        menu.aboutToShow.connect(self._on_asked)
        menu.triggered.connect(self._on_triggered)

    @Slot()
    def _on_asked(self) -> None:
        self._menu.clear()
        for text in self._settings.current.recent_databases:
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setData(text)
        if self._menu.isEmpty():
            self._menu.addAction(_("None yet")).setEnabled(False)

    @Slot(object)
    def _on_triggered(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(Path(action.data()))
