"""Ask for a payment of a party, for what goes back to it, and for who pays for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import DoorPayment, RegistrationFilter
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.event_registrations import CashBox, Party, Registration
    from coopdesk.domain.money import Money
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form import Form


# Of those whose name matches, and of those in a party.
_MOST_FOUND, _MOST_NAMED = 10, 4


@dataclass(frozen=True, slots=True)
class RefundAsked:
    """What goes back to a party."""

    amount: Money
    mode: PaymentMode
    paid_on: dt.date
    cash_box_id: int | None = None


class DoorPaymentDialog(FormDialog):
    """What is due is proposed; what is given on top is a gift."""

    def __init__(
        self, desk: Desk, party: Party, boxes: Sequence[CashBox], parent: QWidget
    ) -> None:
        super().__init__(_("Payment of a registration"), _("Record the payment"), parent)
        self._boxes = boxes
        form = self.form
        _add_names(form, party.names)
        said = _("Due: {due} · paid: {paid} · left: {left}").format(
            due=money_text(party.due),
            paid=money_text(party.paid),
            left=money_text(max(party.left, ZERO)),
        )
        form.add_widget(plain_label(said, "muted", wrap=True))
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        self.gift = form.add(
            "gift",
            _("Gift on top"),
            AmountEdit(),
            _("Leave empty if there is none; a gift goes among the gifts."),
        )
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode: ChoiceBox[PaymentMode] = form.add("mode", _("Mode"), ChoiceBox(modes))
        self.mode.choose(PaymentMode.CASH)
        self.paid_on = form.add(
            "paid_on", _("Day of the payment"), DayEdit(desk.today), required=True
        )
        self.paid_on.set_day(desk.today())
        words = _("Into the cash box"), _("Into none of them")
        self.box = _add_box(form, boxes, desk.today(), words)
        self.mode.currentIndexChanged.connect(self._follow)
        self._follow()
        self.amount.set_amount(max(party.left, ZERO) or None)
        for name, field in (("amount", self.amount), ("gift", self.gift)):
            form.check_on_leave(name, partial(field.amount, name))
        form.check_on_leave("paid_on", partial(self.paid_on.day, "paid_on"))
        form.is_dirty = False
        self.amount.setFocus()
        self.amount.selectAll()

    @Slot()
    def _follow(self) -> None:
        _show_box(self.form, self.mode.value, self._boxes)

    @override
    def read(self) -> DoorPayment:
        is_cash = self.mode.value is PaymentMode.CASH
        return DoorPayment(
            paid_on=_day(self.paid_on),
            amount=self.amount.amount() or ZERO,
            mode=self.mode.value,
            gift=self.gift.amount("gift") or ZERO,
            cash_box_id=self.box.value if is_cash else None,
        )


class RefundDialog(FormDialog):
    """What was paid too much is proposed; cash goes out of the cash box of the day."""

    def __init__(
        self, desk: Desk, party: Party, boxes: Sequence[CashBox], parent: QWidget
    ) -> None:
        super().__init__(_("Give money back"), _("Record the refund"), parent)
        self._boxes = boxes
        form = self.form
        _add_names(form, party.names)
        said = _("Due: {due} · paid: {paid}").format(
            due=money_text(party.due), paid=money_text(party.paid)
        )
        form.add_widget(plain_label(said, "muted", wrap=True))
        self.amount = form.add("amount", _("Amount"), AmountEdit(), required=True)
        self.amount.set_amount(max(ZERO - party.left, ZERO) or None)
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode: ChoiceBox[PaymentMode] = form.add("mode", _("Mode"), ChoiceBox(modes))
        self.mode.choose(PaymentMode.TRANSFER)
        self.paid_on = form.add(
            "paid_on", _("Day of the refund"), DayEdit(desk.today), required=True
        )
        self.paid_on.set_day(desk.today())
        words = _("Out of the cash box"), _("Out of none of them")
        self.box = _add_box(form, boxes, desk.today(), words)
        self.mode.currentIndexChanged.connect(self._follow)
        self._follow()
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("paid_on", partial(self.paid_on.day, "paid_on"))
        form.is_dirty = False
        self.amount.setFocus()
        self.amount.selectAll()

    @Slot()
    def _follow(self) -> None:
        _show_box(self.form, self.mode.value, self._boxes)

    @override
    def read(self) -> RefundAsked:
        mode = self.mode.value
        box_id = self.box.value if mode is PaymentMode.CASH else None
        return RefundAsked(self.amount.amount() or ZERO, mode, _day(self.paid_on), box_id)


class PayerDialog(FormDialog):
    """Who pays for the people of a party."""

    def __init__(self, desk: Desk, party: Party, parent: QWidget) -> None:
        super().__init__(_("Who pays"), _("Save"), parent)
        form = self.form
        _add_names(form, party.names)
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.payer = form.add(
            "payer_id", _("Who pays"), picker, _("Leave empty if each pays for itself.")
        )
        self.new_payer = NewOnTheWay(desk, self, picker)
        if party.payer_id is not None:
            picker.set_contact(Choice(party.payer_id, party.payer_name))
        form.is_dirty = False
        self.payer.setFocus()

    @override
    def read(self) -> int | None:
        self.payer.refuse_unmatched("payment.payer_not_chosen", "payer_id")
        return self.payer.contact_id()


class PartyDialog(FormDialog):
    """With whom somebody pays: who is registered already."""

    def __init__(self, desk: Desk, one: Registration, parent: QWidget) -> None:
        super().__init__(_("Pay together"), _("Pay together"), parent)
        form = self.form
        _add_names(form, (one.name,))
        picker = ContactPicker(desk.tasks, partial(find_parties, desk, one.event_id))
        self.party = form.add(
            "party_id",
            _("Pays with"),
            picker,
            _("Somebody who is registered, by part of the name."),
            required=True,
        )
        self.party.setFocus()

    @override
    def read(self) -> int:
        party_id = self.party.contact_id()
        if party_id is None:
            raise RuleError("party.not_chosen", field="party_id")
        return party_id


def find_parties(desk: Desk, event_id: int, text: str) -> list[Choice]:
    """Return the parties of those whose name matches; runs on the worker."""
    service = desk.services.registrations
    wanted = RegistrationFilter(event_id, text, sort="name")
    found = service.lines(service.ids(wanted)[:_MOST_FOUND])
    parties = {one.party_id: service.party(one.party_id) for one in found}
    names = {one.party_id: one.name for one in reversed(found)}
    return [Choice(key, names[key], _with(parties[key])) for key in parties]


def _with(party: Party) -> str:
    """Return who else is in a party, as far as that tells it from others."""
    others = party.names[1:_MOST_NAMED]
    return _("pays with {names}").format(names=", ".join(others)) if others else ""


def _add_names(form: Form, names: Sequence[str]) -> None:
    """Say whom it is about; a long name makes the form no wider than its dialog."""
    said = plain_label(", ".join(names), "strong", wrap=True)
    said.setMinimumWidth(1)
    form.add_widget(said)


def _add_box(
    form: Form, boxes: Sequence[CashBox], today: dt.date, words: tuple[str, str]
) -> ChoiceBox[int | None]:
    """Add the cash boxes that are open; that of today is proposed."""
    name, none = words
    choices: list[tuple[int | None, str]] = [(None, none)]
    choices += [(x.id, _("Cash box of {day}").format(day=day_long(x.held_on))) for x in boxes]
    field = form.add("cash_box_id", name, ChoiceBox(choices))
    field.choose(next((x.id for x in boxes if x.held_on == today), None))
    return field


def _show_box(form: Form, mode: PaymentMode, boxes: Sequence[CashBox]) -> None:
    """Ask for the cash box of cash alone, where one is open."""
    is_cash = mode is PaymentMode.CASH
    form.fields["cash_box_id"].setVisible(is_cash and bool(boxes))
    form.folded.emit()


def _day(field: DayEdit) -> dt.date:
    day = field.day("paid_on")
    if day is None:
        raise RuleError("payment.date_missing", field="paid_on")
    return day
