"""An office with events for the tests of what happens around them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.events import (
    EventKind,
    NewCycle,
    NewEvent,
    NewSession,
    NewVenue,
    When,
    WhenKind,
)
from coopdesk.services.activities import ActivityService
from coopdesk.services.contacts import ContactService
from coopdesk.services.event_calendar import EventCalendarService
from coopdesk.services.events import EventService
from coopdesk.services.operations import OperationService
from coopdesk.services.registrations import RegistrationService
from coopdesk.services.venues import VenueService
from tests.building import today

if TYPE_CHECKING:
    from coopdesk.domain.events import Event
    from coopdesk.storage.unit_of_work import Units


def on(first: dt.date, last: dt.date | None = None, *hours: dt.time) -> When:
    """Return exact days, with hours or without."""
    return When(WhenKind.DAYS, first, last or first, *hours)


class EventOffice:
    """The services around events, on one file."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.activities = ActivityService(units, today)
        self.calendar = EventCalendarService(units, today)
        self.contacts = ContactService(units, today)
        self.events = EventService(units, today)
        self.operations = OperationService(units)
        self.registrations = RegistrationService(units, today)
        self.venues = VenueService(units, today)

    def event(self, title: str = "Ramdam", when: When | None = None, **more: Any) -> Event:
        """Record an event, on two days of June 2015 if not told otherwise."""
        held = when or on(dt.date(2015, 6, 4), dt.date(2015, 6, 5))
        new = NewEvent(title, EventKind.FESTIVAL, when=held)
        return self.events.add(replace(new, **more)).value

    def venue(self, name: str = "plan M", capacity: int | None = 40, town: str = "") -> int:
        """Record a venue and return its id."""
        return self.venues.add(NewVenue(name, capacity=capacity, town=town)).value.id

    def cycle(self, name: str = "Coopérative intégrale") -> int:
        """Record a cycle and return its id."""
        return self.venues.add_cycle(NewCycle(name, since="novembre 2015")).value.id

    def session(self, event_id: int, title: str = "Ouverture", **more: Any) -> int:
        """Record a session and return its id."""
        new = replace(NewSession(title), **more)
        return self.events.add_session(event_id, new).value.id

    def person(self, last_name: str = "Lefèvre", first_name: str = "Élodie") -> int:
        """Record a contact and return its id."""
        new = NewContact(ContactKind.PERSON, last_name=last_name, first_name=first_name)
        return self.contacts.add(new).value.id
