"""What moves the calendar: back and on, today, and the month, the week or the list."""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from coopdesk.ui.widgets.action_button import ActionButton, keys_tooltip
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.elided_label import ElidedLabel
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Part(enum.Enum):
    """How the calendar is shown."""

    MONTH = "month"
    WEEK = "week"
    LIST = "list"


# Of the English and of the French words.
_KEYS = {Part.MONTH: ("M",), Part.WEEK: ("W", "S"), Part.LIST: ("L",)}


class CalendarBar(QWidget):
    """``moved`` tells one period back or on, ``part_chosen`` what to show."""

    moved = Signal(int)  # -1 or 1
    today_wanted = Signal()
    part_chosen = Signal(object)  # Part

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.today_action = self._keyed(view, _("Today"), "calendar-blank", "T")
        self.today_action.triggered.connect(self.today_wanted)
        self.back_button = self._arrow("caret-left", -1)
        self.on_button = self._arrow("caret-right", 1)
        self.title = plain_label("", "heading")
        self.count = ElidedLabel("")
        self.chips: ChoiceChips[Part] = ChoiceChips(
            _("The calendar"),
            [(Part.MONTH, _("Month")), (Part.WEEK, _("Week")), (Part.LIST, _("List"))],
        )
        self._actions: dict[Part, QAction] = {}
        for part, keys in _KEYS.items():
            chip = self.chips.chip(part)
            action = self._keyed(view, chip.text(), "calendar-blank", *keys)
            action.triggered.connect(partial(self._choose, part))
            set_plain_tooltip(chip, keys_tooltip(action))
            self._actions[part] = action
        self.chips.chosen.connect(self.part_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.back_button)
        row.addWidget(self.on_button)
        row.addWidget(ActionButton(self.today_action))
        row.addSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(8)
        row.addWidget(self.count, 1)
        row.addWidget(self.chips)

    def _keyed(self, view: QWidget, text: str, icon_name: str, *keys: str) -> QAction:
        action = make_step(view, text, icon_name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        view.addAction(action)
        return action

    def _arrow(self, icon_name: str, step: int) -> QToolButton:
        from coopdesk.ui.icons import icon

        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setIcon(icon(icon_name))
        button.clicked.connect(partial(self._move, step))
        return button

    def _move(self, step: int) -> None:
        self.moved.emit(step)

    def _choose(self, part: Part) -> None:
        self.chips.choose(part)
        self.part_chosen.emit(part)

    @property
    def part(self) -> Part:
        """How the calendar is shown."""
        return self.chips.key

    def show_period(self, title: str, count: str) -> None:
        """Name what is shown, and how much there is in it."""
        self.title.setText(title)
        self.count.setText(count)
        names = {
            Part.MONTH: (_("Month before"), _("Month after")),
            Part.WEEK: (_("Week before"), _("Week after")),
            Part.LIST: (_("The year before"), _("The year after")),
        }[self.part]
        for button, name in zip((self.back_button, self.on_button), names, strict=True):
            button.setAccessibleName(name)
            set_plain_tooltip(button, name)
