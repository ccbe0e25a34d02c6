"""Draws how far something has come: a bar that is full at its end, whatever the number says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from coopdesk.ui.theme import current_scheme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FULL = 1_000
_HEIGHT = 10


def paint_bar(filled: int, width: int, widget: QWidget) -> QImage:
    """Return a bar as sharp as the screen of a widget; ``filled`` of ``FULL`` is the accent."""
    ratio = widget.devicePixelRatioF()
    picture = QImage(QSize(width, _HEIGHT) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    scheme = current_scheme()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0.5, 0.5, width - 1, _HEIGHT - 1)
    # The outline keeps an empty bar visible where the two surfaces are of one colour.
    painter.setPen(QPen(QColor(scheme.disabled), 1))
    painter.setBrush(QColor(scheme.hover))
    painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
    part = min(FULL, max(0, filled))
    if part:
        room = QRectF(whole)
        room.setWidth(max(_HEIGHT, whole.width() * part / FULL))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.accent))
        painter.drawRoundedRect(room, _HEIGHT / 2, _HEIGHT / 2)
    painter.end()
    return picture
