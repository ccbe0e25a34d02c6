"""Erase contacts with all that is only theirs, unless something must keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.tables import (
    AffiliationRow,
    AgreementRow,
    AgreementSignatoryRow,
    BankRuleRow,
    CampaignPersonRow,
    CommitmentRow,
    ConsentRow,
    ContactAddressRow,
    ContactNoteRow,
    ContactPointRow,
    ContactReferenceRow,
    ContactRow,
    ContactTagRow,
    CustomValueRow,
    DedicatedFundRow,
    DepartureRow,
    DonationRow,
    EntryLineRow,
    EventPartyRow,
    EventRegistrationRow,
    EventReportItemRow,
    EventReportRow,
    EventRoleRow,
    ExpenseSheetRow,
    GrantAwardRow,
    GrantCallRow,
    GrantRequestRow,
    GroupMemberRow,
    ImportedRowRow,
    KindContributionRow,
    LetterRow,
    MembershipPersonRow,
    MembershipRow,
    NetworkFeeRow,
    NotDuplicateRow,
    PartnerRow,
    PaymentRow,
    PledgeRow,
    PollReplyRow,
    RegistrationRow,
    ShareMovementRow,
    StatementLineRow,
    TaxReceiptRow,
    VehicleRow,
    VenueRow,
    VolunteerTimeRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, ColumnElement, Connection, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_group = table_of(WorkingGroupRow)
_role = table_of(EventRoleRow)

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
    table_of(PledgeRow).c.donor_id,
    table_of(ExpenseSheetRow).c.volunteer_id,
    table_of(VehicleRow).c.owner_id,
    table_of(EntryLineRow).c.contact_id,
    table_of(GrantAwardRow).c.funder_id,
    table_of(DedicatedFundRow).c.funder_id,
    table_of(KindContributionRow).c.contact_id,
    table_of(VolunteerTimeRow).c.contact_id,
    table_of(EventRegistrationRow).c.contact_id,
    table_of(EventPartyRow).c.payer_id,
    table_of(AgreementRow).c.contact_id,
    table_of(CommitmentRow).c.contact_id,
    table_of(GrantRequestRow).c.funder_id,
    table_of(NetworkFeeRow).c.contact_id,
)
# These go with it, and its parts in events that say no name beside it.
_ITS_OWN: tuple[Column[Any], ...] = (
    table_of(AffiliationRow).c.person_id,
    table_of(AffiliationRow).c.organisation_id,
    table_of(CampaignPersonRow).c.contact_id,
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
    table_of(PartnerRow).c.contact_id,
)
# These forget it: what files said stays as they said it.
_NAMING: tuple[Column[Any], ...] = (
    table_of(ImportedRowRow).c.contact_id,
    table_of(StatementLineRow).c.contact_id,
    table_of(BankRuleRow).c.contact_id,
    table_of(PollReplyRow).c.contact_id,
    table_of(EventReportRow).c.author_id,
    table_of(EventReportItemRow).c.contact_id,
    table_of(VenueRow).c.contact_id,
    table_of(AgreementSignatoryRow).c.contact_id,
    table_of(GrantCallRow).c.funder_id,
    table_of(PartnerRow).c.referent_id,
    _group.c.initiator_id,
    _group.c.bearer_id,
    _group.c.referent_id,
    _group.c.referent_organisation_id,
    _contact.c.parent_id,
)


class ContactEraser:
    """Erases contacts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def resting_on(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return the contacts that must stay, each with the names of the tables that say so."""
        owner = self._owners(ids)
        found: dict[int, dict[str, None]] = {}
        for column in _KEEPING:
            for key in self._named_in(column, list(owner)):
                found.setdefault(owner[key], {})[column.table.name] = None
        return {key: tuple(found[key]) for key in ids if key in found}

    def erase(self, ids: Sequence[int]) -> None:
        """Erase contacts, those merged into them and all that is only theirs."""
        whole = list(self._owners(ids))
        for column in _ITS_OWN:
            for batch in in_batches(whole):
                self._delete(column, batch)
        for batch in in_batches(whole):
            self._delete(_role.c.contact_id, batch, _role.c.name == "")
        for column in (*_NAMING, _role.c.contact_id):
            for batch in in_batches(whole):
                self._forget(column, batch)
        # The last merged first: none may point to a row that is gone.
        for batch in in_batches(whole[::-1]):
            self._recorder.delete_many(_contact, batch)

    def _owners(self, ids: Sequence[int]) -> dict[int, int]:
        """Return contacts and those that became them, each with whom it became."""
        found = {key: key for key in ids}
        newest = list(ids)
        while newest:
            became = []
            for batch in in_batches(newest):
                query = select(_contact.c.id, _contact.c.merged_into_id).where(
                    _contact.c.merged_into_id.in_(batch)
                )
                became += list(self._connection.execute(query))
            found |= {key: found[into] for key, into in became}
            newest = [key for key, _into in became]
        return found

    def _named_in(self, column: Column[Any], ids: Sequence[int]) -> set[int]:
        """Return those of the contacts that a column names."""
        found: set[int] = set()
        for batch in in_batches(ids):
            query = select(column).distinct().where(column.in_(batch))
            found |= set(self._connection.execute(query).scalars())
        return found

    def _delete(
        self, column: Column[Any], ids: Sequence[int], *only: ColumnElement[bool]
    ) -> None:
        rows = _rows(column, ids).where(*only)
        for batch in in_batches(read_ids(self._connection, rows)):
            self._recorder.delete_many(column.table, batch)

    def _forget(self, column: Column[Any], ids: Sequence[int]) -> None:
        rows = read_ids(self._connection, _rows(column, ids))
        self._recorder.update_many(column.table, {key: {column.name: None} for key in rows})


def _rows(column: Column[Any], ids: Sequence[int]) -> Select[Any]:
    return select(column.table.c.id).where(column.in_(ids)).order_by(column.table.c.id)
