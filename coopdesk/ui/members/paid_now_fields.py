"""What is received together with a new membership, and in how many parts the rest comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox

from coopdesk.domain.errors import RuleError
from coopdesk.domain.membership_fees import instalment_plan
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.members.fee_fields import readable
from coopdesk.ui.members.orders import PaidNow
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.members import Instalment
    from coopdesk.ui.widgets.form import Form

_MOST_PARTS = 12


class PaidNowFields(QObject):
    """The usual fields first; ``add_amount`` and ``add_parts`` go where they are rare."""

    changed = Signal()

    def __init__(self, form: Form, today: Callable[[], dt.date]) -> None:
        super().__init__(form)
        self._form = form
        self._today = today
        self._due = ZERO
        self.is_paid = form.add("is_paid", _("Paid now"), QCheckBox())
        modes = [(mode, label(mode)) for mode in PaymentMode]
        self.mode = form.add("mode", _("Mode"), ChoiceBox(modes))
        self.paid_on = form.add("paid_on", _("Paid on"), DayEdit(today))
        self.paid_on.set_day(today())
        form.check_on_leave("paid_on", partial(self.paid_on.day, "paid_on"))

    def add_amount(self) -> None:
        """Add the amount, for when it is not all that is due."""
        self.amount = self._form.add(
            "amount",
            _("Amount received"),
            AmountEdit(),
            _("Leave empty when all that is due was received."),
        )
        self.amount.textChanged.connect(self.changed)

    def add_parts(self) -> None:
        """Add the instalments, and their days beneath."""
        parts = [(0, _("All at once"))]
        for count in range(2, _MOST_PARTS + 1):
            text = ngettext("In {count} instalment", "In {count} instalments", count)
            parts.append((count, text.format(count=count)))
        self.parts = self._form.add("instalments", _("How it is paid"), ChoiceBox(parts))
        self.plan = plain_label("", "small", wrap=True)
        self._form.add_widget(self.plan)
        self.parts.currentIndexChanged.connect(self.changed)

    # what is shown

    def show_needed(self, due: Money, *, is_free: bool) -> None:
        """Show what has a meaning for what is due; nothing is received of what is free."""
        self._due = due
        fields = self._form.fields
        fields["is_paid"].setVisible(not is_free)
        pays = self.is_paid.isChecked() and not is_free
        for name in ("mode", "paid_on", "amount"):
            fields[name].setVisible(pays)
        fields["instalments"].setVisible(not is_free)

    def show_plan(self) -> None:
        """Say which part is due when."""
        try:
            plan = self.instalments()
        except RuleError:
            plan = ()
        said = _("{amount} on {day}")
        self.plan.setText(
            ", ".join(
                said.format(amount=money_text(part.amount), day=day_long(part.due_on))
                for part in plan
            )
        )
        self.plan.setVisible(bool(plan))

    # what was typed

    @property
    def received(self) -> Money:
        """What is received now: as typed, else the first part, else all that is due."""
        if not self.is_paid.isChecked():
            return ZERO
        typed = readable(self.amount)
        if typed:
            return typed
        try:
            plan = self.instalments()
        except RuleError:
            plan = ()
        return plan[0].amount if plan else self._due

    def instalments(self) -> tuple[Instalment, ...]:
        """Return the parts that were chosen; raises RuleError when they are too small."""
        if self.parts.value < 2:
            return ()
        return instalment_plan(self._due, self.parts.value, self._first_day())

    def _first_day(self) -> dt.date:
        try:
            return self.paid_on.day() or self._today()
        except RuleError:
            return self._today()

    def read(self) -> PaidNow | None:
        """Return what is received now, None for nothing; raises RuleError."""
        self.amount.amount("amount")
        received = self.received
        if not received or self._form.fields["is_paid"].isHidden():
            return None
        day = self.paid_on.day("paid_on")
        if day is None:
            raise RuleError("payment.date_missing", field="paid_on")
        return PaidNow(received, self.mode.value, day)

    def clear(self) -> None:
        """Forget what only this membership had."""
        self.amount.clear()
        self.parts.choose(0)
