"""What the fields of a contact are called: in the mapping of a file, a preview, an export."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contact_imports import CUSTOM
from coopdesk.domain.contacts import Civility
from coopdesk.wording.custom_values import value_text
from coopdesk.wording.formats import country_text, day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _
from coopdesk.wording.languages import language_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.domain.custom_fields import CustomField

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
    "fiscal_year_end": N_("End of its fiscal year"),
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


def _yes_or_no(text: str) -> str:
    return _("Yes") if text == "1" else _("No")


def _day(text: str) -> str:
    return day_text(dt.date.fromisoformat(text))


# Cells that are stored otherwise than people read them.
_SHOWN: Mapping[str, Callable[[str], str]] = {
    "civility": lambda text: label(Civility(text)),
    "organisation_kind": lambda text: label(OrganisationKind(text)),
    "country": country_text,
    "language": language_text,
    "birth_on": _day,
    "newsletter": _yes_or_no,
    "public_thanks": _yes_or_no,
    "photo": _yes_or_no,
    "picture": _yes_or_no,
}


def field_text(name: str, fields: Mapping[int, CustomField] | None = None) -> str:
    """Return what a field or a cell is called; ``fields`` are the association's own by id."""
    if name.startswith(CUSTOM):
        own = _own(name, fields)
        return own.content.name if own is not None else name
    return _(FIELD_LABELS[name])


def cell_shown(name: str, text: str, fields: Mapping[int, CustomField] | None = None) -> str:
    """Return a cell of a preview as people read it: codes by their labels, days, amounts."""
    if not text:
        return ""
    own = _own(name, fields) if name.startswith(CUSTOM) else None
    if own is not None:
        return value_text(own, text)
    return _SHOWN[name](text) if name in _SHOWN else text


def _own(name: str, fields: Mapping[int, CustomField] | None) -> CustomField | None:
    return (fields or {}).get(int(name.removeprefix(CUSTOM)))
