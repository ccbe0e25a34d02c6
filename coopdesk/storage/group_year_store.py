"""What was done in a year: events that were held, groups at work, what they made."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from coopdesk.domain.events import EventKind, When, WhenKind
from coopdesk.domain.group_papers import YearEvent
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AttendanceRow,
    EventRegistrationRow,
    EventRow,
    GroupOutputRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

_event = table_of(EventRow)
_group = table_of(WorkingGroupRow)
_output = table_of(GroupOutputRow)
_present = table_of(AttendanceRow)
_registration = table_of(EventRegistrationRow)


class GroupYearStore:
    """A year of events, groups and outputs in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def events(self, year: int) -> list[YearEvent]:
        """Return the events that began in a year and were not cancelled, by day."""
        first, last = _days(year)
        people = (
            select(func.count(_present.c.registration_id.distinct()))
            .select_from(
                _present.join(_registration, _registration.c.id == _present.c.registration_id)
            )
            .where(_registration.c.event_id == _event.c.id)
            .correlate(_event)
            .scalar_subquery()
        )
        query = (
            select(
                _event.c.id,
                _event.c.title,
                _event.c.kind,
                _event.c.when_kind,
                _event.c.starts_on,
                _event.c.ends_on,
                people.label("present"),
            )
            .where(_event.c.starts_on.between(first, last), _event.c.state != "cancelled")
            .order_by(_event.c.starts_on, _event.c.id)
        )
        return [
            YearEvent(
                row.id,
                row.title,
                EventKind(row.kind),
                When(WhenKind(row.when_kind), row.starts_on, row.ends_on),
                row.present,
            )
            for row in self._connection.execute(query)
        ]

    def group_ids(self, year: int) -> list[int]:
        """Return the groups that were at work in a year, in French order."""
        first, last = _days(year)
        query = select(_group.c.id).where(
            or_(_group.c.started_on.is_(None), _group.c.started_on <= last),
            or_(_group.c.ended_on.is_(None), _group.c.ended_on >= first),
        )
        return list(self._connection.execute(query.order_by(_group.c.sort_key)).scalars())

    def output_ids(self, year: int) -> list[int]:
        """Return what was made in a year, by day."""
        query = select(_output.c.id).where(_output.c.made_on.between(*_days(year)))
        query = query.order_by(_output.c.made_on, _output.c.id)
        return list(self._connection.execute(query).scalars())


def _days(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)
