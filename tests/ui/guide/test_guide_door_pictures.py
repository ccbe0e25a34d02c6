"""The pictures of the guide about the calendar of events and their door."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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
from coopdesk.domain.payments import LineKind
from coopdesk.ui.events.check_in_page import CheckInPage

if TYPE_CHECKING:
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.camera import Camera
    from tests.ui.guide.hands import Hands

TODAY = dt.datetime.now().astimezone().date()
PEOPLE = (
    ("Maïwenn", "Guézennec"),
    ("Soazig", "Le Goff"),
    ("Rozenn", "Abiven"),
    ("Jean-Noël", "Abiven"),
    ("Élodie", "Lefèvre"),
    ("Karim", "Benali"),
    ("Nora", "Marchand"),
    ("Loïc", "Müller"),
)


def within_month(day: int) -> dt.date:
    return TODAY.replace(day=day)


def fill(services: Services) -> int:
    """Record what stands in the month, and an event of today with who is expected."""
    add = services.events.add
    confirmed = EventState.CONFIRMED
    for title, kind, state, first, last in (
        ("Réunion du bureau", EventKind.MEETING, confirmed, 3, 3),
        ("Atelier réparation", EventKind.WORKSHOP, EventState.PLANNED, 10, 10),
        ("Le Ramdam des coopératives", EventKind.FESTIVAL, confirmed, 19, 21),
        ("Marché aux plants", EventKind.OTHER, EventState.CANCELLED, 26, 26),
    ):
        when = When(WhenKind.DAYS, within_month(first), within_month(last))
        add(NewEvent(title, kind, state, when))
    week = within_month(8) - dt.timedelta(days=within_month(8).weekday())
    add(NewEvent("4e atelier", when=When(WhenKind.WEEK, week, week + dt.timedelta(days=6))))
    add(NewEvent("Assemblée extraordinaire", EventKind.ASSEMBLY))
    when = When(WhenKind.DAYS, TODAY, TODAY, dt.time(18), dt.time(22))
    party = add(NewEvent("Fête des semences", EventKind.SOCIAL, confirmed, when)).value
    services.events.add_session(party.id, NewSession("Troc de graines", TODAY, dt.time(18)))
    services.events.add_session(party.id, NewSession("Bal", TODAY, dt.time(20)))
    fee = services.events.add_tariff(party.id, NewTariff("Plein tarif", amount=Money(1_200)))
    for first_name, last_name in PEOPLE:
        services.registrations.register(
            NewRegistration(
                party.id, last_name=last_name, first_name=first_name, tariff_id=fee.value.id
            )
        )
    return party.id


def test_pictures_of_the_calendar_and_the_door(
    hands: Hands, services: Services, window: MainWindow, camera: Camera
) -> None:
    event_id = fill(services)
    window.navigator.open("events", ("calendar", "month"))
    hands.settle()
    camera.take("calendrier")
    window.navigator.open("door", event_id)
    hands.settle()
    page = window.stack.current_page
    assert isinstance(page, CheckInPage)
    for name in ("lefevre", "le goff"):
        QTest.keyClicks(page.door.field, name)
        QTest.keyClick(page.door.field, Qt.Key.Key_Return)
        hands.settle()
    QTest.keyClicks(page.door.field, "ab")
    camera.take("accueil-des-inscrits")
    box = services.cash_boxes.open(event_id, TODAY, Money(5_000)).value
    for amount, label in ((1_200, "Buvette"), (450, "Vente"), (2_000, "Buvette")):
        services.cash_boxes.take(box.id, LineKind.SALE, Money(amount), label)
    page.reload()
    hands.settle()
    page.show_cash()
    camera.take("caisse-du-jour")
    assert page.cash.taken.texts
