"""Read parties that pay together, and what happened to registrations."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.event_registrations import (
    Move,
    MoveKind,
    Party,
    RegistrationState,
)
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.registration_sql import (
    contact,
    dues,
    line,
    of_event,
    paid,
    party,
    registration,
)
from coopdesk.storage.tables import EventRow, RegistrationMoveRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import ColumnElement, Connection

    Narrowed = Callable[[ColumnElement[Any]], ColumnElement[bool]]

_event = table_of(EventRow)
_move = table_of(RegistrationMoveRow)
_freeing = registration.alias("freeing")
_freer = contact.alias("freer")
_GUEST = func.trim(registration.c.first_name + " " + registration.c.last_name)


class PartyList:
    """The parties and the traces of one view of the database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_event(self, event_id: int) -> list[Party]:
        """Return the parties of an event, in the order in which they came."""
        return self._read(of_event(event_id))

    def get(self, party_id: int) -> Party:
        """Return one party.

        Raises:
            NotFoundError: ``party.missing``.
        """
        found = self._read(lambda column: column == party_id)
        if not found:
            raise NotFoundError("party.missing", id=party_id)
        return found[0]

    def event_id(self, party_id: int) -> int:
        """Return the event of a party, without who is in it; raises as ``get``."""
        query = select(party.c.event_id).where(party.c.id == party_id)
        found: int | None = self._connection.execute(query).scalar()
        if found is None:
            raise NotFoundError("party.missing", id=party_id)
        return found

    def people(self, party_id: int) -> list[int]:
        """Return the registrations of a party, cancelled ones too."""
        query = select(registration.c.id).where(registration.c.party_id == party_id)
        return list(self._connection.execute(query.order_by(registration.c.number)).scalars())

    def is_paid_for(self, party_id: int) -> bool:
        """Tell whether money was recorded for a party, whatever became of it."""
        query = select(line.c.id).where(line.c.party_id == party_id).limit(1)
        return self._connection.execute(query).first() is not None

    def activities_of(self, line_ids: Sequence[int]) -> dict[int, int]:
        """Return the activity of the event that lines of payments are for, by line."""
        query = (
            select(line.c.id, _event.c.activity_id)
            .join(party, party.c.id == line.c.party_id)
            .join(_event, _event.c.id == party.c.event_id)
            .where(line.c.id.in_(line_ids), _event.c.activity_id.is_not(None))
        )
        return {row.id: row.activity_id for row in self._connection.execute(query)}

    def moves(self, event_id: int) -> list[Move]:
        """Return what happened to the registrations of an event, the newest first."""
        query = (
            select(
                _move,
                func.coalesce(contact.c.name, _GUEST).label("name"),
                func.coalesce(
                    _freer.c.name,
                    func.trim(_freeing.c.first_name + " " + _freeing.c.last_name),
                    "",
                ).label("freed_by"),
            )
            .join(registration, registration.c.id == _move.c.registration_id)
            .outerjoin(contact, contact.c.id == registration.c.contact_id)
            .outerjoin(_freeing, _freeing.c.id == _move.c.freed_by_id)
            .outerjoin(_freer, _freer.c.id == _freeing.c.contact_id)
            .where(registration.c.event_id == event_id)
            .order_by(_move.c.id.desc())
        )
        return [
            Move(
                row.id,
                row.registration_id,
                row.name,
                row.moved_at,
                MoveKind(row.kind),
                row.freed_by,
            )
            for row in self._connection.execute(query)
        ]

    def _read(self, narrowed: Narrowed) -> list[Party]:
        names, payments = self._names(narrowed), self._payments(narrowed)
        owed, got = dues(narrowed), paid(narrowed)
        query = (
            select(
                party,
                contact.c.name.label("payer_name"),
                func.coalesce(owed.c.cents, 0).label("due_cents"),
                func.coalesce(got.c.cents, 0).label("paid_cents"),
            )
            .outerjoin(contact, contact.c.id == party.c.payer_id)
            .outerjoin(owed, owed.c.party_id == party.c.id)
            .outerjoin(got, got.c.party_id == party.c.id)
            .where(narrowed(party.c.id))
            .order_by(party.c.id)
        )
        return [
            Party(
                row.id,
                row.event_id,
                row.payer_id,
                row.payer_name or row.label or next(iter(names[row.id]), ""),
                tuple(names[row.id]),
                Money(row.due_cents),
                Money(row.paid_cents),
                tuple(payments[row.id]),
            )
            for row in self._connection.execute(query)
        ]

    def _names(self, narrowed: Narrowed) -> dict[int, list[str]]:
        """Return who is in parties, those who gave up their place last."""
        query = (
            select(registration.c.party_id, func.coalesce(contact.c.name, _GUEST))
            .outerjoin(contact, contact.c.id == registration.c.contact_id)
            .where(narrowed(registration.c.party_id))
            .order_by(
                registration.c.state == RegistrationState.CANCELLED.value,
                registration.c.number,
            )
        )
        found: dict[int, list[str]] = defaultdict(list)
        for party_id, name in self._connection.execute(query):
            found[party_id].append(name)
        return found

    def _payments(self, narrowed: Narrowed) -> dict[int, list[int]]:
        query = select(line.c.party_id, line.c.payment_id).where(narrowed(line.c.party_id))
        found: dict[int, list[int]] = defaultdict(list)
        for party_id, payment_id in self._connection.execute(
            query.distinct().order_by(line.c.payment_id)
        ):
            found[party_id].append(payment_id)
        return found
