"""An hour of the clock, typed the way people write it."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.hours import parse_hour
from coopdesk.wording.event_dates import clock_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_STEPS = {Qt.Key.Key_Up: 15, Qt.Key.Key_Down: -15}
_DAY = 24 * 60


class HourEdit(QLineEdit):
    """Accepts ``14h30``, ``14:30`` and ``9``; arrows move a quarter of an hour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("such as 14h30"))
        self.setMaxLength(12)
        self.setMaximumWidth(120)

    def hour(self, field: str = "hour") -> dt.time | None:
        """Return the hour, None when nothing is typed.

        Raises:
            RuleError: ``hour.unreadable``, for ``field``.
        """
        return parse_hour(self.text(), field) if self.text().strip() else None

    def set_hour(self, hour: dt.time | None) -> None:
        """Show an hour."""
        self.setText("" if hour is None else clock_text(hour))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        with suppress(RuleError):
            hour = self.hour() or dt.time(9)
            minutes = (hour.hour * 60 + hour.minute + step) % _DAY
            self.set_hour(dt.time(minutes // 60, minutes % 60))
            self.textEdited.emit(self.text())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        # What cannot be read stays as typed: the form says what is wrong beneath the field.
        with suppress(RuleError):
            self.set_hour(self.hour())
        super().focusOutEvent(event)
