"""What can be done with the membership that is open or selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.members import MemberStatus
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.members import Membership, MembershipLine
    from coopdesk.ui.members.editing import MembershipEditor
    from coopdesk.ui.members.panel import MembershipPanel
    from coopdesk.ui.members.papers.making import PaperMaking
    from coopdesk.ui.page import Page
    from coopdesk.ui.record_list import RecordList
    from coopdesk.ui.widgets.list_detail import ListDetail


class RecordActions(QObject):
    """The actions of one membership; ``rule`` tells them what they are about."""

    def __init__(self, page: Page, editor: MembershipEditor, papers: PaperMaking) -> None:
        super().__init__(page)
        self._desk = page.desk
        self._service = page.desk.services.members
        self._editor = editor
        self._papers = papers
        make = page.make_action
        self.pay_action = make(_("Payment…"), "wallet", self._on_pay, keys="Ctrl+Shift+R")
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change, keys="F2")
        self.open_contact_action = make(
            _("Open the contact"), "user", self._on_open_contact, keys="Ctrl+D"
        )
        self.certificate_action = make(
            _("Membership certificate…"), "medal", self._on_certificate
        )
        self.depart_action = make(_("Record a departure…"), "user-minus", self._on_depart)
        self.come_back_action = make(
            _("Take the departure back"), "arrow-counter-clockwise", self._on_come_back
        )
        self.cancel_action = make(
            _("Cancel the membership"), "x-circle", self._on_cancel, keys="Del"
        )

    def rule(self, records: RecordList, detail: ListDetail, panel: MembershipPanel) -> None:
        """Act on what this list has chosen, and stand in its menu and in the panel."""
        self._records, self._detail, self._panel = records, detail, panel
        records.table.addActions(list(self.all))
        panel.add_action(self.change_action)
        panel.add_action(self.pay_action)
        panel.add_rare_actions(self.all[2:])

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, the usual ones first."""
        return (
            self.pay_action,
            self.change_action,
            self.open_contact_action,
            self.certificate_action,
            self.depart_action,
            self.come_back_action,
            self.cancel_action,
        )

    def refresh(self) -> None:
        """Offer what has a meaning for the membership that is chosen."""
        chosen = self._detail.chosen_id is not None
        for action in self.all[1:]:
            action.setEnabled(chosen)
        sheet = self._panel.sheet if self._detail.shown_id is not None else None
        if sheet is not None:
            has_left = sheet.line.status is MemberStatus.LEFT
            self.depart_action.setEnabled(not has_left)
            self.come_back_action.setEnabled(has_left)
            self.cancel_action.setEnabled(sheet.line.cancelled_on is None)

    # what is done

    @Slot()
    def _on_pay(self) -> None:
        """Settle what is selected, or ask who pays."""
        ids = self._records.selected_ids
        shown = self._detail.shown_id
        self._editor.pay(None, (shown,) if shown is not None and len(ids) < 2 else ids)

    @Slot()
    def _on_change(self) -> None:
        if self._detail.chosen_id is not None:
            self._editor.change(self._detail.chosen_id)

    @Slot()
    def _on_open_contact(self) -> None:
        self._with_chosen(self._open_contact)

    def _open_contact(self, membership: Membership) -> None:
        self._desk.navigator.open("contacts", membership.content.contact_id)

    @Slot()
    def _on_depart(self) -> None:
        chosen = self._detail.chosen_id
        if chosen is not None:
            call = partial(self._service.lines, [chosen])
            self._desk.tasks.query(self, call, self._on_departing, replaces="chosen")

    def _on_departing(self, lines: list[MembershipLine]) -> None:
        for line in lines:
            self._editor.depart(Choice(line.contact_id, line.name))

    @Slot()
    def _on_come_back(self) -> None:
        self._with_chosen(self._come_back)

    def _come_back(self, membership: Membership) -> None:
        call = partial(self._service.come_back, membership.content.contact_id)
        self._desk.tasks.command(self, call)

    @Slot()
    def _on_cancel(self) -> None:
        chosen = self._detail.chosen_id
        if chosen is not None:
            self._desk.tasks.command(self, partial(self._service.cancel, chosen))

    @Slot()
    def _on_certificate(self) -> None:
        self._with_chosen(self._certify)

    def _certify(self, membership: Membership) -> None:
        get = partial(self._desk.services.contacts.get, membership.content.contact_id)
        self._desk.tasks.query(self, get, partial(self._on_holder, membership))

    def _on_holder(self, membership: Membership, contact: Contact) -> None:
        self._papers.certify(contact.id, contact.display_name, membership.id)

    def _with_chosen(self, then: Callable[[Membership], None]) -> None:
        chosen = self._detail.chosen_id
        if chosen is not None:
            get = partial(self._service.get, chosen)
            self._desk.tasks.query(self, get, then, replaces="chosen")
