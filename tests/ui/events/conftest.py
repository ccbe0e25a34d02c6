"""The office in which events are tried: a workshop in a cycle, a place, somebody to invite."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

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
from coopdesk.ui.events.page import EventPage
from tests.ui.guide.hands import Desktop
from tests.ui.office import office, show_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from coopdesk.ui.events.view import EventsView
    from tests.ui.office import Office

__all__ = ["office"]

# Far enough to be still to come whenever the tests run.
DAY = dt.date(2150, 3, 12)


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def settle(qtbot: QtBot, office: Office) -> None:
    """Wait until what follows from what was done is done as well."""
    for _round in range(4):
        office.idle(qtbot)
        QApplication.processEvents()


def fill_event(office: Office, capacity: int | None = 2) -> int:
    """Record a workshop with a programme, an organiser, tariffs and a place for two."""
    services = office.services
    venue = services.venues.add(
        NewVenue("Salle du quai", "2 quai de la Fosse", "44000", "Nantes", 40)
    ).value
    cycle = services.venues.add_cycle(NewCycle("Ateliers")).value
    event = services.events.add(
        NewEvent(
            "Atelier coopérative",
            EventKind.WORKSHOP,
            when=When(WhenKind.DAYS, DAY, DAY, dt.time(18), dt.time(20, 30)),
            cycle_id=cycle.id,
            edition=3,
            venue_id=venue.id,
            capacity=capacity,
        )
    ).value
    session = services.events.add_session(
        event.id, NewSession("Tour de table", DAY, dt.time(18), dt.time(19))
    ).value
    services.events.add_session(event.id, NewSession("Thèmes", DAY, dt.time(19)))
    services.events.add_part(
        event.id, NewEventPart(EventRole.FACILITATOR, name="Sophie", session_id=session.id)
    )
    services.events.add_part(event.id, NewEventPart(EventRole.ORGANISER, office.company().id))
    for tariff in (
        NewTariff("Plein", amount=Money(1_200)),
        NewTariff("Libre", pricing=Pricing.OPEN, amount=Money(800), minimum=Money(200)),
        NewTariff("Repas", TariffKind.OPTION, amount=Money(900)),
    ):
        services.events.add_tariff(event.id, tariff)
    return event.id


@pytest.fixture
def page(qtbot: QtBot, office: Office, window: QWidget) -> Callable[[], EventPage]:
    """Show the page of events."""

    def show() -> EventPage:
        page = EventPage(office.desk)
        show_page(page, window)
        settle(qtbot, office)
        return page

    return show


@pytest.fixture
def view(page: Callable[[], EventPage]) -> Callable[[], EventsView]:
    """Show the list of events."""
    return lambda: page().views.shown


@pytest.fixture
def desktop_files() -> Iterator[Desktop]:
    """Stand where other programs would open what was written."""
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    yield desktop
    QDesktopServices.unsetUrlHandler("file")
