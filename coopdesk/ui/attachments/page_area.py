"""Shows one page or picture as wide as there is room, or larger, and scrolls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_WHOLE_WIDTH = ZOOMS.index(1.0)
_LATER_MS = 150


class _Sheet(QWidget):
    """The picture itself, drawn at whatever size the sheet has."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.image)
        # White paper on a white panel has an edge all the same.
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class PageArea(QScrollArea):
    """Tells when another sharpness is wanted: the room or the zoom changed.

    Left and right turn pages, plus and minus zoom, nought is the whole width.
    """

    width_changed = Signal()
    turned = Signal(int)  # pages forward, or back

    def __init__(self) -> None:
        super().__init__()
        self._sheet = _Sheet()
        self._zoom = _WHOLE_WIDTH
        self._dragged: QPoint | None = None
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # A bar that comes and goes would change the room that the page is fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 96)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self.width_changed)

    @property
    def image(self) -> QImage:
        """What is shown; null while there is nothing."""
        return self._sheet.image

    @property
    def wanted_width(self) -> int:
        """How many dots wide a page is sharp here."""
        return round(self._width * self.devicePixelRatioF())

    @property
    def _width(self) -> int:
        return round(max(1, self.viewport().width()) * ZOOMS[self._zoom])

    def show_image(self, image: QImage, *, from_top: bool = True) -> None:
        """Show a page, from its top or where the one before was scrolled to."""
        self._sheet.image = image
        self._fit()
        self._sheet.update()
        if from_top:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)

    def zoom(self, step: int) -> None:
        """Make it larger or smaller; 0 fits it to the width."""
        before = self._zoom
        zoomed = max(0, min(before + step, len(ZOOMS) - 1))
        self._zoom = zoomed if step else _WHOLE_WIDTH
        if self._zoom == before:
            return
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._fit()
        bar.setValue(round(place * bar.maximum()))
        self._later.start()

    def _fit(self) -> None:
        image = self._sheet.image
        if image.isNull():
            self._sheet.resize(0, 0)
            return
        width = self._width
        self._sheet.resize(width, max(1, round(width * image.height() / image.width())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if event.size().width() != event.oldSize().width():
            self._later.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.horizontalScrollBar()
        turns = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        if key in turns and not bar.maximum():
            self.turned.emit(turns[Qt.Key(key)])
        elif key in zooms:
            self.zoom(zooms[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    # a page is pulled with the mouse, as paper is

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            return
        now = event.position().toPoint()
        moved, self._dragged = now - self._dragged, now
        for bar, by in (
            (self.horizontalScrollBar(), moved.x()),
            (self.verticalScrollBar(), moved.y()),
        ):
            bar.setValue(bar.value() - by)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
