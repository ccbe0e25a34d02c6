"""Read the time-line of a contact: what is recorded about it and those merged into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, or_, select

from coopdesk.domain.donations import DonationNature
from coopdesk.domain.members import FOR_EVER
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentMode, PaymentState
from coopdesk.domain.pledges import Frequency, PledgeState
from coopdesk.domain.timeline import EntryKind, TimelineEntry, newest_first
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.donation_lines import payment_state
from coopdesk.storage.merged import same_person
from coopdesk.storage.payment_store import return_reason
from coopdesk.storage.tables import (
    CampaignRow,
    ContactRow,
    DonationReturnRow,
    DonationRow,
    EventRegistrationRow,
    MembershipPersonRow,
    MembershipRow,
    MembershipTypeRow,
    PaymentLineRow,
    PaymentRow,
    PledgeRow,
    RegistrationRow,
    TaxReceiptRow,
)
from coopdesk.storage.timeline_bank import bank_entry, bank_lines
from coopdesk.storage.timeline_changes import change_entries
from coopdesk.storage.timeline_dated import (
    consent_entry,
    consents,
    departure_entry,
    departures,
    letter_entry,
    letters,
    note_entry,
    notes,
    share_entry,
    shares,
)
from coopdesk.storage.timeline_events import (
    charter_entry,
    charters,
    event_roles,
    move_entry,
    presence_entry,
    presences,
    registration_moves,
    report_entry,
    reports,
    role_entry,
)
from coopdesk.storage.timeline_grants import grant_entry, grant_steps
from coopdesk.storage.timeline_partners import (
    agreement_entry,
    agreements,
    commitment_entry,
    commitments,
    fee_entry,
    signature_entry,
    signatures,
    unpaid_fees,
)
from coopdesk.storage.timeline_ties import tie_entries

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Row, Select

_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_covered = table_of(MembershipPersonRow)
_donation = table_of(DonationRow)
_event_registration = table_of(EventRegistrationRow)
_line = table_of(PaymentLineRow)
_membership = table_of(MembershipRow)
_payment = table_of(PaymentRow)
_pledge = table_of(PledgeRow)
_receipt = table_of(TaxReceiptRow)
_return = table_of(DonationReturnRow)
_registration = table_of(RegistrationRow)
_type = table_of(MembershipTypeRow)


class TimelineStore:
    """The time-lines of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(
        self, contact_id: int, until: dt.date, limit: int | None = None
    ) -> list[TimelineEntry]:
        """Return the newest entries about a contact, newest first.

        What partners still have to do after ``until`` is no history yet.
        """
        ids = read_ids(self._connection, same_person(contact_id))
        entries = tie_entries(self._connection, ids)
        entries += change_entries(self._connection, ids, limit)
        for select_rows, to_entry in _FACTS:
            query = select_rows(ids).limit(limit)
            entries += [to_entry(row) for row in self._connection.execute(query)]
        for select_until, to_entry in _PROMISED:
            query = select_until(ids, until).limit(limit)
            entries += [to_entry(row) for row in self._connection.execute(query)]
        return newest_first(entries, limit)


def _memberships(ids: Sequence[int]) -> Select[Any]:
    covered = select(_covered.c.membership_id).where(_covered.c.contact_id.in_(ids))
    concerned = or_(_membership.c.contact_id.in_(ids), _membership.c.id.in_(covered))
    return (
        select(
            _membership,
            _type.c.name.label("type_name"),
            _contact.c.name.label("holder"),
            _membership.c.contact_id.in_(ids).label("is_own"),
        )
        .join(_type, _type.c.id == _membership.c.type_id)
        .join(_contact, _contact.c.id == _membership.c.contact_id)
        .where(concerned)
        .order_by(_membership.c.started_on.desc())
    )


def _membership_entry(row: Row[Any]) -> TimelineEntry:
    due = row.fee_cents + row.joining_fee_cents
    values = {
        "type": row.type_name,
        "start": row.started_on,
        "end": None if row.ended_on == FOR_EVER else row.ended_on,
        "holder": "" if row.is_own else row.holder,
        "paid": Money(row.paid_cents),
        "remainder": Money(max(due - row.paid_cents, 0)),
        "cancelled_on": row.cancelled_on,
    }
    kind, amount = EntryKind.MEMBERSHIP, Money(due)
    return TimelineEntry(kind, row.started_on, values, amount, "members", row.id)


def _gifts(ids: Sequence[int]) -> Select[Any]:
    return (
        select(
            _donation,
            payment_state.label("state"),
            _campaign.c.name.label("campaign"),
            _return.c.returned_on,
            _return.c.reason.label("return_reason"),
        )
        .outerjoin(_line, _line.c.id == _donation.c.payment_line_id)
        .outerjoin(_payment, _payment.c.id == _line.c.payment_id)
        .outerjoin(_campaign, _campaign.c.id == _donation.c.campaign_id)
        .outerjoin(_return, _return.c.donation_id == _donation.c.id)
        .where(_donation.c.donor_id.in_(ids), _donation.c.is_fee.is_(False))
        .order_by(_donation.c.received_on.desc())
    )


def _gift_entry(row: Row[Any]) -> TimelineEntry:
    values = {
        "campaign": row.campaign or "",
        "mode": PaymentMode(row.mode),
        "nature": DonationNature(row.nature),
        "state": PaymentState(row.state),
        "returned_on": row.returned_on,
        "return_reason": return_reason(row.return_reason),
    }
    amount = Money(row.amount_cents)
    return TimelineEntry(EntryKind.GIFT, row.received_on, values, amount, "donations", row.id)


def _pledges(ids: Sequence[int]) -> Select[Any]:
    return (
        select(_pledge, _campaign.c.name.label("campaign"))
        .outerjoin(_campaign, _campaign.c.id == _pledge.c.campaign_id)
        .where(_pledge.c.donor_id.in_(ids))
        .order_by(_pledge.c.starts_on.desc())
    )


def _pledge_entry(row: Row[Any]) -> TimelineEntry:
    values = {
        "campaign": row.campaign or "",
        "frequency": Frequency(row.frequency),
        "state": PledgeState(row.state),
        "state_on": row.state_on,
    }
    amount = Money(row.amount_cents)
    return TimelineEntry(EntryKind.PLEDGE, row.starts_on, values, amount, record_id=row.id)


def _payments(ids: Sequence[int]) -> Select[Any]:
    """Select what contacts paid for, without their own gifts: these have entries."""
    own_gift = exists().where(
        _donation.c.payment_line_id == _line.c.id,
        _donation.c.donor_id.in_(ids),
        _line.c.kind == LineKind.GIFT.value,
    )
    return (
        select(
            _payment.c.id,
            _payment.c.paid_on,
            _payment.c.direction,
            _payment.c.mode,
            _payment.c.state,
            _payment.c.label,
            func.sum(_line.c.amount_cents).label("cents"),
            func.min(_line.c.kind).label("kind"),
            func.count(_line.c.kind.distinct()).label("kinds"),
        )
        .join(_line, _line.c.payment_id == _payment.c.id)
        .where(and_(_payment.c.payer_id.in_(ids), ~own_gift))
        .group_by(_payment.c.id)
        .order_by(_payment.c.paid_on.desc())
    )


def _payment_entry(row: Row[Any]) -> TimelineEntry:
    values = {
        "label": row.label,
        "kind": LineKind(row.kind) if row.kinds == 1 else LineKind.OTHER,
        "mode": PaymentMode(row.mode),
        "state": PaymentState(row.state),
        "direction": Direction(row.direction),
    }
    amount = Money(row.cents)
    return TimelineEntry(EntryKind.PAYMENT, row.paid_on, values, amount, "accounts", row.id)


def _receipts(ids: Sequence[int]) -> Select[Any]:
    columns = (
        "id",
        "year",
        "number_text",
        "issued_on",
        "issued_at",
        "gift_count",
        "amount_cents",
    )
    return (
        select(*(_receipt.c[name] for name in columns))
        .where(_receipt.c.donor_id.in_(ids))
        .order_by(_receipt.c.issued_on.desc(), _receipt.c.id.desc())
    )


def _receipt_entry(row: Row[Any]) -> TimelineEntry:
    number = row.number_text
    return TimelineEntry(
        EntryKind.RECEIPT,
        row.issued_on,
        {"number": number, "year": row.year, "gift_count": row.gift_count},
        Money(row.amount_cents),
        "receipts",
        row.id,
        row.issued_at,
    )


def _registrations(ids: Sequence[int]) -> Select[Any]:
    """Select registrations; those of a membership or of an event stand there as that."""
    became = exists().where(_membership.c.registration_id == _registration.c.id)
    taken = exists().where(_event_registration.c.ticket_id == _registration.c.id)
    return (
        select(_registration, _campaign.c.name.label("campaign"))
        .outerjoin(_payment, _payment.c.id == _registration.c.payment_id)
        .outerjoin(_campaign, _campaign.c.id == _payment.c.campaign_id)
        .where(_registration.c.contact_id.in_(ids), ~became, ~taken)
        .order_by(_registration.c.registered_on.desc())
    )


def _registration_entry(row: Row[Any]) -> TimelineEntry:
    values = {
        "event": row.campaign or "",
        "tariff": row.tariff,
        "status": row.status,
        "is_fee": row.kind == LineKind.FEE.value,
    }
    amount = Money(row.amount_cents)
    return TimelineEntry(EntryKind.REGISTRATION, row.registered_on, values, amount)


_FACTS: tuple[
    tuple[Callable[[Sequence[int]], Select[Any]], Callable[[Row[Any]], TimelineEntry]], ...
] = (
    (_memberships, _membership_entry),
    (_gifts, _gift_entry),
    (_pledges, _pledge_entry),
    (_payments, _payment_entry),
    (_receipts, _receipt_entry),
    (_registrations, _registration_entry),
    (letters, letter_entry),
    (notes, note_entry),
    (consents, consent_entry),
    (departures, departure_entry),
    (shares, share_entry),
    (bank_lines, bank_entry),
    (registration_moves, move_entry),
    (presences, presence_entry),
    (event_roles, role_entry),
    (reports, report_entry),
    (charters, charter_entry),
    (signatures, signature_entry),
    (grant_steps, grant_entry),
)
# What may be agreed, or owed, for a day that is still to come.
_PROMISED: tuple[
    tuple[Callable[[Sequence[int], dt.date], Select[Any]], Callable[[Row[Any]], TimelineEntry]],
    ...,
] = (
    (agreements, agreement_entry),
    (commitments, commitment_entry),
    (unpaid_fees, fee_entry),
)
