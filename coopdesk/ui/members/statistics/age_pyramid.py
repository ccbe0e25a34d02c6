"""Members by age, painted: women at the left, men at the right, others beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from coopdesk.domain.contacts import Civility
from coopdesk.domain.member_statistics import BAND_YEARS
from coopdesk.ui.fonts import figure_font, text_font
from coopdesk.ui.theme import current_scheme
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from coopdesk.domain.member_statistics import AgeBand

_ROW, _HEAD, _MIDDLE, _COUNT = 22.0, 24.0, 76.0, 34.0
_SMALL = 9.5
_MOVES = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


def band_text(start: int) -> str:
    """Return the ages of a band in words."""
    if start < 0:
        return _("age unknown")
    text = _("{first}–{last} years")
    return text.format(first=start, last=start + BAND_YEARS - 1)


class AgePyramid(QWidget):
    """Oldest on top; Up and Down move through the ages, Enter opens one."""

    opened = Signal(int)  # where a band begins

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bands: tuple[AgeBand, ...] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Age pyramid"))

    def show_bands(self, bands: Sequence[AgeBand]) -> None:
        """Draw these ages, given youngest first."""
        self._bands = tuple(reversed(bands))
        self._current = -1
        self._describe()
        self.updateGeometry()
        self.update()

    def words(self, band: AgeBand) -> str:
        """Return everything that one row shows."""
        said = _("{ages}: {women} women, {men} men, {others} without civility")
        return said.format(
            ages=band_text(band.start),
            women=number_text(_count(band, Civility.MADAM)),
            men=number_text(_count(band, Civility.SIR)),
            others=number_text(_count(band, Civility.NONE)),
        )

    def _describe(self) -> None:
        """Say everything that the rows show, the chosen one first."""
        lines = [self.words(band) for band in self._bands]
        if 0 <= self._current < len(lines):
            lines.insert(0, lines[self._current])
        self.setAccessibleDescription("\n".join(lines))

    # painting

    @override
    def sizeHint(self) -> QSize:
        foot = _HEAD if self._has_others else 6
        return QSize(420, int(_HEAD + _ROW * max(1, len(self._bands)) + foot))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_head(painter)
        for number, band in enumerate(self._bands):
            self._draw_band(painter, number, band)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_scheme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _draw_head(self, painter: QPainter) -> None:
        painter.setFont(text_font(_SMALL, 600))
        painter.setPen(QColor(current_scheme().muted))
        half = (self.width() - _MIDDLE) / 2
        side = Qt.AlignmentFlag.AlignVCenter
        left = QRectF(0, 0, half, _HEAD)
        right = QRectF(half + _MIDDLE, 0, half, _HEAD)
        painter.drawText(left, side | Qt.AlignmentFlag.AlignRight, _("Women"))
        painter.drawText(right, side | Qt.AlignmentFlag.AlignLeft, _("Men"))
        if self._has_others:
            foot = QRectF(half + _MIDDLE + 20, self.height() - _HEAD, half - 20, _HEAD)
            painter.drawText(foot, side | Qt.AlignmentFlag.AlignLeft, _("without civility"))
            swatch = QRectF(half + _MIDDLE, self.height() - _HEAD + 3, 14, _HEAD - 6)
            self._bar(painter, swatch, outlined=True)

    def _draw_band(self, painter: QPainter, number: int, band: AgeBand) -> None:
        scheme = current_scheme()
        top = _HEAD + number * _ROW
        if number == self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.hover))
            painter.drawRoundedRect(QRectF(2, top, self.width() - 4, _ROW), 4, 4)
        half = (self.width() - _MIDDLE) / 2
        painter.setFont(figure_font(_SMALL))
        painter.setPen(QColor(scheme.muted))
        middle = QRectF(half, top, _MIDDLE, _ROW)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, _ages(band.start))
        women, men = _count(band, Civility.MADAM), _count(band, Civility.SIR)
        others = _count(band, Civility.NONE)
        scale = (half - _COUNT - 4) / self._largest
        self._bar(painter, QRectF(half - women * scale, top, women * scale, _ROW))
        start = half + _MIDDLE
        self._bar(painter, QRectF(start, top, men * scale, _ROW))
        after = start + men * scale
        self._bar(painter, QRectF(after, top, others * scale, _ROW), outlined=True)
        self._count(painter, women, half - women * scale - _COUNT - 4, top, is_left=True)
        self._count(painter, men + others, after + others * scale + 4, top, is_left=False)

    @property
    def _has_others(self) -> bool:
        """Whether somebody of known age has no civility."""
        return any(_count(band, Civility.NONE) for band in self._bands)

    @property
    def _largest(self) -> int:
        sides = (
            max(
                _count(band, Civility.MADAM),
                _count(band, Civility.SIR) + _count(band, Civility.NONE),
            )
            for band in self._bands
        )
        return max(1, *sides) if self._bands else 1

    def _bar(self, painter: QPainter, room: QRectF, *, outlined: bool = False) -> None:
        if room.width() <= 0:
            return
        scheme = current_scheme()
        if outlined:
            painter.setPen(QPen(QColor(scheme.disabled), 1))
            painter.setBrush(QColor(scheme.hover))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent))
        painter.drawRoundedRect(room.adjusted(0.5, 3, -0.5, -3), 2, 2)

    def _count(
        self, painter: QPainter, count: int, left: float, top: float, *, is_left: bool
    ) -> None:
        if not count:
            return
        painter.setPen(QColor(current_scheme().text))
        side = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
        room = QRectF(left, top, _COUNT, _ROW)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, number_text(count))

    # pointing

    def _point_at(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self._describe()
            self.setToolTip(self.words(self._bands[number]) if number >= 0 else "")
            self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = int((event.position().y() - _HEAD) // _ROW)
        self._point_at(number if 0 <= number < len(self._bands) else -1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._current >= 0 and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._bands[self._current].start)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None and self._bands:
            # Up grows older, and the oldest stand on top.
            start = self._current if self._current >= 0 else len(self._bands)
            self._point_at(min(len(self._bands) - 1, max(0, start - step)))
        elif event.key() in _ENTER and self._current >= 0:
            self.opened.emit(self._bands[self._current].start)
        else:
            super().keyPressEvent(event)


def _count(band: AgeBand, civility: Civility) -> int:
    figure = band.counts.get(civility)
    return figure.count if figure is not None else 0


def _ages(start: int) -> str:
    return f"{start}–{start + BAND_YEARS - 1}"
