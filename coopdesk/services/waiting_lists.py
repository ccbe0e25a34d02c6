"""Lets those who wait for a place at an event move up, in whatever unit of work frees one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.event_registrations import MoveKind, RegistrationState
from coopdesk.domain.events import EventState
from coopdesk.domain.registration_rules import seat

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.storage.registration_store import Places
    from coopdesk.storage.unit_of_work import Work


def settle_places(
    work: Work, event_id: int, moment: dt.datetime, freed_by: int | None
) -> list[int]:
    """Give the free places of an event to those who wait, in order of their numbers.

    To be called in the unit of work that frees or adds places. ``freed_by`` is the registration
    that gave up one of them, None where places were added. Each that moves up is traced.
    Returns those who moved up; nobody does at a cancelled event.
    """
    return settle_freed(work, event_id, moment, () if freed_by is None else (freed_by,))


def settle_freed(
    work: Work, event_id: int, moment: dt.datetime, freed: Sequence[int]
) -> list[int]:
    """Do as ``settle_places`` where several gave up their places: each was taken by one."""
    places = work.registrations.places(event_id)
    if places.state is EventState.CANCELLED or not places.waiting or _is_taken(places):
        return []
    waiting = work.registrations.waiting_ids(event_id)
    promoted = seat(places.registered, places.capacity, waiting)
    if not promoted:
        return []
    state = {"state": RegistrationState.REGISTERED.value}
    work.registrations.change_many(dict.fromkeys(promoted, state))
    freeing = [*freed, *[None] * len(promoted)][: len(promoted)]
    work.registrations.moved(promoted, moment, MoveKind.PROMOTED, freeing)
    return list(promoted)


def _is_taken(places: Places) -> bool:
    """Tell whether no place is free: the list, which may be long, need not be read."""
    return places.capacity is not None and places.registered >= places.capacity
