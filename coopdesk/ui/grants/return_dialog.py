"""Asks for money that is given back to a funder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.grant_states import GrantState
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Returned:
    """What goes back to a funder."""

    amount: Money
    paid_on: dt.date
    mode: PaymentMode


class ReturnDialog(FormDialog):
    """What came and was not spent is proposed; gives a ``Returned``."""

    def __init__(self, desk: Desk, state: GrantState, parent: QWidget) -> None:
        super().__init__(_("Give back to the funder"), _("Record what is given back"), parent)
        form, request = self.form, state.request
        form.add_widget(plain_label(request.content.title, "strong", wrap=True))
        if request.funder_name:
            form.add_widget(plain_label(request.funder_name, "muted", wrap=True))
        said = _("{paid} came, {used} was spent, {returned} was given back.")
        hint = said.format(
            paid=money_text(state.paid),
            used=money_text(state.used),
            returned=money_text(state.returned),
        )
        self.amount = form.add("amount", _("Amount"), AmountEdit(), hint, required=True)
        self.amount.set_amount(state.overpaid or state.to_return or None)
        self.paid_on = form.add(
            "paid_on",
            _("Given back on"),
            DayEdit(desk.today),
            _("Its entry takes it off the grant. A dedicated fund is used up apart."),
            required=True,
        )
        self.paid_on.set_day(desk.today())
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode: ChoiceBox[PaymentMode] = form.add("mode", _("Mode"), ChoiceBox(modes))
        self.mode.choose(PaymentMode.TRANSFER)
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("paid_on", partial(self.paid_on.day, "paid_on"))
        form.is_dirty = False
        self.amount.setFocus()
        self.amount.selectAll()

    @override
    def read(self) -> Returned:
        day = self.paid_on.day("paid_on")
        if day is None:
            raise RuleError("payment.date_missing", field="paid_on")
        return Returned(self.amount.amount() or ZERO, day, self.mode.value)
