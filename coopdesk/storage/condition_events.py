"""Criteria that events answer: who takes part in which, who was there, who makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import extract, func, select

from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.condition_asking import Found, found
from coopdesk.storage.tables import (
    AttendanceRow,
    EventRegistrationRow,
    EventRoleRow,
    EventRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import ColumnElement, Connection

    from coopdesk.storage.condition_asking import Asked

_attendance = table_of(AttendanceRow)
_event = table_of(EventRow)
_registered = table_of(EventRegistrationRow)
_role = table_of(EventRoleRow)

# Events of one title are told apart by their edition, or else by their year.
_NAMED = select(
    _event.c.id,
    _event.c.title,
    func.coalesce(_event.c.edition, extract("year", _event.c.starts_on)).label("apart"),
)


def event_names(connection: Connection) -> list[str]:
    """Return what events are called in conditions, in French order.

    ``Atelier`` means every edition, ``Atelier 3`` the third, ``Ramdam 2015`` that of the year.
    """
    names = {
        fold(name): name
        for row in connection.execute(_NAMED)
        for name in (row.title, f"{row.title} {row.apart}" if row.apart else row.title)
    }
    return [names[key] for key in sorted(names)]


def _takes_part(one: Asked) -> Found:
    has_place = _registered.c.state == "registered"
    people = select(_registered.c.contact_id).where(
        _registered.c.contact_id.is_not(None), has_place
    )
    if not one.is_any:
        people = people.where(_registered.c.event_id.in_(_events(one)))
    return found(people)


def _events(one: Asked) -> list[int]:
    """Return the events that a rule names; there are few, so they are looked at here."""
    wanted = {fold(value) for value in one.values}
    return [
        row.id
        for row in one.setting.connection.execute(_NAMED)
        if not wanted.isdisjoint({fold(row.title), fold(f"{row.title} {row.apart}")})
    ]


def _present_in(one: Asked) -> Found:
    return found(
        select(_registered.c.contact_id)
        .join_from(_attendance, _registered, _registered.c.id == _attendance.c.registration_id)
        .join(_event, _event.c.id == _registered.c.event_id)
        .where(_registered.c.contact_id.is_not(None), one.years(_event.c.starts_on.between))
    )


def _has_part(one: Asked) -> Found:
    people = select(_role.c.contact_id).where(_role.c.contact_id.is_not(None))
    return found(people if one.is_any else people.where(one.codes(_role.c.role)))


OF_EVENTS: Mapping[str, Callable[[Asked], ColumnElement[bool] | Found]] = {
    "event": _takes_part,
    "event_role": _has_part,
    "present_in": _present_in,
}
