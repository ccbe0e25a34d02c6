"""Hands files and folders to the desktop's own programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.ui.feedback import Feedback


def open_path(path: Path) -> bool:
    """Open a file or a folder with the program the desktop has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_or_tell(path: Path, feedback: Feedback) -> None:
    """Open a file or folder; say where it is when the desktop has no program for it."""
    if not open_path(path):
        feedback.warn(
            _("No program opens this file"),
            _("The file is here: {path}").format(path=path),
        )
