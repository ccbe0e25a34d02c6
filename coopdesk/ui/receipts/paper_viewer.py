"""Copies of papers that the desktop's viewer may open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QTemporaryDir


class PaperViewer:
    """Shows papers of the database as copies, which vanish with it."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None

    def copy(self, name: str, content: bytes) -> Path:
        """Write a copy that only this person can read; may run on the worker."""
        if self._folder is None:
            self._folder = QTemporaryDir(QDir.tempPath() + "/coopdesk-XXXXXX")
        # Imported here: services must not delay the first paint.
        from coopdesk.services.saving import save

        return save(Path(self._folder.path()) / name, content)
