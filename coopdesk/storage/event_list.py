"""The list of events: each with who comes, who waits, who was there and what is owed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, false, func, or_, select

from coopdesk.domain.event_days import EventFilter, EventSpan
from coopdesk.domain.events import EventKind, EventLine, EventState
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.event_rows import to_when
from coopdesk.storage.registration_sql import dues, paid, party
from coopdesk.storage.tables import (
    AttendanceRow,
    EventCycleRow,
    EventRegistrationRow,
    EventReportRow,
    EventRow,
    VenueRow,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row, Subquery

_attendance = table_of(AttendanceRow)
_cycle = table_of(EventCycleRow)
_event = table_of(EventRow)
_registration = table_of(EventRegistrationRow)
_report = table_of(EventReportRow)
_venue = table_of(VenueRow)


class EventList:
    """The list of events of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(self, chosen: EventFilter, today: dt.date) -> list[EventLine]:
        """Return the events that a filter shows, in its order: undated ones last."""
        counts, dues = _counts(), _dues()
        query = (
            select(
                _event,
                _cycle.c.name.label("cycle_name"),
                _venue.c.name.label("venue_name"),
                _venue.c.town,
                counts.c.registered,
                counts.c.waiting,
                counts.c.present,
                dues.c.due,
                _report.c.id.label("report_id"),
            )
            .outerjoin(_cycle, _cycle.c.id == _event.c.cycle_id)
            .outerjoin(_venue, _venue.c.id == _event.c.venue_id)
            .outerjoin(_report, _report.c.event_id == _event.c.id)
            .outerjoin(counts, counts.c.event_id == _event.c.id)
            .outerjoin(dues, dues.c.event_id == _event.c.id)
            .where(*_conditions(chosen, today))
            .order_by(*_order(chosen, counts.c.registered, dues.c.due))
        )
        return [_to_line(row) for row in self._connection.execute(query)]


def _counts() -> Subquery:
    """Count for each event who has a place, who waits, and who was there at all."""
    state = _registration.c.state
    there = select(_attendance.c.registration_id).distinct().subquery()
    return (
        select(
            _registration.c.event_id,
            func.sum(case((state == "registered", 1), else_=0)).label("registered"),
            func.sum(case((state == "waiting", 1), else_=0)).label("waiting"),
            func.count(there.c.registration_id).label("present"),
        )
        .outerjoin(there, there.c.registration_id == _registration.c.id)
        .group_by(_registration.c.event_id)
        .subquery()
    )


def _dues() -> Subquery:
    """Sum for each event what parties still owe; one that paid too much owes nothing."""
    owed, got = dues(_any_party), paid(_any_party)
    left = owed.c.cents - func.coalesce(got.c.cents, 0)
    return (
        select(party.c.event_id, func.sum(case((left > 0, left), else_=0)).label("due"))
        .join(owed, owed.c.party_id == party.c.id)
        .outerjoin(got, got.c.party_id == party.c.id)
        .group_by(party.c.event_id)
        .subquery()
    )


def _any_party(party_id: ColumnElement[Any]) -> ColumnElement[bool]:
    return party_id.is_not(None)


def _conditions(chosen: EventFilter, today: dt.date) -> list[ColumnElement[bool]]:
    found = [
        _event.c.search_key.contains(word, autoescape=True)
        for word in fold(chosen.text).split()
    ]
    if chosen.year is not None:
        found += _in_year(chosen.year)
    for column, code in ((_event.c.kind, chosen.kind), (_event.c.state, chosen.state)):
        if code is not None:
            found.append(column == code.value)
    if chosen.cycle_id is not None:
        found.append(_event.c.cycle_id == chosen.cycle_id)
    if chosen.venue_id is not None:
        found.append(_event.c.venue_id == chosen.venue_id)
    if chosen.span is EventSpan.PAST:
        found.append(_event.c.ends_on < today)
    elif chosen.span is EventSpan.COMING:
        found.append(or_(_event.c.ends_on.is_(None), _event.c.ends_on >= today))
    return found


def _in_year(year: int) -> list[ColumnElement[bool]]:
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return [false()]
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return [_event.c.starts_on <= last, _event.c.ends_on >= first]


def _order(
    chosen: EventFilter, registered: ColumnElement[int], due: ColumnElement[int]
) -> list[ColumnElement[Any]]:
    sorts: dict[str, list[ColumnElement[Any]]] = {
        "title": [_event.c.search_key],
        "place": [_venue.c.name_key, _event.c.place_note],
        "registered": [func.coalesce(registered, 0)],
        "due": [func.coalesce(due, 0)],
    }
    keys = sorts.get(chosen.sort, [_event.c.starts_on, _event.c.begins_at])
    nothing_last: list[ColumnElement[Any]] = [keys[0].is_(None)]
    in_order = [key.desc() if chosen.descending else key for key in keys]
    return [*nothing_last, *in_order, _event.c.starts_on, _event.c.id]


def _to_line(row: Row[Any]) -> EventLine:
    return EventLine(
        id=row.id,
        title=row.title,
        kind=EventKind(row.kind),
        state=EventState(row.state),
        when=to_when(row),
        edition=row.edition,
        cycle_name=row.cycle_name or "",
        venue_name=row.venue_name or row.place_note,
        town=row.town or "",
        capacity=row.capacity,
        registered=row.registered or 0,
        waiting=row.waiting or 0,
        present=row.present or 0,
        due=Money(row.due or 0),
        has_report=row.report_id is not None,
    )
