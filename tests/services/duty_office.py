"""What tests of duties ask and record."""

from __future__ import annotations

import datetime as dt

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.events import EventKind, NewEvent
from coopdesk.domain.money import Money
from coopdesk.services.contacts import ContactService
from coopdesk.services.entries import EntryService
from coopdesk.services.events import EventService
from tests.building import today
from tests.services.event_office import on


def found(duties, code, **more):
    """Return the duties of a code."""
    return [one for one in duties.all(**more) if one.code == code]


def only(duties, code, **more):
    """Return the one duty of a code."""
    [one] = found(duties, code, **more)
    return one


def structure(units, name="Commune des Rives"):
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name)
    return ContactService(units, today).add(new).value.id


def assembly(units, day, title="Assemblée générale"):
    new = NewEvent(title, EventKind.ASSEMBLY, when=on(day))
    return EventService(units, today).add(new).value


def book(units, day=dt.date(2025, 6, 1), cents=5_00, number="626"):
    lines = (
        NewEntryLine(number, debit=Money(cents)),
        NewEntryLine("5121", credit=Money(cents)),
    )
    return EntryService(units, today).record(NewEntry("BQ", day, "Timbres", lines))
