"""The pictures of the guide about events: a workshop with its registrations and its report."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.event_registrations import DoorPayment, NewRegistration, OptionChoice
from coopdesk.domain.event_reports import ItemKind, NewItem, NewReport
from coopdesk.domain.events import (
    EventKind,
    EventRole,
    NewCycle,
    NewEvent,
    NewEventPart,
    NewSession,
    NewTariff,
    NewVenue,
    Pricing,
    TariffKind,
    When,
    WhenKind,
)
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.events.page import EventPage
from coopdesk.ui.events.targets import Part, event_target

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.events import Event
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands

SAID = (
    (ItemKind.STATEMENT, "Chacun cherche, peu savent que d’autres cherchent aussi."),
    (ItemKind.STATEMENT, "Les outils existent ; il manque le lieu où se les prêter."),
    (ItemKind.STATEMENT, "On décide vite à douze, lentement à trente."),
    (ItemKind.QUESTION, "Que souhaiterais-je apporter ?"),
    (ItemKind.THEME, "Découvrir"),
    (ItemKind.THEME, "Fabriquer"),
    (ItemKind.DECISION, "Demander la salle pour le quatrième atelier"),
)
NAMES = ("Maëlle", "Yann", "Nour", "Solène", "Aurélien", "Sophie")
ANSWERS = (
    ("Oui", "Non", "Si nécessaire"),
    ("Oui", "Oui", "Non"),
    ("Oui", "Si nécessaire", "Oui"),
    ("Si nécessaire", "Oui", "Oui"),
    ("Oui", "Non", "Non"),
    ("Oui", "Non", "Oui"),
)
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def fill_workshop(services: Services) -> Event:
    """Record a workshop of a cycle that is full, with a week for the one after it."""
    day = dt.datetime.now().astimezone().date() + dt.timedelta(days=12)
    quay = services.venues.add(
        NewVenue("Salle du quai", "2 quai de la Fosse", "44000", "Nantes", 14)
    ).value
    cycle = services.venues.add_cycle(NewCycle("Ateliers de la coopérative")).value
    event = services.events.add(
        NewEvent(
            "Atelier coopérative",
            EventKind.WORKSHOP,
            when=When(WhenKind.DAYS, day, day, dt.time(18), dt.time(20, 30)),
            cycle_id=cycle.id,
            edition=3,
            venue_id=quay.id,
            aim="Passer de l’envie à des groupes qui travaillent.",
            hashtag="#AtelierCoop",
            capacity=14,
        )
    ).value
    services.events.confirm(event.id)
    week = day + dt.timedelta(days=30)
    services.events.add(
        NewEvent(
            "Atelier coopérative",
            when=When(WhenKind.WEEK, week, week),
            cycle_id=cycle.id,
            edition=4,
        )
    )
    later = day + dt.timedelta(days=80)
    services.events.add(
        NewEvent(
            "Fête des semences",
            EventKind.FESTIVAL,
            when=When(WhenKind.DAYS, later, later + dt.timedelta(days=1)),
            venue_id=quay.id,
        )
    )
    return event


def fill_programme(services: Services, event: Event) -> list[int]:
    """Give it sessions, people and tariffs; return the ids of the tariffs."""
    day = event.when.starts_on
    told = services.events.add_session(
        event.id,
        NewSession("Tour de table", day, dt.time(18), dt.time(19), room="Grande salle"),
    ).value
    services.events.add_session(
        event.id, NewSession("Thèmes et groupes", day, dt.time(19, 15), dt.time(20, 30))
    )
    for role, name, session in (
        (EventRole.ORGANISER, "Agnès", None),
        (EventRole.FACILITATOR, "Aurélien", told.id),
        (EventRole.FACILITATOR, "Sophie", told.id),
    ):
        services.events.add_part(event.id, NewEventPart(role, name=name, session_id=session))
    tariffs = (
        NewTariff("Participation", pricing=Pricing.OPEN, amount=Money(500)),
        NewTariff("Repas partagé", TariffKind.OPTION, amount=Money(700)),
    )
    return [services.events.add_tariff(event.id, x).value.id for x in tariffs]


def fill_registrations(services: Services, event: Event) -> None:
    """Register sixteen people for fourteen places; some of them paid."""
    fee, meal = fill_programme(services, event)
    people = services.contacts.find(ContactFilter(), 15)
    for number, person in enumerate(people):
        options = (OptionChoice(meal),) if number % 3 == 0 else ()
        made = services.registrations.register(
            NewRegistration(event.id, person.id, tariff_id=fee, options=options)
        ).value
        if number % 2 == 0 and made.due:
            today = dt.datetime.now().astimezone().date()
            services.registrations.pay(
                made.party_id, DoorPayment(today, made.due, PaymentMode.CASH)
            )
    guest = NewRegistration(event.id, last_name="Kerhervé", first_name="Lou", tariff_id=fee)
    services.registrations.register(guest)


def fill_report(services: Services, event: Event) -> None:
    """Write down what was said."""
    services.event_reports.write(
        event.id, NewReport(author_name="Agnès", next_text="dans la semaine du 11 avril")
    )
    items = [NewItem(kind, text) for kind, text in SAID]
    made = services.event_reports.add_items(event.id, items).value
    question = next(x.id for x in made if x.content.kind is ItemKind.QUESTION)
    services.event_reports.add_item(
        event.id, NewItem(ItemKind.ANSWER, "Du temps le mardi.", parent_id=question)
    )


def fill_poll(services: Services, event: Event, folder: Path) -> None:
    """Import the answers by which the day was chosen."""
    first = event.when.starts_on
    assert first is not None
    days = (first, first + dt.timedelta(days=2))
    rows = [
        ["", *(f"{day:%d/%m/%Y}" for day in (days[0], days[0], days[1]))],
        ["", "18h-20h", "20h-22h", "18h-20h"],
    ]
    for number, answers in enumerate(ANSWERS):
        rows.append([NAMES[number], *answers])
    path = folder / "Atelier : quand.csv"
    path.write_text("".join(",".join(f'"{x}"' for x in row) + "\r\n" for row in rows))
    services.polls.import_for(event.id, path)


def test_pictures_of_events(
    hands: Hands, services: Services, window: MainWindow, camera: Camera, tmp_path: Path
) -> None:
    event = fill_workshop(services)
    fill_registrations(services, event)
    fill_report(services, event)
    fill_poll(services, event, tmp_path)
    hands.press("Ctrl+6")
    camera.take("evenements")
    page = window.stack.current_page
    assert isinstance(page, EventPage)
    for part, name in (
        (Part.SHEET, "evenement"),
        (Part.REGISTRATIONS, "inscriptions"),
        (Part.POLL, "sondage-evenement"),
        (Part.REPORT, "compte-rendu"),
    ):
        window.navigator.open("events", event_target(event.id, part))
        hands.settle()
        camera.take(name)
    assert page.views.current.value == "events"
