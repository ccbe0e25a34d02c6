"""An office with an event for the tests of who takes part in it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.event_registrations import NewRegistration, RegistrationFilter
from coopdesk.domain.events import NewEvent, NewTariff, When, WhenKind
from coopdesk.domain.money import Money
from coopdesk.services.cash_boxes import CashBoxService
from coopdesk.services.check_in import CheckInService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.events import EventService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.registrations import RegistrationService
from tests.building import person, today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.event_registrations import Registration
    from coopdesk.storage.unit_of_work import Units

HELD_ON = dt.date(2026, 11, 21)


class RegistrationOffice:
    """The services around one event, ``event_id``, on one file."""

    def __init__(self, units: Units, **event: object) -> None:
        self.units = units
        self.events = EventService(units, today)
        self.registrations = RegistrationService(units, today)
        self.check_in = CheckInService(units, today)
        self.boxes = CashBoxService(units, today)
        self.contacts = ContactService(units, today)
        self.payments = PaymentService(units, today)
        self.donations = DonationService(units, today)
        self.operations = OperationService(units)
        self.event_id = self.event(**event)

    def event(self, title: str = "Grand Ramdam", **more: object) -> int:
        """Record an event and return its id."""
        when = When(WhenKind.DAYS, HELD_ON, HELD_ON)
        return self.events.add(NewEvent(**{"title": title, "when": when} | more)).value.id

    def tariff(self, name: str = "Entrée", cents: int = 1200, **more: object) -> int:
        """Add a tariff to the event and return its id."""
        new = NewTariff(**{"name": name, "amount": Money(cents)} | more)
        return self.events.add_tariff(self.event_id, new).value.id

    def contact(self, last_name: str = "Lefèvre", first_name: str = "Élodie") -> int:
        """Record a person and return the id."""
        return self.contacts.add(person(last_name, first_name)).value.id

    def guest(self, last_name: str = "Martin", **more: object) -> NewRegistration:
        """Return a guest of the event as typed."""
        return NewRegistration(**{"event_id": self.event_id, "last_name": last_name} | more)

    def register(self, last_name: str = "Martin", **more: object) -> Registration:
        """Register a guest, or the contact of ``contact_id``."""
        return self.registrations.register(self.guest(last_name, **more)).value

    def several(self, count: int) -> list[int]:
        """Register as many guests, P1, P2…, and return their ids."""
        return [self.register(f"P{number}").id for number in range(1, count + 1)]

    def shown(self, **wanted: object) -> list[Registration]:
        """Return what a filter shows."""
        chosen = RegistrationFilter(self.event_id, **wanted)
        return self.registrations.lines(self.registrations.ids(chosen))

    def names(self, **wanted: object) -> list[str]:
        """Return the names that a filter shows."""
        return [one.name for one in self.shown(**wanted)]

    def moves(self) -> Sequence[tuple[str, str, str]]:
        """Return name, kind and whose place of each trace, the oldest first."""
        found = self.registrations.moves(self.event_id)
        return [(one.name, one.kind.value, one.freed_by) for one in reversed(found)]
