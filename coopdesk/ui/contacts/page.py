"""Contacts: everybody the association knows, and all that is known of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from typing_extensions import override

from coopdesk.domain.contact_conditions import Rule, RuleGroup
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.errors import RuleError
from coopdesk.domain.home_places import EVERYBODY
from coopdesk.services.outcome import Subject
from coopdesk.ui.contacts.choices import choice_of_contact
from coopdesk.ui.contacts.columns import contact_columns
from coopdesk.ui.contacts.double_actions import DoubleActions
from coopdesk.ui.contacts.editing import ContactEditor
from coopdesk.ui.contacts.exporting import ContactExporting
from coopdesk.ui.contacts.narrowing import Narrowing
from coopdesk.ui.contacts.panel import ContactPanel
from coopdesk.ui.contacts.printing import ContactPrinting
from coopdesk.ui.contacts.record_actions import RecordActions
from coopdesk.ui.contacts.sheet_parts import envelope_text
from coopdesk.ui.donations.editing import DonationEditor
from coopdesk.ui.members.editing import MembershipEditor
from coopdesk.ui.page import Page, Role
from coopdesk.ui.recent_records import note_opened, remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact, ContactFilter
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.services.contacts import ContactService
    from coopdesk.ui.desk import Desk

_SUBJECTS = frozenset(
    {
        Subject.BANK,
        Subject.CONTACTS,
        Subject.DONATIONS,
        Subject.MEMBERS,
        Subject.PAYMENTS,
        Subject.RECEIPTS,
    }
)
# The filter names an own field that is not there, or not what it was.
_LAPSED = frozenset({"filter.field_gone", "filter.field_changed"})


class ContactPage(Page):
    """The list of contacts with the record of the one that is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Contacts"), _SUBJECTS, parent)
        self._service = desk.services.contacts
        self._to_select: int | None = None
        self._row_to_select: int | None = None
        self.editor = ContactEditor(desk, self)
        self.editor.saved.connect(self._on_saved)
        self.editor.existing_chosen.connect(self._on_existing_chosen)
        self.gifts = DonationEditor(desk, self)
        self.memberships = MembershipEditor(desk, self)
        self._make_actions()
        self.doings = RecordActions(self, self._ids_to_do_with)
        self._lay_out_body()

    def _make_actions(self) -> None:
        make = self.make_action
        self.add_action = make(_("New contact…"), "plus", self.editor.add, Role.NEW)
        self.edit_action = make(_("Change…"), "pencil-simple", self._on_edit, keys="F2")
        self.record_gift_action = make(
            _("Record a gift…"), "gift", self._on_record_gift, keys="Ctrl+D"
        )
        self.record_membership_action = make(
            _("Record a membership…"),
            "identification-card",
            self._on_record_membership,
            keys="Ctrl+M",
        )
        self.copy_action = make(
            _("Copy the address"), "copy", self._on_copy, keys="Ctrl+Shift+C"
        )
        self.archive_action = make(_("Archive"), "archive", self._on_archive, keys="Del")
        self.restore_action = make(_("Restore"), "arrow-counter-clockwise", self._on_restore)
        self.import_action = make(_("Import a file…"), "download-simple", self._on_import)
        self.removeAction(self.import_action)
        self.exporting = ContactExporting(self.desk, self)
        self.export_action = make(
            _("Export contacts…"), "upload-simple", self._on_export, Role.EXPORT
        )
        self.groups_action = make(_("Groups…"), "users-three", self._on_groups)
        self.set_primary(self.add_action)

    @property
    def _record_actions(self) -> tuple[QAction, ...]:
        return (
            self.edit_action,
            self.record_gift_action,
            self.record_membership_action,
            self.copy_action,
            *self.doings.about_one,
            self.archive_action,
            self.restore_action,
            self.doings.bin_action,
            self.doings.erase_action,
        )

    def _lay_out_body(self) -> None:
        self.narrowing = Narrowing(self.desk, self)
        self.search, self.shown = self.narrowing.search, self.narrowing.shown
        self.filters = self.narrowing.filters
        self.filter_action = self.filters.build_action
        self.add_tool(self.filter_action)
        self.body.addWidget(self.filters.views)
        self.add_search(self.search, self.shown)
        self.body.addWidget(self.filters.chips)
        self.body.addWidget(self.filters.notice)
        self.list = RecordList(self.desk, "contacts", contact_columns(), self._service.lines)
        self.list.set_accessible_name(_("List of contacts"))
        self.list.set_empty(self._empty_state())
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions(list(self._record_actions))
        self.panel = ContactPanel(self.desk)
        self.panel.add_action(self.edit_action)
        self.panel.add_action(self.record_gift_action)
        self.panel.add_action(self.restore_action)
        self.panel.add_rare_actions(self._record_actions[2:])
        self.doings.follow(self.panel)
        self.doings.left.connect(self._on_left)
        self.detail = ListDetail(self.list, self.panel)
        self.body.addWidget(self.detail, 1)
        self.search.leads_to(self.list)
        self.narrowing.changed.connect(self._read_list)
        self.list.sort_changed.connect(self._read_list)
        self.list.clear_requested.connect(self.clear_filters)
        self.list.selection_changed.connect(self._on_selection_changed)
        self.doubles = DoubleActions(self, self.list)
        self.add_more(self.export_action)
        self.add_more(self.import_action)
        self.printing = ContactPrinting(self, self.list, self.narrowing)
        self.add_more(self.groups_action)
        self.detail.wanted.connect(self.panel.show_contact)
        remember_opened(self.desk, "contact", self.detail)
        self.detail.covered.connect(self._on_covered)
        self.panel.read.connect(self._on_read)
        self._refresh_actions()

    def _empty_state(self) -> EmptyState:
        sentence = _(
            "Members, donors, partners: each person or organisation is recorded once here. "
            "Record the first one, or import a file: HelloAsso, another program, a table."
        )
        empty = EmptyState("users", _("No contact yet"), sentence)
        empty.offer(self.add_action, primary=True)
        empty.offer(self.import_action)
        return empty

    # the list

    @override
    @Slot()
    def reload(self) -> None:
        # The record first: whether it is archived or gone decides what the list must show.
        self.detail.read_again()
        fields = self.desk.services.custom_fields.all
        self.desk.tasks.query(self, fields, self._on_fields, replaces="fields")
        self.filters.reload()
        self._read_list()

    @Slot()
    def _read_list(self) -> None:
        sort, descending = self.list.sort
        wanted = self.narrowing.wanted(sort, descending=descending)
        call = partial(_read_list, self._service, wanted)
        self.desk.tasks.query(self, call, self._on_ids, replaces="ids")

    def _on_fields(self, fields: list[CustomField]) -> None:
        before = self.list.sort
        self.list.set_columns(contact_columns(fields))
        if self.list.sort != before:
            # Sorted by an own field that came, or that is gone.
            self._read_list()

    def _on_ids(self, found: tuple[list[int], int]) -> None:
        ids, count = found
        self.set_sentence(self.narrowing.count_text(len(ids), count))
        self.list.set_ids(ids, self.narrowing.words)
        self._select_wanted()
        self._refresh_actions()

    def _select_wanted(self) -> None:
        """Select what was just recorded or asked for, loosening the filters if they hide it."""
        wanted, row = self._to_select, self._row_to_select
        self._to_select = self._row_to_select = None
        if wanted is not None and not self.list.table.select_id(wanted):
            self._loosen(wanted)
        elif wanted is None and row is not None and self.list.model.rowCount():
            last = self.list.model.rowCount() - 1
            self.list.table.select_id(self.list.model.id_at(min(row, last)))

    def _loosen(self, wanted: int) -> None:
        contact = self.panel.contact
        if self.narrowing.words:
            self._to_select = wanted
            self.clear_filters()
        elif contact is not None and self.narrowing.show_state(contact.state):
            self._to_select = wanted
            self._read_list()

    @Slot()
    def clear_filters(self) -> None:
        """Show everybody who is not archived."""
        self.narrowing.clear()
        self._read_list()

    @override
    def show_target(self, target: object) -> None:
        if target == EVERYBODY:
            self.detail.close_record()
            self.narrowing.clear()
            self._read_list()
        if isinstance(target, Rule | RuleGroup):
            self.detail.close_record()
            self.narrowing.show_condition(target)
            self._read_list()
        if isinstance(target, int):
            self._to_select = target
            self.detail.open_record(target)
            self.reload()

    # the record

    @Slot(object)
    def _on_read(self, contact: Contact | None) -> None:
        if contact is None:
            # Taken back meanwhile: there is nothing to show any more.
            self.detail.close_record()
        self._refresh_actions()

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        self.narrowing.set_covered(covered=covered)

    # what is chosen

    @property
    def _chosen_ids(self) -> tuple[int, ...]:
        """The contacts that are archived or restored together."""
        if len(self.list.selected_ids) > 1:
            return self.list.selected_ids
        return () if self.detail.chosen_id is None else (self.detail.chosen_id,)

    def _ids_to_do_with(self) -> tuple[int, ...]:
        return self._chosen_ids

    @Slot()
    def _on_selection_changed(self) -> None:
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        one = self.detail.chosen_id is not None
        contact = self.panel.contact if self.detail.shown_id is not None else None
        state = self.narrowing.wanted().state
        if contact is not None:
            state = contact.state
        for action in self._record_actions:
            action.setEnabled(one)
        away = state is not ContactState.ACTIVE
        self.record_gift_action.setVisible(not away)
        self.record_membership_action.setVisible(not away)
        self.archive_action.setVisible(not away)
        self.archive_action.setEnabled(one and not away)
        self.restore_action.setVisible(away)
        self.restore_action.setEnabled(one and away)
        self.doings.refresh(state, contact)

    # what is done

    @Slot()
    def _on_edit(self) -> None:
        if self.detail.chosen_id is not None:
            self.editor.change(self.detail.chosen_id)

    @Slot(object)
    def _on_saved(self, contact: Contact) -> None:
        """The list is read again because contacts changed; here only whom to show then."""
        self._to_select = contact.id
        note_opened(self.desk, "contact", contact.id)

    @Slot(int)
    def _on_existing_chosen(self, contact_id: int) -> None:
        self.show_target(contact_id)

    @Slot()
    def _on_record_gift(self) -> None:
        if self.detail.chosen_id is not None:
            get = partial(self._service.get, self.detail.chosen_id)
            self.desk.tasks.query(self, get, self._on_donor, replaces="donor")

    def _on_donor(self, donor: Contact) -> None:
        self.gifts.add(choice_of_contact(donor))

    @Slot()
    def _on_record_membership(self) -> None:
        if self.detail.chosen_id is not None:
            get = partial(self._service.get, self.detail.chosen_id)
            self.desk.tasks.query(self, get, self._on_member, replaces="member")

    def _on_member(self, member: Contact) -> None:
        self.memberships.add(choice_of_contact(member))

    @Slot()
    def _on_copy(self) -> None:
        if self.detail.chosen_id is not None:
            get = partial(self._service.get, self.detail.chosen_id)
            self.desk.tasks.query(self, get, self._on_contact_to_copy, replaces="copy")

    def _on_contact_to_copy(self, contact: Contact) -> None:
        QGuiApplication.clipboard().setText(envelope_text(contact))
        self.desk.feedback.tell(_("Name and address copied."))

    @Slot()
    def _on_archive(self) -> None:
        self.doings.send(self._service.archive)

    @Slot()
    def _on_restore(self) -> None:
        self.doings.send(self._service.restore)

    @Slot(object)
    def _on_left(self, ids: Sequence[int]) -> None:
        """Go on at the next contact, so that several can be put away in a row."""
        self._row_to_select = self.list.model.row_of(ids[0])

    @Slot()
    def _on_export(self) -> None:
        """Write what is selected, or else all that is listed, in the order of the list."""
        selected = self.list.selected_ids
        sort, descending = self.list.sort
        listed = self.narrowing.wanted(sort, descending=descending)
        self.exporting.ask(selected if len(selected) > 1 else listed)

    @Slot()
    def _on_groups(self) -> None:
        self.desk.navigator.open("groups")

    @Slot()
    def _on_import(self) -> None:
        self.desk.navigator.open("imports")


def _read_list(service: ContactService, wanted: ContactFilter) -> tuple[list[int], int]:
    """Return the ids to list and how many contacts there are; runs on the worker."""
    try:
        ids = service.ids(wanted)
    except RuleError as error:
        if error.code not in _LAPSED:
            raise
        ids = []  # above the list stands why
    return ids, service.count()
