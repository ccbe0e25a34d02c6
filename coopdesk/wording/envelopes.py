"""What stands on an envelope to a contact: civility and country in French."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.postal_lines import envelope
from coopdesk.wording.formats import country_text

if TYPE_CHECKING:
    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.postal_lines import Envelope

# Mail goes through French hands, whatever the language of the window.
_FRENCH = "fr"
_CIVILITIES = {Civility.MADAM: "Mme", Civility.SIR: "M."}


def contact_envelope(profile: NewContact, address: PostalAddress | None = None) -> Envelope:
    """Return the lines for a contact at its own address, or at another of its addresses."""
    at = profile.address if address is None else address
    is_organisation = profile.kind is ContactKind.ORGANISATION
    return envelope(
        addressee_lines(profile),
        at,
        is_organisation=is_organisation,
        country_name=country_text(at.country, _FRENCH),
    )


def household_envelope(name: str, address: PostalAddress) -> Envelope:
    """Return the lines for those who live together, under the name of their household."""
    return envelope([name], address, country_name=country_text(address.country, _FRENCH))


def addressee_lines(profile: NewContact) -> tuple[str, ...]:
    """Return civility and name; for an organisation its name, then who reads it there."""
    person = f"{profile.first_name} {profile.last_name}".strip()
    if person:
        person = f"{_CIVILITIES.get(profile.civility, '')} {person}".strip()
    is_organisation = profile.kind is ContactKind.ORGANISATION
    names = (profile.organisation_name if is_organisation else "", person)
    return tuple(name for name in names if name)
