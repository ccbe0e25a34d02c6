"""Draws the window as the guide shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from coopdesk.ui.screenshots import save_picture, settle
from tests.ui.guide.hands import make_small

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QTextBrowser, QWidget

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

    def take_with(self, name: str, popup: QWidget, at: QPoint) -> None:
        """Draw the window and what hangs over it: without a screen nothing pops up."""
        settle(self._window, self._window.tasks)
        popup.adjustSize()
        picture = self._window.grab()
        painter = QPainter(picture)
        painter.drawPixmap(at, popup.grab())
        painter.end()
        if self._folder is not None:
            path = self._folder / f"{name}.png"
            picture.save(str(path))
            make_small(path)

    def bring_up(self, reader: QTextBrowser, words: str) -> None:
        """Scroll a record until these words stand on top."""
        found = reader.document().find(words)
        assert not found.isNull(), words
        reader.verticalScrollBar().setValue(
            reader.verticalScrollBar().value() + reader.cursorRect(found).top() - 8
        )

    def draw(self, name: str, pdf: Path | bytes, scale: float = 1.4, *, page: int = 0) -> None:
        """Draw a page of a paper, the first one unless told."""
        drawn = pypdfium2.PdfDocument(pdf)[page]
        if self._folder is not None:
            path = self._folder / f"{name}.png"
            drawn.render(scale=scale).to_pil().save(path)
            make_small(path)
