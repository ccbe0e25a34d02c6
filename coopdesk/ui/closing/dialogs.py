"""Asks why a year is opened again, and where the assembly put a result."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.year_openings import Allocation
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.closing import AllocationState
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.ui.desk import Desk

_REASON_LIMIT = 200


class ReopenDialog(FormDialog):
    """The reason stays for ever."""

    def __init__(self, year: FiscalYear, parent: QWidget) -> None:
        super().__init__(
            _("Open the fiscal year {label} again").format(label=year.label),
            _("Open it again"),
            parent,
        )
        said = _(
            "Its entries stay as they are. The opening of the next year is reversed, and "
            "who did this, when and why stays written in the books."
        )
        self.form.add_widget(plain_label(said, wrap=True))
        self.reason = self.form.add("reason", _("Why"), QLineEdit(), required=True)
        self.reason.setMaxLength(_REASON_LIMIT)
        self.reason.setFocus()

    @override
    def read(self) -> str:
        return self.reason.text()


@dataclass(frozen=True, slots=True)
class Decision:
    """Where an assembly put a result, and when."""

    allocation: Allocation
    decided_on: dt.date


class AllocateDialog(FormDialog):
    """What does not go to the reserves is carried forward."""

    def __init__(self, desk: Desk, state: AllocationState, parent: QWidget) -> None:
        super().__init__(
            _("Result of {label}").format(label=state.year.label),
            _("Book the decision"),
            parent,
        )
        self._result = state.result
        surplus = _("The surplus of {amount} is put where the assembly decided.")
        deficit = _("The deficit of {amount} is covered as the assembly decided.")
        text = surplus if state.result > ZERO else deficit
        size = state.result if state.result > ZERO else -state.result
        self.form.add_widget(plain_label(text.format(amount=money_text(size)), wrap=True))
        self.decided_on = self.form.add(
            "decided_on", _("Day of the assembly"), DayEdit(desk.today), required=True
        )
        self.decided_on.set_day(desk.today())
        self.reserves = self.form.add(
            "to_reserves",
            _("To the reserves (1068)") if state.result > ZERO else _("From the reserves"),
            AmountEdit(),
            _("Empty: all of it is carried forward."),
        )
        self.said = plain_label("", "strong", wrap=True)
        self.form.add_widget(self.said)
        self.reserves.textChanged.connect(self._say)
        self.form.check_on_leave("to_reserves", partial(self.reserves.amount, "to_reserves"))
        self._say()
        self.reserves.setFocus()

    @property
    def _allocation(self) -> Allocation:
        typed = self.reserves.amount("to_reserves") or ZERO
        part = typed if self._result > ZERO else -typed
        return Allocation(part, self._result - part)

    @Slot()
    def _say(self) -> None:
        try:
            rest = self._allocation.to_carried_forward
        except RuleError:
            return
        text = _("Carried forward: {amount}")
        self.said.setText(text.format(amount=money_text(rest)))

    @override
    def read(self) -> Decision:
        day = self.decided_on.day("decided_on")
        if day is None:
            raise RuleError("payment.date_missing", field="decided_on")
        return Decision(self._allocation, day)
