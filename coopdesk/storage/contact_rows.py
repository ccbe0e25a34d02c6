"""How a contact becomes columns, and columns a contact."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any
from zlib import crc32

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import ContactState, OrganisationKind
from coopdesk.domain.contacts import Civility, Contact, ContactKind, NewContact
from coopdesk.domain.duplicates import identity_of, match_keys
from coopdesk.domain.text import fold
from coopdesk.storage.association_store import address_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import RowMapping

    from coopdesk.domain.duplicates import Identity

_PLAIN = (
    "last_name",
    "first_name",
    "organisation_name",
    "legal_form",
    "siren",
    "email",
    "phone",
    "note",
    "number",
    "birth_on",
    "language",
    "sector",
    "discipline",
    "photo_id",
    "acronym",
    "siret",
    "rna",
    "fiscal_year_end",
    "website",
    "parent_id",
)
_ADDRESS = tuple(field.name for field in fields(PostalAddress))
# What a new contact starts with and a change of its profile leaves alone.
_AT_FIRST = {
    "household_id": None,
    "state": ContactState.ACTIVE.value,
    "state_on": None,
    "merged_into_id": None,
}


def contact_values(new: NewContact) -> dict[str, Any]:
    """Return the columns of a contact to insert."""
    return {**profile_values(new), **_AT_FIRST}


def profile_values(new: NewContact) -> dict[str, Any]:
    """Return the columns that a change of a contact writes."""
    return {
        "kind": new.kind.value,
        "civility": new.civility.value,
        "organisation_kind": new.organisation_kind.value,
        **{name: getattr(new, name) for name in _PLAIN},
        **{name: getattr(new.address, name) for name in _ADDRESS},
        **key_values(new),
    }


def key_values(new: NewContact) -> dict[str, str]:
    """Return the columns that are folded from the others, to search and to order by."""
    return {
        "name": new.display_name,
        "sort_key": new.sort_key,
        "search_text": new.search_text,
        "email_key": new.email.casefold(),
        "city_key": fold(new.address.city),
        "note_key": fold(new.note) if new.note else "",
        "number_key": number_key(new.number),
        "match_keys": keys_json(new),
    }


def keys_json(new: NewContact) -> str:
    """Return what double contacts are found by; triggers put it into ``contact_key``."""
    return str(key_numbers(identity_of(new)))


def key_numbers(identity: Identity) -> list[int]:
    """Return the keys of ``match_keys`` as numbers: smaller, and no copy of names and e-mails.

    In order, so that the same contact has the same text in every process. Two keys may share a
    number, which costs a comparison in vain.
    """
    return sorted({crc32(key.encode()) for key in match_keys(identity)})


def completed_keys(row: Mapping[str, Any]) -> dict[str, str]:
    """Return the folded columns of a whole row of which empty columns were just filled.

    Keys by further e-mails and phones, which stand in other tables, are kept.
    """
    parts = {"points": (), "further_addresses": (), "tags": (), "custom": ()}
    profile = to_contact(row, parts).profile
    known = json.loads(row["match_keys"] or "[]")
    keys = sorted({*known, *key_numbers(identity_of(profile))})
    return {
        "email_key": profile.email.casefold(),
        "city_key": fold(profile.address.city),
        "match_keys": str(keys),
    }


def number_key(number: str) -> str:
    """Return a member number so that it sorts as people count: 9 before 10."""
    return "".join(
        part.zfill(12) if part.isdigit() else part for part in _digit_runs(fold(number))
    )


def _digit_runs(text: str) -> list[str]:
    runs: list[str] = []
    for char in text:
        if runs and runs[-1][-1].isdigit() == char.isdigit():
            runs[-1] += char
        else:
            runs.append(char)
    return runs


def to_contact(row: Mapping[str, Any] | RowMapping, parts: Mapping[str, Any]) -> Contact:
    """Return the contact of a whole row; ``parts`` are what it has several of."""
    profile = NewContact(
        kind=ContactKind(row["kind"]),
        civility=Civility(row["civility"]),
        organisation_kind=OrganisationKind(row["organisation_kind"]),
        **{name: row[name] for name in _PLAIN},
        address=address_of(row),
        **parts,
    )
    return Contact(
        id=row["id"],
        profile=profile,
        state=ContactState(row["state"]),
        state_on=row["state_on"],
        merged_into_id=row["merged_into_id"],
        household_id=row["household_id"],
    )
