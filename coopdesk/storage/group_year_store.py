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
    ContactRow,
    EventRegistrationRow,
    EventRow,
    GroupMemberRow,
    GroupOutputRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

_contact = table_of(ContactRow)
_event = table_of(EventRow)
_group = table_of(WorkingGroupRow)
_programme = _group.alias("programme")
_member = table_of(GroupMemberRow)
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
        """Return the groups that were at work in a year, in French order.

        Where nobody said when one began, its programme or its first member tells.
        """
        first, last = _days(year)
        joined = (
            select(func.min(_member.c.started_on))
            .where(_member.c.group_id == _group.c.id)
            .correlate(_group)
            .scalar_subquery()
        )
        began = func.coalesce(_group.c.started_on, _programme.c.started_on, joined)
        query = (
            select(_group.c.id)
            .outerjoin(_programme, _programme.c.id == _group.c.parent_id)
            .where(
                or_(began.is_(None), began <= last),
                or_(_group.c.ended_on.is_(None), _group.c.ended_on >= first),
            )
        )
        return list(self._connection.execute(query.order_by(_group.c.sort_key)).scalars())

    def counts(self, year: int) -> dict[int, tuple[int, int]]:
        """Return how many persons and structures took part in each group in a year."""
        first, last = _days(year)
        people, structures = (
            func.count(_contact.c.id.distinct()).filter(_contact.c.kind == kind)
            for kind in ("person", "organisation")
        )
        query = (
            select(_member.c.group_id, people.label("people"), structures.label("structures"))
            .join(_contact, _contact.c.id == _member.c.contact_id)
            .where(
                _contact.c.state == "active",
                or_(_member.c.started_on.is_(None), _member.c.started_on <= last),
                or_(_member.c.ended_on.is_(None), _member.c.ended_on >= first),
            )
            .group_by(_member.c.group_id)
        )
        return {
            row.group_id: (row.people, row.structures)
            for row in self._connection.execute(query)
        }

    def output_ids(self, year: int) -> list[int]:
        """Return what was made in a year, by day."""
        query = select(_output.c.id).where(_output.c.made_on.between(*_days(year)))
        query = query.order_by(_output.c.made_on, _output.c.id)
        return list(self._connection.execute(query).scalars())


def _days(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)
