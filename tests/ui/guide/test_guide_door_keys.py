"""The stories of the day of an event, by keys alone: as many as the guide says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.money import Money
from tests.ui.guide.hands import said_in_guide
from tests.ui.guide.test_guide_door_pictures import fill

if TYPE_CHECKING:
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.hands import Hands


def present(services: Services, event_id: int) -> set[str]:
    return {one.name for one in services.check_in.entries(event_id) if None in one.present}


def test_door_is_opened_and_people_are_checked_in_and_pay(
    hands: Hands, services: Services
) -> None:
    event_id = fill(services)
    hands.press("Ctrl+6", "F4")
    hands.type("marc")
    hands.press("Return")
    assert present(services, event_id) == {"Nora Marchand"}
    assert hands.count == said_in_guide("Ouvrir l’accueil et noter une première présence")
    hands.count = 0
    hands.type("mull")
    hands.press("Return")
    assert present(services, event_id) == {"Nora Marchand", "Loïc Müller"}
    assert hands.count == said_in_guide("Noter la présence suivante")
    hands.count = 0
    before = services.registrations.counts(event_id).paid
    hands.press("F6")
    assert services.registrations.counts(event_id).paid == before + Money(1_200)
    assert hands.count == said_in_guide("Encaisser en espèces ce qu’elle doit")
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert present(services, event_id) == {"Nora Marchand"}
    assert services.registrations.counts(event_id).paid == before


def test_event_is_added_on_the_day_of_the_calendar(
    hands: Hands, services: Services, window: MainWindow
) -> None:
    window.navigator.open("events", ("calendar", "month"))
    hands.settle()
    before = len(services.events.list(EventFilter()))
    hands.press("Ctrl+N")
    hands.type("Repas")
    hands.press("Return")
    assert len(services.events.list(EventFilter())) == before + 1
    assert hands.count == said_in_guide("Ajouter un événement au jour choisi du calendrier")
