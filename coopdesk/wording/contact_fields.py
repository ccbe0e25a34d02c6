"""What the fields of a contact are called: in the mapping of a file, a preview, an export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contact_imports import CUSTOM
from coopdesk.domain.contacts import Civility
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELD_LABELS: dict[str, str] = {
    "contact_id": N_("CoopDesk number"),
    "kind": N_("Kind"),
    "civility": N_("Civility"),
    "last_name": N_("Last name"),
    "first_name": N_("First name"),
    "full_name": N_("Full name"),
    "organisation": N_("Organisation"),
    "organisation_name": N_("Organisation"),
    "ties": N_("Organisation"),
    "role": N_("Role"),
    "acronym": N_("Acronym"),
    "legal_form": N_("Legal form"),
    "organisation_kind": N_("Kind of organisation"),
    "siren": N_("SIREN"),
    "siret": N_("SIRET"),
    "rna": N_("RNA"),
    "parent": N_("Parent organisation"),
    "email": N_("E-mail"),
    "emails": N_("Other e-mails"),
    "phone": N_("Telephone"),
    "phones": N_("Other phones"),
    "address": N_("Full address"),
    "addresses": N_("Other addresses"),
    "street": N_("Number and street"),
    "complement": N_("Address complement"),
    "postal_code": N_("Postcode"),
    "city": N_("Town"),
    "country": N_("Country"),
    "website": N_("Web site"),
    "birth_on": N_("Birth date"),
    "language": N_("Language"),
    "sector": N_("Sector"),
    "discipline": N_("Discipline"),
    "number": N_("Member number"),
    "reference": N_("Number in the other program"),
    "tags": N_("Tags"),
    "groups": N_("Groups"),
    "newsletter": N_("Newsletter"),
    "public_thanks": N_("Public thanks"),
    "photo": N_("Photos"),
    "member_since": N_("Member since"),
    "picture": N_("Photo"),
    "note": N_("Note"),
    "exported_at": N_("Exported on"),
    "kept": N_("Keep in the note"),
    "ignored": N_("Leave out"),
}

_CONSENTS = frozenset({"newsletter", "public_thanks", "photo"})


def field_text(name: str, custom: Mapping[int, str] | None = None) -> str:
    """Return what a field or a cell is called; ``custom`` are own fields' names by id."""
    if name.startswith(CUSTOM):
        return (custom or {}).get(int(name.removeprefix(CUSTOM)), name)
    return _(FIELD_LABELS[name])


def cell_shown(name: str, text: str) -> str:
    """Return a cell of a preview as people read it: codes by their labels."""
    if not text:
        return ""
    if name == "civility":
        return label(Civility(text))
    if name == "organisation_kind":
        return label(OrganisationKind(text))
    if name in _CONSENTS or name == "picture":
        return _("Yes") if text == "1" else _("No")
    return text
