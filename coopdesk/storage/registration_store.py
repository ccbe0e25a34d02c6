"""Write registrations, parties, options, their traces and presence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, literal_column, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.event_registrations import MoveKind, RegistrationState
from coopdesk.domain.events import EventState
from coopdesk.domain.text import sort_key
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AttendanceRow,
    EventPartyRow,
    EventRegistrationRow,
    EventRow,
    OperationChangeRow,
    OperationRow,
    PaymentLineRow,
    RegistrationMoveRow,
    RegistrationOptionRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnClause, Connection

    from coopdesk.domain.event_registrations import NewRegistration, TakenOption
    from coopdesk.domain.money import Money
    from coopdesk.storage.recorder import Recorder

_attendance = table_of(AttendanceRow)
_change = table_of(OperationChangeRow)
_event = table_of(EventRow)
_line = table_of(PaymentLineRow)
_move = table_of(RegistrationMoveRow)
_operation = table_of(OperationRow)
_option = table_of(RegistrationOptionRow)
_party = table_of(EventPartyRow)
_registration = table_of(EventRegistrationRow)
# Written out: with a parameter, SQLite would not find the index of what was deleted.
_DELETE: ColumnClause[str] = literal_column("'delete'")


class Places(NamedTuple):
    """What decides whether somebody has a place at an event."""

    title: str
    state: EventState
    is_open: bool
    capacity: int | None
    has_waiting_list: bool
    registered: int
    waiting: int

    @property
    def is_full(self) -> bool:
        """Whether who comes now has to wait; nobody passes those who wait already."""
        return self.capacity is not None and (
            self.waiting > 0 or self.registered >= self.capacity
        )


class Seat(NamedTuple):
    """What is decided of a registration beside what was typed."""

    number: int
    party_id: int
    state: RegistrationState
    registered_at: dt.datetime
    price: Money
    badge_code: str


class RegistrationStore:
    """What one unit of work writes of registrations, parties and presence."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # places

    def places(self, event_id: int) -> Places:
        """Return how many places an event has and how many are taken.

        Raises:
            NotFoundError: ``event.missing``.
        """
        query = select(
            _event.c.title,
            _event.c.state,
            _event.c.is_open,
            _event.c.capacity,
            _event.c.has_waiting_list,
        ).where(_event.c.id == event_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("event.missing", id=event_id)
        counted = (
            select(_registration.c.state, func.count().label("people"))
            .where(_registration.c.event_id == event_id)
            .group_by(_registration.c.state)
        )
        counts = {row.state: row.people for row in self._connection.execute(counted)}
        return Places(
            row.title,
            EventState(row.state),
            row.is_open,
            row.capacity,
            row.has_waiting_list,
            counts.get(RegistrationState.REGISTERED.value, 0),
            counts.get(RegistrationState.WAITING.value, 0),
        )

    def waiting_ids(self, event_id: int) -> list[int]:
        """Return those who wait for a place at an event, in order of their numbers."""
        query = (
            select(_registration.c.id)
            .where(
                _registration.c.event_id == event_id,
                _registration.c.state == RegistrationState.WAITING.value,
            )
            .order_by(_registration.c.number)
        )
        return list(self._connection.execute(query).scalars())

    def next_number(self, event_id: int) -> int:
        """Return the number of the next registration of an event.

        It is above those of removed ones too: whoever takes a removal back finds theirs free.
        """
        living = select(func.max(_registration.c.number)).where(
            _registration.c.event_id == event_id
        )
        removed = (
            select(func.max(func.json_extract(_change.c.before, "$.number")))
            .join(_operation, _operation.c.id == _change.c.operation_id)
            .where(
                _change.c.table_name == _registration.name,
                _change.c.kind == _DELETE,
                func.json_extract(_change.c.before, "$.event_id") == event_id,
                _operation.c.kind == "command",
            )
        )
        query = select(living.scalar_subquery(), removed.scalar_subquery())
        return max(number or 0 for number in self._connection.execute(query).one()) + 1

    # registrations

    def add(self, new: NewRegistration, seat: Seat, options: Sequence[TakenOption] = ()) -> int:
        """Store a registration with its options and return its id."""
        values = {
            **registration_values(new),
            "event_id": new.event_id,
            "number": seat.number,
            "party_id": seat.party_id,
            "state": seat.state.value,
            "registered_at": seat.registered_at,
            "cancelled_on": None,
            "price_cents": seat.price.cents,
            "source": new.source.value,
            "badge_code": seat.badge_code,
            "ticket_id": None,
            "poll_reply_id": None,
        }
        registration_id = self._recorder.insert(_registration, values)
        self._add_options(registration_id, options)
        return registration_id

    def change(self, registration_id: int, values: dict[str, Any]) -> bool:
        """Change columns of a registration; return whether anything differed."""
        return self._recorder.update(_registration, registration_id, values)

    def change_many(self, rows: Mapping[int, dict[str, Any]]) -> int:
        """Change the same columns of registrations, by id; return how many differed."""
        return self._recorder.update_many(_registration, rows)

    def replace_options(self, registration_id: int, options: Sequence[TakenOption]) -> None:
        """Let a registration have these options and no others."""
        query = select(_option).where(_option.c.registration_id == registration_id)
        kept = {row.tariff_id: row for row in self._connection.execute(query)}
        gone = kept.keys() - {one.tariff_id for one in options}
        self._recorder.delete_many(_option, sorted(kept[key].id for key in gone))
        for one in options:
            if one.tariff_id in kept:
                values = {"quantity": one.quantity, "price_cents": one.price.cents}
                self._recorder.update(_option, kept[one.tariff_id].id, values)
        self._add_options(registration_id, [x for x in options if x.tariff_id not in kept])

    def _add_options(self, registration_id: int, options: Sequence[TakenOption]) -> None:
        rows = [
            {
                "registration_id": registration_id,
                "tariff_id": one.tariff_id,
                "quantity": one.quantity,
                "price_cents": one.price.cents,
            }
            for one in options
        ]
        self._recorder.insert_many(_option, rows)

    def delete(self, registration_id: int) -> None:
        """Delete a registration with its options and traces; its presence must be gone."""
        query = select(_move.c.id).where(_move.c.freed_by_id == registration_id)
        freed = self._connection.execute(query).scalars().all()
        self._recorder.update_many(_move, {key: {"freed_by_id": None} for key in freed})
        for table in (_option, _move):
            rows = select(table.c.id).where(table.c.registration_id == registration_id)
            ids = self._connection.execute(rows.order_by(table.c.id)).scalars().all()
            self._recorder.delete_many(table, ids)
        self._recorder.delete(_registration, registration_id)

    # traces

    def moved(
        self,
        ids: Sequence[int],
        moment: dt.datetime,
        kind: MoveKind,
        freed_by: Sequence[int | None] = (),
    ) -> None:
        """Trace what happened to registrations; ``freed_by`` is for each of them, or empty."""
        freeing = freed_by or [None] * len(ids)
        rows = [
            {
                "registration_id": key,
                "moved_at": moment,
                "kind": kind.value,
                "freed_by_id": by,
            }
            for key, by in zip(ids, freeing, strict=True)
        ]
        self._recorder.insert_many(_move, rows)

    # parties

    def add_party(self, event_id: int, payer_id: int | None, label: str = "") -> int:
        """Store a party and return its id."""
        values = {"event_id": event_id, "payer_id": payer_id, "label": label}
        return self._recorder.insert(_party, values)

    def change_party(self, party_id: int, values: dict[str, Any]) -> bool:
        """Change columns of a party; return whether anything differed."""
        return self._recorder.update(_party, party_id, values)

    def delete_party(self, party_id: int) -> None:
        """Delete a party that nobody is in and nobody paid for."""
        self._recorder.delete(_party, party_id)

    def move_money(self, party_id: int, other_id: int) -> None:
        """Let what was paid for a party be paid for another."""
        query = select(_line.c.id).where(_line.c.party_id == party_id)
        lines = list(self._connection.execute(query.order_by(_line.c.id)).scalars())
        self._recorder.update_many(_line, {key: {"party_id": other_id} for key in lines})

    # presence

    def present(self, registration_id: int, session_id: int | None) -> int | None:
        """Return the record of somebody's presence, None when there is none."""
        is_same = (
            _attendance.c.session_id.is_(None)
            if session_id is None
            else _attendance.c.session_id == session_id
        )
        query = select(_attendance.c.id).where(
            _attendance.c.registration_id == registration_id, is_same
        )
        return self._connection.execute(query).scalar()

    def add_presence(
        self, registration_id: int, session_id: int | None, moment: dt.datetime
    ) -> int:
        """Store that somebody was there and return the id of that."""
        values = {
            "registration_id": registration_id,
            "session_id": session_id,
            "present_at": moment,
        }
        return self._recorder.insert(_attendance, values)

    def delete_presence(self, attendance_id: int) -> None:
        """Forget that somebody was there."""
        self._recorder.delete(_attendance, attendance_id)


def registration_values(new: NewRegistration) -> dict[str, Any]:
    """Return the columns of what was typed of who registers."""
    return {
        "contact_id": new.contact_id,
        "last_name": new.last_name,
        "first_name": new.first_name,
        "name_key": sort_key(new.last_name, new.first_name),
        "email": new.email,
        "phone": new.phone,
        "tariff_id": new.tariff_id,
        "note": new.note,
    }
