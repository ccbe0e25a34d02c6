"""What of a contact tells it from others, in the form that double contacts are found by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import PointKind
from coopdesk.domain.duplicates import Identity

if TYPE_CHECKING:
    from coopdesk.domain.contacts import NewContact

_SIREN_DIGITS = 9


def identity_of(contact: NewContact, contact_id: int | None = None) -> Identity:
    """Return the identity of a contact; ``contact_id`` is None while it is being typed."""
    address = contact.address
    return Identity(
        id=contact_id,
        kind=contact.kind,
        last_name=contact.last_name,
        first_name=contact.first_name,
        organisation_name=contact.organisation_name,
        acronym=contact.acronym,
        emails=_all(contact, PointKind.EMAIL, contact.email),
        phones=_all(contact, PointKind.PHONE, contact.phone),
        postal_code=address.postal_code,
        city=address.city,
        street=address.street,
        siren=contact.siren or contact.siret[:_SIREN_DIGITS],
        website=contact.website,
        born_on=contact.birth_on,
        civility=contact.civility,
    )


def _all(contact: NewContact, kind: PointKind, main: str) -> tuple[str, ...]:
    further = [point.value for point in contact.points if point.kind is kind]
    return tuple(value for value in (main, *further) if value)
