"""Read and write how events are made: their sessions, who does what, and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.events import (
    EventPart,
    EventRole,
    NewEventPart,
    NewSession,
    NewTariff,
    Pricing,
    Session,
    Tariff,
    TariffKind,
)
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.event_rows import hour_kept, hour_read
from coopdesk.storage.tables import (
    AttendanceRow,
    ContactRow,
    EventRegistrationRow,
    EventRoleRow,
    EventSessionRow,
    EventTariffRow,
    RegistrationOptionRow,
    VenueRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row, Select, Table

    from coopdesk.storage.recorder import Recorder

_attendance = table_of(AttendanceRow)
_contact = table_of(ContactRow)
_option = table_of(RegistrationOptionRow)
_registration = table_of(EventRegistrationRow)
_role = table_of(EventRoleRow)
_session = table_of(EventSessionRow)
_tariff = table_of(EventTariffRow)
_venue = table_of(VenueRow)


class ProgrammeStore:
    """The sessions, roles and tariffs of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    # sessions

    def add_session(self, event_id: int, new: NewSession) -> int:
        """Store a session at the end of the programme; return its id."""
        return self._recorder.insert(_session, self._last(_session, event_id, _held(new)))

    def change_session(self, session_id: int, new: NewSession) -> bool:
        """Replace what is known of a session; return whether anything differed."""
        return self._recorder.update(_session, session_id, _held(new))

    def move_sessions(self, days: Mapping[int, dt.date | None]) -> None:
        """Put sessions on other days, or on none yet."""
        rows = {key: {"held_on": day} for key, day in days.items()}
        self._recorder.update_many(_session, rows)

    def order_sessions(self, ids: Sequence[int]) -> bool:
        """Put the sessions of an event in this order; return whether they were in another."""
        rows = {key: {"position": at} for at, key in enumerate(ids, start=1)}
        return self._recorder.update_many(_session, rows) > 0

    def delete_session(self, session_id: int) -> None:
        """Delete a session at which nobody was; who had a slot in it keeps the part."""
        query = select(_role.c.id).where(_role.c.session_id == session_id)
        rows = {key: {"session_id": None} for key in self._connection.execute(query).scalars()}
        self._recorder.update_many(_role, rows)
        self._recorder.delete(_session, session_id)

    def events_in(self, venue_id: int) -> list[int]:
        """Return the events of which a session is in a venue of its own."""
        query = select(_session.c.event_id).where(_session.c.venue_id == venue_id).distinct()
        return list(self._connection.execute(query).scalars())

    def is_attended(self, session_id: int) -> bool:
        """Tell whether anybody was there."""
        query = select(_attendance.c.id).where(_attendance.c.session_id == session_id).limit(1)
        return self._connection.execute(query).first() is not None

    def session(self, session_id: int) -> Session:
        """Return one session.

        Raises:
            NotFoundError: ``session.missing``.
        """
        query = _sessions().where(_session.c.id == session_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("session.missing", id=session_id)
        return _to_session(row)

    def sessions(self, event_id: int) -> list[Session]:
        """Return the sessions of an event in the order of the programme."""
        return self.sessions_of([event_id]).get(event_id, [])

    def sessions_of(self, event_ids: Sequence[int]) -> dict[int, list[Session]]:
        """Return the sessions of events, by the id of the event."""
        query = _sessions().where(_session.c.event_id.in_(event_ids))
        found: dict[int, list[Session]] = {}
        rows = self._connection.execute(query.order_by(_session.c.position, _session.c.id))
        for row in rows:
            found.setdefault(row.event_id, []).append(_to_session(row))
        return found

    # who makes it

    def add_part(self, event_id: int, new: NewEventPart) -> int:
        """Store somebody's part in an event; return its id."""
        return self._recorder.insert(_role, self._last(_role, event_id, _played(new)))

    def change_part(self, part_id: int, new: NewEventPart) -> bool:
        """Replace what is known of a part; return whether anything differed."""
        return self._recorder.update(_role, part_id, _played(new))

    def delete_part(self, part_id: int) -> None:
        """Delete somebody's part in an event."""
        self._recorder.delete(_role, part_id)

    def part(self, part_id: int) -> EventPart:
        """Return somebody's part in an event.

        Raises:
            NotFoundError: ``event.part_missing``.
        """
        row = self._connection.execute(_parts().where(_role.c.id == part_id)).one_or_none()
        if row is None:
            raise NotFoundError("event.part_missing", id=part_id)
        return _to_part(row)

    def parts(self, event_id: int) -> list[EventPart]:
        """Return who makes an event: by role, in the order typed."""
        return self.parts_of([event_id]).get(event_id, [])

    def parts_of(self, event_ids: Sequence[int]) -> dict[int, list[EventPart]]:
        """Return who makes events, by the id of the event."""
        query = _parts().where(_role.c.event_id.in_(event_ids))
        found: dict[int, list[EventPart]] = {}
        for row in self._connection.execute(query.order_by(_role.c.position, _role.c.id)):
            found.setdefault(row.event_id, []).append(_to_part(row))
        ranks = {role: at for at, role in enumerate(EventRole)}
        for parts in found.values():
            parts.sort(key=lambda part: ranks[part.content.role])
        return found

    # what it costs

    def add_tariff(self, event_id: int, new: NewTariff) -> int:
        """Store what taking part costs; return its id."""
        values = self._last(_tariff, event_id, _priced(new))
        return self._recorder.insert(_tariff, {**values, "is_closed": False})

    def change_tariff(self, tariff_id: int, new: NewTariff) -> bool:
        """Replace what is known of a tariff; return whether anything differed."""
        return self._recorder.update(_tariff, tariff_id, _priced(new))

    def set_tariff_closed(self, tariff_id: int, *, is_closed: bool) -> bool:
        """Close a tariff or open it again; return whether that differed."""
        return self._recorder.update(_tariff, tariff_id, {"is_closed": is_closed})

    def delete_tariff(self, tariff_id: int) -> None:
        """Delete a tariff that nobody has."""
        self._recorder.delete(_tariff, tariff_id)

    def is_tariff_used(self, tariff_id: int) -> bool:
        """Tell whether anybody has a tariff, or had it before cancelling."""
        for column in (_registration.c.tariff_id, _option.c.tariff_id):
            query = select(column).where(column == tariff_id).limit(1)
            if self._connection.execute(query).first() is not None:
                return True
        return False

    def tariff(self, tariff_id: int) -> Tariff:
        """Return one tariff.

        Raises:
            NotFoundError: ``tariff.missing``.
        """
        query = select(_tariff).where(_tariff.c.id == tariff_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("tariff.missing", id=tariff_id)
        return _to_tariff(row, self._taken(row.event_id))

    def tariffs(self, event_id: int) -> list[Tariff]:
        """Return the tariffs of an event: the places, then the options, in the order typed."""
        query = select(_tariff).where(_tariff.c.event_id == event_id)
        query = query.order_by(_tariff.c.kind, _tariff.c.position, _tariff.c.id)
        taken = self._taken(event_id)
        return [_to_tariff(row, taken) for row in self._connection.execute(query)]

    def _taken(self, event_id: int) -> dict[int, int]:
        """Count who has each tariff of an event and did not cancel."""
        lives = (_registration.c.event_id == event_id, _registration.c.state != "cancelled")
        places = (
            select(_registration.c.tariff_id, func.count())
            .where(*lives, _registration.c.tariff_id.is_not(None))
            .group_by(_registration.c.tariff_id)
        )
        options = (
            select(_option.c.tariff_id, func.sum(_option.c.quantity))
            .join(_registration, _registration.c.id == _option.c.registration_id)
            .where(*lives)
            .group_by(_option.c.tariff_id)
        )
        found: dict[int, int] = {}
        for query in (places, options):
            for key, count in self._connection.execute(query):
                found[key] = found.get(key, 0) + count
        return found

    def _last(self, table: Table, event_id: int, values: dict[str, Any]) -> dict[str, Any]:
        """Return the columns of a new row, which comes last of its event's."""
        query = select(func.max(table.c.position)).where(table.c.event_id == event_id)
        last = self._connection.execute(query).scalar() or 0
        return {"event_id": event_id, "position": last + 1, **values}


def _sessions() -> Select[Any]:
    venue_name = _venue.c.name.label("venue_name")
    return select(_session, venue_name).outerjoin(_venue, _venue.c.id == _session.c.venue_id)


def _parts() -> Select[Any]:
    return (
        select(
            _role,
            _contact.c.name.label("contact_name"),
            _session.c.title.label("session_title"),
        )
        .outerjoin(_contact, _contact.c.id == _role.c.contact_id)
        .outerjoin(_session, _session.c.id == _role.c.session_id)
    )


def _held(new: NewSession) -> dict[str, Any]:
    return {
        "title": new.title,
        "held_on": new.held_on,
        "begins_at": hour_kept(new.begins_at),
        "ends_at": hour_kept(new.ends_at),
        "venue_id": new.venue_id,
        "room": new.room,
        "theme": new.theme,
        "description": new.description,
    }


def _played(new: NewEventPart) -> dict[str, Any]:
    return {
        "role": new.role.value,
        "contact_id": new.contact_id,
        "name": new.name,
        "subject": new.subject,
        "theme": new.theme,
        "session_id": new.session_id,
    }


def _priced(new: NewTariff) -> dict[str, Any]:
    return {
        "kind": new.kind.value,
        "name": new.name,
        "pricing": new.pricing.value,
        "amount_cents": new.amount.cents,
        "minimum_cents": new.minimum.cents,
        "quota": new.quota,
        "ticket_key": fold(new.ticket_name),
    }


def _to_session(row: Row[Any]) -> Session:
    content = NewSession(
        title=row.title,
        held_on=row.held_on,
        begins_at=hour_read(row.begins_at),
        ends_at=hour_read(row.ends_at),
        venue_id=row.venue_id,
        room=row.room,
        theme=row.theme,
        description=row.description,
    )
    return Session(row.id, row.event_id, content, row.venue_name or "")


def _to_part(row: Row[Any]) -> EventPart:
    content = NewEventPart(
        role=EventRole(row.role),
        contact_id=row.contact_id,
        name=row.name,
        subject=row.subject,
        theme=row.theme,
        session_id=row.session_id,
    )
    name = row.contact_name or row.name
    return EventPart(row.id, row.event_id, content, name, row.session_title or "")


def _to_tariff(row: Row[Any], taken: Mapping[int, int]) -> Tariff:
    content = NewTariff(
        name=row.name,
        kind=TariffKind(row.kind),
        pricing=Pricing(row.pricing),
        amount=Money(row.amount_cents),
        minimum=Money(row.minimum_cents),
        quota=row.quota,
        ticket_name=row.ticket_key,
    )
    return Tariff(row.id, row.event_id, content, row.is_closed, taken.get(row.id, 0))
