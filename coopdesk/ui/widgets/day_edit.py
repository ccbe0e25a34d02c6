"""A day, typed the way people write it, or chosen in a calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.day_text import parse_day
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}

_ARROWS = {
    "qt_calendar_prevmonth": "caret-left",
    "qt_calendar_nextmonth": "caret-right",
}


class DayEdit(QLineEdit):
    """Accepts ``12/3``, ``auj``, ``hier``, ``+7``; arrows move a day, page keys a week.

    ``is_ahead``: what is asked for is to come; a day without its year is the next one.
    """

    day_changed = Signal()

    def __init__(
        self,
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
        *,
        is_ahead: bool = False,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._is_ahead = is_ahead
        self._calendar: QCalendarWidget | None = None
        self.setPlaceholderText(_("dd/mm/yyyy"))
        self.setMaxLength(20)
        self.setMaximumWidth(200)
        self.choose_action = QAction(icon("calendar-blank"), _("Choose in a calendar"), self)
        self.choose_action.triggered.connect(self._on_choose)
        self.addAction(self.choose_action, QLineEdit.ActionPosition.TrailingPosition)

    def day(self, field: str = "day") -> dt.date | None:
        """Return the day, None when nothing is typed.

        Raises:
            RuleError: ``day.unreadable``, for ``field``.
        """
        if not self.text().strip():
            return None
        return parse_day(self.text(), self._today(), field, is_ahead=self._is_ahead)

    def set_day(self, day: dt.date | None) -> None:
        """Show a day."""
        self.setText("" if day is None else f"{day:%d/%m/}{day.year:04d}")
        self.day_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        day = self._readable() or self._today()
        self.set_day(day + dt.timedelta(days=step))
        self.textEdited.emit(self.text())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        day = self._readable()
        if day is not None:
            self.set_day(day)
        super().focusOutEvent(event)

    def _readable(self) -> dt.date | None:
        try:
            return self.day()
        except RuleError:
            return None

    @Slot()
    def _on_choose(self) -> None:
        calendar = _make_calendar(self)
        day = self._readable() or self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._on_chosen)
        calendar.activated.connect(self._on_chosen)
        calendar.clicked.connect(calendar.close)
        calendar.activated.connect(calendar.close)
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        calendar.show()
        self._calendar = calendar

    @Slot(QDate)
    def _on_chosen(self, chosen: QDate) -> None:
        self.set_day(dt.date(chosen.year(), chosen.month(), chosen.day()))
        self.textEdited.emit(self.text())
        self.setFocus()


def _make_calendar(field: DayEdit) -> QCalendarWidget:
    """Return a calendar that looks like the rest of the window."""
    calendar = QCalendarWidget(field)
    calendar.setWindowFlag(Qt.WindowType.Popup)
    calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setMinimumSize(320, 280)
    quiet = QTextCharFormat()
    quiet.setForeground(field.palette().text())
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, quiet)
    for name, picture in _ARROWS.items():
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(icon(picture))
    return calendar
