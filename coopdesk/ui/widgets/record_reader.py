"""A record set out for reading: facts, lines with amounts, and links, in one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from coopdesk.ui.widgets.record_parts import Bar
from coopdesk.ui.widgets.record_writer import GAP, PADDING, RecordWriter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from coopdesk.ui.widgets.record_parts import Part

_LEAST_BAR = 80
_WIDE = 640


class RecordReader(QTextBrowser):
    """Shows the parts of a record; never reads their text as markup.

    One document instead of many labels: it wraps words of any length, is copied as a whole, and
    a screen reader reads it in order.
    """

    link_activated = Signal(str)

    # Known to the class: Qt tells of changes while it is still being built.
    _parts: tuple[Part, ...] = ()
    _bar_width = 0
    _was_wide = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "reader")
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(GAP, 4, GAP, GAP)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._on_later)
        self.anchorClicked.connect(self._on_anchor)

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Show a record, from its top."""
        self._parts = tuple(parts)
        self._render()
        self.verticalScrollBar().setValue(0)

    @property
    def place(self) -> tuple[int, str]:
        """How far down the record is read, and the link that has the keys."""
        cursor = self.textCursor()
        link = cursor.charFormat().anchorHref() if cursor.hasSelection() else ""
        return self.verticalScrollBar().value(), link

    def return_to(self, place: tuple[int, str]) -> None:
        """Go back to a place; its link has the keys again."""
        down, link = place
        at = self._position_of(link) if link else None
        if at is not None:
            cursor = self.textCursor()
            # Qt looks for a link behind what is selected, else from the top.
            cursor.setPosition(max(at - 1, 0))
            cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.focusNextChild()
        self.verticalScrollBar().setValue(down)

    def go_to(self, heading: str) -> None:
        """Scroll so that a heading stands on top; nothing where there is none of that name."""
        block, layout = self.document().begin(), self.document().documentLayout()
        while block.isValid() and block.text() != heading:
            block = block.next()
        if block.isValid():
            self.verticalScrollBar().setValue(int(layout.blockBoundingRect(block).top()))

    def _position_of(self, link: str) -> int | None:
        block = self.document().begin()
        while block.isValid():
            for found in block.textFormats():
                if found.format.anchorHref() == link:
                    return block.position() + found.start
            block = block.next()
        return None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is shown."""
        return self._parts

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_bar = any(isinstance(part, Bar) for part in self._parts)
        if self._was_wide != self.is_wide or (has_bar and self._bar_width != self.bar_width):
            # Not at once: writing the document may itself change the size of what shows it.
            self._later.start()

    @property
    def bar_width(self) -> int:
        """How wide a bar is: the same whether the record scrolls or not."""
        scroll_bar = self.verticalScrollBar().sizeHint().width()
        return max(_LEAST_BAR, self.width() - scroll_bar - 2 * (GAP + 2 * PADDING))

    @property
    def is_wide(self) -> bool:
        """Whether the column of names is as wide as the longest, not a share of the width."""
        return self.width() >= _WIDE

    @Slot()
    def _on_later(self) -> None:
        place = self.verticalScrollBar().value()
        self._render()
        self.verticalScrollBar().setValue(place)

    @Slot(QUrl)
    def _on_anchor(self, url: QUrl) -> None:
        self.link_activated.emit(url.toString())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}
        if event.type() in looks and self._parts:
            place = self.verticalScrollBar().value()
            self._render()
            self.verticalScrollBar().setValue(place)

    def _render(self) -> None:
        self._bar_width, self._was_wide = self.bar_width, self.is_wide
        self.clear()
        self.document().setDefaultFont(self.font())
        writer = RecordWriter(self)
        # Laid out once at the end, not after each word.
        whole = self.textCursor()
        whole.beginEditBlock()
        for part in self._parts:
            writer.write(part)
        whole.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
