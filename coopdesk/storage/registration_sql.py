"""What registrations and parties ask the database: their order, their words, their money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, select

from coopdesk.domain.event_registrations import RegistrationState, Settlement
from coopdesk.domain.events import EventState
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.storage.columns import table_of
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    ContactRow,
    EventPartyRow,
    EventRegistrationRow,
    EventRow,
    EventTariffRow,
    PaymentLineRow,
    PaymentRow,
    RegistrationOptionRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Select, Subquery

    from coopdesk.domain.event_registrations import RegistrationFilter

contact = table_of(ContactRow)
line = table_of(PaymentLineRow)
option = table_of(RegistrationOptionRow)
party = table_of(EventPartyRow)
payment = table_of(PaymentRow)
registration = table_of(EventRegistrationRow)
tariff = table_of(EventTariffRow)
_event = table_of(EventRow)

NAME_KEY: ColumnElement[Any] = func.coalesce(contact.c.sort_key, registration.c.name_key)
HAS_PLACE = registration.c.state == RegistrationState.REGISTERED.value
_CANCELLED = select(_event.c.id).where(_event.c.state == EventState.CANCELLED.value)
# Nobody owes anything for an event that is not held: what was paid is to be given back.
OWES = and_(HAS_PLACE, registration.c.event_id.not_in(_CANCELLED))
_LISTED = registration.outerjoin(contact, contact.c.id == registration.c.contact_id)
_SEARCHED = (
    contact.c.search_text,
    registration.c.name_key,
    func.lower(registration.c.email),
    func.lower(registration.c.badge_code),
)


def options_of(registration_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return what the options of a registration cost."""
    query = select(func.coalesce(func.sum(option.c.price_cents), 0))
    return query.where(option.c.registration_id == registration_id).scalar_subquery()


def due_cents() -> ColumnElement[Any]:
    """Return what a registration owes: nothing while it waits, nor for what was cancelled."""
    costs = registration.c.price_cents + options_of(registration.c.id)
    return case((OWES, costs), else_=0)


def dues(narrowed: Callable[[ColumnElement[Any]], ColumnElement[bool]]) -> Subquery:
    """Select what parties owe; ``narrowed`` says which, of the column of their ids."""
    costs = registration.c.price_cents + options_of(registration.c.id)
    return (
        select(registration.c.party_id, func.sum(costs).label("cents"))
        .where(narrowed(registration.c.party_id), OWES)
        .group_by(registration.c.party_id)
        .subquery("dues")
    )


def paid(narrowed: Callable[[ColumnElement[Any]], ColumnElement[bool]]) -> Subquery:
    """Select what parties paid less what went back; what they gave on top is no part of it."""
    signed = case(
        (payment.c.direction == Direction.OUT.value, -line.c.amount_cents),
        else_=line.c.amount_cents,
    )
    return (
        select(line.c.party_id, func.sum(signed).label("cents"))
        .join(payment, payment.c.id == line.c.payment_id)
        .where(
            narrowed(line.c.party_id),
            line.c.kind != LineKind.GIFT.value,
            payment.c.state == PaymentState.RECEIVED.value,
        )
        .group_by(line.c.party_id)
        .subquery("paid")
    )


def of_event(event_id: int) -> Callable[[ColumnElement[Any]], ColumnElement[bool]]:
    """Narrow to the parties of an event."""
    ids = select(party.c.id).where(party.c.event_id == event_id)
    return lambda column: column.in_(ids)


def ids_query(wanted: RegistrationFilter) -> Select[Any]:
    """Select the ids that a filter shows, in its order."""
    query = select(registration.c.id).where(registration.c.event_id == wanted.event_id)
    query = query.select_from(_joined(wanted)).where(*words_in(_SEARCHED, wanted.text))
    if wanted.state is not None:
        query = query.where(registration.c.state == wanted.state.value)
    if wanted.settlement is not None:
        query = _of_settlement(query, wanted)
    sort = _SORTS[wanted.sort]()
    first = sort.desc() if wanted.descending else sort.asc()
    number = registration.c.number
    return query.order_by(first, number.desc() if wanted.descending else number.asc())


def _joined(wanted: RegistrationFilter) -> Any:
    if wanted.sort != "tariff":
        return _LISTED
    return _LISTED.outerjoin(tariff, tariff.c.id == registration.c.tariff_id)


_SORTS: dict[str, Callable[[], ColumnElement[Any]]] = {
    "number": lambda: registration.c.number,
    "name": lambda: NAME_KEY,
    "state": lambda: registration.c.state,
    "tariff": lambda: tariff.c.position,
    "due": due_cents,
}


def _of_settlement(query: Select[Any], wanted: RegistrationFilter) -> Select[Any]:
    """Narrow to the registrations of parties whose money stands so: ``settlement`` in SQL."""
    assert wanted.settlement is not None
    owed, got = dues(of_event(wanted.event_id)), paid(of_event(wanted.event_id))
    due_, paid_ = func.coalesce(owed.c.cents, 0), func.coalesce(got.c.cents, 0)
    conditions: dict[Settlement, ColumnElement[bool]] = {
        Settlement.FREE: and_(due_ == 0, paid_ == 0),
        Settlement.PAID: and_(due_ == paid_, due_ != 0),
        Settlement.PARTLY_PAID: and_(paid_ > 0, paid_ < due_),
        Settlement.UNPAID: and_(paid_ <= 0, paid_ < due_),
        Settlement.OVERPAID: paid_ > due_,
    }
    money = (
        select(party.c.id)
        .outerjoin(owed, owed.c.party_id == party.c.id)
        .outerjoin(got, got.c.party_id == party.c.id)
        .where(party.c.event_id == wanted.event_id, conditions[wanted.settlement])
    )
    return query.where(registration.c.party_id.in_(money))
