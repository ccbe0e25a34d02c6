"""What can be done with an agreement: typed, sent, signed, ended, renewed, printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.agreements import Agreement, AgreementState, Side
from coopdesk.domain.partner_texts import RENEWAL, REQUEST
from coopdesk.ui.attachments.keeping import FileKeeping
from coopdesk.ui.page import Role
from coopdesk.ui.partners import links
from coopdesk.ui.partners.agreement_dialog import AgreementDialog
from coopdesk.ui.partners.commitment_dialog import Start
from coopdesk.ui.partners.commitment_doing import CommitmentAsking
from coopdesk.ui.partners.going import record_links
from coopdesk.ui.partners.papers import Paper
from coopdesk.ui.partners.step_dialogs import (
    DayDialog,
    Ending,
    EndingDialog,
    SignDialog,
    Signing,
    Step,
)
from coopdesk.ui.partners.text_choice import AgreementTextDialog
from coopdesk.ui.record_doing import RecordDoing
from coopdesk.ui.widgets.activity_box import activity_choices
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.ui.widgets.steps import change_icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.partners.papers import PartnerPapers
    from coopdesk.ui.widgets.activity_box import ActivityChoices
    from coopdesk.ui.widgets.asking import Asker


class AgreementAsking(QObject):
    """Opens the form of agreements, from the list of them as from the record of a partner."""

    def __init__(self, desk: Desk, view: QWidget, asker: Asker) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._asker = asker
        self._service = desk.services.agreements

    def add(self, partner: Choice | None) -> None:
        """Ask for a new agreement, with a partner if one is meant."""
        call = partial(activity_choices, self._desk.services)
        done = partial(self._ask, None, partner)
        self._desk.tasks.query(self._view, call, done, replaces="to_change")

    def change(self, agreement_id: int) -> None:
        """Ask for what changed of an agreement."""
        call = partial(_read_to_change, self._desk.services, agreement_id)
        self._desk.tasks.query(self._view, call, self._on_read, replaces="to_change")

    def _on_read(self, found: tuple[Agreement, ActivityChoices]) -> None:
        self._ask(found[0], None, found[1])

    def _ask(
        self, agreement: Agreement | None, partner: Choice | None, offered: ActivityChoices
    ) -> None:
        window, service = self._view.window(), self._service
        make = partial(AgreementDialog, self._desk, offered, agreement, partner, window)
        send = service.add if agreement is None else partial(service.change, agreement.id)
        self._asker.ask(make, send)


def _read_to_change(services: Services, agreement_id: int) -> tuple[Agreement, ActivityChoices]:
    agreement = services.agreements.get(agreement_id)
    return agreement, activity_choices(services, agreement.content.activity_id)


class AgreementDoing(RecordDoing):
    """What is done in the list of agreements."""

    def __init__(self, desk: Desk, parent: QWidget, papers: PartnerPapers) -> None:
        super().__init__(desk, parent, Agreement)
        self._service = desk.services.agreements
        self._agreement: Agreement | None = None
        self.text_dialog: AgreementTextDialog | None = None
        self.asking = AgreementAsking(desk, parent, self.asker)
        self.commitments = CommitmentAsking(desk, parent, self.asker)
        self.files = FileKeeping(desk, parent, self._service)
        self._papers = papers
        self._make_actions()
        self.usual_actions = (self.sign_action, self.change_action)
        self.rare_actions = (
            self.send_action,
            self.renew_action,
            self.end_action,
            self.files.attach_action,
            self.text_action,
            self.print_action,
            self.summary_action,
            self.letter_action,
            self.remove_action,
        )
        self._links = {
            **record_links(desk),
            links.KEEP: self.commitments.keep,
            links.TEXT: self._change_text,
            links.ADD_OURS: partial(self._add_commitment, Side.OURS),
            links.ADD_THEIRS: partial(self._add_commitment, Side.THEIRS),
        }

    def _make_actions(self) -> None:
        make = self._make
        self.record_action = make(_("New agreement…"), "plus", self._on_record)
        self.sign_action = make(_("Signed…"), "pen-nib", self._on_sign)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.send_action = make(_("Sent to be signed…"), "paper-plane-tilt", self._on_send)
        self.renew_action = make(_("Renew it"), "arrows-clockwise", self._on_renew)
        self.end_action = make(_("End it…"), "prohibit", self._on_end)
        self.remove_action = make(_("Remove the agreement"), "trash", self._on_remove)
        self.print_action = make(_("Convention to sign…"), "printer", self._on_print)
        self.print_action.setProperty("keys", Role.PRINT.value)
        self.text_action = make(_("Text of the convention…"), "text-aa", self._on_text)
        self.letter_action = make(_("Letter…"), "envelope-simple", self._on_letter)
        self.summary_action = make(_("Agreement on one page…"), "article", self._on_summary)

    def choose(self, agreement: Agreement | None) -> None:
        """Say which agreement the actions are about."""
        self._agreement = agreement
        self._chosen = agreement.id if agreement is not None else None
        self.files.chosen = self._chosen
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(agreement is not None)
        if agreement is None:
            return
        state = agreement.content.state
        is_waiting = state in {AgreementState.DRAFT, AgreementState.SENT}
        self.sign_action.setVisible(is_waiting)
        self.send_action.setVisible(state is AgreementState.DRAFT)
        self.end_action.setVisible(not is_waiting)
        can_renew = not is_waiting and agreement.followed_by_id is None
        self.renew_action.setVisible(can_renew and agreement.content.ends_on is not None)
        is_ended = state is AgreementState.ENDED
        self.end_action.setText(_("Let it run on") if is_ended else _("End it…"))
        change_icon(self.end_action, "arrow-counter-clockwise" if is_ended else "prohibit")

    # the form

    @Slot()
    def _on_record(self) -> None:
        self.asking.add(None)

    @Slot()
    def _on_change(self) -> None:
        if self._chosen is not None:
            self.asking.change(self._chosen)

    @Slot()
    def _on_remove(self) -> None:
        self._send_chosen(self._service.remove)

    def _add_commitment(self, side: Side, _key: int) -> None:
        agreement = self._agreement
        if agreement is not None:
            partner = Choice(agreement.content.contact_id, agreement.partner_name)
            self.commitments.add(Start(partner, agreement.id, side))

    # its steps

    @Slot()
    def _on_sign(self) -> None:
        agreement = self._agreement
        if agreement is None:
            return
        about = (agreement.content.title, agreement.partner_name)
        make = partial(SignDialog, self._desk, about, self._window)
        self.asker.ask(make, partial(self._sign, agreement.id))

    def _sign(self, agreement_id: int, signing: Signing) -> Outcome[Agreement]:
        """Note the signature with what was signed: both, or neither."""
        files, refused = self._service.read_all(signing.files)
        if refused:
            raise refused[0]
        return self._service.sign(agreement_id, signing.on, files)

    @Slot()
    def _on_send(self) -> None:
        agreement = self._agreement
        if agreement is None:
            return
        hint = _("What waits for a signature is listed apart.")
        step = Step(_("Note that it was sent"), _("Sent on"), hint, "sent_on")
        about = (agreement.content.title, agreement.partner_name)
        make = partial(DayDialog, self._desk, step, about, self._window)
        self.asker.ask(make, partial(self._service.send, agreement.id))

    @Slot()
    def _on_end(self) -> None:
        agreement = self._agreement
        if agreement is None:
            return
        if agreement.content.state is AgreementState.ENDED:
            self._send_chosen(self._service.resume)
            return
        make = partial(EndingDialog, self._desk, agreement, self._window)
        self.asker.ask(make, partial(self._end, agreement.id))

    def _end(self, agreement_id: int, ending: Ending) -> Outcome[Agreement]:
        return self._service.end(agreement_id, ending.on, ending.reason)

    @Slot()
    def _on_renew(self) -> None:
        """Draft the next one and open it: it is signed when both did."""
        if self._chosen is not None:
            call = partial(self._service.renew, self._chosen)
            self._desk.tasks.command(self._view, call, self._on_saved)

    # papers

    @Slot()
    def _on_print(self) -> None:
        self._write(Paper.CONVENTION)

    @Slot()
    def _on_text(self) -> None:
        """Open the text of the convention, which stays until it is closed."""
        if self._chosen is not None and self.text_dialog is None:
            self.text_dialog = AgreementTextDialog(self._desk, self._window, self._chosen)
            self.text_dialog.finished.connect(self._on_text_finished)
            self.text_dialog.open()

    @Slot()
    def _on_text_finished(self) -> None:
        self.text_dialog = None

    def _change_text(self, _key: int) -> None:
        self._on_text()

    @Slot()
    def _on_letter(self) -> None:
        agreement = self._agreement
        if agreement is not None:
            is_signed = agreement.content.state is AgreementState.SIGNED
            place = RENEWAL if is_signed else REQUEST
            self._papers.letters.ask(agreement.content.contact_id, agreement.id, None, place)

    @Slot()
    def _on_summary(self) -> None:
        self._write(Paper.SUMMARY)

    def _write(self, paper: Paper) -> None:
        if self._agreement is not None:
            self._papers.write(paper, self._agreement.id, self._agreement.content.title)
