"""Read and write venues, and cycles of events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.events import Cycle, NewCycle, NewVenue, Venue
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ContactRow,
    EventCycleRow,
    EventRow,
    EventSessionRow,
    VenueRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_cycle = table_of(EventCycleRow)
_event = table_of(EventRow)
_session = table_of(EventSessionRow)
_venue = table_of(VenueRow)


class VenueStore:
    """Venues, and cycles of events of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewVenue) -> int:
        """Store a venue and return its id."""
        return self._recorder.insert(_venue, {**_venue_values(new), "is_open": True})

    def change(self, venue_id: int, new: NewVenue) -> bool:
        """Replace what is known of a venue; return whether anything differed."""
        return self._recorder.update(_venue, venue_id, _venue_values(new))

    def set_open(self, venue_id: int, *, is_open: bool) -> bool:
        """Close a venue or open it again; return whether that differed."""
        return self._recorder.update(_venue, venue_id, {"is_open": is_open})

    def delete(self, venue_id: int) -> None:
        """Delete a venue in which nothing is held."""
        self._recorder.delete(_venue, venue_id)

    def is_used(self, venue_id: int) -> bool:
        """Tell whether anything is held there."""
        for table in (_event, _session):
            query = select(table.c.id).where(table.c.venue_id == venue_id).limit(1)
            if self._connection.execute(query).first() is not None:
                return True
        return False

    def get(self, venue_id: int) -> Venue:
        """Return one venue.

        Raises:
            NotFoundError: ``venue.missing``.
        """
        row = self._connection.execute(_venues().where(_venue.c.id == venue_id)).one_or_none()
        if row is None:
            raise NotFoundError("venue.missing", id=venue_id)
        return _to_venue(row)

    def all(self, *, open_only: bool = False) -> list[Venue]:
        """Return the venues in French order of their names."""
        query = _venues().order_by(_venue.c.name_key, _venue.c.id)
        if open_only:
            query = query.where(_venue.c.is_open)
        return [_to_venue(row) for row in self._connection.execute(query)]

    def holding(self, count: int) -> list[Venue]:
        """Return the open venues that hold so many people, the smallest first."""
        query = _venues().where(_venue.c.is_open, _venue.c.capacity >= count)
        query = query.order_by(_venue.c.capacity, _venue.c.name_key, _venue.c.id)
        return [_to_venue(row) for row in self._connection.execute(query)]

    def id_named(self, name: str) -> int | None:
        """Return the id of the venue of that name, whatever its case and accents."""
        query = select(_venue.c.id).where(_venue.c.name_key == fold(name))
        return self._connection.execute(query).scalar()

    # cycles

    def add_cycle(self, new: NewCycle) -> int:
        """Store a cycle and return its id."""
        return self._recorder.insert(_cycle, _cycle_values(new))

    def change_cycle(self, cycle_id: int, new: NewCycle) -> bool:
        """Replace what is known of a cycle; return whether anything differed."""
        return self._recorder.update(_cycle, cycle_id, _cycle_values(new))

    def delete_cycle(self, cycle_id: int) -> None:
        """Delete a cycle without events."""
        self._recorder.delete(_cycle, cycle_id)

    def cycle(self, cycle_id: int) -> Cycle:
        """Return one cycle.

        Raises:
            NotFoundError: ``cycle.missing``.
        """
        row = self._connection.execute(_cycles().where(_cycle.c.id == cycle_id)).one_or_none()
        if row is None:
            raise NotFoundError("cycle.missing", id=cycle_id)
        return _to_cycle(row)

    def cycles(self) -> list[Cycle]:
        """Return the cycles in French order of their names."""
        query = _cycles().order_by(_cycle.c.name_key, _cycle.c.id)
        return [_to_cycle(row) for row in self._connection.execute(query)]

    def cycle_named(self, name: str) -> int | None:
        """Return the id of the cycle of that name, whatever its case and accents."""
        query = select(_cycle.c.id).where(_cycle.c.name_key == fold(name))
        return self._connection.execute(query).scalar()


def _venues() -> Select[Any]:
    held = select(func.count()).where(_event.c.venue_id == _venue.c.id).scalar_subquery()
    return select(
        _venue, _contact.c.name.label("contact_name"), held.label("events")
    ).outerjoin(_contact, _contact.c.id == _venue.c.contact_id)


def _cycles() -> Select[Any]:
    of_it = _event.c.cycle_id == _cycle.c.id
    count = select(func.count()).where(of_it).scalar_subquery()
    last = select(func.max(_event.c.edition)).where(of_it).scalar_subquery()
    return select(_cycle, count.label("events"), last.label("last_edition"))


def _venue_values(new: NewVenue) -> dict[str, Any]:
    return {
        "name": new.name,
        "name_key": fold(new.name),
        "address": new.address,
        "postal_code": new.postal_code,
        "town": new.town,
        "capacity": new.capacity,
        "access": new.access,
        "note": new.note,
        "contact_id": new.contact_id,
    }


def _cycle_values(new: NewCycle) -> dict[str, Any]:
    return {
        "name": new.name,
        "name_key": fold(new.name),
        "origin": new.origin,
        "since": new.since,
        "note": new.note,
    }


def _to_venue(row: Row[Any]) -> Venue:
    content = NewVenue(
        name=row.name,
        address=row.address,
        postal_code=row.postal_code,
        town=row.town,
        capacity=row.capacity,
        access=row.access,
        note=row.note,
        contact_id=row.contact_id,
    )
    return Venue(row.id, content, row.is_open, row.contact_name or "", row.events)


def _to_cycle(row: Row[Any]) -> Cycle:
    content = NewCycle(name=row.name, origin=row.origin, since=row.since, note=row.note)
    return Cycle(row.id, content, row.events, row.last_edition or 0)
