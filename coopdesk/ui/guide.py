"""The user guide, read beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget
from typing_extensions import override

from coopdesk.system.paths import user_guide
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = "index.md"
_PICTURE_WIDTH = 520


def guide_pages() -> list[Path]:
    """Return the first page, then the others as it names them; none when it did not come."""
    pages = sorted(user_guide().glob("*.md"))
    first = next((page for page in pages if page.name == _FIRST), None)
    if first is None:
        return pages
    contents = first.read_text(encoding="utf-8")
    return sorted(pages, key=lambda page: (page != first, contents.find(page.name)))


class PageBrowser(QTextBrowser):
    """Shows pictures no wider than a page, as sharp as the screen can; links reach headings."""

    @override
    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        super().doSetSource(name, type)
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
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        picture, ratio = QImage.fromData(found), self.devicePixelRatio()
        width = min(picture.width(), round(_PICTURE_WIDTH * ratio))
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture


class GuideDialog(QDialog):
    """Lists the pages of the guide and shows one, ``page`` first; the window stays usable."""

    def __init__(self, pages: list[Path], parent: QWidget, page: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("User guide"))
        self.resize(900, 640)
        self._pages = pages
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("Pages of the guide"))
        self.contents.setFixedWidth(280)
        self.contents.setSpacing(4)
        self.contents.addItems([_title(page) for page in pages])
        # The guide is ours, not anybody's text: here markup is obeyed.
        self.browser = PageBrowser()
        self.browser.setAccessibleName(_("User guide"))
        self.browser.setOpenExternalLinks(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self.contents)
        layout.addWidget(self.browser, 1)
        self.contents.currentRowChanged.connect(self._on_row_changed)
        self.browser.sourceChanged.connect(self._on_source_changed)
        names = [each.name for each in pages]
        self.contents.setCurrentRow(names.index(page) if page in names else 0)

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        page = self._pages[row]
        if self.browser.source().fileName() != page.name:
            self.browser.setSource(QUrl.fromLocalFile(str(page)))

    @Slot(QUrl)
    def _on_source_changed(self, source: QUrl) -> None:
        """Follow in the list of pages when a link was clicked."""
        names = [page.name for page in self._pages]
        if source.fileName() in names:
            self.contents.setCurrentRow(names.index(source.fileName()))


def heading_link(heading: str) -> str:
    """Return what follows # in a link to a heading, as sites that show Markdown make it."""
    kept = (letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return "".join(kept).replace(" ", "-")


def _title(page: Path) -> str:
    """Return the heading of a page."""
    with page.open(encoding="utf-8") as lines:
        first = next((line for line in lines if line.startswith("# ")), page.stem)
    return first.removeprefix("# ").strip()
