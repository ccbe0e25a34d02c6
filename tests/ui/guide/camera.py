"""Draws the window as the guide shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtWidgets import QApplication

from coopdesk.ui.screenshots import save_picture, settle
from tests.ui.guide.hands import make_small

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.ui.main_window import MainWindow


class Camera:
    """Draws the window, or the form over it; pictures are kept where a folder is named."""

    def __init__(self, window: MainWindow, folder: Path | None) -> None:
        self._window = window
        self._folder = folder

    def take(self, name: str, *, form: bool = False) -> None:
        settle(self._window, self._window.tasks)
        shown = QApplication.activeModalWidget() if form else self._window
        assert shown is not None
        shown.grab()  # a list reads the rows that it paints
        settle(self._window, self._window.tasks)
        if self._folder is not None:
            make_small(save_picture(shown, self._folder / f"{name}.png"))

    def draw(self, name: str, pdf: Path | bytes, scale: float = 1.4) -> None:
        """Draw the first page of a paper."""
        page = pypdfium2.PdfDocument(pdf)[0]
        if self._folder is not None:
            path = self._folder / f"{name}.png"
            page.render(scale=scale).to_pil().save(path)
            make_small(path)
