"""Saved filters that name an event follow it when it is called otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coopdesk.domain.contact_conditions import Operator, Rule
from coopdesk.domain.events import NewCycle, NewEvent
from coopdesk.services.contact_filters import FilterService
from coopdesk.services.events import EventService
from coopdesk.services.operations import OperationService
from coopdesk.services.venues import VenueService
from tests.building import new_units, today


class Desk:
    """Events, and one saved filter that names an event."""

    def __init__(self, units, named):
        self.events = EventService(units, today)
        self.filters = FilterService(units, today)
        self.operations = OperationService(units)
        cycle = VenueService(units, today).add_cycle(NewCycle("Les ateliers")).value
        self.cycle_id = cycle.id
        self.third = self.add("Atelier", 3)
        rule = Rule("event", Operator.IS.value, (named,))
        self.filter_id = self.filters.save("Venus", rule).value.id

    def add(self, title, edition):
        return self.events.add(
            NewEvent(title, cycle_id=self.cycle_id, edition=edition)
        ).value.id

    def rename(self, **values):
        known = self.events.get(self.third).content
        self.events.change(self.third, replace(known, **values))

    def named(self):
        (saved,) = self.filters.list()
        return saved.condition.values


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "rives.coopdesk") as units:
        yield units


@pytest.mark.parametrize(
    ("named", "expected"), [("Atelier 3", "Rencontre 3"), ("Atelier", "Rencontre")]
)
def test_filter_follows_a_new_title_and_comes_back_with_it(units, named, expected):
    desk = Desk(units, named)
    desk.rename(title="Rencontre")
    assert desk.named() == (expected,)
    desk.operations.undo()
    assert desk.named() == (named,)


def test_filter_follows_a_new_edition(units):
    desk = Desk(units, "Atelier 3")
    desk.rename(edition=4)
    assert desk.named() == ("Atelier 4",)


def test_title_that_other_events_bear_goes_on_to_mean_those(units):
    desk = Desk(units, "Atelier")
    desk.add("Atelier", 4)
    desk.rename(title="Rencontre")
    assert desk.named() == ("Atelier",)
