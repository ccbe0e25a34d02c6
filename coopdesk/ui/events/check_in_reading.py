"""Reads what stands at the door: the events to choose from, who is expected, the cash boxes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.event_days import EventFilter, is_day_outside
from coopdesk.domain.events import EventState, WhenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.event_registrations import CashBox, CheckInEntry, Party
    from coopdesk.domain.events import EventLine, EventSheet
    from coopdesk.services.registry import Services

_BEFORE, _AFTER = dt.timedelta(days=60), dt.timedelta(days=120)


@dataclass(frozen=True, slots=True)
class DoorRead:
    """The event at whose door people come; None of ``sheet`` where there is no event."""

    choices: tuple[EventLine, ...]
    sheet: EventSheet | None = None
    entries: tuple[CheckInEntry, ...] = ()
    boxes: tuple[CashBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who has a badge, and of which event."""

    event_id: int
    name: str
    title: str


def read_door(services: Services, event_id: int | None, today: dt.date) -> DoorRead:
    """Read an event, or the one of the day where it is gone; runs on the worker."""
    choices = door_events(services.events.list(EventFilter()), today, event_id)
    is_known = any(line.id == event_id for line in choices)
    wanted = event_id if is_known else event_of_the_day(choices, today)
    if wanted is None:
        return DoorRead(choices)
    return DoorRead(
        choices,
        services.events.sheet(wanted),
        tuple(services.check_in.entries(wanted)),
        tuple(services.cash_boxes.of(wanted)),
    )


def door_events(
    lines: Sequence[EventLine], today: dt.date, wanted: int | None
) -> tuple[EventLine, ...]:
    """Return the events whose door may be kept these weeks, and the one that is wanted."""
    return tuple(line for line in lines if line.id == wanted or _is_near(line, today))


def event_of_the_day(lines: Sequence[EventLine], today: dt.date) -> int | None:
    """Return the event of today, else the next one, else the last one."""
    exact = [line for line in lines if line.when.kind is WhenKind.DAYS]
    ranked = sorted(exact or lines, key=lambda line: _distance(line, today))
    return ranked[0].id if ranked else None


def _is_near(line: EventLine, today: dt.date) -> bool:
    first, last = line.when.starts_on, line.when.ends_on
    if line.state is EventState.CANCELLED or first is None or last is None:
        return False
    return last >= today - _BEFORE and first <= today + _AFTER


def _distance(line: EventLine, today: dt.date) -> tuple[int, int]:
    """Return what orders events: today's, those to come by nearness, those that are over."""
    first = line.when.starts_on
    if first is None:
        return 3, 0
    if not is_day_outside(today, line.when):
        return 0, -line.registered
    days = (first - today).days
    return (1, days) if days > 0 else (2, -days)


def read_owed(services: Services, registration_id: int) -> Party | None:
    """Return the party of somebody if it still owes anything; runs on the worker."""
    registration = services.registrations.get(registration_id)
    party = services.registrations.party(registration.party_id)
    return party if party.left.cents > 0 else None


def read_bearer(services: Services, text: str) -> Bearer | None:
    """Read whose badge was scanned, of whatever event; runs on the worker."""
    found = services.check_in.scanned(text)
    if found is None:
        return None
    title = services.events.sheet(found.event_id).event.title
    return Bearer(found.event_id, found.name, title)
