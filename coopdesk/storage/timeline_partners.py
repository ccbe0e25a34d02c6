"""Entries of a time-line about partners: agreements, who signed them, commitments, fees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, literal, select, union_all

from coopdesk.domain.agreements import AgreementKind, Side
from coopdesk.domain.commitments import CommitmentKind, CommitmentState
from coopdesk.domain.money import Money
from coopdesk.domain.timeline import EntryKind, TimelineEntry
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AgreementRow,
    AgreementSignatoryRow,
    CommitmentRow,
    ContactRow,
    NetworkFeeRow,
    PartnerRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Row, Select

_agreement = table_of(AgreementRow)
_commitment = table_of(CommitmentRow)
_contact = table_of(ContactRow)
_fee = table_of(NetworkFeeRow)
_partner = table_of(PartnerRow)
_signatory = table_of(AgreementSignatoryRow)
_PAGE = "partners"
_WHO = (_partner.c.id.label("partner_id"), _contact.c.name.label("partner_name"))


def agreements(ids: Sequence[int], until: dt.date) -> Select[Any]:
    """Select the days, until one, on which agreements were signed, and ended early."""
    days = union_all(
        select(_agreement.c.id, _agreement.c.signed_on.label("day"), literal(0).label("ended")),
        select(_agreement.c.id, _agreement.c.ended_on, literal(1)),
    ).subquery()
    return (
        select(
            _agreement.c.title,
            _agreement.c.kind,
            _agreement.c.end_reason,
            days.c.ended,
            days.c.day,
            *_WHO,
        )
        .select_from(days)
        .join(_agreement, _agreement.c.id == days.c.id)
        .join(_contact, _contact.c.id == _agreement.c.contact_id)
        .outerjoin(_partner, _partner.c.contact_id == _agreement.c.contact_id)
        .where(_agreement.c.contact_id.in_(ids), days.c.day <= until)
        .order_by(days.c.day.desc(), _agreement.c.id.desc())
    )


def agreement_entry(row: Row[Any]) -> TimelineEntry:
    """Return an agreement that was signed, or ended before its time, as an entry."""
    values = {
        "title": row.title,
        "agreement_kind": AgreementKind(row.kind),
        "ended": bool(row.ended),
        "reason": row.end_reason if row.ended else "",
    }
    return TimelineEntry(EntryKind.AGREEMENT, row.day, values, None, _PAGE, row.partner_id)


def signatures(ids: Sequence[int]) -> Select[Any]:
    """Select the agreements that contacts signed for one side or the other."""
    return (
        select(
            _agreement.c.title,
            _signatory.c.role,
            _signatory.c.side,
            _signatory.c.signed_on,
            *_WHO,
        )
        .select_from(_signatory)
        .join(_agreement, _agreement.c.id == _signatory.c.agreement_id)
        .join(_contact, _contact.c.id == _agreement.c.contact_id)
        .outerjoin(_partner, _partner.c.contact_id == _agreement.c.contact_id)
        .where(_signatory.c.contact_id.in_(ids), _signatory.c.signed_on.is_not(None))
        .order_by(_signatory.c.signed_on.desc(), _signatory.c.id.desc())
    )


def signature_entry(row: Row[Any]) -> TimelineEntry:
    """Return an agreement that somebody signed as an entry."""
    values = {
        "title": row.title,
        "partner": row.partner_name,
        "role": row.role,
        "side": Side(row.side),
    }
    day = row.signed_on
    return TimelineEntry(EntryKind.SIGNATURE, day, values, None, _PAGE, row.partner_id)


def commitments(ids: Sequence[int], until: dt.date) -> Select[Any]:
    """Select the commitments until a day: of when they were kept, else of when due."""
    day = func.coalesce(_commitment.c.kept_on, _commitment.c.due_on)
    return (
        select(_commitment, day.label("day"), *_WHO)
        .select_from(_commitment)
        .join(_contact, _contact.c.id == _commitment.c.contact_id)
        .outerjoin(_partner, _partner.c.contact_id == _commitment.c.contact_id)
        .where(_commitment.c.contact_id.in_(ids), day <= until)
        .order_by(day.desc(), _commitment.c.id.desc())
    )


def commitment_entry(row: Row[Any]) -> TimelineEntry:
    """Return a commitment as an entry; money that a payment keeps stands as that payment."""
    values = {
        "text": row.text,
        "commitment_kind": CommitmentKind(row.kind),
        "side": Side(row.side),
        "state": CommitmentState(row.state),
    }
    shown = row.amount_cents is not None and row.payment_id is None
    amount = Money(row.amount_cents) if shown else None
    return TimelineEntry(EntryKind.COMMITMENT, row.day, values, amount, _PAGE, row.partner_id)


def unpaid_fees(ids: Sequence[int], until: dt.date) -> Select[Any]:
    """Select the fees due until a day and not paid; a paid one is a payment."""
    unpaid = and_(_fee.c.payment_id.is_(None), _fee.c.due_on <= until)
    return (
        select(_fee, *_WHO)
        .select_from(_fee)
        .join(_contact, _contact.c.id == _fee.c.contact_id)
        .outerjoin(_partner, _partner.c.contact_id == _fee.c.contact_id)
        .where(_fee.c.contact_id.in_(ids), unpaid)
        .order_by(_fee.c.due_on.desc(), _fee.c.id.desc())
    )


def fee_entry(row: Row[Any]) -> TimelineEntry:
    """Return a fee that is due as an entry."""
    values = {"year": row.year, "label": row.label}
    amount, day = Money(row.amount_cents), row.due_on
    return TimelineEntry(EntryKind.NETWORK_FEE, day, values, amount, _PAGE, row.partner_id)
