"""Asks in how many parts a grant is paid, and what the funder wants to see before each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_requests import NewInstalment
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.row_list import EntryRow, RowList
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.grant_states import GrantState
    from coopdesk.ui.desk import Desk

_WIDTH, _LIMIT, _DAY_WIDTH, _AMOUNT_WIDTH = 790, 200, 152, 124


class InstalmentRow(EntryRow):
    """The name, the amount, the day and what is wanted first."""

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self.label, self.needs = QLineEdit(), QLineEdit()
        self.amount, self.day = AmountEdit(), DayEdit(today)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.amount.setFixedWidth(_AMOUNT_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, said, part in (
            (self.label, _("Name: advance, balance…"), 3),
            (self.amount, _("Amount"), 0),
            (self.day, _("Expected on"), 0),
            (self.needs, _("What the funder wants first"), 4),
        ):
            field.setAccessibleName(said)
            field.setPlaceholderText(said)
            row.addWidget(field, part)
            self.watch(field)
        for text in (self.label, self.needs):
            text.setMaxLength(_LIMIT)
        row.addWidget(self.remove_button)
        self.name_remove_button(_("planned payment"))

    @property
    @override
    def first_field(self) -> QWidget:
        return self.label

    def show_one(self, known: NewInstalment) -> None:
        """Show a planned part."""
        self.label.setText(known.label)
        self.amount.set_amount(known.amount)
        self.day.set_day(known.expected_on)
        self.needs.setText(known.needs)

    def read(self) -> NewInstalment | None:
        """Return the part, None of an empty row; raises RuleError of what cannot be read."""
        amount, day = self.amount.amount("amount"), self.day.day("amount")
        label, needs = self.label.text().strip(), self.needs.text().strip()
        if amount is None and day is None and not label and not needs:
            return None
        return NewInstalment(label, amount or ZERO, day, needs)


class PlanDialog(FormDialog):
    """Gives the planned parts, in their order; none of them: paid at once."""

    def __init__(self, desk: Desk, state: GrantState, parent: QWidget) -> None:
        super().__init__(_("Payments planned"), _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        self._granted = state.granted or state.asked
        form = self.form
        form.add_widget(plain_label(state.request.content.title, "strong", wrap=True))
        self.rows: RowList[InstalmentRow] = form.add(
            "amount",
            _("In the order in which they come"),
            RowList(partial(InstalmentRow, desk.today), _("Another payment")),
            _("Money that comes pays the first part that is not paid yet."),
        )
        self.said = plain_label("", "muted", wrap=True)
        form.add_widget(self.said)
        for one in state.request.instalments:
            self.rows.add_row().show_one(one.content)
        if not self.rows.rows:
            self.rows.add_row()
        self.rows.edited.connect(self._tell)
        self.rows.left.connect(self._tell)
        self.rows.resized.connect(form.folded)
        self._tell()
        form.is_dirty = False
        self.rows.setFocus()

    @Slot()
    def _tell(self) -> None:
        """Say what of the grant no part holds yet."""
        try:
            planned = total(one.amount for one in self.read())
        except RuleError:
            self.said.setText("")
            return
        left = self._granted - planned
        if not self._granted:
            text = _("Planned: {planned}")
        elif left < ZERO:
            text = _("Planned: {planned} of {granted}, {left} too much")
        else:
            text = _("Planned: {planned} of {granted}, {left} in no part")
        self.said.setText(
            text.format(
                planned=money_text(planned),
                granted=money_text(self._granted),
                left=money_text(Money(abs(left.cents))),
            )
        )

    @override
    def read(self) -> tuple[NewInstalment, ...]:
        found = (row.read() for row in self.rows.rows)
        return tuple(one for one in found if one is not None)
