"""How a membership becomes columns, and columns a membership."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.domain.members import (
    Departure,
    DepartureReason,
    Instalment,
    Membership,
    NewDeparture,
    NewMembership,
    Period,
)
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row


def membership_values(new: NewMembership, registration_id: int | None = None) -> dict[str, Any]:
    """Return the columns of a membership to insert."""
    return {
        **terms_values(new),
        "registration_id": registration_id,
        "cancelled_on": None,
        "name_key": "",  # a trigger copies the holder's
    }


def terms_values(new: NewMembership) -> dict[str, Any]:
    """Return the columns that a change of a membership writes."""
    return {
        "contact_id": new.contact_id,
        "type_id": new.type_id,
        "started_on": new.period.start,
        "ended_on": new.period.end,
        "start_year": new.period.start.year,
        "fee_cents": new.fee.cents,
        "joining_fee_cents": new.joining_fee.cents,
        "instalment_count": len(new.instalments),
        "previous_id": new.previous_id,
        "note": new.note,
    }


def instalment_values(membership_id: int, new: NewMembership) -> list[dict[str, Any]]:
    """Return the columns of the instalments of a membership."""
    return [
        {
            "membership_id": membership_id,
            "due_on": part.due_on,
            "amount_cents": part.amount.cents,
        }
        for part in new.instalments
    ]


def person_values(membership_id: int, new: NewMembership) -> list[dict[str, Any]]:
    """Return the columns of who a membership covers; the holder when nobody is named."""
    covered = new.covered_ids or (new.contact_id,)
    return [{"membership_id": membership_id, "contact_id": key} for key in covered]


def to_membership(
    row: Row[Any], covered: Sequence[int], instalments: Sequence[Instalment]
) -> Membership:
    """Return the membership of a whole row."""
    content = NewMembership(
        contact_id=row.contact_id,
        type_id=row.type_id,
        period=Period(row.started_on, row.ended_on),
        fee=Money(row.fee_cents),
        joining_fee=Money(row.joining_fee_cents),
        covered_ids=tuple(covered),
        instalments=tuple(instalments),
        previous_id=row.previous_id,
        note=row.note,
    )
    return Membership(row.id, content, Money(row.paid_cents), row.cancelled_on)


def departure_values(new: NewDeparture) -> dict[str, Any]:
    """Return the columns of a departure."""
    return {
        "contact_id": new.contact_id,
        "left_on": new.left_on,
        "reason": new.reason.value,
        "note": new.note,
    }


def to_departure(row: Row[Any]) -> Departure:
    """Return the departure of a row."""
    reason = DepartureReason(row.reason)
    return Departure(row.id, NewDeparture(row.contact_id, row.left_on, reason, row.note))
