"""The pages of the guide, or the chapters that a search found, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListWidget

from coopdesk.ui.guide import heading_link, page_title
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coopdesk.ui.guide_search import GuideHit


class GuideContents(QListWidget):
    """``chosen`` tells where to go: a page, or a heading of it."""

    chosen = Signal(QUrl)

    def __init__(self, pages: Sequence[Path]) -> None:
        super().__init__()
        self._pages = tuple(pages)
        self._places: list[QUrl] = []
        self.setAccessibleName(_("Pages of the guide"))
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._on_chosen)
        self.clicked.connect(self._on_chosen)
        self.show_pages()

    @Slot()
    def show_pages(self) -> None:
        """List the pages of the guide."""
        self._fill(
            [page_title(page) for page in self._pages],
            [QUrl.fromLocalFile(str(page)) for page in self._pages],
        )

    def show_hits(self, hits: Sequence[GuideHit]) -> None:
        """List the chapters that were found, each with the line that says it."""
        texts, places = [], []
        for hit in hits:
            head = hit.heading if hit.heading == hit.title else f"{hit.title} · {hit.heading}"
            texts.append(f"{head}\n{hit.snippet}" if hit.snippet else head)
            place = QUrl.fromLocalFile(str(hit.page))
            place.setFragment(heading_link(hit.heading))
            places.append(place)
        self._fill(texts, places)

    def _fill(self, texts: Sequence[str], places: list[QUrl]) -> None:
        # Only through the model: see Finder.
        self.model().removeRows(0, self.count())
        self._places = places
        self.addItems(list(texts))
        self.setCurrentRow(0)

    def mark(self, name: str) -> None:
        """Show which page is read, where the pages are listed."""
        names = [place.fileName() for place in self._places]
        if name in names:
            self.setCurrentRow(names.index(name))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._places):
            self.chosen.emit(self._places[index.row()])
