"""Opens the forms of memberships from any page and sends what was typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.contacts.editing import ContactEditor
from coopdesk.ui.contacts.typed_name import contact_named
from coopdesk.ui.members.change_dialog import ChangeDialog, read_change
from coopdesk.ui.members.departure_dialog import DepartureDialog
from coopdesk.ui.members.membership_dialog import MembershipDialog, MembershipStart
from coopdesk.ui.members.payment_dialog import PaymentStart, SharedPaymentDialog
from coopdesk.ui.members.type_dialog import TypeDialog
from coopdesk.ui.widgets.asking import Asker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.members import Membership, NewDeparture, NewMembership
    from coopdesk.domain.payments import Payment
    from coopdesk.domain.shared_payments import NewSharedPayment
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.change_dialog import ChangeStart
    from coopdesk.ui.members.orders import MembershipOrder
    from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker


class MembershipEditor(QObject):
    """Records memberships, their payments and departures over a page.

    An unknown person is recorded on the way; the last choices are the next defaults.
    """

    saved = Signal(object)  # Membership
    paid = Signal(object)  # Payment
    departed = Signal(int)  # contact

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._mode = PaymentMode.CHEQUE
        self._is_paid = True
        self._type_id: int | None = None
        self.dialog: MembershipDialog | None = None
        self.payment_dialog: SharedPaymentDialog | None = None
        self.departure_dialog: DepartureDialog | None = None
        self.change_dialog: ChangeDialog | None = None
        self._changed_id = 0
        self.contact_editor: ContactEditor | None = None

    # joining

    @Slot()
    def add(self, contact: Choice | None = None) -> None:
        """Ask for a new membership; the form opens at once, so that no key is lost."""
        if self.dialog is not None:
            return
        start = MembershipStart(contact, self._type_id, self._mode, self._is_paid)
        dialog = MembershipDialog(self._desk, self._window, start)
        self.dialog = dialog
        self._offer_new(dialog, dialog.contact)
        assert self.contact_editor is not None
        self.contact_editor.saved.connect(dialog.choose_contact)
        dialog.define_action.triggered.connect(self._on_define_type)
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, order: MembershipOrder) -> None:
        dialog = self.dialog
        if dialog is not None:
            call = partial(_join, self._desk.services, order)
            done = partial(self._on_joined, order)
            self._desk.tasks.command(
                dialog, call, done, failed=dialog.show_error, ended=dialog.unlock
            )

    def _on_joined(self, order: MembershipOrder, membership: Membership) -> None:
        self._type_id = order.new.type_id
        self._is_paid = order.paid is not None or not order.new.due
        if order.paid is not None:
            self._mode = order.paid.mode
        if self.dialog is not None:
            self.dialog.saved()
        self.saved.emit(membership)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = self.contact_editor = None

    @Slot()
    def _on_define_type(self) -> None:
        """Make a first type over the form, which then goes on with it."""
        dialog = self.dialog
        if dialog is not None:
            asker = Asker(self._desk, dialog)
            asker.saved.connect(dialog.take_type)
            asker.ask(
                lambda: TypeDialog(dialog, None, (), one=True),
                self._desk.services.membership_types.add,
            )

    # changing

    def change(self, membership_id: int) -> None:
        """Ask what is to change of a membership."""
        read = partial(read_change, self._desk.services, membership_id)
        self._desk.tasks.query(self, read, self._on_change_read, replaces="change")

    def _on_change_read(self, start: ChangeStart) -> None:
        if self.change_dialog is not None:
            return
        self._changed_id = start.membership.id
        dialog = ChangeDialog(self._desk, self._window, start)
        self.change_dialog = dialog
        dialog.submitted.connect(self._on_change_submitted)
        dialog.finished.connect(self._on_change_finished)
        dialog.open()

    @Slot(object)
    def _on_change_submitted(self, new: NewMembership) -> None:
        dialog = self.change_dialog
        if dialog is not None:
            call = partial(self._desk.services.members.change, self._changed_id, new)
            self._desk.tasks.command(
                dialog, call, dialog.saved, failed=dialog.show_error, ended=dialog.unlock
            )

    @Slot()
    def _on_change_finished(self) -> None:
        self.change_dialog = None

    # paying

    def pay(self, payer: Choice | None = None, membership_ids: tuple[int, ...] = ()) -> None:
        """Ask for a payment, of these memberships if any are named."""
        if self.payment_dialog is not None:
            return
        start = PaymentStart(payer, membership_ids, self._mode)
        dialog = SharedPaymentDialog(self._desk, self._window, start)
        self.payment_dialog = dialog
        self._offer_new(dialog, dialog.payer)
        assert self.contact_editor is not None
        self.contact_editor.saved.connect(dialog.choose_payer)
        dialog.submitted.connect(self._on_payment_submitted)
        dialog.finished.connect(self._on_payment_finished)
        dialog.open()

    @Slot(object)
    def _on_payment_submitted(self, new: NewSharedPayment) -> None:
        dialog = self.payment_dialog
        if dialog is not None:
            call = partial(self._desk.services.members.record_payment, new)
            self._desk.tasks.command(
                dialog,
                call,
                self._on_paid,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )

    def _on_paid(self, payment: Payment) -> None:
        self._mode = payment.content.mode
        if self.payment_dialog is not None:
            self.payment_dialog.saved()
        self.paid.emit(payment)

    @Slot()
    def _on_payment_finished(self) -> None:
        self.payment_dialog = self.contact_editor = None

    # leaving

    def depart(self, member: Choice) -> None:
        """Ask when and why somebody leaves."""
        if self.departure_dialog is not None:
            return
        dialog = DepartureDialog(self._desk, self._window, member)
        self.departure_dialog = dialog
        dialog.submitted.connect(self._on_departure_submitted)
        dialog.finished.connect(self._on_departure_finished)
        dialog.open()

    @Slot(object)
    def _on_departure_submitted(self, new: NewDeparture) -> None:
        dialog = self.departure_dialog
        if dialog is not None:
            self._desk.tasks.command(
                dialog,
                partial(self._desk.services.members.leave, new),
                partial(self._on_departed, new),
                failed=dialog.show_error,
                ended=dialog.unlock,
            )

    def _on_departed(self, new: NewDeparture, _departure: object) -> None:
        if self.departure_dialog is not None:
            self.departure_dialog.saved()
        self.departed.emit(new.contact_id)

    @Slot()
    def _on_departure_finished(self) -> None:
        self.departure_dialog = None

    # somebody not known yet

    def _offer_new(
        self, dialog: MembershipDialog | SharedPaymentDialog, picker: ContactPicker
    ) -> None:
        self.contact_editor = ContactEditor(self._desk, dialog, picks=True)
        self.contact_editor.existing_chosen.connect(self._on_existing_chosen)
        picker.new_requested.connect(self._on_new_contact)

    @Slot(str)
    def _on_new_contact(self, typed: str) -> None:
        if self.contact_editor is not None:
            self.contact_editor.add(contact_named(typed))

    @Slot(int)
    def _on_existing_chosen(self, contact_id: int) -> None:
        get = partial(self._desk.services.contacts.get, contact_id)
        if self.dialog is not None:
            self._desk.tasks.query(self.dialog, get, self._on_existing)
        elif self.payment_dialog is not None:
            self._desk.tasks.query(self.payment_dialog, get, self._on_existing)

    def _on_existing(self, contact: Contact) -> None:
        if self.dialog is not None:
            self.dialog.choose_contact(contact)
        elif self.payment_dialog is not None:
            self.payment_dialog.choose_payer(contact)


def _join(services: Services, order: MembershipOrder) -> Outcome[Membership]:
    """Record a membership, and its payment in the same operation; runs on the worker."""
    if order.paid is None:
        return services.members.join(order.new)
    paid = order.paid
    return services.members.join_paid(order.new, paid.amount, paid.mode, paid.paid_on)
