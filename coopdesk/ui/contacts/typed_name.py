"""Makes the start of a new contact out of a name typed elsewhere."""

from __future__ import annotations

from coopdesk.domain.contacts import ContactKind, NewContact


def contact_named(typed: str, kind: ContactKind = ContactKind.PERSON) -> NewContact:
    """Take the last word of a person for the last name; the form shows what was understood."""
    if kind is ContactKind.ORGANISATION:
        return NewContact(kind=kind, organisation_name=_capital(typed))
    first, _space, last = typed.rpartition(" ")
    return NewContact(first_name=_capital(first), last_name=_capital(last))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
