"""Opens the form of a contact from any page and sends what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.contacts.choices import choice_of_contact
from coopdesk.ui.contacts.dialog import ContactDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact, NewContact
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice


@dataclass(frozen=True, slots=True)
class Known:
    """What the form needs to know: the contact, and what it can be completed from."""

    fields: Sequence[CustomField]
    tags: Sequence[str]
    contact: Contact | None = None
    parent: Choice | None = None
    household: tuple[str, ...] = ()


class ContactEditor(QObject):
    """Records and changes contacts over a page or a dialog.

    With ``picks`` a contact that resembles the name is taken instead of a new one; otherwise
    the person goes to it, which closes the form like Escape does.
    """

    saved = Signal(object)  # Contact
    existing_chosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget, *, picks: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._picks = picks
        self._leaves_for: int | None = None
        self.dialog: ContactDialog | None = None

    @Slot()
    def add(self, start: NewContact | None = None) -> None:
        """Ask for a new contact."""
        self._open(start, None)

    def change(self, contact_id: int) -> None:
        """Ask what is to change of a contact."""
        get = partial(_read_all, self._desk.services, contact_id)
        self._desk.tasks.query(self, get, self._on_contact, replaces="contact")

    def _on_contact(self, known: Known) -> None:
        assert known.contact is not None
        self._open(known.contact.profile, known.contact.id)
        self._on_known(known)
        if self.dialog is not None:
            self.dialog.show_parent(known.parent)
            self.dialog.show_household(known.household)
            self.dialog.form.is_dirty = False

    def _on_known(self, known: Known) -> None:
        if self.dialog is not None:
            self.dialog.offer(known.fields, known.tags)

    def _open(self, start: NewContact | None, contact_id: int | None) -> None:
        if self.dialog is not None:
            return
        if contact_id is None:
            ask = partial(_read_all, self._desk.services, None)
            self._desk.tasks.query(self, ask, self._on_known, replaces="known")
        verb = _("Choose") if self._picks else _("Open")
        dialog = ContactDialog(self._desk, self._window, start, contact_id, similar_verb=verb)
        if self._picks:
            dialog.repeat_button.hide()
        self.dialog = dialog
        self._contact_id = contact_id
        dialog.submitted.connect(self._on_submitted)
        dialog.existing_chosen.connect(self._on_existing_chosen)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, new: NewContact) -> None:
        dialog, contacts = self.dialog, self._desk.services.contacts
        if dialog is None:
            return
        self._leaves_for = None
        call: partial[Outcome[Contact]] = (
            partial(contacts.add, new)
            if self._contact_id is None
            else partial(contacts.change, self._contact_id, new)
        )
        self._desk.tasks.command(
            dialog, call, self._on_saved, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_saved(self, contact: Contact) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self.saved.emit(contact)

    @Slot(int)
    def _on_existing_chosen(self, contact_id: int) -> None:
        if self.dialog is None:
            return
        self._leaves_for = contact_id
        if self._picks:
            self.dialog.form.is_dirty = False
        self.dialog.reject()

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        chosen, self._leaves_for, self.dialog = self._leaves_for, None, None
        if chosen is not None and result == ContactDialog.DialogCode.Rejected:
            self.existing_chosen.emit(chosen)


def _read_all(services: Services, contact_id: int | None) -> Known:
    """Read what the form of a contact needs; runs on the worker."""
    fields, tags = services.custom_fields.all(), services.contacts.tags()
    if contact_id is None:
        return Known(fields, tags)
    contact = services.contacts.get(contact_id)
    parent_id = contact.profile.parent_id
    parent = None if parent_id is None else choice_of_contact(services.contacts.get(parent_id))
    return Known(fields, tags, contact, parent, _others_at_home(services, contact))


def _others_at_home(services: Services, contact: Contact) -> tuple[str, ...]:
    """Return the names of those who live with a contact."""
    household = services.households.of(contact.id)
    if household is None:
        return ()
    pairs = zip(household.member_ids, household.member_names, strict=True)
    return tuple(name for key, name in pairs if key != contact.id)
