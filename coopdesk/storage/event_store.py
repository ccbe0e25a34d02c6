"""Read and write events; their programme is in ``storage/programme_store.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.event_rows import event_values, to_event
from coopdesk.storage.tables import (
    ActionRegisterUseRow,
    AttachmentRow,
    CalendarItemRow,
    CashBoxRow,
    EventCycleRow,
    EventPartyRow,
    EventRegistrationRow,
    EventReportRow,
    EventRoleRow,
    EventRow,
    EventSessionRow,
    EventTariffRow,
    GroupEventRow,
    PollRow,
    VenueRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy import Column, Connection, Select

    from coopdesk.domain.events import Event, NewEvent
    from coopdesk.storage.recorder import Recorder

_cycle = table_of(EventCycleRow)
_event = table_of(EventRow)
_venue = table_of(VenueRow)
# What people did with an event: with any of it, it cannot go.
_KEEPING = tuple(
    table_of(row)
    for row in (
        EventRegistrationRow,
        EventPartyRow,
        CashBoxRow,
        EventReportRow,
        GroupEventRow,
        AttachmentRow,
    )
)
# What goes with it, in an order in which nothing points to what is gone.
_ITS_OWN = tuple(
    table_of(row)
    for row in (EventRoleRow, EventSessionRow, EventTariffRow, ActionRegisterUseRow)
)
# What forgets it.
_NAMING: tuple[Column[Any], ...] = (
    table_of(PollRow).c.event_id,
    table_of(CalendarItemRow).c.event_id,
    _event.c.previous_id,
)


class EventStore:
    """The events of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewEvent, uid: str, moment: dt.datetime) -> int:
        """Store an event under the name that calendars know it by; return its id."""
        values = {
            **event_values(new),
            "search_key": self._search_key(new),
            "activity_id": None,
            "uid": uid,
            "revision": 0,
            "changed_at": moment,
        }
        return self._recorder.insert(_event, values)

    def change(self, event_id: int, new: NewEvent) -> bool:
        """Replace what is known of an event; return whether anything differed."""
        values = {**event_values(new), "search_key": self._search_key(new)}
        return self._recorder.update(_event, event_id, values)

    def touch(self, event_ids: Iterable[int], moment: dt.datetime) -> None:
        """Say that calendars show events otherwise from a moment on."""
        ids = list(event_ids)
        query = select(_event.c.id, _event.c.revision).where(_event.c.id.in_(ids))
        rows = {
            key: {"revision": revision + 1, "changed_at": moment}
            for key, revision in self._connection.execute(query).all()
        }
        self._recorder.update_many(_event, rows)

    def set_activity(self, event_id: int, activity_id: int | None) -> None:
        """Tie an event to the activity that its money is part of, or untie it."""
        self._recorder.update(_event, event_id, {"activity_id": activity_id})

    def find_anew(self, event_ids: Iterable[int]) -> None:
        """Write the search words of events anew: their cycle or place is called otherwise."""
        rows = {
            key: {"search_key": self._search_key(self.get(key).content)} for key in event_ids
        }
        self._recorder.update_many(_event, rows)

    def delete(self, event_id: int) -> None:
        """Delete an event on which nothing rests, with its programme; polls forget it."""
        for table in _ITS_OWN:
            query = select(table.c.id).where(table.c.event_id == event_id)
            self._recorder.delete_many(table, self._ids(query))
        for column in _NAMING:
            query = select(column.table.c.id).where(column == event_id)
            rows = {key: {column.name: None} for key in self._ids(query)}
            self._recorder.update_many(column.table, rows)
        self._recorder.delete(_event, event_id)

    def resting_on(self, event_id: int) -> tuple[str, ...]:
        """Return the names of the tables whose rows keep an event."""
        found = []
        for table in _KEEPING:
            query = select(table.c.id).where(table.c.event_id == event_id).limit(1)
            if self._connection.execute(query).first() is not None:
                found.append(str(table.name))
        return tuple(found)

    def get(self, event_id: int) -> Event:
        """Return one event.

        Raises:
            NotFoundError: ``event.missing``.
        """
        row = self._connection.execute(_events().where(_event.c.id == event_id)).one_or_none()
        if row is None:
            raise NotFoundError("event.missing", id=event_id)
        return to_event(row)

    def many(self, event_ids: Iterable[int] | None = None) -> list[Event]:
        """Return events by their first day, all of them without ids."""
        query = _events().order_by(_event.c.starts_on, _event.c.id)
        if event_ids is not None:
            query = query.where(_event.c.id.in_(list(event_ids)))
        return [to_event(row) for row in self._connection.execute(query)]

    def between(self, first: dt.date, last: dt.date) -> list[Event]:
        """Return the events of which a day, however vague, is from ``first`` to ``last``."""
        query = _events().where(_event.c.starts_on <= last, _event.c.ends_on >= first)
        rows = self._connection.execute(query.order_by(_event.c.starts_on, _event.c.id))
        return [to_event(row) for row in rows]

    def undated(self) -> list[Event]:
        """Return the events that have no day, the oldest first."""
        query = _events().where(_event.c.starts_on.is_(None)).order_by(_event.c.id)
        return [to_event(row) for row in self._connection.execute(query)]

    def years(self) -> list[int]:
        """Return the years that events touch, the last one first."""
        query = select(_event.c.starts_on, _event.c.ends_on).distinct()
        found: set[int] = set()
        for first, last in self._connection.execute(
            query.where(_event.c.starts_on.is_not(None))
        ):
            found.update(range(first.year, last.year + 1))
        return sorted(found, reverse=True)

    def named(self, title: str) -> list[int]:
        """Return the ids of the events of a title, whatever its case and accents."""
        wanted = fold(title)
        query = select(_event.c.id, _event.c.title).order_by(_event.c.id)
        query = query.where(_event.c.search_key.contains(wanted, autoescape=True))
        return [key for key, known in self._connection.execute(query) if fold(known) == wanted]

    def names(self) -> dict[int, str]:
        """Return what is said of each event that names it: title, cycle, edition, year."""
        query = (
            select(
                _event.c.id, _event.c.title, _cycle.c.name, _event.c.edition, _event.c.starts_on
            )
            .outerjoin(_cycle, _cycle.c.id == _event.c.cycle_id)
            .order_by(_event.c.id)
        )
        return {
            row.id: " ".join(
                (
                    row.title,
                    row.name or "",
                    f"{row.edition}e" if row.edition else "",
                    str(row.starts_on.year) if row.starts_on else "",
                )
            )
            for row in self._connection.execute(query)
        }

    def editions_numbered(self, edition: int) -> list[tuple[int, str, str]]:
        """Return id, title and cycle of each event that is the so manieth of its cycle."""
        query = (
            select(_event.c.id, _event.c.title, _cycle.c.name)
            .join(_cycle, _cycle.c.id == _event.c.cycle_id)
            .where(_event.c.edition == edition)
            .order_by(_event.c.id)
        )
        return [(key, title, cycle) for key, title, cycle in self._connection.execute(query)]

    def with_edition(self, cycle_id: int, edition: int) -> int | None:
        """Return the id of an edition of a cycle, None when there is none."""
        query = select(_event.c.id).where(
            _event.c.cycle_id == cycle_id, _event.c.edition == edition
        )
        return self._connection.execute(query).scalar()

    def of_column(self, **wanted: int) -> list[int]:
        """Return the ids of the events of which columns have values: a cycle, a venue."""
        same = [_event.c[name] == value for name, value in wanted.items()]
        return self._ids(select(_event.c.id).where(*same).order_by(_event.c.id))

    def uids(self) -> dict[str, int]:
        """Return the id of each event by the name that calendars know it by."""
        rows = self._connection.execute(select(_event.c.uid, _event.c.id))
        return {row.uid: row.id for row in rows}

    def _ids(self, query: Select[Any]) -> list[int]:
        return list(self._connection.execute(query).scalars())

    def _search_key(self, new: NewEvent) -> str:
        """Return the folded words by which an event is found."""
        cycle = select(_cycle.c.name).where(_cycle.c.id == new.cycle_id)
        place = select(_venue.c.name, _venue.c.town).where(_venue.c.id == new.venue_id)
        words = [new.title, new.theme, new.hashtag, new.place_note]
        words += self._connection.execute(cycle).scalars()
        for name, town in self._connection.execute(place):
            words += [name, town]
        return " ".join(fold(word) for word in words if word)


def _events() -> Select[Any]:
    return (
        select(_event, _cycle.c.name.label("cycle_name"), _venue.c.name.label("venue_name"))
        .outerjoin(_cycle, _cycle.c.id == _event.c.cycle_id)
        .outerjoin(_venue, _venue.c.id == _event.c.venue_id)
    )
