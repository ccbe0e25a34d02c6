"""Use cases around contacts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import Contact, checked_contact
from coopdesk.services.contact_photos import photo_from
from coopdesk.services.contact_rules import (
    changeable,
    check_birth,
    check_in_database,
    check_kind,
    not_erasable,
    refuse_erasing,
    refuse_merged,
)
from coopdesk.services.donation_counterparts import tested_lines
from coopdesk.services.households import leave_household, move_others
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from coopdesk.domain.association import StoredImage
    from coopdesk.domain.contacts import ContactFilter, ContactLine, NewContact
    from coopdesk.domain.donations import DonationLine
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.storage.unit_of_work import Units, Work


# What a change of state is called when it concerns one contact, who is named.
_OF_ONE = {
    "contact.archived": "contact.one_archived",
    "contact.binned": "contact.one_binned",
    "contact.restored": "contact.one_restored",
}


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """Everything known of a contact."""

    contact: Contact
    donations: tuple[DonationLine, ...]
    payments: tuple[PaymentLine, ...]
    receipts: tuple[ReceiptLine, ...]


class ContactService:
    """Record, change, archive and find contacts."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def add(
        self,
        new: NewContact,
        typed: Mapping[int, str] | None = None,
        photo: Path | None = None,
    ) -> Outcome[Contact]:
        """Record a contact, with the photo of a file.

        ``new.custom`` holds canonical values; ``typed`` those of a form, by field id, and takes
        their place. Errors of a custom field name it ``custom:ID``.

        Raises:
            RuleError: a field is wrong, ``contact.number_taken`` with who has the number,
                ``image.…``. FieldErrors: several are wrong.
        """
        image = None if photo is None else photo_from(photo)
        with self._units.write("contact.added") as work:
            cleaned = checked_contact(new, work.custom_fields.all(), typed)
            check_birth(cleaned, self._today())
            check_in_database(work, cleaned)
            work.recorder.relabel(name=cleaned.display_name)
            cleaned = _with_photo(work, cleaned, image)
            contact = Contact(work.contacts.add(cleaned), cleaned)
            work.commit()
        return changed(contact, Subject.CONTACTS)

    def change(
        self,
        contact_id: int,
        new: NewContact,
        typed: Mapping[int, str] | None = None,
        photo: Path | None = None,
    ) -> Outcome[Contact]:
        """Replace what is known of a contact; receipts already issued keep their words.

        A new address goes to the whole household; ``Outcome.along`` names the others.

        Raises:
            RuleError: as ``add``, ``contact.merged``, ``contact.kind_in_use``. NotFoundError:
                the contact is gone.
        """
        image = None if photo is None else photo_from(photo)
        with self._units.write("contact.changed") as work:
            before = changeable(work, contact_id)
            cleaned = checked_contact(new, work.custom_fields.all(), typed)
            check_birth(cleaned, self._today())
            check_in_database(work, cleaned, contact_id)
            check_kind(work, before, cleaned, self._today())
            work.recorder.relabel(name=cleaned.display_name)
            work.contacts.change(contact_id, _with_photo(work, cleaned, image))
            moved = move_others(work, before, cleaned)
            contact = work.contacts.get(contact_id)
            work.commit()
        return changed(
            contact, Subject.CONTACTS, Subject.DONATIONS, Subject.PAYMENTS, along=moved
        )

    def archive(self, contact_ids: Sequence[int]) -> Outcome[int]:
        """Put contacts out of the lists; return how many were not already."""
        return self._set_state(contact_ids, ContactState.ARCHIVED, "contact.archived")

    def bin(self, contact_ids: Sequence[int]) -> Outcome[int]:
        """Put contacts in the recycle bin; return how many were not already."""
        return self._set_state(contact_ids, ContactState.BINNED, "contact.binned")

    def restore(self, contact_ids: Sequence[int]) -> Outcome[int]:
        """Bring archived and binned contacts back; return how many were."""
        return self._set_state(contact_ids, ContactState.ACTIVE, "contact.restored")

    def _set_state(
        self, contact_ids: Sequence[int], state: ContactState, label: str
    ) -> Outcome[int]:
        day = None if state is ContactState.ACTIVE else self._today()
        values = {"count": str(len(contact_ids))}
        if len(set(contact_ids)) == 1:
            label, values = _OF_ONE[label], {"name": self.get(contact_ids[0]).display_name}
        with self._units.write(label, **values) as work:
            refuse_merged(work, contact_ids)
            count = work.contacts.set_states(list(contact_ids), state, day)
            work.commit()
        return changed(count, Subject.CONTACTS)

    def not_erasable(self, contact_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return the contacts that cannot be erased, each with the tables that rest on it.

        A contact that is not in the recycle bin is answered with ``contact``.
        """
        with self._units.read() as work:
            return not_erasable(work, contact_ids)

    def erase(self, contact_ids: Sequence[int]) -> Outcome[int]:
        """Erase contacts from the recycle bin with all that is only theirs; return how many.

        Raises:
            RuleError: ``contact.not_binned``, or ``contact.erase_refused`` with the name and
                what rests on it: then nothing is erased.
        """
        ids = list(dict.fromkeys(contact_ids))
        with self._units.write("contact.erased", count=str(len(ids))) as work:
            refuse_erasing(work, ids)
            for key in work.kin.with_household(ids):
                leave_household(work, work.contacts.get(key))
            work.erasing.erase(ids)
            work.commit()
        return changed(len(ids), Subject.CONTACTS, Subject.MEMBERS, Subject.IMPORTS)

    def survivor(self, contact_id: int) -> Contact:
        """Return who a contact became by merging, itself if it never was merged."""
        with self._units.read() as work:
            return work.contacts.get(work.kin.survivor(contact_id))

    def count_in(self, state: ContactState) -> int:
        """Count the contacts of a state, such as those in the recycle bin."""
        with self._units.read() as work:
            return work.kin.count_in(state)

    def get(self, contact_id: int) -> Contact:
        """Return one contact, whatever its state; raises NotFoundError.

        One that was merged names its survivor in ``merged_into_id``; see ``survivor``.
        """
        with self._units.read() as work:
            return work.contacts.get(contact_id)

    def sheet(self, contact_id: int) -> ContactSheet:
        """Return everything known of a contact; raises NotFoundError."""
        with self._units.read() as work:
            return ContactSheet(
                contact=work.contacts.get(contact_id),
                donations=tuple(tested_lines(work, work.donations.of_contact(contact_id))),
                payments=tuple(work.payments.of_contact(contact_id)),
                receipts=tuple(work.receipts.of_contact(contact_id)),
            )

    def ids(self, wanted: ContactFilter, limit: int | None = None) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        with self._units.read() as work:
            return work.contacts.ids(wanted, limit, self._today())

    def lines(self, ids: Sequence[int]) -> list[ContactLine]:
        """Return the list rows of a page of ids."""
        with self._units.read() as work:
            return self._lines(work, ids)

    def _lines(self, work: Work, ids: Sequence[int]) -> list[ContactLine]:
        return work.contacts.lines(ids, work.member_rules.get(), self._today())

    def find(self, wanted: ContactFilter, limit: int) -> list[ContactLine]:
        """Return the first list rows that a filter shows."""
        with self._units.read() as work:
            return self._lines(work, work.contacts.ids(wanted, limit, self._today()))

    def suggest(self, text: str, limit: int = 10) -> list[ContactLine]:
        """Return the contacts that fit what is being typed, best first."""
        with self._units.read() as work:
            return self._lines(work, work.contacts.suggest(text, limit))

    def tags(self) -> list[str]:
        """Return the tags in use, those of most contacts first, to complete what is typed."""
        with self._units.read() as work:
            return work.contacts.parts.tag_names()

    def count(self) -> int:
        """Count the contacts that are not archived."""
        with self._units.read() as work:
            return work.contacts.count()


def _with_photo(work: Work, profile: NewContact, image: StoredImage | None) -> NewContact:
    """Return a profile with another photo; without one it keeps its own."""
    if image is None:
        return profile
    return replace(profile, photo_id=work.association.file_id(image))
