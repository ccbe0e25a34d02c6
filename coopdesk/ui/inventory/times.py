"""Time in words, and the field in which it is typed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.volunteering import parse_minutes
from coopdesk.wording.formats import HARD_SPACE, number_text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_MOST = 20


def minutes_text(minutes: int) -> str:
    """Return ``3 h 30``, with no-break spaces."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{HARD_SPACE}min"
    text = f"{number_text(hours)}{HARD_SPACE}h"
    return f"{text}{HARD_SPACE}{rest:02d}" if rest else text


class TimeEdit(QLineEdit):
    """Accepts ``3``, ``3,5``, ``3h30``, ``2:15``, ``45 min``; tidies it when left."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(f"3{HARD_SPACE}h{HARD_SPACE}30")
        self.setMaxLength(_MOST)
        self.setMaximumWidth(200)

    def minutes(self) -> int:
        """Return the time in minutes, 0 when nothing is typed.

        Raises:
            RuleError: ``volunteer.time_unreadable``.
        """
        return parse_minutes(self.text()) if self.text().strip() else 0

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        # What cannot be read stays as typed: the form says what is wrong beneath the field.
        with suppress(RuleError):
            minutes = self.minutes()
            self.setText(minutes_text(minutes) if minutes else "")
        super().focusOutEvent(event)
