"""Gives the demonstration its events and groups, with the people it knows already."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.demo_books import DemoFestivity
from coopdesk.services.demo_event_seed import read_event_words, read_group_words
from coopdesk.services.demo_events import DemoEventWriter
from coopdesk.services.demo_festival import DemoFestivalWriter
from coopdesk.services.demo_groups import DemoGroupWriter
from coopdesk.services.demo_guests import DemoGuests

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.demo_words import DemoPeriod, PeopleWords
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Units, Work

_MOST_STRUCTURES = 12
_PARTNERS = ("town", "district", "foundation")


@dataclass(slots=True)
class DemoKnown:
    """Who may come to events and take part in groups; ``cast`` are those with a key."""

    persons: list[int] = field(default_factory=list)
    organisations: list[int] = field(default_factory=list)
    cast: Mapping[str, int] = field(default_factory=dict)

    def meet(self, contacts: Sequence[NewContact], ids: Sequence[int]) -> None:
        """Get to know contacts."""
        for contact, key in zip(contacts, ids, strict=True):
            is_person = contact.kind is ContactKind.PERSON
            (self.persons if is_person else self.organisations).append(key)

    def structures(self) -> list[int]:
        """Return who takes part in the programme: not whoever sends bills."""
        partners = [self.cast[key] for key in _PARTNERS if key in self.cast]
        suppliers = frozenset(self.cast.values())
        partners += [key for key in self.organisations if key not in suppliers]
        return partners[:_MOST_STRUCTURES]


@dataclass(frozen=True, slots=True)
class DemoTakings:
    """What events brought: how many payments, and the gifts among them.

    ``festivity`` is None where the festive days are still to come.
    """

    payments: int
    gifts: tuple[Money, ...]
    festivity: DemoFestivity | None


class DemoGatherings:
    """Writes events and groups before the books, which count their money."""

    def __init__(
        self, units: Units, work: Work, words: PeopleWords, today: Callable[[], dt.date]
    ) -> None:
        self._units = units
        self._work = work
        self._words = words
        self._today = today

    def write(self, known: DemoKnown, period: DemoPeriod, seed: int) -> DemoTakings:
        """Write all of it; same people, day and seed, same rows."""
        random = Random(f"events {seed}")  # noqa: S311 (invented data)
        guests = DemoGuests(self._work, known.persons, self._words, random)
        told = read_event_words()
        events = DemoEventWriter(self._units, self._work, told, self._today, guests)
        events.write()
        festival = DemoFestivalWriter(
            self._units, self._work, told.festival, self._today, guests
        )
        venue_id = events.venue_ids[told.festival.venue]
        first = dt.date(period.years[0], 1, 1)
        festival_id = festival.write(events.add, venue_id, known.cast, first)
        groups = DemoGroupWriter(
            self._units, self._work, read_group_words(), self._today, guests
        )
        groups.write(known.structures(), events.workshop_ids, festival_id)
        return DemoTakings(festival.payments, festival.gifts, self._festivity(festival_id))

    def _festivity(self, event_id: int) -> DemoFestivity | None:
        event = self._work.events.get(event_id)
        if event.activity_id is None or event.when.starts_on is None:
            return None
        return DemoFestivity(event.activity_id, event.when.starts_on)
