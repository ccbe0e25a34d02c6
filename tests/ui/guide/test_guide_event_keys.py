"""The stories of the guide about events with the keys alone, counted as its table says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.event_reports import ItemKind
from coopdesk.ui.events.targets import Part, event_target
from tests.ui.guide.hands import said_in_guide
from tests.ui.guide.test_guide_event_pictures import fill_workshop

if TYPE_CHECKING:
    from coopdesk.services.registry import Services
    from coopdesk.ui.main_window import MainWindow
    from tests.ui.guide.hands import Hands

# The list of names under the field of who registers.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def test_known_contact_is_registered_for_the_next_event(
    hands: Hands, services: Services
) -> None:
    event = fill_workshop(services)
    hands.press("Ctrl+6", "Down", "Return", "Ctrl+Tab", "Ctrl+Tab", "Ctrl+N")
    hands.type("guez")
    hands.press("Return", "Ctrl+S")
    assert services.registrations.counts(event.id).registered == 1
    assert hands.count == said_in_guide("Inscrire un contact connu au prochain événement")


def test_statement_is_added_to_the_report_that_is_open(
    hands: Hands, services: Services, window: MainWindow
) -> None:
    event = fill_workshop(services)
    window.navigator.open("events", event_target(event.id, Part.PROGRAMME))
    hands.settle()
    hands.press("Ctrl+Tab", "Ctrl+Tab", "Ctrl+Tab")
    hands.count = 0
    hands.type("moins vites")
    hands.press("Return")
    report = services.event_reports.of(event.id)
    assert report is not None
    assert [x.content.text for x in report.of(ItemKind.STATEMENT)] == ["moins vites"]
    said = said_in_guide("Ajouter une prise de parole de deux mots au compte rendu ouvert")
    assert hands.count == said
