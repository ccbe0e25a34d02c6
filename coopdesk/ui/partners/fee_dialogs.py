"""Asks for a fee that we owe a network, and for its payment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.domain.partners import NetworkFee, NewNetworkFee
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.partners.partner_dialog import add_text
from coopdesk.ui.widgets.activity_box import add_activity
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice

_LIMIT = 120


class FeeDialog(FormDialog):
    """The year and the amount; gives a ``NewNetworkFee``."""

    def __init__(
        self,
        desk: Desk,
        activities: Sequence[tuple[int, str]],
        network: Choice,
        fee: NetworkFee | None,
        parent: QWidget,
    ) -> None:
        title = _("Fee to a network") if fee is None else _("Change the fee")
        super().__init__(title, _("Save"), parent)
        form = self.form
        self._known = NewNetworkFee(network.id, desk.today().year, ZERO)
        form.add_widget(plain_label(network.name, "strong", wrap=True))
        self.year = form.add("year", _("Year"), CountEdit(), required=True)
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        self.due_on = form.add("due_on", _("To pay by"), DayEdit(desk.today))
        self.label = form.add("label", _("What it is called"), QLineEdit())
        self.label.setMaxLength(_LIMIT)
        self.activity = add_activity(form, activities)
        self.note = add_text(form, "note", _("Note"))
        form.check_on_leave("year", partial(self.year.count, "year"))
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("due_on", partial(self.due_on.day, "due_on"))
        if fee is not None:
            self._known = fee.content
        self._fill(is_new=fee is None)
        form.is_dirty = False
        self.amount.setFocus()

    def _fill(self, *, is_new: bool) -> None:
        known = self._known
        self.year.set_count(known.year)
        self.amount.set_amount(None if is_new else known.amount)
        self.due_on.set_day(known.due_on)
        self.label.setText(known.label)
        self.activity.choose(known.activity_id)
        self.note.setPlainText(known.note)

    @override
    def read(self) -> NewNetworkFee:
        amount = self.amount.amount()
        if amount is None:
            raise RuleError("network_fee.amount_missing", field="amount")
        return replace(
            self._known,
            year=self.year.count("year") or 0,
            amount=amount,
            label=self.label.text(),
            due_on=self.due_on.day("due_on"),
            activity_id=self.activity.value,
            note=self.note.toPlainText(),
        )


@dataclass(frozen=True, slots=True)
class Paid:
    """When and how a fee was paid."""

    on: dt.date
    mode: PaymentMode


class PayDialog(FormDialog):
    """Gives a ``Paid``."""

    def __init__(self, desk: Desk, fee: NetworkFee, parent: QWidget) -> None:
        super().__init__(_("Pay the fee"), _("Record the payment"), parent)
        form, content = self.form, fee.content
        form.add_widget(plain_label(fee.name, "strong", wrap=True))
        said = f"{content.year} · {money_text(content.amount)}"
        form.add_widget(plain_label(said, "figure"))
        self.paid_on = form.add("paid_on", _("Paid on"), DayEdit(desk.today), required=True)
        self.paid_on.set_day(desk.today())
        modes = [(one, label(one)) for one in PaymentMode]
        self.mode = form.add("mode", _("Mode"), ChoiceBox[PaymentMode](modes))
        self.mode.choose(PaymentMode.TRANSFER)
        form.check_on_leave("paid_on", partial(self.paid_on.day, "paid_on"))
        form.is_dirty = False
        self.paid_on.setFocus()

    @override
    def read(self) -> Paid:
        day = self.paid_on.day("paid_on")
        if day is None:
            raise RuleError("payment.date_missing", field="paid_on")
        return Paid(day, self.mode.value)
