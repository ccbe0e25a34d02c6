"""How the head and the foot of papers will look, drawn while the profile is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from coopdesk.ui.fonts import text_font
from coopdesk.ui.theme import current_scheme
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coopdesk.domain.association import Association, StoredImage

_PAPER, _INK, _QUIET, _LINE = (QColor(c) for c in ("#ffffff", "#1b2130", "#566072", "#dfe3ea"))
_SIDE = 24
_LOGO = 64
_SIGNATURE = (150, 56)
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class Letterhead(QWidget):
    """A sheet of paper with logo, address, number, purpose and signature."""

    def __init__(self, height: int = 380, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._profile: Association | None = None
        self._logo = QPixmap()
        self._signature = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(_("Preview of the letterhead"))

    def show_profile(self, profile: Association) -> None:
        """Draw another profile."""
        before, self._profile = self._profile, profile
        if before is None or before.logo != profile.logo:
            self._logo = _pixmap(profile.logo)
        if before is None or before.signature != profile.signature:
            self._signature = _pixmap(profile.signature)
        self.setAccessibleDescription("\n".join((profile.name, *_place(profile))))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current_scheme().line))
        painter.setBrush(_PAPER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self._profile is not None:
            self._draw_head(painter, self._profile)
            self._draw_foot(painter, self._profile)
        painter.end()

    def _draw_head(self, painter: QPainter, profile: Association) -> None:
        left, top = _SIDE, float(_SIDE)
        width = self.width() - 2 * _SIDE
        if not self._logo.isNull():
            self._draw_pixmap(painter, self._logo, QRectF(left, top, _LOGO, _LOGO))
            left, width = left + _LOGO + 16, width - _LOGO - 16
        name = profile.name or _("Name of the association")
        bottom = _text(painter, name, QRectF(left, top, width, 60), 11, 600)
        lines = "\n".join(_place(profile))
        bottom = _text(painter, lines, QRectF(left, bottom + 4, width, 110), 8.5, quiet=True)
        top = max(bottom, _SIDE + _LOGO) + 16
        painter.setPen(_LINE)
        painter.drawLine(_SIDE, int(top), self.width() - _SIDE, int(top))
        room = QRectF(_SIDE, top + 12, self.width() - 2 * _SIDE, 110)
        painter.setClipRect(room)
        _text(painter, profile.purpose, room, 8.5, quiet=True)
        painter.setClipping(False)

    def _draw_foot(self, painter: QPainter, profile: Association) -> None:
        width, height = _SIGNATURE
        left = self.width() - _SIDE - width
        foot = self.height() - _SIDE
        room = QRectF(left, foot - height, width, height)
        if not self._signature.isNull():
            self._draw_pixmap(painter, self._signature, room)
        who = "\n".join(x for x in (profile.signatory_name, profile.signatory_role) if x)
        _text(painter, who, QRectF(left, foot - height - 44, width, 44), 8.5)

    def _draw_pixmap(self, painter: QPainter, pixmap: QPixmap, room: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        scaled = pixmap.scaled(
            (room.size() * ratio).toSize(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        painter.drawPixmap(room.topLeft().toPoint(), scaled)


def _text(
    painter: QPainter,
    text: str,
    room: QRectF,
    size: float,
    weight: int = 400,
    *,
    quiet: bool = False,
) -> float:
    """Draw wrapped text and return where it ends."""
    painter.setFont(text_font(size, weight))
    painter.setPen(_QUIET if quiet else _INK)
    needed = painter.boundingRect(room, int(_WRAP), text)
    painter.drawText(room, int(_WRAP), text)
    return min(needed.bottom(), room.bottom()) if text else room.top()


def _place(profile: Association) -> tuple[str, ...]:
    address = profile.address
    number = profile.official_number
    lines = (address.street, address.complement, address.town_line)
    return tuple(
        line
        for line in (*lines, _("No. {number}").format(number=number) if number else "")
        if line
    )


def _pixmap(image: StoredImage | None) -> QPixmap:
    pixmap = QPixmap()
    if image is not None:
        pixmap.loadFromData(image.content)
    return pixmap
