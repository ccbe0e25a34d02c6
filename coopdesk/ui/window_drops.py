"""What becomes of files that are dropped on the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.ui.attachments.dropped import dropped_paths

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QMimeData

    from coopdesk.ui.main_window import MainWindow

DATABASE_SUFFIX = ".coopdesk"


class WindowDrops(QObject):
    """Databases are opened, anything else is handed to the imports."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.file_dropped.connect(self._on_file_dropped)

    def take(self, mime: QMimeData) -> None:
        """Do what the files ask for; what is dropped together is looked at together."""
        paths = dropped_paths(mime)
        others = [path for path in paths if not _is_database(path)]
        if len(others) > 1:
            self._window.navigator.open("imports", others)
            paths = [path for path in paths if path not in others]
        for path in paths:
            self._window.file_dropped.emit(path)

    @Slot(object)
    def _on_file_dropped(self, path: Path) -> None:
        if _is_database(path):
            self._window.database_chosen.emit(path)
        else:
            self._window.navigator.open("imports", path)


def _is_database(path: Path) -> bool:
    return path.suffix.lower() == DATABASE_SUFFIX
