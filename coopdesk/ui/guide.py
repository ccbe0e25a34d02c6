"""The pages of the user guide, and what shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from coopdesk.system.paths import user_guide
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

_FIRST = "index.md"
_PICTURE_WIDTH = 520
_LEAST_PICTURE, _MARGINS = 240, 40


def guide_pages() -> list[Path]:
    """Return the first page, then the others as it names them; none when it did not come."""
    pages = sorted(user_guide().glob("*.md"))
    first = next((page for page in pages if page.name == _FIRST), None)
    if first is None:
        return pages
    contents = first.read_text(encoding="utf-8")
    return sorted(pages, key=lambda page: (page != first, contents.find(page.name)))


class PageBrowser(QTextBrowser):
    """Shows pictures no wider than itself, as sharp as the screen can; links reach headings."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn_for = 0
        self.setAccessibleName(_("User guide"))
        self.setOpenExternalLinks(True)

    @property
    def _picture_width(self) -> int:
        return max(_LEAST_PICTURE, min(_PICTURE_WIDTH, self.viewport().width() - _MARGINS))

    @override
    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        self._drawn_for = self._picture_width
        is_page = QUrl(name).path().endswith(".md")
        super().doSetSource(name, QTextDocument.ResourceType.HtmlResource if is_page else type)
        wanted = QUrl(name).fragment()
        block = self.document().begin()
        while wanted and block.isValid():
            if block.blockFormat().headingLevel() and heading_link(block.text()) == wanted:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                return
            block = block.next()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        found = super().loadResource(kind, name)
        if kind == QTextDocument.ResourceType.HtmlResource.value:
            return _as_html(bytes(found.data()).decode()) if found else found
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        picture, ratio = QImage.fromData(found), self.devicePixelRatio()
        width = min(picture.width(), round(self._picture_width * ratio))
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawn_for and self._picture_width != self._drawn_for:
            place = self.verticalScrollBar().value()
            self._drawn_for = self._picture_width
            self.reload()
            self.verticalScrollBar().setValue(place)


def _as_html(markdown: str) -> str:
    """Return a page as HTML: Qt would set a second page in the type of the last heading."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    return document.toHtml()


def heading_link(heading: str) -> str:
    """Return what follows # in a link to a heading, as sites that show Markdown make it."""
    kept = (letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return "".join(kept).replace(" ", "-")


def page_title(page: Path) -> str:
    """Return the heading of a page."""
    with page.open(encoding="utf-8") as lines:
        first = next((line for line in lines if line.startswith("# ")), page.stem)
    return first.removeprefix("# ").strip()
