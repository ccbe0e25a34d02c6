"""The pages of the user guide, and what shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QImage, QTextCursor, QTextDocument, QTextLength, QTextTable
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from coopdesk.system.paths import user_guide
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QTextTableCell

_FIRST = "index.md"
_PICTURE_WIDTH = 520
_LEAST_PICTURE, _MARGINS = 240, 40
_LETTERS, _CELL_PADDING = 40, 2  # on a line of a table beside the work


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
        # Drawn again by the event loop: a scroll bar that comes while a page is set resizes it.
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._draw_again)
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
            self._again.start()

    @Slot()
    def _draw_again(self) -> None:
        """Draw the pictures for the width there is now, and stay where the person reads."""
        if self._picture_width != self._drawn_for:
            place = self.verticalScrollBar().value()
            self._drawn_for = self._picture_width
            self.reload()
            self.verticalScrollBar().setValue(place)


def _as_html(markdown: str) -> str:
    """Return a page as HTML: Qt would set a second page in the type of the last heading."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _share_width(frame)
    return document.toHtml()


def _share_width(table: QTextTable) -> None:
    """Give each column the room of its longest word, the rest by how much it says.

    Qt makes all columns of a narrow table alike, and breaks words.
    """
    texts = [
        [_text_of(table.cellAt(row, column)) for row in range(table.rows())]
        for column in range(table.columns())
    ]
    words = [max(map(_longest_word, column)) + _CELL_PADDING for column in texts]
    lengths = [max(map(len, column)) for column in texts]
    rest = max(0, _LETTERS - sum(words))
    rooms = [
        word + rest * length / max(1, sum(lengths))
        for word, length in zip(words, lengths, strict=True)
    ]
    percent = QTextLength.Type.PercentageLength
    shares = [QTextLength(percent, 100 * room / sum(rooms)) for room in rooms]
    layout = table.format()
    layout.setCellPadding(3)
    layout.setWidth(QTextLength(percent, 100))
    layout.setColumnWidthConstraints(shares)
    table.setFormat(layout)


def _text_of(cell: QTextTableCell) -> str:
    first, last = cell.firstCursorPosition(), cell.lastCursorPosition()
    first.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
    return first.selectedText()


def _longest_word(text: str) -> int:
    return max(map(len, text.split(" ")))


def heading_link(heading: str) -> str:
    """Return what follows # in a link to a heading, as sites that show Markdown make it."""
    kept = (letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return "".join(kept).replace(" ", "-")


def page_title(page: Path) -> str:
    """Return the heading of a page."""
    with page.open(encoding="utf-8") as lines:
        first = next((line for line in lines if line.startswith("# ")), page.stem)
    return first.removeprefix("# ").strip()
