"""Icons: the outline set Phosphor, drawn in the colours that the palette has when painting.

The font and its index are read from the installed package qtawesome. Importing qtawesome itself
would load every class of QtCore, QtGui and QtWidgets through qtpy: 100 ms, as much as a whole
empty window, against 7 ms for the two files that are needed.
"""

from __future__ import annotations

import json
import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from typing_extensions import override

_log = logging.getLogger(__name__)
_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


@cache
def _glyphs() -> tuple[str, dict[str, str]]:
    """Return the family of the icon font and the code of each icon, loading them once."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        return "", {}
    fonts = Path(spec.origin).parent / "fonts"
    font = next(fonts.glob("phosphor-[0-9]*.ttf"))
    index = next(fonts.glob("phosphor-charmap-*.json"))
    number = QFontDatabase.addApplicationFont(str(font))
    families = QFontDatabase.applicationFontFamilies(number)
    return (families[0] if families else ""), json.loads(index.read_text(encoding="utf-8"))


class _GlyphEngine(QIconEngine):
    """Draws one glyph, so that an icon is sharp at any scale and follows the theme."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._role = role

    @override
    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        family, codes = _glyphs()
        code = codes.get(self._name)
        if code is None:
            _log.warning("no icon is named %s", self._name)
            return
        font = QFont(family)
        font.setPixelSize(max(1, rect.height()))
        painter.save()
        painter.setFont(font)
        painter.setPen(QGuiApplication.palette().color(self._group(mode), self._role_of(mode)))
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, chr(int(code, 16)))
        painter.restore()

    def _group(self, mode: QIcon.Mode) -> QPalette.ColorGroup:
        return _Group.Disabled if mode == QIcon.Mode.Disabled else _Group.Active

    def _role_of(self, mode: QIcon.Mode) -> QPalette.ColorRole:
        return _Role.ButtonText if mode == QIcon.Mode.Disabled else self._role

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # The size comes in logical pixels; the picture is made of physical ones.
        real = QSizeF(size) * scale
        pixmap = QPixmap(real.toSize())
        if pixmap.isNull():
            # A button that has no room at this moment asks for nothing to be drawn.
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(QPoint(0, 0), real.toSize()), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._role)


def icon(name: str, role: QPalette.ColorRole = _Role.ButtonText) -> QIcon:
    """Return an icon by its name (``house``, ``hand-heart``), in a colour of the palette."""
    return QIcon(_GlyphEngine(name, role))


def icon_exists(name: str) -> bool:
    """Tell whether the set has an icon of this name."""
    return name in _glyphs()[1]
