"""Asks for one payment and for the people and things it is shared between."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.shared_payments import NewSharedPayment
from coopdesk.ui.contacts.choices import choice_of_contact, find_choices
from coopdesk.ui.members.choices import unpaid_choice, unpaid_of
from coopdesk.ui.members.share_rows import ShareRows
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.choices import UnpaidChoice
    from coopdesk.ui.widgets.contact_picker import Choice

_WIDTH = 720


@dataclass(frozen=True, slots=True)
class PaymentStart:
    """What the form shows first; ``membership_ids`` are those to settle."""

    payer: Choice | None = None
    membership_ids: tuple[int, ...] = ()
    mode: PaymentMode = PaymentMode.CHEQUE


class SharedPaymentDialog(FormDialog):
    """Who paid how much, and what for: a line for each part, the remainder always said."""

    def __init__(self, desk: Desk, parent: QWidget, start: PaymentStart) -> None:
        super().__init__(
            _("Record a payment"), _("Save"), parent, repeat_verb=_("Save and new")
        )
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        form = self.form
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        picker.offer_new()
        self.payer = form.add("payer_id", _("Who pays"), picker)
        form.check_on_leave("payer_id", self._check_payer)
        self.amount = form.add("amount", _("Amount received"), AmountEdit(), required=True)
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode = form.add("mode", _("Mode"), ChoiceBox(modes))
        self.paid_on = form.add("paid_on", _("Received on"), DayEdit(desk.today), required=True)
        self.rows = form.add("shares", _("What it pays for"), ShareRows(desk))
        form.fold_rest()
        self.label = form.add("label", _("Label"), QLineEdit(), _("For the accounts."))
        self.label.setMaxLength(160)
        self.mode.choose(start.mode)
        self.paid_on.set_day(desk.today())
        self.rows.add_row()
        self.payer.set_contact(start.payer)
        self._connect()
        self._start(start)

    def _connect(self) -> None:
        self.payer.chosen.connect(self._on_payer_chosen)
        self.amount.textChanged.connect(self._on_amount)
        self.rows.edited.connect(self._on_rows)
        self.rows.resized.connect(self.form.folded)
        self.rows.complete.connect(self.submit_button.click)
        self.form.check_on_leave("amount", self.amount.amount)
        self.form.check_on_leave("paid_on", partial(self.paid_on.day, "paid_on"))

    def _start(self, start: PaymentStart) -> None:
        if start.membership_ids:
            call = partial(unpaid_of, self._desk, start.membership_ids)
            self._desk.tasks.query(self, call, self._on_unpaid, replaces="unpaid")
        elif start.payer is not None:
            self._on_payer_chosen(start.payer.id)
        (self.payer if start.payer is None else self.amount).setFocus()

    def choose_payer(self, contact: Contact) -> None:
        """Take this contact as who pays and go on with the amount."""
        self.form.is_dirty = True
        self.payer.set_contact(choice_of_contact(contact))
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_payer_chosen(self, contact_id: int | None) -> None:
        """Propose what the person and the household still have to pay."""
        if contact_id is None:
            return
        call = partial(_unpaid_of_contact, self._desk, contact_id)
        self._desk.tasks.query(self, call, self._on_unpaid, replaces="unpaid")
        if self.payer.hasFocus():
            self.amount.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_unpaid(self, found: list[UnpaidChoice]) -> None:
        focused = self.focusWidget()
        was_dirty = self.form.is_dirty
        self.rows.settle(found)
        if not self.amount.text().strip() and found:
            self.amount.set_amount(total(choice.remainder for choice in found))
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        if focused is self.amount:
            self.amount.selectAll()
        self.form.is_dirty = was_dirty

    @Slot()
    def _on_amount(self) -> None:
        try:
            amount = self.amount.amount() or ZERO
        except RuleError:
            amount = ZERO
        self.rows.set_amount(amount)

    @Slot()
    def _on_rows(self) -> None:
        self.form.fields["shares"].set_error("")

    def _check_payer(self) -> None:
        self.payer.refuse_unmatched("payment.payer_not_chosen", "payer_id")

    @override
    def read(self) -> NewSharedPayment:
        self._check_payer()
        amount = self.amount.amount()
        if not amount:
            raise RuleError("payment.amount_not_positive", field="amount")
        day = self.paid_on.day("paid_on")
        if day is None:
            raise RuleError("payment.date_missing", field="paid_on")
        new = NewSharedPayment(
            payer_id=self.payer.contact_id(),
            paid_on=day,
            amount=amount,
            mode=self.mode.value,
            shares=self.rows.shares(),
            label=self.label.text(),
        )
        if new.remainder:
            raise RuleError(
                "payment.parts_do_not_add_up",
                field="shares",
                amount=money_text(new.amount),
                remainder=money_text(new.remainder),
            )
        return new

    @override
    def show_error(self, error: CoopDeskError) -> None:
        self.rows.point_at(error.values.get("membership_id"))
        super().show_error(error)

    @override
    def start_again(self) -> None:
        self.payer.set_contact(None)
        self.amount.clear()
        self.label.clear()
        self.rows.clear()
        self.payer.setFocus()


def _unpaid_of_contact(desk: Desk, contact_id: int) -> list[UnpaidChoice]:
    """Return what a contact, and who lives with it, still has to pay; on the worker."""
    home = desk.services.households.of(contact_id)
    people = [contact_id]
    if home is not None:
        people += [key for key in home.member_ids if key != contact_id]
    found: dict[int, UnpaidChoice] = {}
    for person in people:
        lines = desk.services.members.of_contact(person)
        found |= {line.id: unpaid_choice(line) for line in lines if line.remainder}
    return list(found.values())
