"""Erase contacts with all that is only theirs, unless something must keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.tables import (
    AffiliationRow,
    ConsentRow,
    ContactAddressRow,
    ContactNoteRow,
    ContactPointRow,
    ContactReferenceRow,
    ContactRow,
    ContactTagRow,
    CustomValueRow,
    DepartureRow,
    DonationRow,
    GroupMemberRow,
    ImportedRowRow,
    LetterRow,
    MembershipPersonRow,
    MembershipRow,
    NotDuplicateRow,
    PaymentRow,
    RegistrationRow,
    ShareMovementRow,
    TaxReceiptRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, Connection, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)

# Accounts, papers and rights rest on these: they keep a contact.
_KEEPING: tuple[Column[Any], ...] = (
    table_of(TaxReceiptRow).c.donor_id,
    table_of(DonationRow).c.donor_id,
    table_of(PaymentRow).c.payer_id,
    table_of(MembershipRow).c.contact_id,
    table_of(MembershipPersonRow).c.contact_id,
    table_of(ShareMovementRow).c.contact_id,
    table_of(RegistrationRow).c.contact_id,
    table_of(RegistrationRow).c.payer_id,
)
# These go with it.
_ITS_OWN: tuple[Column[Any], ...] = (
    table_of(AffiliationRow).c.person_id,
    table_of(AffiliationRow).c.organisation_id,
    table_of(ConsentRow).c.contact_id,
    table_of(ContactAddressRow).c.contact_id,
    table_of(ContactNoteRow).c.contact_id,
    table_of(ContactPointRow).c.contact_id,
    table_of(ContactReferenceRow).c.contact_id,
    table_of(ContactTagRow).c.contact_id,
    table_of(CustomValueRow).c.contact_id,
    table_of(DepartureRow).c.contact_id,
    table_of(GroupMemberRow).c.contact_id,
    table_of(LetterRow).c.contact_id,
    table_of(NotDuplicateRow).c.first_id,
    table_of(NotDuplicateRow).c.second_id,
)
# These forget it.
_NAMING: tuple[Column[Any], ...] = (
    table_of(ImportedRowRow).c.contact_id,
    _contact.c.parent_id,
)
_BATCH = 400


class ContactEraser:
    """Erases contacts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def resting_on(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return the contacts that must stay, each with the names of the tables that say so."""
        return {key: names for key in ids if (names := self._resting(key))}

    def erase(self, ids: Sequence[int]) -> None:
        """Erase contacts, those merged into them and all that is only theirs."""
        whole = [key for contact_id in ids for key in self._with_merged(contact_id)]
        for start in range(0, len(whole), _BATCH):
            batch = whole[start : start + _BATCH]
            for column in _ITS_OWN:
                self._delete(column, batch)
            for column in _NAMING:
                self._forget(column, batch)
        # The last merged first: none may point to a row that is gone.
        for key in reversed(whole):
            self._recorder.delete(_contact, key)

    def _resting(self, contact_id: int) -> tuple[str, ...]:
        keys = self._with_merged(contact_id)
        found = [
            column.table.name
            for column in _KEEPING
            if self._connection.execute(_rows(column, keys).limit(1)).first() is not None
        ]
        return tuple(dict.fromkeys(found))

    def _with_merged(self, contact_id: int) -> list[int]:
        """Return a contact and those that became it, each before those that became it."""
        found = [contact_id]
        for key in found:
            query = select(_contact.c.id).where(_contact.c.merged_into_id == key)
            found.extend(read_ids(self._connection, query))
        return found

    def _delete(self, column: Column[Any], ids: Sequence[int]) -> None:
        rows = read_ids(self._connection, _rows(column, ids))
        for start in range(0, len(rows), _BATCH):
            self._recorder.delete_many(column.table, rows[start : start + _BATCH])

    def _forget(self, column: Column[Any], ids: Sequence[int]) -> None:
        for row_id in read_ids(self._connection, _rows(column, ids)):
            self._recorder.update(column.table, row_id, {column.name: None})


def _rows(column: Column[Any], ids: Sequence[int]) -> Select[Any]:
    return select(column.table.c.id).where(column.in_(ids)).order_by(column.table.c.id)
