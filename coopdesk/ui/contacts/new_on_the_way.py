"""Records somebody new on the way, from a form that asks for a contact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.contacts import ContactKind
from coopdesk.ui.contacts.choices import choice_of_contact
from coopdesk.ui.contacts.editing import ContactEditor
from coopdesk.ui.contacts.typed_name import contact_named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import Contact
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import ContactPicker


class NewOnTheWay(QObject):
    """Lets a picker of a form offer a new contact, and takes who was recorded or found.

    ``kind`` is what the new one most likely is; the person can choose otherwise.
    """

    def __init__(self, desk: Desk, form: QWidget, picker: ContactPicker) -> None:
        super().__init__(form)
        self._desk = desk
        self._picker = picker
        self.kind = ContactKind.PERSON
        self.editor = ContactEditor(desk, form, picks=True)
        self.editor.saved.connect(self._on_saved)
        self.editor.existing_chosen.connect(self._on_existing)
        picker.offer_new()
        picker.new_requested.connect(self._on_new)

    @Slot(str)
    def _on_new(self, typed: str) -> None:
        self.editor.add(contact_named(typed, self.kind))

    @Slot(int)
    def _on_existing(self, contact_id: int) -> None:
        get = partial(self._desk.services.contacts.get, contact_id)
        self._desk.tasks.query(self, get, self._on_saved)

    def _on_saved(self, contact: Contact) -> None:
        self._picker.set_contact(choice_of_contact(contact))
        self._picker.go_on()
