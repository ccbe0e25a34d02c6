"""Makes the start of a new contact out of a name typed elsewhere."""

from __future__ import annotations

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.wording.formats import capital


def contact_named(typed: str, kind: ContactKind = ContactKind.PERSON) -> NewContact:
    """Take the last word of a person for the last name; the form shows what was understood."""
    if kind is ContactKind.ORGANISATION:
        return NewContact(kind=kind, organisation_name=capital(typed))
    first, _space, last = typed.rpartition(" ")
    return NewContact(first_name=capital(first), last_name=capital(last))
