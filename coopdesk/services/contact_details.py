"""Use cases around one contact: all that is tied to it, consents, notes, photo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import Consent, ConsentPurpose, ContactNote, NewNote
from coopdesk.domain.ties import checked_consent, checked_note
from coopdesk.services.contact_photos import photo_from
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.contact_details import (
        Affiliation,
        GroupMember,
        Household,
        NewConsent,
    )
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.timeline import TimelineEntry
    from coopdesk.storage.unit_of_work import Units, Work


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """All that is tied to a contact but money and papers.

    ``parent`` and ``children`` are organisations, id and name; ``survivor`` is who a merged
    contact became. Ties in force come first, decisions and remarks newest first.
    """

    contact: Contact
    affiliations: tuple[Affiliation, ...] = ()
    groups: tuple[GroupMember, ...] = ()
    consents: tuple[Consent, ...] = ()
    notes: tuple[ContactNote, ...] = ()
    household: Household | None = None
    parent: tuple[int, str] | None = None
    children: tuple[tuple[int, str], ...] = ()
    survivor: tuple[int, str] | None = None

    @property
    def consents_in_force(self) -> dict[ConsentPurpose, Consent]:
        """The newest decision of each purpose that has one."""
        return {x.content.purpose: x for x in reversed(self.consents)}


class ContactDetailService:
    """Read all that is tied to a contact; record consents, notes and the photo."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def of(self, contact_id: int) -> ContactDetails:
        """Return all that is tied to a contact; raises NotFoundError."""
        with self._units.read() as work:
            return _details(work, work.contacts.get(contact_id))

    def timeline(self, contact_id: int, limit: int | None = None) -> list[TimelineEntry]:
        """Return all that was recorded about a contact, newest first.

        What is recorded under contacts that were merged into it is there as well.
        """
        with self._units.read() as work:
            return work.timelines.of(contact_id, self._today(), limit)

    def decide(self, new: NewConsent) -> Outcome[Consent]:
        """Record a decision of a contact; the newest of its purpose is in force.

        Raises:
            RuleError: ``consent.in_the_future``, or the source is too long.
        """
        cleaned = checked_consent(new, self._today())
        with self._units.write("consent.recorded") as work:
            name = changeable(work, cleaned.contact_id).display_name
            work.recorder.relabel(name=name)
            found = Consent(work.ties.add_consent(cleaned), cleaned)
            work.commit()
        return changed(found, Subject.CONTACTS)

    def remove_consent(self, consent_id: int) -> Outcome[int]:
        """Delete a decision that was recorded by mistake."""
        with self._units.write("consent.removed") as work:
            work.ties.remove_consent(consent_id)
            work.commit()
        return changed(consent_id, Subject.CONTACTS)

    def decisions(self, purpose: ConsentPurpose, ids: Sequence[int]) -> dict[int, bool]:
        """Return the decision in force of each of these contacts that took one."""
        with self._units.read() as work:
            return work.ties.decisions(purpose, ids)

    def add_note(self, new: NewNote) -> Outcome[ContactNote]:
        """Record a remark, signed with who asks.

        Raises:
            RuleError: ``note.text_missing``, or it is too long.
        """
        cleaned = checked_note(new)
        with self._units.write("note.added") as work:
            work.recorder.relabel(name=changeable(work, cleaned.contact_id).display_name)
            found = work.ties.note(work.ties.add_note(cleaned, self._units.author))
            work.commit()
        return changed(found, Subject.CONTACTS)

    def change_note(self, note_id: int, text: str, on: dt.date) -> Outcome[ContactNote]:
        """Replace the text and the day of a remark; raises as ``add_note``."""
        with self._units.write("note.changed") as work:
            known = work.ties.note(note_id)
            cleaned = checked_note(NewNote(known.content.contact_id, on, text))
            work.recorder.relabel(name=changeable(work, cleaned.contact_id).display_name)
            work.ties.change_note(note_id, cleaned)
            found = work.ties.note(note_id)
            work.commit()
        return changed(found, Subject.CONTACTS)

    def remove_note(self, note_id: int) -> Outcome[ContactNote]:
        """Delete a remark; returns what it was."""
        with self._units.write("note.removed") as work:
            known = work.ties.note(note_id)
            name = work.contacts.get(known.content.contact_id).display_name
            work.recorder.relabel(name=name)
            work.ties.remove_note(note_id)
            work.commit()
        return changed(known, Subject.CONTACTS)

    def set_photo(self, contact_id: int, path: Path | None) -> Outcome[bool]:
        """Store the photo of a file, upright and small, or none; return whether it differed.

        The image of a photo that is taken back stays in the file, like all that was ever
        undone: doing it again needs it.

        Raises:
            RuleError: ``image.…``, the file is no PNG or JPEG or too large.
        """
        image = None if path is None else photo_from(path)
        with self._units.write("contact.photo") as work:
            contact = changeable(work, contact_id)
            work.recorder.relabel(name=contact.display_name)
            photo_id = work.association.file_id(image)
            differs = work.contacts.change(
                contact_id, replace(contact.profile, photo_id=photo_id)
            )
            work.commit()
        return changed(differs, Subject.CONTACTS)

    def photo(self, contact_id: int) -> bytes | None:
        """Return the photo of a contact as an image file, None without one."""
        with self._units.read() as work:
            photo_id = work.contacts.get(contact_id).profile.photo_id
            image = work.association.image_by_id(photo_id)
        return None if image is None else image.content


def _details(work: Work, contact: Contact) -> ContactDetails:
    key, parent_id = contact.id, contact.profile.parent_id
    survivor_id = work.kin.survivor(key)
    return ContactDetails(
        contact=contact,
        affiliations=tuple(work.ties.affiliations_of(key)),
        groups=tuple(work.ties.groups_of(key)),
        consents=tuple(work.ties.consents_of(key)),
        notes=tuple(work.ties.notes_of(key)),
        household=work.households.get(contact.household_id) if contact.household_id else None,
        parent=_named(work, parent_id) if parent_id else None,
        children=tuple(work.kin.children(key)),
        survivor=_named(work, survivor_id) if survivor_id != key else None,
    )


def _named(work: Work, contact_id: int) -> tuple[int, str]:
    return contact_id, work.contacts.get(contact_id).display_name
