"""The days of a month or of a week, painted; arrows move the day, bars are events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from coopdesk.domain.calendar_grid import WEEK, days_later, month_of, months_later
from coopdesk.ui.events.calendar_layout import HEAD, NUMBER, Extent, GridLayout
from coopdesk.ui.events.calendar_marks import by_hour
from coopdesk.ui.events.calendar_paint import SMALL, paint_bar
from coopdesk.ui.events.calendar_words import day_said, period_text
from coopdesk.ui.fonts import figure_font, text_font
from coopdesk.ui.theme import current_scheme
from coopdesk.ui.widgets.labels import plain_tooltip
from coopdesk.wording.calendar_words import weekday_names
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coopdesk.ui.events.calendar_marks import Mark

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_WIDE_DAY = 96
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class CalendarGrid(QWidget):
    """Whoever shows it reads the entries of ``layout.ends`` when ``day_changed`` tells."""

    day_changed = Signal(object)  # date
    day_opened = Signal(object)  # date: Enter, or a double click on an empty place
    mark_opened = Signal(int)  # key of a mark: a double click on its bar

    def __init__(self, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today()
        self._marks: dict[int, Mark] = {}
        self._by_day: dict[dt.date, list[Mark]] = {}
        self._pressed: Mark | None = None
        self.layout_of_days = GridLayout(self._day, Extent.MONTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    # what it shows

    @property
    def day(self) -> dt.date:
        """The day that is chosen."""
        return self._day

    @property
    def extent(self) -> Extent:
        """Whether a month or a week is shown."""
        return self.layout_of_days.extent

    def show_extent(self, extent: Extent) -> None:
        """Show the month or the week of the chosen day."""
        self._lay(extent)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Draw other entries; those without exact days stand elsewhere."""
        self._marks = {mark.id: mark for mark in marks}
        self._lay(self.extent)

    def choose(self, day: dt.date) -> None:
        """Choose a day and tell."""
        if day == self._day:
            return
        left_month = month_of(day) != month_of(self._day)
        self._day = day
        first, last = self.layout_of_days.ends
        is_month = self.extent is Extent.MONTH
        if (is_month and left_month) or not first <= day <= last:
            self._lay(self.extent)
        else:
            self._describe()
            self.update()
        if self.hasFocus():
            said = day_said(day, self.marks_of(day))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.day_changed.emit(day)

    def marks_of(self, day: dt.date) -> list[Mark]:
        """Return what is held on a day that is seen, by its hours."""
        return self._by_day.get(day, [])

    def _lay(self, extent: Extent) -> None:
        layout = self.layout_of_days = GridLayout(self._day, extent)
        layout.size = QSizeF(self.size())
        layout.lay(self._marks.values())
        self._by_day = {}
        for row, bars in enumerate(layout.bars):
            for bar in bars:
                for column in range(bar.left, bar.right + 1):
                    held = self._by_day.setdefault(layout.weeks[row][column], [])
                    held.append(self._marks[bar.key])
        for held in self._by_day.values():
            held.sort(key=by_hour)
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say the chosen day, then every other on which something is held."""
        layout = self.layout_of_days
        period = period_text(layout, self._day)
        self.setAccessibleName(_("Calendar: {period}").format(period=period))
        lines = [day_said(self._day, self.marks_of(self._day))]
        for day in layout.days:
            marks = self.marks_of(day)
            if marks and day != self._day:
                lines.append(day_said(day, marks))
        self.setAccessibleDescription("\n".join(lines))

    # painting

    @override
    def sizeHint(self) -> QSize:
        return QSize(700, 480)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(280, 120)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout_of_days.size = QSizeF(event.size())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.layout_of_days
        self._paint_head(painter)
        for row, week in enumerate(layout.weeks):
            for day, beyond in zip(week, layout.beyond(row), strict=True):
                self._paint_day(painter, day, beyond)
        for room, bar in layout.seen_bars():
            paint_bar(painter, room, self._marks[bar.key], (bar.begins, bar.ends))
        self._paint_chosen(painter)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        width = self.width() / WEEK
        painter.setFont(text_font(SMALL, 500))
        painter.setPen(QColor(current_scheme().muted))
        for column, name in enumerate(weekday_names(short=width < _WIDE_DAY)):
            painter.drawText(QRectF(column * width, 0, width, HEAD), _CENTRE, name)

    def _paint_day(self, painter: QPainter, day: dt.date, beyond: int) -> None:
        scheme = current_scheme()
        room = self.layout_of_days.cell(day)
        is_here = self.extent is Extent.WEEK or day.month == self._day.month
        painter.fillRect(room, QColor(scheme.sheet if is_here else scheme.page))
        painter.setPen(QColor(scheme.line))
        painter.drawRect(room.adjusted(0.5, 0.5, 0.5, 0.5))
        number = QRectF(room.left() + 5, room.top() + 3, 20, 19)
        if day == self._today():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.button))
            painter.drawRoundedRect(number.adjusted(-2, 0, 2, 0), 9, 9)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor("#ffffff"))
        else:
            painter.setPen(QColor(scheme.text if is_here else scheme.muted))
        painter.setFont(figure_font(SMALL, 600 if day == self._today() else 400))
        painter.drawText(number, _CENTRE, str(day.day))
        if beyond:
            painter.setPen(QColor(scheme.accent))
            painter.setFont(figure_font(SMALL, 600))
            more = QRectF(room.left(), room.top() + 3, room.width() - 6, NUMBER - 5)
            painter.drawText(more, _RIGHT, f"+ {beyond}")

    def _paint_chosen(self, painter: QPainter) -> None:
        scheme = current_scheme()
        room = self.layout_of_days.cell(self._day).adjusted(1.5, 1.5, -0.5, -0.5)
        colour = scheme.accent if self.hasFocus() else scheme.edge
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 2))
        painter.drawRoundedRect(room, 4, 4)

    # keys and mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        day = self._after(key) if not _has_modifier(event) else None
        if day is not None:
            self.choose(day)
        elif key in _ENTER and not _has_modifier(event):
            self.day_opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def _after(self, key: Qt.Key) -> dt.date | None:
        """Return the day that a key leads to."""
        if key in _STEPS:
            return days_later(self._day, _STEPS[key])
        if key in _MONTHS:
            return months_later(self._day, _MONTHS[key])
        if key is Qt.Key.Key_T:
            return self._today()
        if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            is_month = self.extent is Extent.MONTH
            ends = month_of(self._day) if is_month else self.layout_of_days.ends
            return ends[key is Qt.Key.Key_End]
        return None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The days may move beneath the pointer: what was pressed is opened.
        self._pressed = self.mark_at(event.position())
        day = self.layout_of_days.day_at(event.position())
        if day is not None:
            self.choose(day)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self.mark_opened.emit(self._pressed.id)
        elif self.layout_of_days.day_at(event.position()) is not None:
            self.day_opened.emit(self._day)

    def mark_at(self, place: QPointF) -> Mark | None:
        """Return what is drawn at a place."""
        bar = self.layout_of_days.bar_at(place)
        return None if bar is None else self._marks[bar.key]

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            said = plain_tooltip(mark.said) if mark is not None else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)


def _has_modifier(event: QKeyEvent) -> bool:
    ignored = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(event.modifiers() & ~ignored)
