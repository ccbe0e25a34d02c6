"""Use cases around contacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import Contact, checked_contact
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.contacts import ContactFilter, ContactLine, NewContact
    from coopdesk.domain.donations import DonationLine
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.storage.unit_of_work import Units, Work


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

    def add(self, new: NewContact) -> Outcome[Contact]:
        """Record a contact.

        Raises:
            RuleError: a field is wrong. FieldErrors: several are.
        """
        cleaned = checked_contact(new)
        with self._units.write("contact.added", name=cleaned.display_name) as work:
            contact = Contact(work.contacts.add(cleaned), cleaned)
            work.commit()
        return changed(contact, Subject.CONTACTS)

    def change(self, contact_id: int, new: NewContact) -> Outcome[Contact]:
        """Replace what is known of a contact; receipts already issued keep their words.

        Raises:
            RuleError: as ``add``. NotFoundError: the contact is gone.
        """
        cleaned = checked_contact(new)
        with self._units.write("contact.changed", name=cleaned.display_name) as work:
            work.contacts.change(contact_id, cleaned)
            contact = work.contacts.get(contact_id)
            work.commit()
        return changed(contact, Subject.CONTACTS, Subject.DONATIONS, Subject.PAYMENTS)

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
        with self._units.write(label, count=str(len(contact_ids))) as work:
            count = sum(work.contacts.set_state(key, state, day) for key in contact_ids)
            work.commit()
        return changed(count, Subject.CONTACTS)

    def get(self, contact_id: int) -> Contact:
        """Return one contact; raises NotFoundError."""
        with self._units.read() as work:
            return work.contacts.get(contact_id)

    def sheet(self, contact_id: int) -> ContactSheet:
        """Return everything known of a contact; raises NotFoundError."""
        with self._units.read() as work:
            return ContactSheet(
                contact=work.contacts.get(contact_id),
                donations=tuple(work.donations.of_contact(contact_id)),
                payments=tuple(work.payments.of_contact(contact_id)),
                receipts=tuple(work.receipts.of_contact(contact_id)),
            )

    def ids(self, wanted: ContactFilter, limit: int | None = None) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        with self._units.read() as work:
            return work.contacts.ids(wanted, limit)

    def lines(self, ids: Sequence[int]) -> list[ContactLine]:
        """Return the list rows of a page of ids."""
        with self._units.read() as work:
            return self._lines(work, ids)

    def _lines(self, work: Work, ids: Sequence[int]) -> list[ContactLine]:
        return work.contacts.lines(ids, work.member_rules.get(), self._today())

    def find(self, wanted: ContactFilter, limit: int) -> list[ContactLine]:
        """Return the first list rows that a filter shows."""
        with self._units.read() as work:
            return self._lines(work, work.contacts.ids(wanted, limit))

    def suggest(self, text: str, limit: int = 10) -> list[ContactLine]:
        """Return the contacts that fit what is being typed, best first."""
        with self._units.read() as work:
            return self._lines(work, work.contacts.suggest(text, limit))

    def count(self) -> int:
        """Count the contacts that are not archived."""
        with self._units.read() as work:
            return work.contacts.count()
