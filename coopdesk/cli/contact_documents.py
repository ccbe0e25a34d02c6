"""How a contact and all that is tied to it reads in JSON answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.documents import Document, address_document
from coopdesk.domain.contact_details import PointKind
from coopdesk.wording.custom_values import value_text
from coopdesk.wording.timeline import entry_detail, entry_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.contact_details import (
        Affiliation,
        Consent,
        ContactNote,
        FieldValue,
        GroupMember,
        Household,
    )
    from coopdesk.domain.contacts import Contact, NewContact
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.timeline import TimelineEntry
    from coopdesk.services.contact_details import ContactDetails


def contact_document(contact: Contact, fields: Iterable[CustomField] = ()) -> Document:
    """Return one contact with everything typed in; ``fields`` name the own ones."""
    profile = contact.profile
    known = {field.id: field for field in fields}
    return {
        "id": contact.id,
        "kind": profile.kind,
        "name": contact.display_name,
        "number": profile.number,
        "civility": profile.civility,
        "last_name": profile.last_name,
        "first_name": profile.first_name,
        "birth_on": profile.birth_on,
        "organisation_name": profile.organisation_name,
        "acronym": profile.acronym,
        "organisation_kind": profile.organisation_kind,
        "legal_form": profile.legal_form,
        "siren": profile.siren,
        "siret": profile.siret,
        "rna": profile.rna,
        "fiscal_year_end": profile.fiscal_year_end,
        "parent_id": profile.parent_id,
        "email": profile.email,
        "phone": profile.phone,
        "website": profile.website,
        "address": address_document(profile.address),
        "more_emails": _points(profile, PointKind.EMAIL),
        "more_phones": _points(profile, PointKind.PHONE),
        "more_addresses": [
            {"label": one.label, **address_document(one.address)}
            for one in profile.further_addresses
        ],
        "language": profile.language,
        "sector": profile.sector,
        "discipline": profile.discipline,
        "note": profile.note,
        "tags": list(profile.tags),
        "custom": [_value(value, known.get(value.field_id)) for value in profile.custom],
        "has_photo": profile.photo_id is not None,
        "state": contact.state,
        "state_on": contact.state_on,
        "archived_on": contact.archived_on,
        "merged_into_id": contact.merged_into_id,
        "household_id": contact.household_id,
    }


def details_document(details: ContactDetails) -> Document:
    """Return all that is tied to a contact but money and papers."""
    return {
        "household": _household(details.household) if details.household else None,
        "affiliations": [_affiliation(one) for one in details.affiliations],
        "groups": [_group(one) for one in details.groups],
        "consents": [_consent(one) for one in details.consents],
        "notes": [_note(one) for one in details.notes],
        "parent": _named(details.parent),
        "children": [_named(one) for one in details.children],
        "survivor": _named(details.survivor),
    }


def entry_document(entry: TimelineEntry) -> Document:
    """Return one entry of a time-line."""
    return {
        "kind": entry.kind,
        "day": entry.day,
        "moment": entry.moment,
        "text": entry_title(entry),
        "detail": entry_detail(entry),
        "amount_cents": entry.amount.cents if entry.amount is not None else None,
        "page": entry.page,
        "id": entry.record_id,
        "changes": [
            {"field": change.field, "old": change.old, "new": change.new}
            for change in entry.changes
        ],
    }


def _points(profile: NewContact, kind: PointKind) -> list[Document]:
    found = [point for point in profile.points if point.kind is kind]
    return [{"value": point.value, "label": point.label} for point in found]


def _value(value: FieldValue, field: CustomField | None) -> Document:
    return {
        "field_id": value.field_id,
        "name": field.content.name if field else "",
        "value": value.text,
        "text": value_text(field, value.text) if field else value.text,
    }


def _household(household: Household) -> Document:
    members = zip(household.member_ids, household.member_names, strict=True)
    return {
        "id": household.id,
        "name": household.name,
        "members": [{"id": key, "name": name} for key, name in members],
    }


def _affiliation(one: Affiliation) -> Document:
    return {
        "id": one.id,
        "person_id": one.content.person_id,
        "person": one.person_name,
        "organisation_id": one.content.organisation_id,
        "organisation": one.organisation_name,
        "role": one.content.role,
        "started_on": one.content.started_on,
        "ended_on": one.content.ended_on,
    }


def _group(one: GroupMember) -> Document:
    return {
        "id": one.id,
        "group_id": one.group_id,
        "group": one.content.group,
        "role": one.content.role,
        "started_on": one.content.started_on,
        "ended_on": one.content.ended_on,
    }


def _consent(one: Consent) -> Document:
    return {
        "id": one.id,
        "purpose": one.content.purpose,
        "given": one.content.given,
        "decided_on": one.content.decided_on,
        "source": one.content.source,
    }


def _note(one: ContactNote) -> Document:
    return {
        "id": one.id,
        "noted_on": one.content.noted_on,
        "text": one.content.text,
        "author": one.author,
    }


def _named(named: tuple[int, str] | None) -> Document | None:
    return {"id": named[0], "name": named[1]} if named else None
