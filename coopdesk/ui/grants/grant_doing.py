"""What can be done with a grant: asked, answered, paid, reported, printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from coopdesk.domain.agreements import Side
from coopdesk.domain.grant_requests import GrantRequest, RequestState
from coopdesk.domain.money import ZERO
from coopdesk.ui.attachments.keeping import FileKeeping
from coopdesk.ui.grants import links
from coopdesk.ui.grants.asking import RequestAsking
from coopdesk.ui.grants.going import record_links
from coopdesk.ui.grants.papers import Paper, ask_paper
from coopdesk.ui.grants.part_asking import PartAsking
from coopdesk.ui.page import Role
from coopdesk.ui.partners.commitment_dialog import Start
from coopdesk.ui.partners.commitment_doing import CommitmentAsking
from coopdesk.ui.partners.step_dialogs import DayDialog, Step
from coopdesk.ui.record_doing import RecordDoing
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.grant_states import GrantState
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.file_writing import FileWriting

_OPEN = frozenset({RequestState.DRAFT, RequestState.SENT})


class GrantDoing(RecordDoing):
    """What is done in the list of grants."""

    def __init__(self, desk: Desk, parent: QWidget, writing: FileWriting) -> None:
        super().__init__(desk, parent, GrantRequest)
        self._service = desk.services.grant_requests
        self._writing = writing
        self._state: GrantState | None = None
        self.asking = RequestAsking(desk, parent, self.asker)
        self.parts = PartAsking(desk, parent, self.asker)
        self.conditions = CommitmentAsking(desk, parent, self.asker)
        self.files = FileKeeping(desk, parent, self._service)
        self._make_steps()
        self._make_papers()
        self._order_actions()
        self._make_links()

    def _order_actions(self) -> None:
        self.usual_actions = (
            self.send_action,
            self.grant_action,
            self.receive_action,
            self.change_action,
        )
        self.rare_actions = (
            self.early_action,
            self.refuse_action,
            self.withdraw_action,
            self.tie_action,
            self.return_action,
            self.reopen_action,
            self.table_action,
            self.spending_action,
            self.report_action,
            self.report_sent_action,
            self.application_action,
            self.application_workbook_action,
            self.report_paper_action,
            self.report_workbook_action,
            self.files.attach_action,
            self.remove_action,
        )

    def _make_links(self) -> None:
        self._links = {
            **record_links(self._desk),
            links.CHANGE: self._follow_change,
            links.APPLICATION: self._follow_application,
            links.KEEP: self.conditions.keep,
            links.ADD_CONDITION: self._add_condition,
            links.PLAN: partial(self._ask_part, self.parts.plan),
            links.ELIGIBLE: partial(self._ask_part, self.parts.choose_costs),
            links.REPORT_SENT: self._follow_report_sent,
            links.REPORT: partial(self._ask_part, self.parts.write_report),
            links.TABLE: partial(self._ask_part, self.parts.show_table),
            links.TIE: self._follow_tie,
            links.SPENT: partial(self._ask_part, self.parts.show_spending),
        }

    def _make_steps(self) -> None:
        make = self._make
        self.record_action = make(_("New request for a grant…"), "plus", self._on_record)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.send_action = make(_("Request sent…"), "paper-plane-tilt", self._on_send)
        self.grant_action = make(_("Granted…"), "check-circle", self._on_grant)
        self.early_action = make(
            _("Granted without being asked…"), "check-circle", self._on_grant
        )
        self.refuse_action = make(_("Refused…"), "prohibit", self._on_refuse)
        self.withdraw_action = make(_("Withdrawn…"), "arrow-bend-up-left", self._on_withdraw)
        self.reopen_action = make(_("A step back"), "arrow-counter-clockwise", self._on_reopen)
        self.receive_action = make(_("Money came…"), "coin", self._on_receive)
        self.tie_action = make(_("Tie a payment…"), "link", self._on_tie)
        self.tie_action.setToolTip(_("The money is in the payments already: say so"))
        self.return_action = make(
            _("Give back to the funder…"),
            "arrow-u-up-left",
            partial(self._ask_part, self.asking.give_back),
        )
        self.report_sent_action = make(
            _("Report sent…"), "paper-plane-tilt", self._on_report_sent
        )
        self.remove_action = make(_("Remove the grant"), "trash", self._on_remove)

    def _make_papers(self) -> None:
        make = self._make
        self.table_action = make(_("Planned and carried out…"), "table", self._on_table)
        self.spending_action = make(
            _("What it was spent on…"),
            "list-bullets",
            partial(self._ask_part, self.parts.show_spending),
        )
        self.profile_action = make(
            _("The association in requests…"), "identification-card", self.parts.ask_profile
        )
        self.profile_action.setToolTip(
            _("What form 12156 asks of the association: SIRET, people, approvals")
        )
        self.report_action = make(_("Words of the report…"), "text-aa", self._on_report)
        self.application_action = make(
            _("File of the request…"), "file-pdf", partial(self._write, Paper.APPLICATION)
        )
        self.application_workbook_action = make(
            _("Workbook of the request…"),
            "table",
            partial(self._write, Paper.APPLICATION_WORKBOOK),
        )
        self.report_paper_action = make(
            _("Report on the grant…"), "printer", partial(self._write, Paper.REPORT)
        )
        self.report_paper_action.setProperty("keys", Role.PRINT.value)
        self.report_workbook_action = make(
            _("Workbook of the report…"), "table", partial(self._write, Paper.REPORT_WORKBOOK)
        )

    def choose(self, state: GrantState | None) -> None:
        """Say which grant the actions are about."""
        self._state = state
        self._chosen = state.request.id if state is not None else None
        self.files.chosen = self._chosen
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(state is not None)
        if state is None:
            # Side by side their buttons would widen a panel that opens before it is read.
            for action in (self.send_action, self.grant_action, self.receive_action):
                action.setVisible(False)
        else:
            self._offer_steps(state)

    def _offer_steps(self, state: GrantState) -> None:
        """Show the steps that lead on from where a grant is."""
        request = state.request
        is_granted = request.state is RequestState.GRANTED
        is_draft, is_open = request.state is RequestState.DRAFT, request.state in _OPEN
        self.send_action.setVisible(is_draft)
        self.early_action.setVisible(is_draft)
        self.grant_action.setVisible(request.state is RequestState.SENT)
        for action in (self.refuse_action, self.withdraw_action):
            action.setVisible(is_open)
        self.reopen_action.setVisible(not is_draft)
        self.receive_action.setVisible(state.due > ZERO)
        self.tie_action.setVisible(request.award is not None)
        self.return_action.setVisible(request.award is not None and request.award.held > ZERO)
        self.report_sent_action.setVisible(is_granted)
        is_sent = request.report_sent_on is not None
        text = _("Report not sent after all") if is_sent else _("Report sent…")
        self.report_sent_action.setText(text)
        for action in (
            self.report_action,
            self.report_paper_action,
            self.report_workbook_action,
        ):
            action.setVisible(is_granted)

    # the form

    @Slot()
    def _on_record(self) -> None:
        self.asking.add()

    @Slot()
    def _on_change(self) -> None:
        if self._chosen is not None:
            self.asking.change(self._chosen)

    def _follow_change(self, _key: object) -> None:
        self._on_change()

    @Slot()
    def _on_remove(self) -> None:
        self._send_chosen(self._service.remove)

    def _add_condition(self, _key: object) -> None:
        if self._state is None:
            return
        content = self._state.request.content
        partner = None
        if content.funder_id is not None:
            partner = Choice(content.funder_id, self._state.request.funder_name)
        self.conditions.add(
            Start(partner, content.agreement_id, Side.OURS, self._state.request.id)
        )

    # its parts

    def _ask_part(self, ask: Callable[[GrantState], None], _key: object = None) -> None:
        if self._state is not None:
            ask(self._state)

    @Slot()
    def _on_report(self) -> None:
        self._ask_part(self.parts.write_report)

    @Slot()
    def _on_table(self) -> None:
        self._ask_part(self.parts.show_table)

    # its steps

    def _ask_day(
        self, step: Step, command: Callable[[int, dt.date], Outcome[GrantRequest]]
    ) -> None:
        if self._state is not None:
            request = self._state.request
            about = (request.content.title, request.funder_name)
            make = partial(DayDialog, self._desk, step, about, self._window)
            self.asker.ask(make, partial(command, request.id))

    @Slot()
    def _on_send(self) -> None:
        hint = _("The request waits for its answer from then on.")
        step = Step(_("Note that the request was sent"), _("Sent on"), hint, "asked_on")
        self._ask_day(step, self._service.send)

    @Slot()
    def _on_refuse(self) -> None:
        hint = _("It stays in the list, for the next time that you ask.")
        step = Step(_("Note that it was refused"), _("Answered on"), hint, "decided_on")
        self._ask_day(step, self._service.refuse)

    @Slot()
    def _on_withdraw(self) -> None:
        hint = _("You ask no more: the project changed, or others pay for it.")
        step = Step(_("Note that it was withdrawn"), _("Withdrawn on"), hint, "decided_on")
        self._ask_day(step, self._service.withdraw)

    @Slot()
    def _on_grant(self) -> None:
        if self._state is not None:
            self.asking.grant(self._state.request)

    @Slot()
    def _on_reopen(self) -> None:
        self._send_chosen(self._service.reopen)

    @Slot()
    def _on_report_sent(self) -> None:
        if self._state is None:
            return
        if self._state.request.report_sent_on is not None:
            self._send(partial(self._service.send_report, self._state.request.id, None))
            return
        hint = _("The funder has the form, the tables and what was done.")
        step = Step(
            _("Note that the report was sent"),
            _("Sent to the funder on"),
            hint,
            "report_sent_on",
        )
        self._ask_day(step, self._service.send_report)

    def _follow_report_sent(self, _key: object) -> None:
        self._on_report_sent()

    # its money

    @Slot()
    def _on_receive(self) -> None:
        award = self._state.request.award if self._state is not None else None
        if award is not None:
            self.asking.receive(award)

    @Slot()
    def _on_tie(self) -> None:
        award = self._state.request.award if self._state is not None else None
        if award is not None:
            self.asking.tie(award)

    def _follow_tie(self, _key: object) -> None:
        self._on_tie()

    # papers

    def _follow_application(self, _key: object) -> None:
        self._write(Paper.APPLICATION)

    def _write(self, paper: Paper) -> None:
        if self._state is not None:
            request = self._state.request
            ask_paper(
                self._desk.services, self._writing, paper, request.id, request.content.title
            )
