"""What can be done with a partner: typed, ended, printed, and what is added to its record."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from coopdesk.domain.agreements import Side
from coopdesk.domain.grant_requests import NewGrantRequest
from coopdesk.domain.partners import Partner
from coopdesk.ui.contacts.links import TIE
from coopdesk.ui.contacts.tie_editing import TieEditor
from coopdesk.ui.donations.receipt_opener import ReceiptOpener
from coopdesk.ui.grants.asking import RequestAsking
from coopdesk.ui.grants.request_dialog import Started
from coopdesk.ui.page import Role
from coopdesk.ui.partners import links
from coopdesk.ui.partners.agreement_doing import AgreementAsking
from coopdesk.ui.partners.commitment_dialog import Start
from coopdesk.ui.partners.commitment_doing import CommitmentAsking
from coopdesk.ui.partners.fee_asking import FeeAsking
from coopdesk.ui.partners.going import record_links
from coopdesk.ui.partners.papers import Paper
from coopdesk.ui.partners.partner_dialog import EndDialog, PartnerDialog
from coopdesk.ui.record_doing import RecordDoing
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.partners import PartnerLine
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.partners.papers import PartnerPapers


class PartnerDoing(RecordDoing):
    """Knows the partner that is chosen; ``line`` is what its list says of it."""

    def __init__(self, desk: Desk, parent: QWidget, papers: PartnerPapers) -> None:
        super().__init__(desk, parent, Partner)
        self._service = desk.services.partners
        self._choice: Choice | None = None
        self.agreements = AgreementAsking(desk, parent, self.asker)
        self.requests = RequestAsking(desk, parent, self.asker)
        self.commitments = CommitmentAsking(desk, parent, self.asker)
        self.fees = FeeAsking(desk, parent, self.asker)
        self.ties = TieEditor(desk, parent)
        self._papers = papers
        make = self._make
        self.record_action = make(_("New partner…"), "plus", self._on_record)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.print_action = make(_("Sheet…"), "printer", self._on_print)
        self.print_action.setProperty("keys", Role.PRINT.value)
        self.letter_action = make(_("Letter…"), "envelope-simple", self._on_letter)
        self.agreement_action = make(_("New agreement…"), "file-plus", self._on_agreement)
        self.contact_action = make(_("Open the contact"), "user", self._on_contact)
        self.fee_action = make(_("Fee to a network…"), "wallet", self._on_fee)
        self.end_action = make(_("End of the partnership…"), "prohibit", self._on_end)
        self.remove_action = make(_("Remove from the partners"), "trash", self._on_remove)
        self.usual_actions = (self.change_action, self.print_action)
        self.rare_actions = (
            self.letter_action,
            self.agreement_action,
            self.fee_action,
            self.contact_action,
            self.end_action,
            self.remove_action,
        )
        self._links = self._make_links()

    def _make_links(self) -> dict[str, Callable[[Any], object]]:
        return {
            **record_links(self._desk),
            links.ADD_PERSON: self._add_person,
            links.ADD_AGREEMENT: self._add_agreement,
            links.ADD_OURS: partial(self._add_commitment, Side.OURS),
            links.ADD_THEIRS: partial(self._add_commitment, Side.THEIRS),
            links.KEEP: self.commitments.keep,
            links.ADD_GRANT: self._add_grant,
            links.ADD_FEE: self._add_fee,
            links.FEE: self.fees.change,
            links.PAY_FEE: self.fees.pay,
            links.REMOVE_FEE: self.fees.remove,
            links.RECEIPT: ReceiptOpener(self._desk, self._view).open,
        }

    def choose(self, line: PartnerLine | None, shown: Partner | None) -> None:
        """Say which partner the actions are about; ``shown`` is the one in the panel."""
        self._chosen, self._choice = None, None
        if line is not None:
            self._chosen, self._choice = line.id, Choice(line.contact_id, line.name)
        elif shown is not None:
            self._chosen = shown.id
            self._choice = Choice(shown.content.contact_id, shown.name)
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(self._chosen is not None)

    # the form

    @Slot()
    def _on_record(self) -> None:
        self._ask(None, None)

    @Slot()
    def _on_change(self) -> None:
        self._read_chosen(self._service.get, self._on_read)

    def _on_read(self, partner: Partner) -> None:
        self._ask(partner, None)

    def _ask(self, partner: Partner | None, chosen: Choice | None) -> None:
        make = partial(PartnerDialog, self._desk, partner, chosen, self._window)
        service = self._service
        send = service.add if partner is None else partial(service.change, partner.id)
        self.asker.ask(make, send)

    def record_contact(self, contact_id: int) -> None:
        """Ask what a structure is to us, which becomes a partner."""
        call = partial(self._desk.services.contacts.get, contact_id)
        self._desk.tasks.query(self._view, call, self._on_contact_read, replaces="contact")

    def _on_contact_read(self, contact: Contact) -> None:
        self._ask(None, Choice(contact.id, contact.display_name))

    @Slot()
    def _on_end(self) -> None:
        self._read_chosen(self._service.get, self._ask_end)

    def _ask_end(self, partner: Partner) -> None:
        make = partial(EndDialog, self._desk, partner, self._window)
        self.asker.ask(make, partial(self._service.end, partner.id))

    @Slot()
    def _on_remove(self) -> None:
        self._send_chosen(self._service.remove)

    # what belongs to it

    @Slot()
    def _on_contact(self) -> None:
        if self._choice is not None:
            self._desk.navigator.open("contacts", self._choice.id)

    @Slot()
    def _on_agreement(self) -> None:
        self._add_agreement(0)

    @Slot()
    def _on_fee(self) -> None:
        self._add_fee(0)

    def _add_person(self, _key: int) -> None:
        if self._choice is not None:
            self.ties.ask(self._choice.id, TIE)

    def _add_agreement(self, _key: int) -> None:
        if self._choice is not None:
            self.agreements.add(self._choice)

    def _add_commitment(self, side: Side, _key: int) -> None:
        if self._choice is not None:
            self.commitments.add(Start(self._choice, None, side))

    def _add_grant(self, _key: int) -> None:
        if self._choice is not None:
            start = NewGrantRequest("", funder_id=self._choice.id)
            self.requests.add(Started(start, self._choice.name))

    def _add_fee(self, _key: int) -> None:
        if self._choice is not None:
            self.fees.add(self._choice)

    @Slot()
    def _on_letter(self) -> None:
        if self._choice is not None:
            self._papers.letters.ask(self._choice.id)

    @Slot()
    def _on_print(self) -> None:
        if self._chosen is not None and self._choice is not None:
            self._papers.write(Paper.SHEET, self._chosen, self._choice.name)
