"""Two contacts side by side, and what a merge moves, in words."""

from __future__ import annotations

import datetime as dt
import enum
from typing import TYPE_CHECKING, Any

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.custom_fields import typed_text
from coopdesk.domain.duplicates import SURE
from coopdesk.domain.merging import CUSTOM_PREFIX
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.merging import MergeField, MergeSheet

LIKELY = 75

FIELD_TEXTS: dict[str, str] = {
    "acronym": N_("Acronym"),
    "address": N_("Address"),
    "birth_on": N_("Birth date"),
    "civility": N_("Civility"),
    "discipline": N_("Discipline"),
    "email": N_("E-mail"),
    "first_name": N_("First name"),
    "fiscal_year_end": N_("End of its fiscal year"),
    "household_id": N_("Household"),
    "language": N_("Language"),
    "last_name": N_("Last name"),
    "legal_form": N_("Legal form"),
    "number": N_("Member number"),
    "organisation_kind": N_("Kind of organisation"),
    "organisation_name": N_("Name of the organisation"),
    "parent_id": N_("Belongs to"),
    "phone": N_("Phone"),
    "photo_id": N_("Photo"),
    "rna": N_("RNA"),
    "sector": N_("Sector"),
    "siren": N_("SIREN"),
    "siret": N_("SIRET"),
    "website": N_("Web site"),
}

# What only the program counts has no words.
_COUNTED: dict[str, Callable[[int], str]] = {
    "affiliation": lambda n: ngettext(
        "{count} tie to an organisation", "{count} ties to organisations", n
    ),
    "campaign_person": lambda n: ngettext(
        "{count} team of a campaign", "{count} teams of campaigns", n
    ),
    "agreement": lambda n: ngettext(
        "{count} agreement with partners", "{count} agreements with partners", n
    ),
    "agreement_signatory": lambda n: ngettext(
        "{count} signature of an agreement", "{count} signatures of agreements", n
    ),
    "bank_rule": lambda n: ngettext(
        "{count} rule of reconciliation", "{count} rules of reconciliation", n
    ),
    "commitment": lambda n: ngettext(
        "{count} commitment of a partnership", "{count} commitments of partnerships", n
    ),
    "consent": lambda n: ngettext("{count} consent", "{count} consents", n),
    "contact_address": lambda n: ngettext(
        "{count} further address", "{count} further addresses", n
    ),
    "contact_note": lambda n: ngettext("{count} dated note", "{count} dated notes", n),
    "contact_point": lambda n: ngettext(
        "{count} further e-mail or phone", "{count} further e-mails or phones", n
    ),
    "contact_tag": lambda n: ngettext("{count} tag", "{count} tags", n),
    "dedicated_fund": lambda n: ngettext(
        "{count} dedicated fund", "{count} dedicated funds", n
    ),
    "departure": lambda n: ngettext("{count} departure", "{count} departures", n),
    "donation": lambda n: ngettext("{count} gift", "{count} gifts", n),
    "entry_line": lambda n: ngettext(
        "{count} line of the books", "{count} lines of the books", n
    ),
    "event_party": lambda n: ngettext(
        "{count} payment of registrations", "{count} payments of registrations", n
    ),
    "event_registration": lambda n: ngettext(
        "{count} registration for an event", "{count} registrations for events", n
    ),
    "event_report": lambda n: ngettext(
        "{count} report of an event", "{count} reports of events", n
    ),
    "event_report_item": lambda n: ngettext(
        "{count} decision to see to", "{count} decisions to see to", n
    ),
    "event_role": lambda n: ngettext("{count} part in an event", "{count} parts in events", n),
    "expense_sheet": lambda n: ngettext("{count} expense sheet", "{count} expense sheets", n),
    "grant_award": lambda n: ngettext("{count} grant", "{count} grants", n),
    "grant_call": lambda n: ngettext(
        "{count} call for projects", "{count} calls for projects", n
    ),
    "grant_request": lambda n: ngettext(
        "{count} request for a grant", "{count} requests for grants", n
    ),
    "group_member": lambda n: ngettext("{count} group", "{count} groups", n),
    "kind_contribution": lambda n: ngettext(
        "{count} contribution in kind", "{count} contributions in kind", n
    ),
    "letter": lambda n: ngettext("{count} letter", "{count} letters", n),
    "membership_person": lambda n: ngettext("{count} membership", "{count} memberships", n),
    "network_fee": lambda n: ngettext(
        "{count} fee of a network", "{count} fees of networks", n
    ),
    "parent_id": lambda n: ngettext(
        "{count} organisation below", "{count} organisations below", n
    ),
    "partner": lambda n: ngettext("{count} partnership", "{count} partnerships", n),
    "payment": lambda n: ngettext("{count} payment", "{count} payments", n),
    "pledge": lambda n: ngettext("{count} pledge", "{count} pledges", n),
    "poll_reply": lambda n: ngettext(
        "{count} answer to a poll or form", "{count} answers to polls or forms", n
    ),
    "registration": lambda n: ngettext(
        "{count} ticket or form of a platform", "{count} tickets or forms of platforms", n
    ),
    "share_movement": lambda n: ngettext(
        "{count} movement of shares", "{count} movements of shares", n
    ),
    "statement_line": lambda n: ngettext("{count} bank line", "{count} bank lines", n),
    "vehicle": lambda n: ngettext("{count} vehicle", "{count} vehicles", n),
    "venue": lambda n: ngettext("{count} venue", "{count} venues", n),
    "volunteer_time": lambda n: ngettext(
        "{count} entry of volunteers' time", "{count} entries of volunteers' time", n
    ),
    "working_group": lambda n: ngettext(
        "{count} group led or carried", "{count} groups led or carried", n
    ),
}


def field_text(sheet: MergeSheet, name: str) -> str:
    """Return what a field is called; own fields by the name the association gave them."""
    if name.startswith(CUSTOM_PREFIX):
        return sheet.own_fields[_own_id(name)].content.name
    return _(FIELD_TEXTS[name])


def value_text(sheet: MergeSheet, field: MergeField, value: Any) -> str:
    """Return what one of two contacts says, on one line; empty when it says nothing."""
    if value is None or value == "":
        return ""
    if field.name == "photo_id":
        return _("a photo")
    if field.name.startswith(CUSTOM_PREFIX):
        value = typed_text(sheet.own_fields[_own_id(field.name)], value)
    known = sheet.names.get((field.name, value))
    return _plain_text(value) if known is None else known


def moved_texts(sheet: MergeSheet) -> list[str]:
    """Return what goes over to the kept contact: ``3 dons``, ``1 adhésion``."""
    texts = (_counted(name, count) for name, count in sheet.moved.items())
    return sorted(text for text in texts if text)


def receipts_text(sheet: MergeSheet) -> str:
    """Return what becomes of issued receipts, empty if there are none."""
    text = ngettext(
        "{count} issued receipt keeps its name and is listed with the contact kept.",
        "{count} issued receipts keep their name and are listed with the contact kept.",
        sheet.receipts,
    )
    return text.format(count=sheet.receipts) if sheet.receipts else ""


def household_text(names: Sequence[str]) -> str:
    """Return that others of a household get its new address too; empty if nobody does."""
    text = ngettext(
        "The address of the household changes for {count} person: {names}.",
        "The address of the household changes for {count} people: {names}.",
        len(names),
    )
    return text.format(count=len(names), names=", ".join(names)) if names else ""


def score_text(score: int) -> str:
    """Return how likely two contacts are one."""
    if score >= SURE:
        return _("almost certain")
    return _("likely") if score >= LIKELY else _("possible")


def _own_id(name: str) -> int:
    return int(name.removeprefix(CUSTOM_PREFIX))


def _plain_text(value: Any) -> str:
    if isinstance(value, PostalAddress):
        return _address_text(value)
    if isinstance(value, enum.Enum):
        return label(value) if value.value else ""
    if isinstance(value, dt.date):
        return day_text(value)
    return " · ".join(str(value).splitlines())


def _address_text(address: PostalAddress) -> str:
    country = "" if address.country == "FR" else address.country
    parts = (address.street, address.complement, address.town_line, country)
    return "" if address.is_empty else ", ".join(part for part in parts if part)


def _counted(name: str, count: int) -> str:
    """Return how many rows of a table there are."""
    words = _COUNTED.get(name)
    return "" if words is None else words(count).format(count=count)
