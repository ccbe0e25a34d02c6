"""Opens a cash box: its day, and what is in it before the first comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.errors import CoopDeskError

_WIDTH = 520


class CashBoxOpening(QWidget):
    """Enter in a field opens, as in a dialog."""

    submitted = Signal(object, object)  # date, Money

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._today = today
        self.form = Form()
        self.form.setMaximumWidth(_WIDTH)
        self.form.add_heading(_("Open the cash box"))
        said = _(
            "One box for each day: CoopDesk adds what is taken in cash and says at the end "
            "what should be in it."
        )
        self.form.add_widget(plain_label(said, "muted", wrap=True))
        # Beside each other: a low window has no room for one beneath the other.
        row = QWidget()
        columns = QHBoxLayout(row)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            columns.addLayout(column, 1)
        with self.form.placed_in(left):
            hint = _("Change put in beforehand.")
            self.opening = self.form.add("opening", _("Cash at the start"), AmountEdit(), hint)
            left.addStretch(1)
        with self.form.placed_in(right):
            self.day = self.form.add("day", _("Day"), DayEdit(today), required=True)
            right.addStretch(1)
        self.form.add_widget(row)
        self.day.set_day(today())
        self.button = QPushButton(_("Open the cash box"))
        make_primary(self.button)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._on_submit)
        for field in (self.opening, self.day):
            field.returnPressed.connect(self._on_submit)
        self.form.check_on_leave("opening", partial(self.opening.amount, "opening"))
        self.form.check_on_leave("day", partial(self.day.day, "day"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 8, 2, 0)
        layout.setSpacing(16)
        layout.addWidget(self.form)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setFocusProxy(self.opening)

    @Slot()
    def _on_submit(self) -> None:
        try:
            amount = self.opening.amount("opening") or ZERO
            day = self.day.day("day") or self._today()
        except RuleError as error:
            self.show_error(error)
            return
        self.button.setEnabled(False)
        self.submitted.emit(day, amount)

    def show_error(self, error: CoopDeskError) -> None:
        """Say why it was refused; what was typed stays."""
        self.form.show_error(error)

    def unlock(self) -> None:
        """Let the person submit again."""
        self.button.setEnabled(True)
