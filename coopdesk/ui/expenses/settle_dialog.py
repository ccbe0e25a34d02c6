"""Says what waiving or refunding a sheet does, and asks for the day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.expenses import ExpenseSheet, Settling
    from coopdesk.ui.desk import Desk

_WIDTH = 540
_MODES = (
    PaymentMode.TRANSFER,
    PaymentMode.CHEQUE,
    PaymentMode.CASH,
    PaymentMode.CARD,
    PaymentMode.OTHER,
)


@dataclass(frozen=True, slots=True)
class SettleOrder:
    """What was decided; ``mode`` is None for a waiver."""

    sheet_id: int
    on: dt.date
    mode: PaymentMode | None = None


class SettleDialog(FormDialog):
    """Amount, what it becomes, what to know before; nothing happens until the verb."""

    def __init__(
        self, desk: Desk, parent: QWidget, sheet: ExpenseSheet, *, as_gift: bool
    ) -> None:
        amount = money_text(sheet.total)
        title = _("Waive the expense sheet") if as_gift else _("Pay the sheet back")
        verb = _("Waive {amount}") if as_gift else _("Pay back {amount}")
        super().__init__(title, verb.format(amount=amount), parent)
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._sheet = sheet
        self._as_gift = as_gift
        form = self.form
        self.said = plain_label("", wrap=True)
        form.add_widget(self.said)
        name = _("Day of the waiver") if as_gift else _("Paid on")
        self.on = form.add("settled_on", name, DayEdit(desk.today), required=True)
        self.mode: ChoiceBox[PaymentMode] | None = None
        if not as_gift:
            modes = ChoiceBox([(mode, label(mode)) for mode in _MODES])
            self.mode = form.add("mode", _("Mode"), modes)
        self.warned = plain_label("", "muted", wrap=True)
        form.add_widget(self.warned)
        self.on.set_day(desk.today())
        form.check_on_leave("settled_on", self._day)
        self.on.day_changed.connect(self._preview)
        self.on.textEdited.connect(self._preview)
        self.on.setFocus()
        self._preview()

    def _day(self) -> dt.date:
        day = self.on.day("settled_on")
        if day is None:
            raise RuleError("expense.settling_day_missing", field="settled_on")
        return day

    @Slot()
    def _preview(self) -> None:
        try:
            day = self._day()
        except RuleError:
            return
        preview = self._desk.services.expenses.preview
        call = partial(preview, self._sheet.id, day, as_gift=self._as_gift)
        self._desk.tasks.query(
            self, call, self._on_preview, replaces="preview", failed=self._on_refused
        )

    def _on_preview(self, settling: Settling) -> None:
        self.form.fields["settled_on"].set_error("")
        text = _(
            "{amount} of {name} become a gift of {day}: waived expenses, without any money "
            "moving. It can go on the tax receipt of {year}. Until a receipt holds it, this "
            "can be taken back."
        )
        if not self._as_gift:
            text = _(
                "{amount} are paid to {name} on {day}: a payment out in the accounts. This can "
                "be taken back."
            )
        self.said.setText(
            text.format(
                amount=money_text(settling.amount),
                name=self._sheet.volunteer_name,
                day=day_long(settling.settled_on),
                year=settling.settled_on.year,
            )
        )
        self.warned.setText("\n".join(f"• {label(each)}" for each in settling.warnings))
        self.warned.setVisible(bool(settling.warnings))
        # What is said has made the form longer.
        self.form.folded.emit()

    def _on_refused(self, error: RuleError) -> None:
        self.form.show_error(error)

    @override
    def read(self) -> SettleOrder:
        mode = None if self.mode is None else self.mode.value
        return SettleOrder(self._sheet.id, self._day(), mode)
