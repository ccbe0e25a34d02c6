"""Draws who a record is about: a round photo, or the initials where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from coopdesk.ui.columns import Tone
from coopdesk.ui.fonts import text_font
from coopdesk.ui.theme import tone_colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PORTRAIT_SIZE = 56


@dataclass(frozen=True, slots=True)
class Portrait:
    """An image file, or the initials where there is none."""

    initials: str
    image: bytes = b""


def initials_of(name: str) -> str:
    """Return one or two letters: ``Élodie Lefèvre`` → ``ÉL``."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalnum()]
    ends = words[:1] + words[-1:] if len(words) > 1 else words[:1]
    return "".join(word[0] for word in ends).upper()


def paint_portrait(portrait: Portrait, widget: QWidget) -> QImage:
    """Return a round picture as sharp as the screen of a widget, in the colours in force."""
    ratio = widget.devicePixelRatioF()
    picture = QImage(
        QSize(PORTRAIT_SIZE, PORTRAIT_SIZE) * ratio, QImage.Format.Format_ARGB32_Premultiplied
    )
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    room = QRectF(0, 0, PORTRAIT_SIZE, PORTRAIT_SIZE)
    circle = QPainterPath()
    circle.addEllipse(room)
    painter.setClipPath(circle)
    photo = QImage.fromData(portrait.image) if portrait.image else QImage()
    if photo.isNull():
        _paint_initials(painter, room, portrait.initials)
    else:
        painter.drawImage(room, photo, _middle(photo))
    painter.end()
    return picture


def _middle(photo: QImage) -> QRectF:
    """Return the largest square of a photo, high rather than low: faces are at the top."""
    side = min(photo.width(), photo.height())
    return QRectF((photo.width() - side) / 2, (photo.height() - side) / 4, side, side)


def _paint_initials(painter: QPainter, room: QRectF, text: str) -> None:
    background, colour = tone_colours(Tone.INFO)
    painter.fillRect(room, background)
    painter.setPen(colour)
    painter.setFont(text_font(15, 600))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
