"""An invented workshop, its team and its report, for the tests of what is printed of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from coopdesk.domain.event_papers import EventPaper, Minutes
from coopdesk.domain.event_reports import ItemKind, NewItem, NewReport, Report, ReportItem
from coopdesk.domain.events import (
    Cycle,
    Event,
    EventKind,
    EventPart,
    EventRole,
    EventSheet,
    NewCycle,
    NewEvent,
    NewEventPart,
    NewSession,
    NewVenue,
    Session,
    Venue,
    When,
    WhenKind,
)
from tests.documents.member_people import DAY, HOUSE

TUESDAY = dt.date(2016, 3, 8)
EVENING = When(WhenKind.DAYS, TUESDAY, TUESDAY, dt.time(18), dt.time(20, 30))
WORKSHOP = NewEvent(
    "Coopérer au quartier", EventKind.WORKSHOP, when=EVENING, cycle_id=1, edition=3, venue_id=1
)
HALL = Venue(
    1, NewVenue("La Verrière", "4 rue des Tisserands", "13001", "Marseille", capacity=25)
)
CYCLE = Cycle(1, NewCycle("Ateliers du quartier", since="novembre 2015"))


def event(new: NewEvent = WORKSHOP, **changes: Any) -> Event:
    """Return an event as it is kept."""
    moment = dt.datetime(2016, 1, 4, tzinfo=dt.UTC)
    return Event(1, replace(new, **changes), "1@rives", 0, moment)


def part(number: int, role: EventRole, name: str, subject: str = "") -> EventPart:
    """Return somebody's part in the event."""
    return EventPart(number, 1, NewEventPart(role, name=name, subject=subject), name)


def session(number: int, title: str, **more: Any) -> Session:
    """Return a session of the event."""
    return Session(number, 1, NewSession(title, **more))


TEAM = (
    part(1, EventRole.FACILITATOR, "Aurèle"),
    part(2, EventRole.FACILITATOR, "Solène"),
    part(3, EventRole.SPEAKER, "Nour Benali", "Les jardins partagés"),
)


def paper(sessions: tuple[Session, ...] = (), **changes: Any) -> EventPaper:
    """Return whose paper it is and about what."""
    sheet = EventSheet(event(**changes), HALL, CYCLE, sessions, TEAM, ())
    return EventPaper(HOUSE, sheet, DAY)


def items(*told: NewItem) -> tuple[ReportItem, ...]:
    """Return parts of a report, numbered from 1."""
    return tuple(ReportItem(number, new) for number, new in enumerate(told, start=1))


def minutes(*told: ReportItem, next_event: Event | None = None, **content: Any) -> Minutes:
    """Return a report of the workshop."""
    report = Report(1, 1, NewReport(**content), content.get("author_name", ""), told)
    return Minutes(paper(), report, present=16, next_event=next_event)


WHOLE = minutes(
    *items(
        NewItem(ItemKind.STATEMENT, "J’ai envie de faire avec mes voisins."),
        NewItem(ItemKind.STATEMENT, "Le four à pain dort depuis dix ans."),
        NewItem(ItemKind.QUESTION, "Qu’est-ce qui nous manque ?"),
        NewItem(ItemKind.ANSWER, "Un lieu ouvert le soir.", parent_id=3),
        NewItem(ItemKind.ANSWER, "Du temps ensemble.", parent_id=3),
    ),
    ReportItem(
        6,
        NewItem(ItemKind.THEME, "DÉCOUVRIR", "Visiter d’autres lieux.", "Les habitant·es"),
        group_id=4,
        group_name="Découvrir",
    ),
    ReportItem(
        7,
        NewItem(
            ItemKind.DECISION, "Écrire à la mairie.", contact_id=1, due_on=dt.date(2016, 4, 1)
        ),
        contact_name="Nour Benali",
    ),
    category="ÉCONOMIES",
    author_name="Anouk Rive",
    written_on=dt.date(2016, 3, 11),
    introduction="Seize personnes sont venues.\n\nIl pleuvait.",
    conclusion="Merci à la Verrière.",
    next_text="4e atelier, dans la semaine du 11 avril",
)
