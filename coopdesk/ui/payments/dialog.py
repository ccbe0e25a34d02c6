"""Asks for a payment: an expense, or income that is not a gift."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
)
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.ui.desk import Desk

_KINDS = {
    Direction.OUT: (LineKind.EXPENSE, LineKind.OTHER),
    Direction.IN: (
        LineKind.FEE,
        LineKind.REGISTRATION,
        LineKind.SALE,
        LineKind.GRANT,
        LineKind.OTHER,
    ),
}


@dataclass(frozen=True, slots=True)
class PaymentStart:
    """What the form shows first: the last choices are safe defaults."""

    direction: Direction = Direction.OUT
    mode: PaymentMode = PaymentMode.TRANSFER


class PaymentDialog(FormDialog):
    """Amount and day first; the kinds offered follow the direction."""

    def __init__(self, desk: Desk, parent: QWidget, start: PaymentStart) -> None:
        super().__init__(_("New payment"), _("Save"), parent, repeat_verb=_("Save and new"))
        form = self.form
        directions = [(Direction.OUT, _("Expense")), (Direction.IN, _("Income"))]
        self.direction = ChoiceChips(_("Direction"), directions)
        form.add_widget(self.direction)
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        self.paid_on = form.add("paid_on", _("Date"), DayEdit(desk.today), required=True)
        self.label = form.add("label", _("What for"), QLineEdit())
        self.kind = form.add(
            "kind",
            _("Kind"),
            ChoiceBox[LineKind](()),
            _("Gifts are recorded on the page of gifts."),
        )
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode = form.add("mode", _("Mode"), ChoiceBox(modes))
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.payer = form.add(
            "payer_id", _("Who"), picker, _("Who paid or was paid, if that is a contact.")
        )
        self.label.setMaxLength(160)
        self._show(start, desk.today())
        self.direction.chosen.connect(self._show_kinds)
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("payer_id", self._check_payer)
        form.check_on_leave("paid_on", partial(self.paid_on.day, "paid_on"))

    def _show(self, start: PaymentStart, today: dt.date) -> None:
        self.direction.choose(start.direction)
        self._show_kinds()
        self.mode.choose(start.mode)
        self.paid_on.set_day(today)
        self.amount.setFocus()

    @property
    def start(self) -> PaymentStart:
        """What the next form may begin with."""
        return PaymentStart(self.direction.key, self.mode.value)

    @Slot()
    def _show_kinds(self) -> None:
        kinds = _KINDS[self.direction.key]
        self.kind.set_choices([(kind, label(kind)) for kind in kinds])

    def _check_payer(self) -> None:
        self.payer.refuse_unmatched("payment.payer_not_chosen", "payer_id")

    @override
    def read(self) -> NewPayment:
        self._check_payer()
        amount = self.amount.amount()
        if amount is None:
            raise RuleError("payment.amount_not_positive", field="amount")
        day = self.paid_on.day("paid_on")
        if day is None:
            raise RuleError("payment.date_missing", field="paid_on")
        return NewPayment(
            paid_on=day,
            amount=amount,
            mode=self.mode.value,
            parts=(PaymentPart(self.kind.value, amount),),
            direction=self.direction.key,
            payer_id=self.payer.contact_id(),
            label=self.label.text(),
        )

    @override
    def start_again(self) -> None:
        self.amount.set_amount(None)
        self.label.clear()
        self.payer.set_contact(None)
        self.amount.setFocus()
