"""What can be done with a commitment: typed, kept, given up, proved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.agreements import Side
from coopdesk.domain.commitments import Commitment, CommitmentKind, CommitmentState
from coopdesk.domain.partner_texts import REMINDER, REQUEST, THANKS
from coopdesk.domain.payments import Direction, PaymentState
from coopdesk.ui.attachments.keeping import FileKeeping
from coopdesk.ui.partners.commitment_dialog import CommitmentDialog, Start
from coopdesk.ui.partners.going import record_links
from coopdesk.ui.partners.keep_dialog import KeepDialog, Kept, Way
from coopdesk.ui.partners.reopen_dialog import ReopenDialog
from coopdesk.ui.record_doing import RecordDoing
from coopdesk.ui.widgets.steps import change_icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.payments import PaymentLine
    from coopdesk.domain.volunteering import Contribution
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.partners.papers import PartnerPapers
    from coopdesk.ui.widgets.asking import Asker


class CommitmentAsking(QObject):
    """Opens the forms of commitments, from the list of them as from other records."""

    def __init__(self, desk: Desk, view: QWidget, asker: Asker) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._asker = asker
        self._service = desk.services.commitments

    def add(self, start: Start) -> None:
        """Ask for a new commitment."""
        make = partial(CommitmentDialog, self._desk, None, start, self._view.window())
        self._asker.ask(make, self._service.add)

    def change(self, commitment_id: int) -> None:
        """Ask for what changed of a commitment."""
        call = partial(self._service.get, commitment_id)
        self._desk.tasks.query(self._view, call, self._ask_change, replaces="to_change")

    def _ask_change(self, commitment: Commitment) -> None:
        window = self._view.window()
        make = partial(CommitmentDialog, self._desk, commitment, Start(), window)
        self._asker.ask(make, partial(self._service.change, commitment.id))

    def keep(self, commitment_id: int) -> None:
        """Ask when and how a commitment was kept."""
        call = partial(_read_kept, self._desk.services, commitment_id)
        self._desk.tasks.query(self._view, call, self._ask_kept, replaces="to_keep")

    def _ask_kept(self, found: tuple[Commitment, list[PaymentLine]]) -> None:
        commitment, payments = found
        window = self._view.window()
        make = partial(KeepDialog, self._desk, commitment, payments, window)
        self._asker.ask(make, partial(self._keep, commitment.id))

    def reopen(self, commitment_id: int) -> None:
        """Owe a commitment again; where it was valued, ask what becomes of the gift."""
        call = partial(_read_gift, self._desk.services, commitment_id)
        self._desk.tasks.query(self._view, call, self._on_gift, replaces="to_keep")

    def _on_gift(self, found: tuple[Commitment, Contribution | None]) -> None:
        commitment, gift = found
        reopen = partial(self._service.reopen, commitment.id)
        # What is in an entry stays: the answer of the command says so.
        if gift is None or gift.entry_id is not None:
            self._desk.tasks.command(self._view, reopen)
        else:
            make = partial(ReopenDialog, commitment, gift, self._view.window())
            self._asker.ask(make, lambda wanted: reopen(takes_back_gift=wanted))

    def _keep(self, commitment_id: int, kept: Kept) -> Outcome[Commitment]:
        """Keep a commitment with its proofs in one step: all of them, or none."""
        service, on = self._service, kept.on
        proofs, refused = service.read_all(kept.proofs)
        if refused:
            raise refused[0]
        if kept.way is Way.PAID_NOW:
            pay = partial(service.keep_by_paying, proofs=proofs)
            return pay(commitment_id, kept.amount, on, kept.mode)
        if kept.way is Way.IN_KIND:
            return service.keep_in_kind(commitment_id, on, kept.amount, kept.basis, proofs)
        return service.keep(commitment_id, on, kept.payment_id, proofs=proofs)


def _read_kept(services: Services, commitment_id: int) -> tuple[Commitment, list[PaymentLine]]:
    """Return a commitment and the payments of the partner that may have kept it."""
    commitment = services.commitments.get(commitment_id)
    content = commitment.content
    if content.kind is not CommitmentKind.MONEY:
        return commitment, []
    way = Direction.OUT if content.side is Side.OURS else Direction.IN
    payments = services.contacts.sheet(content.contact_id).payments
    fitting = {
        one.payment_id: one
        for one in reversed(payments)
        if one.direction is way and one.state is PaymentState.RECEIVED
    }
    return commitment, sorted(fitting.values(), key=lambda one: one.paid_on, reverse=True)


def _read_gift(
    services: Services, commitment_id: int
) -> tuple[Commitment, Contribution | None]:
    commitment = services.commitments.get(commitment_id)
    return commitment, services.commitments.gift_of(commitment)


def _letter_of(one: Commitment) -> int:
    """Return the place of the likely letter: thanks for what was kept, or a reminder."""
    if one.content.side is Side.OURS:
        return REQUEST
    return THANKS if one.state is CommitmentState.KEPT else REMINDER


class CommitmentDoing(RecordDoing):
    """What is done in the list of commitments."""

    def __init__(self, desk: Desk, parent: QWidget, papers: PartnerPapers) -> None:
        super().__init__(desk, parent, Commitment)
        self._papers = papers
        self._commitment: Commitment | None = None
        self._service = desk.services.commitments
        self._is_open = True
        self.asking = CommitmentAsking(desk, parent, self.asker)
        self.files = FileKeeping(desk, parent, self._service)
        make = self._make
        self.record_action = make(_("New commitment…"), "plus", self._on_record)
        self.keep_action = make(_("Note it as kept…"), "check-circle", self._on_keep)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.letter_action = make(_("Letter…"), "envelope-simple", self._on_letter)
        self.drop_action = make(_("Give it up"), "prohibit", self._on_drop)
        self.remove_action = make(_("Remove the commitment"), "trash", self._on_remove)
        self.usual_actions = (self.keep_action, self.change_action)
        self.rare_actions = (
            self.files.attach_action,
            self.letter_action,
            self.drop_action,
            self.remove_action,
        )
        self._links = record_links(desk)

    def choose(self, commitment: Commitment | None) -> None:
        """Say which commitment the actions are about."""
        self._commitment = commitment
        self._chosen = commitment.id if commitment is not None else None
        self.files.chosen = self._chosen
        self._is_open = commitment is None or commitment.state is CommitmentState.OPEN
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(commitment is not None)
        self.drop_action.setVisible(self._is_open)
        kept, again = _("Note it as kept…"), _("Owed again")
        self.keep_action.setText(kept if self._is_open else again)
        name = "check-circle" if self._is_open else "arrow-counter-clockwise"
        change_icon(self.keep_action, name)

    @Slot()
    def _on_record(self) -> None:
        self.asking.add(Start())

    @Slot()
    def _on_change(self) -> None:
        if self._chosen is not None:
            self.asking.change(self._chosen)

    @Slot()
    def _on_keep(self) -> None:
        if self._chosen is not None and self._is_open:
            self.asking.keep(self._chosen)
        elif self._chosen is not None:
            self.asking.reopen(self._chosen)

    @Slot()
    def _on_letter(self) -> None:
        one = self._commitment
        if one is not None:
            self._papers.letters.ask(one.content.contact_id, None, one.id, _letter_of(one))

    @Slot()
    def _on_drop(self) -> None:
        self._send_chosen(self._service.drop)

    @Slot()
    def _on_remove(self) -> None:
        self._send_chosen(self._service.remove)
