"""A status as a small rounded word in its colour: in a list, or on its own."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from coopdesk.ui.columns import TONE_ROLE, Tone
from coopdesk.ui.theme import current_scheme, tone_colours

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_SIDE = 10
_HEIGHT = 24


def paint_pill(painter: QPainter, room: QRect, text: str, tone: Tone) -> None:
    """Draw a pill at the left of a rectangle, cut with an ellipsis when it does not fit."""
    background, colour = tone_colours(tone)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 2 * _SIDE)
    width = metrics.horizontalAdvance(shown) + 2 * _SIDE
    top = room.top() + (room.height() - _HEIGHT) / 2
    pill = QRectF(room.left(), top, width, _HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # In high contrast the pill has the colour of the sheet: its outline shows it.
    outlined = background.name() == current_scheme().sheet
    painter.setPen(QPen(colour, 1) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(background)
    painter.drawRoundedRect(pill, _HEIGHT / 2, _HEIGHT / 2)
    painter.setPen(colour)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class PillDelegate(QStyledItemDelegate):
    """Paints the cells of a status column."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tone = index.data(TONE_ROLE)
        if tone is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.setFont(option.font)
        paint_pill(painter, option.rect.adjusted(8, 0, -8, 0), text, tone)


class Pill(QWidget):
    """A status on its own."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__()
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)

    def show_status(self, text: str, tone: Tone) -> None:
        """Show another status."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        # Rounded to the nearest pixel, half a pixel too few would cut the word.
        width = ceil(QFontMetricsF(self.font()).horizontalAdvance(self._text))
        return QSize(width + 2 * _SIDE, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(painter, self.rect(), self._text, self._tone)
        painter.end()
