"""Gifts by month, this year beside the last: bars that tell their amounts when pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from coopdesk.domain.home import MONTHS
from coopdesk.ui.fonts import figure_font, text_font
from coopdesk.ui.home.scale import axis_marks
from coopdesk.ui.theme import current_scheme
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coopdesk.domain.home import GiftYear

_HEAD, _FOOT, _AXIS_GAP = 32, 24, 8
_SMALL = 9.0
_SWATCH = 10.0
_NARROW_MONTH = 38
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -MONTHS,
    Qt.Key.Key_End: MONTHS,
}


class GiftChart(QWidget):
    """Left and right move through the months; the amounts of one stand on top.

    Enter or a click opens the gifts of the month pointed at.
    """

    month_changed = Signal(int)  # 0 to 11, -1 for none
    month_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: GiftYear | None = None
        self._before: GiftYear | None = None
        self._months: tuple[str, ...] = ("",) * MONTHS
        self._short_months: tuple[str, ...] = ("",) * MONTHS
        self._marks = [0]
        self._axis_texts: list[str] = ["0"]
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(180)
        self.setAccessibleName(_("Gifts by month"))

    def show_years(self, now: GiftYear, before: GiftYear) -> None:
        """Draw two years."""
        from coopdesk.wording.formats import money_short, month_names

        self._now, self._before = now, before
        self._months, self._short_months = month_names(), month_names(short=True)
        largest = max(amount.cents for amount in (*now.by_month, *before.by_month))
        self._marks = axis_marks(largest)
        money = type(now.total)
        self._axis_texts = [money_short(money(cents)) for cents in self._marks]
        self._describe()
        self.update()

    @property
    def current_month(self) -> int:
        """The month whose amounts are told, 0 for January, -1 for none."""
        return self._current

    def legend(self) -> tuple[str, str, str]:
        """Return the words on top: this year, last year, and the month pointed at."""
        if self._now is None or self._before is None:
            return "", "", ""
        from coopdesk.wording.formats import money_text

        texts = [
            _("{year}: {amount}").format(year=one.year, amount=money_text(one.total))
            for one in (self._now, self._before)
        ]
        month = ""
        if self._current >= 0:
            month = _("{month}: {now}, {before} the year before").format(
                month=self._months[self._current],
                now=money_text(self._now.by_month[self._current]),
                before=money_text(self._before.by_month[self._current]),
            )
        return texts[0], texts[1], month

    def _describe(self) -> None:
        """Say everything that the bars show."""
        from coopdesk.wording.formats import money_text

        if self._now is None or self._before is None:
            return
        now, before, month = self.legend()
        lines = [month] if month else [f"{now}. {before}."]
        lines += [
            _("{month}: {now}, {before} the year before").format(
                month=name, now=money_text(mine), before=money_text(theirs)
            )
            for name, mine, theirs in zip(
                self._months, self._now.by_month, self._before.by_month, strict=True
            )
        ]
        self.setAccessibleDescription("\n".join(lines))

    def _point_at(self, month: int) -> None:
        if month != self._current:
            self._current = month
            self._describe()
            self.update()
            self.month_changed.emit(month)

    # painting

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 260)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._now is None or self._before is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_head(painter)
        room = self._room()
        self._draw_axis(painter, room)
        for month in range(MONTHS):
            self._draw_month(painter, room, month)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_scheme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _room(self) -> QRectF:
        """Return where the bars stand: beneath the words, right of the amounts."""
        metrics = QFontMetricsF(figure_font(_SMALL))
        left = max(metrics.horizontalAdvance(text) for text in self._axis_texts) + _AXIS_GAP
        return QRectF(left, _HEAD, self.width() - left - 4, self.height() - _HEAD - _FOOT)

    def _draw_head(self, painter: QPainter) -> None:
        now, before, month = self.legend()
        scheme = current_scheme()
        left = 4.0
        for text, is_now in ((now, True), (before, False)):
            self._style_bar(painter, is_now=is_now)
            painter.drawRoundedRect(QRectF(left, 8.5, _SWATCH, _SWATCH), 2, 2)
            painter.setFont(figure_font(10, 600 if is_now else 400))
            painter.setPen(QColor(scheme.text if is_now else scheme.muted))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QPointF(left + _SWATCH + 6, 18), text)
            left += _SWATCH + width + 26
        room = QRectF(left, 0, max(0.0, self.width() - left - 4), 26)
        painter.setFont(figure_font(_SMALL))
        painter.setPen(QColor(scheme.text))
        shown = painter.fontMetrics().elidedText(
            month, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(
            room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown
        )

    def _draw_axis(self, painter: QPainter, room: QRectF) -> None:
        scheme = current_scheme()
        painter.setFont(figure_font(_SMALL))
        for cents, text in zip(self._marks, self._axis_texts, strict=True):
            height = self._height(cents, room)
            painter.setPen(QColor(scheme.edge if cents == 0 else scheme.line))
            line = round(room.bottom() - height) + 0.5
            painter.drawLine(QPointF(room.left(), line), QPointF(room.right(), line))
            painter.setPen(QColor(scheme.muted))
            label = QRectF(0, line - 8, room.left() - _AXIS_GAP, 16)
            painter.drawText(
                label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text
            )

    def _draw_month(self, painter: QPainter, room: QRectF, month: int) -> None:
        assert self._now is not None
        assert self._before is not None
        step = room.width() / MONTHS
        left = room.left() + step * month
        if month == self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current_scheme().hover))
            painter.drawRoundedRect(QRectF(left, room.top(), step, room.height()), 4, 4)
        width = min(22.0, step * 0.34)
        middle = left + step / 2
        for year, start, is_now in (
            (self._before, middle - width - 1, False),
            (self._now, middle + 1, True),
        ):
            height = self._height(year.by_month[month].cents, room)
            if height > 0:
                self._style_bar(painter, is_now=is_now)
                bar = QRectF(start, room.bottom() - height, width, height)
                painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, 0), 2, 2)
        painter.setFont(text_font(_SMALL))
        painter.setPen(QColor(current_scheme().muted))
        names = self._short_months
        text = names[month] if step >= _NARROW_MONTH else names[month][:1].upper()
        label = QRectF(left, room.bottom() + 4, step, _FOOT - 4)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)

    def _style_bar(self, painter: QPainter, *, is_now: bool) -> None:
        """Fill this year's bars; outline the others, so that colour is not needed to tell."""
        scheme = current_scheme()
        if is_now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent))
        else:
            painter.setPen(QPen(QColor(scheme.disabled), 1))
            painter.setBrush(QColor(scheme.hover))

    def _height(self, cents: int, room: QRectF) -> float:
        top = self._marks[-1]
        return room.height() * cents / top if top else 0.0

    # pointing

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._month_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        month = self._month_at(event.position())
        if month >= 0 and self.rect().contains(event.position().toPoint()):
            self.month_opened.emit(month)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if event.key() in _ENTER and self._current >= 0:
            self.month_opened.emit(self._current)
            return
        if step is None:
            super().keyPressEvent(event)
            return
        start = self._current if self._current >= 0 else (MONTHS if step < 0 else -1)
        self._point_at(min(MONTHS - 1, max(0, start + step)))

    def _month_at(self, place: QPointF) -> int:
        room = self._room()
        month = int((place.x() - room.left()) * MONTHS // max(1.0, room.width()))
        inside = place.y() >= room.top() and 0 <= month < MONTHS
        return month if inside else -1
