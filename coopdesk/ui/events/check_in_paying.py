"""Takes what somebody at the door still owes, by one key for each mode."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coopdesk.domain.event_registrations import DoorPayment
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.events.check_in_reading import read_owed
from coopdesk.ui.events.money_dialogs import DoorPaymentDialog
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.errors import RuleError
    from coopdesk.domain.event_registrations import CashBox, Party
    from coopdesk.domain.payments import Payment
    from coopdesk.ui.desk import Desk

_KEYS = {
    PaymentMode.CASH: ("money", "F6"),
    PaymentMode.CARD: ("credit-card", "F7"),
    PaymentMode.CHEQUE: ("note-pencil", "F8"),
}


class CheckInPaying(QObject):
    """``party`` is who the answer is about while it owes; ``box`` takes the cash."""

    owed = Signal(object)  # Party or None: the answer can say it now
    paid = Signal(object)  # Payment

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._asked: int | None = None
        self.party: Party | None = None
        self.box: CashBox | None = None
        self.asker = Asker(desk, view)
        self.asker.saved.connect(self._on_paid)
        self.mode_actions = [self._mode_action(mode) for mode in _KEYS]
        self.other_action = make_step(view, _("Other amount…"), "coin")
        self._key(self.other_action, "F9")
        self.other_action.triggered.connect(self._on_other)
        self.actions = [*self.mode_actions, self.other_action]
        self.forget()

    def _mode_action(self, mode: PaymentMode) -> QAction:
        icon_name, key = _KEYS[mode]
        action = make_step(self._view, label(mode), icon_name)
        self._key(action, key)
        action.triggered.connect(partial(self.take, mode))
        return action

    def _key(self, action: QAction, key: str) -> None:
        """Name the key on the button: nobody looks for it in a tooltip at the door."""
        said = _("{action} ({key})").format(action=action.text(), key=key)
        action.setText(said)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._view.addAction(action)

    def forget(self) -> None:
        """The answer is about nobody who owes."""
        self._asked = None
        self._show(None)

    def ask_about(self, registration_id: int) -> None:
        """Read what the party of somebody owes; a later answer makes this one useless."""
        self.forget()
        self._asked = registration_id
        read = partial(read_owed, self._desk.services, registration_id)
        done = partial(self._on_owed, registration_id)
        self._desk.tasks.query(self, read, done, replaces="owed")

    def _on_owed(self, registration_id: int, party: Party | None) -> None:
        if registration_id == self._asked:
            self._show(party)
            self.owed.emit(party)

    def _show(self, party: Party | None) -> None:
        self.party = party
        for action in self.actions:
            action.setVisible(party is not None)
            action.setEnabled(party is not None)

    def take(self, mode: PaymentMode, *_clicked: object) -> None:
        """Take all that is owed."""
        party = self.party
        if party is not None:
            # A second press before the first is written would pay twice.
            self._show(None)
            box = self.box if mode is PaymentMode.CASH else None
            payment = DoorPayment(
                self._desk.today(),
                party.left,
                mode,
                cash_box_id=None if box is None else box.id,
            )
            call = partial(self._desk.services.registrations.pay, party.id, payment)
            refused = partial(self._on_refused, self._asked, party)
            done = partial(self._on_taken, self._asked)
            self._desk.tasks.command(self, call, done, failed=refused)

    def _on_taken(self, asked: int | None, payment: Payment) -> None:
        """Say it, unless somebody else is being greeted by now."""
        if asked == self._asked:
            self._on_paid(payment)

    def _on_refused(self, asked: int | None, party: Party, error: RuleError) -> None:
        """Say why nothing was taken, and offer it again."""
        self._desk.feedback.show_error(error)
        if asked == self._asked:
            self._show(party)

    @Slot()
    def _on_other(self) -> None:
        party = self.party
        if party is not None:
            boxes = () if self.box is None else (self.box,)
            make = partial(DoorPaymentDialog, self._desk, party, boxes, self._view.window())
            self.asker.ask(make, partial(self._desk.services.registrations.pay, party.id))

    @Slot(object)
    def _on_paid(self, payment: Payment) -> None:
        self.forget()
        self.paid.emit(payment)
