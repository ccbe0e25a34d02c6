"""A festival at whose door people come: tariffs, sessions, a waiting list, a cash box."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.event_registrations import NewRegistration
from coopdesk.domain.events import (
    EventKind,
    EventState,
    NewEvent,
    NewSession,
    NewTariff,
    When,
    WhenKind,
)
from coopdesk.domain.money import Money
from tests.ui.office import TODAY

if TYPE_CHECKING:
    from coopdesk.domain.event_registrations import Registration
    from tests.ui.office import Office

CLOCK = dt.datetime(2025, 12, 12, 17, 58, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Door:
    """The event and those registered, by their first names."""

    event_id: int
    people: dict[str, Registration]
    morning: int
    evening: int
    paying: int


def open_door(office: Office, capacity: int | None = 4) -> Door:
    """Record an event of today: two with a place to pay, two free, one who waits, one gone."""
    events, registrations = office.services.events, office.services.registrations
    event = events.add(
        NewEvent(
            "Le Ramdam",
            EventKind.FESTIVAL,
            EventState.CONFIRMED,
            When(WhenKind.DAYS, TODAY, TODAY, dt.time(10), dt.time(22)),
            capacity=capacity,
        )
    ).value
    morning = events.add_session(event.id, NewSession("Matinée", TODAY, dt.time(10))).value
    evening = events.add_session(event.id, NewSession("Soirée", TODAY, dt.time(18))).value
    paying = events.add_tariff(event.id, NewTariff("Plein", amount=Money(1_200))).value
    free = events.add_tariff(event.id, NewTariff("Bénévole")).value
    people = {}
    for first, last, tariff in (
        ("Zoé", "Martin", paying.id),
        ("Zoé", "Martinez", paying.id),
        ("Élodie", "Lefèvre", free.id),
        ("Karim", "Benali", free.id),
        ("Nora", "Marchand", free.id),
    ):
        new = NewRegistration(event.id, last_name=last, first_name=first, tariff_id=tariff)
        people[f"{first} {last}"] = registrations.register(new).value
    registrations.cancel([people["Karim Benali"].id])
    return Door(event.id, people, morning.id, evening.id, paying.id)
