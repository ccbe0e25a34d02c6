"""The pages of an open database, each built on its first visit, and what covers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.ui.desk import Desk, PageSpec
    from coopdesk.ui.page import Page


class PageStack(QStackedWidget):
    """Shows one page at a time, or a cover while there is no database."""

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.specs = {spec.key: spec for spec in specs}
        self.pages: dict[str, Page] = {}
        self._desk: Desk | None = None
        self._cover: QWidget | None = None

    @property
    def desk(self) -> Desk | None:
        """The open database, if any."""
        return self._desk

    @property
    def current_key(self) -> str:
        """The key of the page that is shown, empty while a cover is."""
        shown = self.currentWidget()
        return next((key for key, page in self.pages.items() if page is shown), "")

    @property
    def current_page(self) -> Page | None:
        """The page that is shown, None while a cover is."""
        return self.pages.get(self.current_key)

    def attach(self, desk: Desk | None) -> None:
        """Forget the pages of one database; build those of another as they are visited."""
        for page in self.pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self._desk = desk

    def show_page(self, key: str) -> Page | None:
        """Show a page; None when there is no such page or no database."""
        if self._desk is None or key not in self.specs:
            return None
        if key not in self.pages:
            self.pages[key] = self.specs[key].build(self._desk)
            self.addWidget(self.pages[key])
        self.setCurrentWidget(self.pages[key])
        return self.pages[key]

    def cover(self, widget: QWidget) -> None:
        """Show something else than pages: opening, welcome, what went wrong."""
        old, self._cover = self._cover, widget
        self.addWidget(widget)
        self.setCurrentWidget(widget)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()
