"""Contacts as choices of a picker and as answers of Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactFilter, ContactKind
from coopdesk.ui.contacts.columns import KIND_ICONS
from coopdesk.ui.desk import Desk, Hit
from coopdesk.ui.widgets.contact_picker import Choice

if TYPE_CHECKING:
    from coopdesk.domain.contacts import Contact, ContactLine

_HITS = 6
_CHOICES = 10


def find_choices(desk: Desk, text: str) -> list[Choice]:
    """Return whom a picker offers for what is being typed; runs on the worker."""
    return [choice_of(line) for line in desk.services.contacts.suggest(text)]


def find_organisations(desk: Desk, text: str) -> list[Choice]:
    """Return the organisations that a picker offers; runs on the worker."""
    wanted = ContactFilter(text=text, kind=ContactKind.ORGANISATION)
    return [choice_of(line) for line in desk.services.contacts.find(wanted, _CHOICES)]


def find_persons(desk: Desk, text: str) -> list[Choice]:
    """Return the persons that a picker offers; runs on the worker."""
    wanted = ContactFilter(text=text, kind=ContactKind.PERSON)
    return [choice_of(line) for line in desk.services.contacts.find(wanted, _CHOICES)]


def choice_of(line: ContactLine) -> Choice:
    """Return a contact as a choice, told from namesakes by town or e-mail."""
    return Choice(line.id, line.name, line.town or line.email)


def choice_of_contact(contact: Contact) -> Choice:
    """Return a whole contact as a choice."""
    profile = contact.profile
    detail = profile.address.town_line or profile.email
    return Choice(contact.id, contact.display_name, detail)


def find_contacts(desk: Desk, text: str) -> list[Hit]:
    """Return the contacts that Ctrl+K shows; runs on the worker."""
    return [
        Hit(line.name, line.town or line.email, KIND_ICONS[line.kind], "contacts", line.id)
        for line in desk.services.contacts.suggest(text, _HITS)
    ]
