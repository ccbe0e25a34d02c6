"""Asks for shares that are subscribed or withdrawn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.shares import NewShareMovement, ShareMove
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice

_SHORT = 120


class ShareDialog(FormDialog):
    """Who, how many, when: the value of a share is that of the rules."""

    def __init__(
        self,
        desk: Desk,
        kind: ShareMove,
        nominal: Money,
        holder: Choice | None,
        parent: QWidget,
    ) -> None:
        takes = kind is ShareMove.SUBSCRIPTION
        super().__init__(
            _("Subscription of shares") if takes else _("Withdrawal of shares"),
            _("Enter in the register"),
            parent,
        )
        self._desk = desk
        self._kind = kind
        form = self.form
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.holder = form.add("contact_id", _("Holder"), picker, required=True)
        self.shares = form.add("shares", _("Number of shares"), QLineEdit(), required=True)
        self.shares.setMaximumWidth(_SHORT)
        self.moved_on = form.add("moved_on", _("Date"), DayEdit(desk.today), required=True)
        self.nominal = form.add("nominal", _("Value of one share"), AmountEdit())
        self.note = form.add("note", _("Note"), QLineEdit(), _("Bulletin, decision…"))
        self.said = plain_label("", "muted", wrap=True)
        form.add_widget(self.said)
        self.nominal.set_amount(nominal or None)
        self.moved_on.set_day(desk.today())
        self.holder.set_contact(holder)
        self._connect()
        (self.holder if holder is None else self.shares).setFocus()
        self._show_amount()
        if holder is not None:
            self._on_holder(holder.id)

    def _connect(self) -> None:
        self.holder.chosen.connect(self._on_holder)
        self.shares.textChanged.connect(self._show_amount)
        self.nominal.textChanged.connect(self._show_amount)
        self.form.check_on_leave("moved_on", partial(self.moved_on.day, "moved_on"))
        self.form.check_on_leave("shares", self._count)
        self._held = 0

    @Slot(object)
    def _on_holder(self, contact_id: int | None) -> None:
        self._held = 0
        self._show_amount()
        if contact_id is None:
            return
        held = partial(self._desk.services.shares.held, contact_id)
        self._desk.tasks.query(self, held, self._on_held, replaces="held")
        if self.holder.hasFocus():
            self.shares.setFocus()

    def _on_held(self, held: int) -> None:
        self._held = held
        self._show_amount()

    @Slot()
    def _show_amount(self) -> None:
        words = []
        if self.holder.contact_id() is not None:
            text = ngettext("Holds {count} share.", "Holds {count} shares.", self._held)
            words.append(text.format(count=number_text(self._held)))
        try:
            amount = Money(self._count() * (self.nominal.amount() or ZERO).cents)
        except RuleError:
            amount = ZERO
        if amount:
            words.append(_("This moves {amount}.").format(amount=money_text(amount)))
        self.said.setText(" ".join(words))

    def _count(self) -> int:
        text = self.shares.text().strip()
        if not text.isdecimal() or len(text) > 7:
            raise RuleError("share.count_not_positive", field="shares")
        return int(text)

    @override
    def read(self) -> NewShareMovement:
        holder = self.holder.contact_id()
        if holder is None:
            raise RuleError("membership.contact_not_chosen", field="contact_id")
        day = self.moved_on.day("moved_on")
        if day is None:
            raise RuleError("membership.day_missing", field="moved_on")
        return NewShareMovement(
            holder,
            self._kind,
            day,
            self._count(),
            self.nominal.amount("nominal") or ZERO,
            self.note.text(),
        )
