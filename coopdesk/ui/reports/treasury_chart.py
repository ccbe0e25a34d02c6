"""The treasury by month as a picture that is pointed at, by the mouse or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from coopdesk.ui.reports.treasury_painting import ChartMonth, TreasuryPicture
from coopdesk.ui.theme import current_scheme
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class TreasuryChart(QWidget):
    """Left and right move through the months; Enter opens one."""

    opened = Signal(int)  # place of the month

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[ChartMonth, ...] = ()
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)
        self.setAccessibleName(_("Treasury by month"))

    def show_months(self, months: Sequence[ChartMonth]) -> None:
        """Draw these months."""
        self._months = tuple(months)
        self._current = -1
        self._describe()
        self.update()

    def _describe(self) -> None:
        lines = [month.words for month in self._months]
        if 0 <= self._current < len(lines):
            lines.insert(0, lines[self._current])
        self.setAccessibleDescription("\n".join(lines))

    # painting

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 380)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._months:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.paint(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_scheme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    # pointing

    def _point_at(self, place: int) -> None:
        if place != self._current:
            self._current = place
            self._describe()
            self.update()

    @property
    def _picture(self) -> TreasuryPicture:
        return TreasuryPicture(self._months, self.size(), self._current)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._months:
            self._point_at(self._picture.place_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._picture.place_at(event.position()) if self._months else -1
        if place >= 0 and self.rect().contains(event.position().toPoint()):
            self.opened.emit(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._months) - 1
        current = self._current
        moves = {
            Qt.Key.Key_Left: max(0, current - 1) if current >= 0 else last,
            Qt.Key.Key_Right: min(last, current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        wanted = moves.get(Qt.Key(event.key()))
        if wanted is not None and self._months:
            self._point_at(wanted)
        elif event.key() in _ENTER and current >= 0:
            self.opened.emit(current)
        else:
            super().keyPressEvent(event)
