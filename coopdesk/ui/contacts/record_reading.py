"""Reads all that the record of a contact shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import NotFoundError

if TYPE_CHECKING:
    from coopdesk.domain.contacts import Contact, ContactLine
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.partners import Partner
    from coopdesk.domain.timeline import TimelineEntry
    from coopdesk.services.contact_details import ContactDetails
    from coopdesk.services.contacts import ContactSheet
    from coopdesk.services.registry import Services

FIRST_ENTRIES = 12


@dataclass(frozen=True, slots=True)
class Record:
    """Everything known of a contact; ``has_more`` tells of entries that were left out."""

    sheet: ContactSheet
    line: ContactLine
    details: ContactDetails
    fields: tuple[CustomField, ...] = ()
    entries: tuple[TimelineEntry, ...] = ()
    has_more: bool = False
    photo: bytes = b""
    partner: Partner | None = None

    @property
    def contact(self) -> Contact:
        """Who it is about."""
        return self.sheet.contact


def read_record(services: Services, contact_id: int, *, whole: bool) -> Record | None:
    """Return everything known of a contact, None when it is gone; runs on the worker.

    ``whole`` reads the whole time-line, not only its newest entries.
    """
    try:
        sheet = services.contacts.sheet(contact_id)
        details = services.details.of(contact_id)
        (line,) = services.contacts.lines([contact_id])
    except NotFoundError:
        return None
    limit = None if whole else FIRST_ENTRIES + 1
    entries = services.details.timeline(contact_id, limit)
    has_more = not whole and len(entries) > FIRST_ENTRIES
    is_structure = sheet.contact.profile.kind is ContactKind.ORGANISATION
    has_photo = sheet.contact.profile.photo_id is not None
    return Record(
        sheet=sheet,
        line=line,
        details=details,
        fields=tuple(services.custom_fields.all()),
        entries=tuple(entries[:FIRST_ENTRIES] if has_more else entries),
        has_more=has_more,
        photo=(services.details.photo(contact_id) or b"") if has_photo else b"",
        partner=services.partners.of_contact(contact_id) if is_structure else None,
    )
