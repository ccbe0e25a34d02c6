"""How registrations, parties and cash boxes read in answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.event_registrations import (
        CashBox,
        Move,
        Party,
        Registration,
        RegistrationCounts,
    )


def registration_document(one: Registration) -> Document:
    """Return a registration."""
    return {
        "id": one.id,
        "event_id": one.event_id,
        "number": one.number,
        "party_id": one.party_id,
        "contact_id": one.contact_id,
        "name": one.name,
        "email": one.email,
        "phone": one.phone,
        "state": one.state,
        "rank": one.rank,
        "source": one.source,
        "badge_code": one.badge_code,
        "tariff": one.tariff_name,
        "price_cents": one.price.cents,
        "options": [
            {"name": x.name, "quantity": x.quantity, "price_cents": x.price.cents}
            for x in one.options
        ],
        "due_cents": one.due.cents,
        "settlement": one.settlement,
        "present": list(one.present),
        "cancelled_on": one.cancelled_on,
        "note": one.note,
    }


def counts_document(counts: RegistrationCounts) -> Document:
    """Return how an event stands."""
    return {
        "registered": counts.registered,
        "waiting": counts.waiting,
        "cancelled": counts.cancelled,
        "present": counts.present,
        "capacity": counts.capacity,
        "free": counts.free,
        "due_cents": counts.due.cents,
        "paid_cents": counts.paid.cents,
        "left_cents": counts.left.cents,
        "overpaid_cents": counts.overpaid.cents,
    }


def party_document(party: Party) -> Document:
    """Return those who pay together."""
    return {
        "id": party.id,
        "payer_id": party.payer_id,
        "payer": party.payer_name,
        "names": list(party.names),
        "due_cents": party.due.cents,
        "paid_cents": party.paid.cents,
        "left_cents": party.left.cents,
        "payment_ids": list(party.payment_ids),
    }


def move_document(move: Move) -> Document:
    """Return what happened to a registration."""
    return {
        "registration_id": move.registration_id,
        "name": move.name,
        "moved_at": move.moved_at,
        "kind": move.kind,
        "freed_by": move.freed_by,
    }


def cash_box_document(box: CashBox) -> Document:
    """Return a cash box."""
    return {
        "id": box.id,
        "event_id": box.event_id,
        "held_on": box.held_on,
        "opening_cents": box.opening.cents,
        "takings_cents": box.takings.cents,
        "expected_cents": box.expected.cents,
        "counted_cents": None if box.counted is None else box.counted.cents,
        "difference_cents": None if box.difference is None else box.difference.cents,
    }


def registration_listing(found: Sequence[Registration]) -> Listing:
    """Return registrations as rows; the first column is what other commands call them by."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Name")),
        Column(_("State")),
        Column(_("Tariff"), rare=True),
        Column(_("Due"), at_right=True),
        Column(_("Payment")),
        Column(_("Code on the badge"), rare=True),
    )
    rows = [
        (
            str(one.id),
            one.name,
            state_text(one),
            one.tariff_name,
            money_text(one.due) if one.due else "",
            label(one.settlement),
            one.badge_code,
        )
        for one in found
    ]
    return Listing(columns, rows, _("Nobody is registered."))


def state_text(one: Registration) -> str:
    """Return whether somebody has a place, with the rank of who waits and the day of an end."""
    state = label(one.state)
    if one.rank is not None:
        return f"{state} ({one.rank})"
    if one.cancelled_on is not None:
        return f"{state} ({day_text(one.cancelled_on)})"
    return state


def party_listing(found: Sequence[Party]) -> Listing:
    """Return parties as rows."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Payer")),
        Column(_("Who comes")),
        Column(_("Due"), at_right=True),
        Column(_("Paid"), at_right=True),
        Column(_("Still due"), at_right=True),
    )
    rows = [
        (
            str(one.id),
            one.payer_name,
            ", ".join(one.names),
            money_text(one.due),
            money_text(one.paid),
            money_text(one.left),
        )
        for one in found
    ]
    return Listing(columns, rows, _("Nobody is registered."))
