"""Draws the bars of the calendar: filled, dashed, struck out or hollow, by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from coopdesk.ui.columns import Tone
from coopdesk.ui.events.calendar_marks import Shape
from coopdesk.ui.fonts import figure_font, text_font
from coopdesk.ui.theme import current_scheme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from coopdesk.ui.events.calendar_marks import Mark

SMALL = 9.0
_RADIUS = 5.0
_STRIPE = 4.0
_PAD = 8.0
_LINE = 17.0
_LEAST = 14.0  # lower than this no words fit
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_bar(painter: QPainter, room: QRectF, mark: Mark, ends: tuple[bool, bool]) -> None:
    """Draw a bar; ``ends`` tells whether it begins and ends here, or goes on beyond."""
    outline = _outline(room, begins=ends[0], ends=ends[1])
    scheme = current_scheme()
    fills = {Shape.CONFIRMED: scheme.tones[Tone.INFO][0], Shape.IMPORTED: scheme.sheet}
    painter.fillPath(outline, QColor(fills.get(mark.shape, scheme.hover)))
    if mark.shape is Shape.CONFIRMED and ends[0]:
        painter.save()
        painter.setClipPath(outline)
        stripe = QRectF(room.left(), room.top(), _STRIPE, room.height())
        painter.fillRect(stripe, QColor(scheme.accent))
        painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(mark.shape))
    painter.drawPath(outline)
    words = room.adjusted(_PAD, 0, -4, 0)
    if room.height() < _LEAST:
        return
    if room.height() < 2 * _LINE:
        _write(painter, words, mark.line, _font(mark))
    else:
        _write_all(painter, words.adjusted(0, 4, 0, -4), mark)


def _outline(room: QRectF, *, begins: bool, ends: bool) -> QPainterPath:
    """Round what begins or ends here; what goes on ends in a point."""
    left, right, top, bottom = room.left(), room.right(), room.top(), room.bottom()
    middle, round_by = room.center().y(), min(_RADIUS, room.height() / 2)
    path = QPainterPath()
    path.moveTo(left + round_by, top)
    path.lineTo(right - round_by, top)
    if ends:
        path.quadTo(right, top, right, top + round_by)
        path.lineTo(right, bottom - round_by)
        path.quadTo(right, bottom, right - round_by, bottom)
    else:
        path.lineTo(right, middle)
        path.lineTo(right - round_by, bottom)
    path.lineTo(left + round_by, bottom)
    if begins:
        path.quadTo(left, bottom, left, bottom - round_by)
        path.lineTo(left, top + round_by)
        path.quadTo(left, top, left + round_by, top)
    else:
        path.lineTo(left, middle)
    path.closeSubpath()
    return path


def _pen(shape: Shape) -> QPen:
    """Return the line around a bar: whole, dashed while planned, dotted from a file."""
    scheme = current_scheme()
    if shape is Shape.CONFIRMED:
        return QPen(QColor(scheme.accent), 1)
    pen = QPen(QColor(scheme.muted), 1)
    if shape is Shape.PLANNED:
        pen.setStyle(Qt.PenStyle.DashLine)
    elif shape is Shape.IMPORTED:
        pen.setStyle(Qt.PenStyle.DotLine)
    return pen


def _font(mark: Mark, weight: int = 400) -> QFont:
    font = text_font(SMALL, weight)
    font.setStrikeOut(mark.shape is Shape.CANCELLED)
    font.setItalic(mark.shape is Shape.IMPORTED)
    return font


def _write_all(painter: QPainter, room: QRectF, mark: Mark) -> None:
    """Write title, hours, place and state beneath each other, as many as there is room for."""
    rest = (mark.hours, mark.state, mark.entry.place)
    lines = [(mark.title, _font(mark, 600))]
    lines += [(text, figure_font(SMALL)) for text in rest if text]
    top = room.top()
    for text, font in lines:
        if top + _LINE > room.bottom() + 1:
            return
        _write(painter, QRectF(room.left(), top, room.width(), _LINE), text, font)
        top += _LINE


def _write(painter: QPainter, room: QRectF, text: str, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(QColor(current_scheme().text))
    elide = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, elide, int(room.width()))
    painter.drawText(room, _LEFT, shown)
