"""Makes the start of a new contact out of a name typed elsewhere."""

from __future__ import annotations

from coopdesk.domain.contacts import NewContact


def contact_named(typed: str) -> NewContact:
    """Take the last word for the last name; the form shows what was understood."""
    first, _space, last = typed.rpartition(" ")
    return NewContact(first_name=_capital(first), last_name=_capital(last))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
