"""How the parts of a record are written into one document: tables, links, pictures."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QFontMetricsF,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)

from coopdesk.ui.fonts import figure_font, text_font
from coopdesk.ui.icons import icon
from coopdesk.ui.theme import tone_colours
from coopdesk.ui.widgets.portrait import PORTRAIT_SIZE, paint_portrait
from coopdesk.ui.widgets.progress_bar import paint_bar
from coopdesk.ui.widgets.record_parts import Bar, Facts, Heading, Lines, Title, Words, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QImage, QTextTable, QTextTableCell

    from coopdesk.ui.widgets.portrait import Portrait
    from coopdesk.ui.widgets.record_parts import Part, Said
    from coopdesk.ui.widgets.record_reader import RecordReader

_TITLE_SCALE = 1.5
_SMALL_SCALE = 0.92
_BESIDE = 8
_ICON_SIZE = 18
_MOST_FOR_AMOUNT = 130
_MOST_FOR_NAMES = 0.46
_HARD_SPACE = "\u00a0"
_STAYING = f"{_HARD_SPACE}·{_HARD_SPACE}"
_VARIABLE = QTextLength.Type.VariableLength
GAP = 16
PADDING = 3


class RecordWriter:
    """Writes parts into the document of a reader, in its colours."""

    def __init__(self, reader: RecordReader) -> None:
        self._reader = reader
        self._cursor = reader.textCursor()
        self._palette = reader.palette()
        self._font = reader.font()
        self._is_first = True

    def write(self, part: Part) -> None:
        """Write a part after those that stand there."""
        if isinstance(part, Title) and part.portrait is not None:
            self._portrait(part, part.portrait)
        elif isinstance(part, Title):
            self._title(part)
        elif isinstance(part, Heading):
            self._heading(part)
        elif isinstance(part, Facts):
            self._facts(part.rows)
        elif isinstance(part, Lines):
            self._lines(part)
        elif isinstance(part, Bar):
            self._bar(part)
        else:
            self._block(top=4)
            self._say(self._cursor, part.words, muted=part.is_muted)

    def _title(self, title: Title) -> None:
        self._block()
        self._cursor.insertText(title.text, self._format(scale=_TITLE_SCALE, bold=True))
        if title.below:
            self._block(top=4)
            self._say(self._cursor, title.below, muted=True)

    def _portrait(self, title: Title, portrait: Portrait) -> None:
        picture = paint_portrait(portrait, self._reader)
        share = (QTextLength.Type.FixedLength, PORTRAIT_SIZE + 2 * PADDING + _BESIDE)
        table = self._table((share, (_VARIABLE, 0)), 1, 0)
        self._picture(table.cellAt(0, 0).firstCursorPosition(), picture, "portrait")
        cell = table.cellAt(0, 1)
        look = cell.format()
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cell.setFormat(look)
        words = cell.firstCursorPosition()
        words.insertText(title.text, self._format(scale=_TITLE_SCALE, bold=True))
        if title.below:
            words.insertBlock()
            self._say(words, title.below, muted=True)

    def _bar(self, bar: Bar) -> None:
        width = self._reader.bar_width
        picture = paint_bar(bar.filled, width, self._reader)
        self._block(top=4)
        self._picture(self._cursor, picture, f"bar-{bar.filled}-{width}")

    def _picture(self, cursor: QTextCursor, picture: QImage, name: str) -> None:
        kind = QTextDocument.ResourceType.ImageResource
        self._reader.document().addResource(kind, QUrl(name), picture)
        look = QTextImageFormat()
        look.setName(name)
        size = picture.deviceIndependentSize()
        look.setWidth(size.width())
        look.setHeight(size.height())
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cursor.insertImage(look)

    def _icon(self, cursor: QTextCursor, name: str) -> None:
        picture = icon(name, QPalette.ColorRole.PlaceholderText).pixmap(
            QSize(_ICON_SIZE, _ICON_SIZE), self._reader.devicePixelRatioF()
        )
        self._picture(cursor, picture.toImage(), f"icon-{name}")

    def _heading(self, heading: Heading) -> None:
        top = 4 if heading.is_minor else GAP
        table = self._table(((QTextLength.Type.PercentageLength, 64), (_VARIABLE, 0)), 1, top)
        look = self._format(bold=not heading.is_minor, muted=heading.is_minor)
        table.cellAt(0, 0).firstCursorPosition().insertText(heading.text, look)
        figure = heading.figure
        if isinstance(figure, Words):
            self._say(self._right(table.cellAt(0, 1)), (figure,))
            return
        look.setFont(figure_font(self._font.pointSizeF(), 400 if heading.is_minor else 600))
        self._right(table.cellAt(0, 1)).insertText(figure, look)

    def _facts(self, rows: Sequence[tuple[str, Said | tuple[Said, ...]]]) -> None:
        if not rows:
            return
        table = self._table((self._names(rows), (_VARIABLE, 0)), len(rows), 8)
        for row, (name, value) in enumerate(rows):
            cell = table.cellAt(row, 0).firstCursorPosition()
            cell.insertText(name, self._format(muted=True))
            words = value if isinstance(value, tuple) else (value,)
            self._say(table.cellAt(row, 1).firstCursorPosition(), words)

    def _names(self, rows: Sequence[tuple[str, object]]) -> tuple[QTextLength.Type, float]:
        """Return how wide the column of names is, the same for all facts of a wide record."""
        if not self._reader.is_wide:
            longest = max(len(name) for name, _value in rows)
            return QTextLength.Type.PercentageLength, min(46, max(28, 2 * longest + 4))
        facts = (part for part in self._reader.parts if isinstance(part, Facts))
        metrics = QFontMetricsF(text_font(self._font.pointSizeF()), self._reader)
        names = (name for part in facts for name, _value in part.rows)
        width = math.ceil(max(map(metrics.horizontalAdvance, names))) + 2 * PADDING + GAP
        room = min(width, _MOST_FOR_NAMES * self._reader.width())
        return QTextLength.Type.FixedLength, room

    def _lines(self, lines: Lines) -> None:
        if not lines.rows:
            return
        columns = self._shares([right for _left, right, _below in lines.rows])
        if lines.icons:
            columns = ((QTextLength.Type.FixedLength, _ICON_SIZE + 2 * PADDING), *columns)
        table = self._table(columns, len(lines.rows), 4)
        first = len(columns) - 2
        for row, (left, right, below) in enumerate(lines.rows):
            if lines.icons:
                self._icon(table.cellAt(row, 0).firstCursorPosition(), lines.icons[row])
            cell = table.cellAt(row, first).firstCursorPosition()
            self._say(cell, (left,))
            if any(text_of(said) for said in below):
                cell.insertBlock()
                self._say(cell, below, muted=True, small=True)
            look = self._format()
            look.setFont(figure_font(self._font.pointSizeF()))
            self._right(table.cellAt(row, first + 1)).insertText(right, look)

    def _shares(self, rights: list[str]) -> tuple[tuple[QTextLength.Type, float], ...]:
        """Return how wide words and amounts are: the words take what the longest amount leaves.

        An amount stands on one line; longer words at the right have their share, and wrap.
        """
        metrics = QFontMetricsF(figure_font(self._font.pointSizeF()), self._reader)
        width = max(metrics.horizontalAdvance(right) for right in rights)
        if 0 < width <= _MOST_FOR_AMOUNT:
            room = math.ceil(width) + 2 * PADDING + 1
            return (_VARIABLE, 0), (QTextLength.Type.FixedLength, room)
        return (QTextLength.Type.PercentageLength, 60 if width else 94), (_VARIABLE, 0)

    def _right(self, cell: QTextTableCell) -> QTextCursor:
        """Return where to write in a cell whose words stand at the right."""
        cursor = cell.firstCursorPosition()
        side = QTextBlockFormat()
        side.setAlignment(Qt.AlignmentFlag.AlignRight)
        cursor.setBlockFormat(side)
        return cursor

    def _table(
        self, columns: tuple[tuple[QTextLength.Type, float], ...], rows: int, top: int
    ) -> QTextTable:
        look = QTextTableFormat()
        look.setBorder(0)
        look.setCellPadding(PADDING)
        look.setCellSpacing(0)
        look.setTopMargin(0 if self._is_first else top)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints([QTextLength(kind, size) for kind, size in columns])
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        table = self._cursor.insertTable(rows, len(columns), look)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_first = False
        return table

    def _block(self, top: int = 0) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        look = QTextBlockFormat()
        look.setTopMargin(top)
        look.setLeftMargin(PADDING)
        if self._is_first:
            self._cursor.setBlockFormat(look)
        else:
            self._cursor.insertBlock(look)
        self._is_first = False

    def _say(
        self,
        cursor: QTextCursor,
        words: Iterable[Said],
        *,
        muted: bool = False,
        small: bool = False,
    ) -> None:
        before: Words | None = None
        for said in words:
            run = said if isinstance(said, Words) else Words(said)
            if not run.text:
                continue
            plain = self._format(muted=muted, scale=_SMALL_SCALE if small else 1.0)
            if before is not None:
                both = before.tone is not None and run.tone is not None
                gap = _STAYING if run.stays else " · "
                cursor.insertText("  " if both else gap, plain)
            before = run
            cursor.insertText(*self._dressed(run, plain))

    def _dressed(self, run: Words, plain: QTextCharFormat) -> tuple[str, QTextCharFormat]:
        look = QTextCharFormat(plain)
        if run.link:
            look.setAnchor(True)
            look.setAnchorHref(run.link)
            look.setForeground(self._palette.color(QPalette.ColorRole.Link))
            look.setFontUnderline(True)
        if run.tone is None:
            return run.text, look
        background, colour = tone_colours(run.tone)
        look.setBackground(background)
        look.setForeground(colour)
        return f"{_HARD_SPACE}{run.text}{_HARD_SPACE}", look

    def _format(
        self, *, scale: float = 1.0, bold: bool = False, muted: bool = False
    ) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(text_font(self._font.pointSizeF() * scale, 600 if bold else 400))
        role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.Text
        look.setForeground(self._palette.color(role))
        return look
