"""What can be done with registrations: register, change, pay, give up, come back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.event_registrations import Registration, RegistrationState, Settlement
from coopdesk.ui.events.money_dialogs import (
    DoorPaymentDialog,
    PartyDialog,
    PayerDialog,
    RefundDialog,
)
from coopdesk.ui.events.registration_dialog import (
    RegistrationDialog,
    RegistrationOffer,
    read_registration_offer,
)
from coopdesk.ui.events.ticket_dialog import TicketDialog
from coopdesk.ui.events.words import moved_up_text
from coopdesk.ui.feedback import Question
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMessageBox, QWidget

    from coopdesk.domain.event_registrations import CashBox, Party
    from coopdesk.domain.event_tickets import TicketOffer
    from coopdesk.domain.payments import Payment
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.money_dialogs import RefundAsked

_MOST_NAMED = 5
_OWING = frozenset({Settlement.UNPAID, Settlement.PARTLY_PAID})
_PAID = frozenset({Settlement.PARTLY_PAID, Settlement.PAID, Settlement.OVERPAID})


class RegistrationDoing(QObject):
    """Knows the event, what is selected and what is open; sends the commands."""

    saved = Signal(object)  # Registration

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = parent
        self._service = desk.services.registrations
        self._chosen: tuple[Registration, ...] = ()
        self.event_id: int | None = None
        self.box: QMessageBox | None = None
        self.asker = Asker(desk, parent)
        self.asker.saved.connect(self._on_saved)
        make = partial(make_step, self._view)
        self.add_action = make(_("Register somebody…"), "plus", self.on_add)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.pay_action = make(_("Take the money…"), "wallet", self._on_pay)
        self.refund_action = make(_("Give money back…"), "arrow-u-up-left", self._on_refund)
        self.cancel_action = make(_("Give up the place…"), "x-circle", self._on_cancel)
        self.restore_action = make(
            _("Register again"), "arrow-counter-clockwise", self._on_restore
        )
        self.remove_action = make(_("Remove: was a mistake"), "trash", self._on_remove)
        self.tickets_action = make(_("Take tickets…"), "ticket", self._on_tickets)
        self.usual_actions = (self.change_action, self.pay_action)
        self.rare_actions = (
            self.refund_action,
            self.cancel_action,
            self.restore_action,
            self.remove_action,
        )

    @property
    def _window(self) -> QWidget:
        return self._view.window()

    def _send(
        self, call: Callable[[], Outcome[Any]], done: Callable[[Any], None] | None = None
    ) -> None:
        self._desk.tasks.command(self._view, call, done)

    def choose(self, chosen: Sequence[Registration]) -> None:
        """Say which registrations the actions are about."""
        self._chosen = tuple(chosen)
        one = len(self._chosen) == 1
        cancelled = [x for x in self._chosen if x.state is RegistrationState.CANCELLED]
        self.change_action.setEnabled(one and not cancelled)
        self.pay_action.setEnabled(one and _may_pay(self._chosen[0]))
        self.refund_action.setEnabled(one and self._chosen[0].settlement in _PAID)
        self.cancel_action.setEnabled(len(cancelled) < len(self._chosen))
        self.restore_action.setEnabled(one and bool(cancelled))
        self.remove_action.setEnabled(one)

    # who takes part

    @Slot()
    def on_add(self) -> None:
        """Ask who registers."""
        self._ask_about(None)

    @Slot()
    def _on_change(self) -> None:
        if self._chosen:
            self._ask_about(self._chosen[0].id)

    def _ask_about(self, registration_id: int | None) -> None:
        if self.event_id is None:
            return
        services = self._desk.services
        read = partial(read_registration_offer, services, self.event_id, registration_id)
        self._desk.tasks.query(self._view, read, self._on_offer, replaces="to_register")

    def _on_offer(self, offer: RegistrationOffer) -> None:
        known = offer.registration
        make = partial(RegistrationDialog, self._desk, offer, self._window)
        send = (
            self._service.register if known is None else partial(self._service.change, known.id)
        )
        self.asker.ask(make, send)

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        if not isinstance(made, Registration):
            return
        dialog = self.asker.dialog
        if isinstance(dialog, RegistrationDialog) and dialog.repeats:
            dialog.remember(made)
        self._tell_waiting(made)
        self.saved.emit(made)

    def _tell_waiting(self, made: Registration) -> None:
        """Say of somebody that there was no place left."""
        if made.state is RegistrationState.WAITING:
            text = _("{name} is on the waiting list.").format(name=made.name)
            self._desk.feedback.tell(text)

    # tickets of platforms

    @Slot()
    def _on_tickets(self) -> None:
        if self.event_id is not None:
            read = partial(self._desk.services.event_tickets.offers, self.event_id)
            self._desk.tasks.query(self._view, read, self._on_offers, replaces="tickets")

    def _on_offers(self, offers: Sequence[TicketOffer]) -> None:
        event_id = self.event_id
        if not offers or event_id is None:
            text = _("There is no ticket that waits: import the file of the ticket office.")
            self._desk.feedback.tell(text)
            return
        make = partial(TicketDialog, offers, self._window)
        self.asker.ask(make, partial(self._desk.services.event_tickets.take, event_id))

    # places given up

    @Slot()
    def _on_cancel(self) -> None:
        leaving = [x for x in self._chosen if x.state is not RegistrationState.CANCELLED]
        if not leaving:
            return
        count = len(leaving)
        title = ngettext(
            "Give up {count} registration", "Give up {count} registrations", count
        ).format(count=number_text(count))
        names = ", ".join(x.name for x in leaving[:_MOST_NAMED])
        if count > _MOST_NAMED:
            names = _("{names} and others").format(names=names)
        said = _(
            "Whoever waits moves up into the places that are free. "
            "What was paid stays recorded, to be given back."
        )
        question = Question(title, names, title, detail=said, refusal=_("Keep the places"))
        ids = [x.id for x in leaving]
        on_yes = partial(self._send, partial(self._service.cancel, ids), self._on_cancelled)
        self.box = self._desk.feedback.confirm(question, on_yes, self._window)

    def _on_cancelled(self, promoted: tuple[Registration, ...]) -> None:
        """Say who got a place from the waiting list."""
        if promoted:
            self._desk.feedback.tell(moved_up_text([one.name for one in promoted]))

    @Slot()
    def _on_restore(self) -> None:
        if self._chosen:
            restore = partial(self._service.restore, self._chosen[0].id)
            self._send(restore, self._tell_waiting)

    @Slot()
    def _on_remove(self) -> None:
        if self._chosen:
            remove = partial(self._service.remove, self._chosen[0].id)
            self._send(remove, self._on_cancelled)

    # money

    @Slot()
    def _on_pay(self) -> None:
        if self._chosen:
            self.pay(self._chosen[0])

    def pay(self, one: Registration) -> None:
        """Ask what a party pays."""
        read = partial(_read_party, self._desk.services, one)
        self._desk.tasks.query(self._view, read, self._on_to_pay, replaces="party")

    def _on_to_pay(self, found: tuple[Party, tuple[CashBox, ...]]) -> None:
        party, boxes = found
        make = partial(DoorPaymentDialog, self._desk, party, boxes, self._window)
        self.asker.ask(make, partial(self._service.pay, party.id))

    @Slot()
    def _on_refund(self) -> None:
        if self._chosen:
            self.refund(self._chosen[0])

    def refund(self, one: Registration) -> None:
        """Ask what goes back to a party."""
        read = partial(_read_party, self._desk.services, one)
        self._desk.tasks.query(self._view, read, self._on_to_refund, replaces="party")

    def _on_to_refund(self, found: tuple[Party, tuple[CashBox, ...]]) -> None:
        party, boxes = found
        make = partial(RefundDialog, self._desk, party, boxes, self._window)
        self.asker.ask(make, partial(self._refund, party.id))

    def _refund(self, party_id: int, asked: RefundAsked) -> Outcome[Payment]:
        box_id = asked.cash_box_id
        return self._service.refund(
            party_id, asked.amount, asked.mode, asked.paid_on, cash_box_id=box_id
        )

    def set_payer(self, party: Party) -> None:
        """Ask who pays for a party."""
        make = partial(PayerDialog, self._desk, party, self._window)
        self.asker.ask(make, partial(self._service.set_payer, party.id))

    def join(self, one: Registration) -> None:
        """Ask with whom somebody pays."""
        make = partial(PartyDialog, self._desk, one, self._window)
        self.asker.ask(make, partial(self._service.join_party, one.id))

    def leave(self, one: Registration) -> None:
        """Let somebody pay alone."""
        self._send(partial(self._service.leave_party, one.id))


def _may_pay(one: Registration) -> bool:
    """Tell whether a party can pay: what it owes, or a gift on top of a place that it has."""
    if one.settlement in _OWING:
        return True
    has_place = one.state is RegistrationState.REGISTERED
    return has_place and one.settlement is not Settlement.OVERPAID


def _read_party(services: Services, one: Registration) -> tuple[Party, tuple[CashBox, ...]]:
    """Read who pays, and the cash boxes that are open; runs on the worker."""
    boxes = services.cash_boxes.of(one.event_id)
    still_open = tuple(box for box in boxes if box.closed_at is None)
    return services.registrations.party(one.party_id), still_open
