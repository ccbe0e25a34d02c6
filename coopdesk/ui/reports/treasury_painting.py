"""Paints the treasury by month: what is held as a line, what comes and goes as bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainterPath, QPen

from coopdesk.domain.axis_marks import signed_marks
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.fonts import figure_font, text_font
from coopdesk.ui.theme import current_scheme
from coopdesk.wording.formats import money_rounded, money_short, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPainter

_HEAD, _FOOT, _GAP, _AXIS_GAP = 30.0, 24.0, 26.0, 8.0
_SMALL = 9.0
_LINE_SHARE = 0.58
# Lower than this there is room for the line alone.
_BARS_FROM = 230
_NARROW_MONTH = 40.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ChartMonth:
    """What came, went and was held at the end of a month; ``is_forecast`` for those to come."""

    name: str
    short: str
    income: Money = ZERO
    expense: Money = ZERO
    held: Money = ZERO
    is_forecast: bool = False

    @property
    def words(self) -> str:
        """Everything that is drawn of the month."""
        text = _("{month}: {income} in, {expense} out, {held} at the end")
        if self.is_forecast:
            text = _("{month}, forecast: {income} in, {expense} out, {held} at the end")
        return text.format(
            month=self.name,
            income=money_text(self.income),
            expense=money_text(self.expense),
            held=money_text(self.held),
        )


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where a part of the picture stands, and its axis."""

    room: QRectF
    marks: list[int]

    def y(self, cents: int) -> float:
        low, high = self.marks[0], self.marks[-1]
        share = (cents - low) / (high - low) if high > low else 0.0
        return self.room.bottom() - self.room.height() * share


class TreasuryPicture:
    """The picture of some months in a room of a size; ``current`` is pointed at, -1 if none."""

    def __init__(self, months: Sequence[ChartMonth], size: QSize, current: int = -1) -> None:
        self._months = months
        self._size = size
        self._current = current

    def paint(self, painter: QPainter) -> None:
        """Draw the picture; there is a month at least."""
        line, bars = self._panels()
        self._draw_current(painter, line.room, bars.room)
        self._draw_axis(painter, line, is_signed=True)
        if self._has_bars:
            self._draw_axis(painter, bars, is_signed=False)
            self._draw_bars(painter, bars)
            self._draw_sides(painter, bars)
        self._draw_names(painter, bars.room)
        self._draw_line(painter, line)
        self._draw_words(painter, line)

    def place_at(self, point: QPointF) -> int:
        """Return the place of the month at a point, -1 where there is none."""
        line, _bars = self._panels()
        place = int((point.x() - line.room.left()) // max(1.0, self._step(line.room)))
        return place if 0 <= place < len(self._months) else -1

    def _panels(self) -> tuple[_Panel, _Panel]:
        months = self._months
        held = [month.held.cents for month in months]
        line_marks = signed_marks(min(held), max(held))
        # One month with all that is left of a budget must not flatten those that came.
        told = [month for month in months if not month.is_forecast] or months
        bar_marks = signed_marks(
            -max(month.expense.cents for month in told),
            max(month.income.cents for month in told),
        )
        metrics = QFontMetricsF(figure_font(_SMALL))
        texts = [money_short(Money(abs(cents))) for cents in (*line_marks, *bar_marks)]
        texts += [money_short(Money(min(line_marks)))]
        left = max(metrics.horizontalAdvance(text) for text in texts) + _AXIS_GAP + 4
        width = self._size.width() - left - 12
        gap, share = (_GAP, _LINE_SHARE) if self._has_bars else (0.0, 1.0)
        height = self._size.height() - _HEAD - _FOOT - gap
        upper = QRectF(left, _HEAD, width, height * share)
        lower = QRectF(left, upper.bottom() + gap, width, height * (1 - share))
        return _Panel(upper, line_marks), _Panel(lower, bar_marks)

    @property
    def _has_bars(self) -> bool:
        return self._size.height() >= _BARS_FROM

    def _step(self, room: QRectF) -> float:
        return room.width() / max(1, len(self._months))

    def _draw_current(self, painter: QPainter, upper: QRectF, lower: QRectF) -> None:
        if self._current < 0:
            return
        step = self._step(upper)
        band = QRectF(upper.left() + step * self._current, upper.top(), step, 0)
        band.setBottom(lower.bottom() + _FOOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_scheme().hover))
        painter.drawRoundedRect(band, 4, 4)

    def _draw_axis(self, painter: QPainter, panel: _Panel, *, is_signed: bool) -> None:
        scheme = current_scheme()
        painter.setFont(figure_font(_SMALL))
        for cents in panel.marks:
            line = round(panel.y(cents)) + 0.5
            painter.setPen(QPen(QColor(scheme.edge if cents == 0 else scheme.line), 1))
            painter.drawLine(
                QPointF(panel.room.left(), line), QPointF(panel.room.right(), line)
            )
            painter.setPen(QColor(scheme.muted))
            label = QRectF(0, line - 8, panel.room.left() - _AXIS_GAP, 16)
            shown = Money(cents if is_signed else abs(cents))
            painter.drawText(label, _RIGHT, money_short(shown))

    def _draw_bars(self, painter: QPainter, panel: _Panel) -> None:
        step, room = self._step(panel.room), panel.room
        width = min(34.0, step * 0.5)
        zero = panel.y(0)
        for place, month in enumerate(self._months):
            left = room.left() + step * (place + 0.5) - width / 2
            top, low = panel.y(month.income.cents), panel.y(-month.expense.cents)
            above = QRectF(QPointF(left, max(top, room.top())), QPointF(left + width, zero))
            below = QRectF(QPointF(left, zero), QPointF(left + width, min(low, room.bottom())))
            self._bar(painter, above, month)
            self._bar(painter, below, month, goes_out=True)
            if top < room.top():
                self._beyond(painter, month.income, above.left(), above.top() + 2)
            if low > room.bottom():
                self._beyond(painter, month.expense, below.left(), below.bottom() - 18)

    def _beyond(self, painter: QPainter, amount: Money, left: float, top: float) -> None:
        """Write beside a bar that goes beyond the axis how much it stands for."""
        painter.setFont(figure_font(_SMALL, 600))
        painter.setPen(QColor(current_scheme().text))
        painter.drawText(QRectF(left - 104, top, 100, 16), _RIGHT, money_rounded(amount))

    def _bar(
        self, painter: QPainter, room: QRectF, month: ChartMonth, *, goes_out: bool = False
    ) -> None:
        """Fill what comes, outline what goes; a forecast is dotted, so no colour is needed."""
        if room.height() < 0.5:
            return
        scheme = current_scheme()
        colour = QColor(scheme.muted if goes_out else scheme.accent)
        dotted = Qt.PenStyle.DotLine if month.is_forecast else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 1, dotted))
        is_filled = not goes_out and not month.is_forecast
        painter.setBrush(colour if is_filled else QColor(scheme.hover))
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def _draw_names(self, painter: QPainter, above: QRectF) -> None:
        """Write the months under everything."""
        step = self._step(above)
        painter.setFont(text_font(_SMALL))
        painter.setPen(QColor(current_scheme().muted))
        for place, month in enumerate(self._months):
            room = QRectF(above.left() + step * place, above.bottom(), step, _FOOT)
            text = month.short if step >= _NARROW_MONTH else month.short[:1].upper()
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _places(self, panel: _Panel) -> list[QPointF]:
        step = self._step(panel.room)
        return [
            QPointF(panel.room.left() + step * (place + 0.5), panel.y(month.held.cents))
            for place, month in enumerate(self._months)
        ]

    def _draw_line(self, painter: QPainter, panel: _Panel) -> None:
        scheme, places = current_scheme(), self._places(panel)
        path = QPainterPath(places[0])
        for place in places[1:]:
            path.lineTo(place)
        area = QPainterPath(path)
        area.lineTo(places[-1].x(), panel.y(0))
        area.lineTo(places[0].x(), panel.y(0))
        soft = QColor(scheme.accent)
        soft.setAlphaF(0.10)
        painter.fillPath(area, soft)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for start, end, month in zip(places, places[1:], self._months[1:], strict=False):
            dotted = Qt.PenStyle.DotLine if month.is_forecast else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(scheme.accent), 2, dotted))
            painter.drawLine(start, end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.accent))
        for place in places:
            painter.drawEllipse(place, 3, 3)
        self._label_line(painter, panel, places)

    def _label_line(self, painter: QPainter, panel: _Panel, places: list[QPointF]) -> None:
        """Write the amount at the last month and at the lowest."""
        held = [month.held.cents for month in self._months]
        named = {len(held) - 1, held.index(min(held))}
        painter.setFont(figure_font(_SMALL, 600))
        painter.setPen(QColor(current_scheme().text))
        for place in sorted(named):
            point, is_last = places[place], place == len(held) - 1
            room = QRectF(point.x() - 60, point.y() - 22, 120, 16)
            # Below its lowest point, nothing of the line is in the way.
            if not is_last and point.y() + 22 <= panel.room.bottom():
                room.moveTop(point.y() + 6)
            align = Qt.AlignmentFlag.AlignCenter
            if is_last:
                room.moveRight(min(room.right(), panel.room.right() + 8))
                align = _RIGHT
            elif room.left() < panel.room.left():
                room.moveLeft(point.x())
                align = _LEFT
            painter.drawText(room, align, money_rounded(Money(held[place])))

    def _draw_words(self, painter: QPainter, line: _Panel) -> None:
        """Name the line and the bars where they stand, and the month pointed at on top."""
        scheme = current_scheme()
        painter.setFont(text_font(_SMALL, 600))
        painter.setPen(QColor(scheme.accent))
        held = _("Held at the end of the month")
        taken = painter.fontMetrics().horizontalAdvance(held)
        head = QRectF(line.room.left(), 0, line.room.width(), _HEAD - 8)
        painter.drawText(head, _LEFT, held)
        self._draw_forecast(painter, line)
        if self._current < 0:
            return
        painter.setFont(figure_font(_SMALL))
        painter.setPen(QColor(scheme.text))
        room = head.adjusted(taken + 16, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(
            self._months[self._current].words,
            Qt.TextElideMode.ElideRight,
            int(room.width()),
        )
        painter.drawText(room, _RIGHT, shown)

    def _draw_sides(self, painter: QPainter, bars: _Panel) -> None:
        """Say above the bars which are money in and which money out."""
        left, top = bars.room.left(), bars.room.top() - 20
        for text, goes_out in ((_("What came in"), False), (_("What went out"), True)):
            month = ChartMonth("", "")
            self._bar(painter, QRectF(left, top + 3, 10, 10), month, goes_out=goes_out)
            painter.setFont(text_font(_SMALL, 600))
            painter.setPen(QColor(current_scheme().text))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRectF(left + 16, top, width + 4, 16), _LEFT, text)
            left += width + 40

    def _draw_forecast(self, painter: QPainter, line: _Panel) -> None:
        """Name the months to come above where they begin."""
        coming = [at for at, month in enumerate(self._months) if month.is_forecast]
        if not coming or coming[0] == 0:
            return
        painter.setFont(text_font(_SMALL))
        painter.setPen(QColor(current_scheme().muted))
        step = self._step(line.room)
        room = QRectF(0, line.room.bottom() - 18, 120, 16)
        room.moveRight(line.room.right())
        if step * len(coming) > room.width():
            room.moveLeft(line.room.left() + step * coming[0])
        painter.drawText(room, _RIGHT, _("forecast"))
