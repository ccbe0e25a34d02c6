"""Lines of a card, painted: a name, a figure, perhaps a bar; each may open what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from coopdesk.domain.campaigns import FULL_BAR
from coopdesk.ui.fonts import figure_font, text_font
from coopdesk.ui.icons import icon
from coopdesk.ui.theme import current_scheme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from coopdesk.domain.home import Place

_ROW, _BAR, _BAR_ROOM = 30, 6, 14
_PAD, _ICON, _GAP = 6, 18, 8
_SMALL = 9.5
_LEAST = QSize(180, _ROW)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """A line; ``share`` of ``FULL_BAR`` is drawn as a bar, ``value`` stands at the right.

    ``is_quiet`` values are words rather than figures; an ``is_part`` is what the line above is
    made of.
    """

    name: str
    value: str = ""
    share: int | None = None
    icon: str = ""
    place: Place | None = None
    is_quiet: bool = False
    is_part: bool = False

    @property
    def words(self) -> str:
        """Everything the line says."""
        return f"{self.name}, {self.value}" if self.value else self.name


class RowsView(QWidget):
    """Up and down move through the lines, Enter or a click opens one.

    It has the height of ``reserved`` lines at least, so that nothing moves when it is filled
    with some.
    """

    chosen = Signal(object)  # Place

    def __init__(
        self, name: str, reserved: int, nothing: str = "", *, barred: bool = False
    ) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._reserved = reserved
        self._nothing = nothing
        self._is_barred = barred
        self._is_filled = False
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines as shown."""
        return self._rows

    @property
    def is_filled(self) -> bool:
        """Whether the lines were read, even if there are none."""
        return self._is_filled

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these lines."""
        self._rows = tuple(rows)
        self._is_filled = True
        self._current = min(self._current, len(self._rows) - 1)
        self._describe()
        self.updateGeometry()
        self.update()

    def open_row(self, number: int) -> None:
        """Open what a line counts."""
        place = self._rows[number].place
        if place is not None:
            self.chosen.emit(place)

    def _describe(self) -> None:
        lines = [row.words for row in self._rows] or [self._nothing]
        if 0 <= self._current < len(self._rows):
            lines.insert(0, self._rows[self._current].words)
        self.setAccessibleDescription("\n".join(lines))

    # room

    @property
    def _row_height(self) -> int:
        return _ROW + (_BAR_ROOM if self._is_barred else 0)

    @override
    def sizeHint(self) -> QSize:
        # Where there is nothing it would be a hole of that many lines.
        is_empty = self._is_filled and not self._rows
        lines = 1 if is_empty else max(self._reserved, len(self._rows))
        return QSize(300, lines * self._row_height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST.width(), self.sizeHint().height())

    # painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._rows:
            painter.setPen(QColor(current_scheme().muted))
            words = self._nothing if self._is_filled else "…"
            room = QRectF(_PAD, 0, self.width() - 2 * _PAD, self.height())
            wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, int(wrapped) | int(Qt.TextFlag.TextWordWrap), words)
        for number, row in enumerate(self._rows):
            top = number * self._row_height
            self._draw(painter, row, QRectF(0, top, self.width(), self._row_height), number)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_scheme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _draw(self, painter: QPainter, row: Row, room: QRectF, number: int) -> None:
        scheme = current_scheme()
        if number == self._current and row.place is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.hover))
            painter.drawRoundedRect(room.adjusted(0, 1, 0, -1), 6, 6)
        line = QRectF(_PAD, room.top(), room.width() - 2 * _PAD, _ROW)
        if row.icon:
            icon(row.icon).paint(painter, _square(line))
            line.setLeft(line.left() + _ICON + _GAP)
        elif row.is_part:
            line.setLeft(line.left() + 2 * _GAP)
        self._draw_words(painter, row, line)
        if row.share is not None:
            bar = QRectF(_PAD, room.top() + _ROW, room.width() - 2 * _PAD, _BAR)
            _draw_bar(painter, bar, row.share)

    def _draw_words(self, painter: QPainter, row: Row, line: QRectF) -> None:
        scheme = current_scheme()
        quiet = row.is_quiet or row.is_part
        value_font = text_font(_SMALL) if row.is_quiet else figure_font(weight=600)
        if row.is_part:
            value_font = figure_font(_SMALL)
        metrics = QFontMetricsF(value_font)
        # The name counts for more: a long value gives way beyond its half of the line.
        most = line.width() / 2 if row.is_quiet else line.width() * 0.7
        value = metrics.elidedText(row.value, Qt.TextElideMode.ElideRight, most)
        taken = metrics.horizontalAdvance(value)
        painter.setFont(value_font)
        painter.setPen(QColor(scheme.muted if quiet else scheme.text))
        painter.drawText(line, _RIGHT, value)
        name_font = text_font(_SMALL) if row.is_part else text_font()
        left = line.width() - taken - (_GAP if taken else 0)
        name = QFontMetricsF(name_font).elidedText(row.name, Qt.TextElideMode.ElideRight, left)
        painter.setFont(name_font)
        painter.setPen(QColor(scheme.muted if row.is_part else scheme.text))
        painter.drawText(line, _LEFT, name)

    # pointing

    def _point_at(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self._describe()
            self._show_cursor()
            self.update()

    def _show_cursor(self) -> None:
        at = self._current
        opens = 0 <= at < len(self._rows) and self._rows[at].place is not None
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _at(self, event: QMouseEvent) -> int:
        number = int(event.position().y() // self._row_height)
        return number if 0 <= number < len(self._rows) else -1

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._at(event))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point_at(-1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._at(event)
        if number >= 0 and self.rect().contains(event.position().toPoint()):
            self.open_row(number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._rows) - 1
        moves = {
            Qt.Key.Key_Down: min(last, self._current + 1),
            Qt.Key.Key_Up: max(0, self._current - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        wanted = moves.get(Qt.Key(event.key()))
        if wanted is not None and self._rows:
            self._point_at(wanted)
        elif event.key() in _ENTER and 0 <= self._current <= last:
            self.open_row(self._current)
        else:
            super().keyPressEvent(event)


def _square(line: QRectF) -> QRect:
    place = QRectF(line.left(), line.center().y() - _ICON / 2, _ICON, _ICON)
    return place.toRect()


def _draw_bar(painter: QPainter, room: QRectF, share: int) -> None:
    """Draw how much of the whole there is."""
    scheme = current_scheme()
    painter.setPen(QPen(QColor(scheme.line), 1))
    painter.setBrush(QColor(scheme.hover))
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    filled = room.width() * min(share, FULL_BAR) / FULL_BAR
    if filled >= 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.accent))
        painter.drawRoundedRect(QRectF(room.left(), room.top(), filled, room.height()), 3, 3)
