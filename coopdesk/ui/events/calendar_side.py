"""What stands beside the days: the one that is chosen, and what has no day yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coopdesk.ui.events.calendar_list import MarkList
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.calendar_words import day_named
from coopdesk.wording.formats import capital
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.ui.events.calendar_marks import Mark

_WIDTH, _NARROW = 288, 232
_UNDATED_HEIGHT = 168
_MOST = 1000  # of what is left: the rest goes to nobody


class CalendarSide(QFrame):
    """``day`` lists the chosen day, ``undated`` what waits for one."""

    mark_opened = Signal(object)  # Mark
    left = Signal()

    def __init__(self, new_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = plain_label("", "heading", wrap=True)
        self._nothing = plain_label(_("Nothing on this day."), "muted", wrap=True)
        self.day = MarkList(_("The chosen day"))
        self.button = ActionButton(new_action)
        self._undated_title = plain_label(_("Without a date yet"), "heading", wrap=True)
        self.undated = MarkList(_("Without a date yet"), most=_UNDATED_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._nothing)
        layout.addWidget(self.day, _MOST)
        layout.addWidget(self.button)
        layout.addStretch(1)
        layout.addWidget(self._undated_title)
        layout.addWidget(self.undated)
        for shown in (self.day, self.undated):
            shown.mark_opened.connect(self.mark_opened)
            shown.left.connect(self.left)
        self.show_undated(())
        self.be_narrow(wanted=False)

    def be_narrow(self, *, wanted: bool) -> None:
        """Leave the days more room."""
        self.setFixedWidth(_NARROW if wanted else _WIDTH)

    def show_day(self, day: dt.date, marks: Sequence[Mark]) -> None:
        """Tell what is held on a day."""
        named = day_named(day)
        self._title.setText(capital(named))
        self.day.show_marks(marks)
        self.day.setAccessibleName(named)
        self._nothing.setVisible(not marks)
        self.day.setVisible(bool(marks))

    def show_undated(self, marks: Sequence[Mark]) -> None:
        """Tell what has no day yet."""
        self.undated.show_marks(marks)
        for widget in (self._undated_title, self.undated):
            widget.setVisible(bool(marks))
