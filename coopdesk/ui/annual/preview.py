"""Shows the report page by page as it will be printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from coopdesk.ui.attachments.page_area import PageArea
from coopdesk.ui.attachments.reading import image_of
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class ReportPreview(QWidget):
    """Pages one at a time; the one that is looked at stays when the words change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pdf = b""
        self.page = self.pages = 0
        self.area = PageArea()
        self.area.setAccessibleName(_("How the report will look"))
        self.area.width_changed.connect(self._on_width)
        self.area.turned.connect(self.turn)
        self.back_button = self._button("caret-left", _("Page before (←)"), self._on_back)
        self.next_button = self._button("caret-right", _("Next page (→)"), self._on_next)
        self.page_label = plain_label("", "small")
        self._lay_out()
        self._show_state()

    def _button(self, icon_name: str, text: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setIcon(icon(icon_name))
        button.setAccessibleName(text)
        set_plain_tooltip(button, text)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(plain_label(_("Preview"), "field"))
        head.addStretch()
        for widget in (self.back_button, self.page_label, self.next_button):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.area, 1)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another version of the report at the page that was shown."""
        self._pdf = pdf
        self._read(self.page)

    @Slot(int)
    def turn(self, step: int) -> None:
        """Go some pages forward, or back."""
        if 0 <= self.page + step < self.pages:
            self._read(self.page + step)

    @Slot()
    def _on_back(self) -> None:
        self.turn(-1)

    @Slot()
    def _on_next(self) -> None:
        self.turn(1)

    @Slot()
    def _on_width(self) -> None:
        self._read(self.page)

    def _read(self, page: int) -> None:
        if not self._pdf:
            return
        width = self.area.wanted_width
        call = partial(_drawn, self._desk.services, self._pdf, page, width)
        self._desk.tasks.query(self, call, self._on_drawn, replaces="page")

    def _on_drawn(self, drawn: tuple[QImage, int, int]) -> None:
        image, page, pages = drawn
        from_top = page != self.page
        self.page, self.pages = page, pages
        self.area.show_image(image, from_top=from_top)
        self._show_state()

    def _show_state(self) -> None:
        text = _("page {page} of {pages}").format(page=self.page + 1, pages=self.pages)
        self.page_label.setText(text if self.pages else "")
        self.back_button.setEnabled(self.page > 0)
        self.next_button.setEnabled(self.page + 1 < self.pages)


def _drawn(services: Services, pdf: bytes, page: int, width: int) -> tuple[QImage, int, int]:
    """Draw a page; runs on the worker."""
    picture = services.annual_reports.picture(pdf, page, width)
    return image_of(picture), picture.page, picture.pages
