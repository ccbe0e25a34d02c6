"""Lets invented people come to the events of the demonstration."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.badge_codes import made_code
from coopdesk.domain.event_registrations import (
    MoveKind,
    NewRegistration,
    RegistrationState,
)
from coopdesk.domain.money import ZERO
from coopdesk.storage.registration_store import Seat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from coopdesk.domain.demo_words import PeopleWords
    from coopdesk.domain.event_registrations import TakenOption
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work

# One in so many is no contact.
_GUESTS = 4


def moment_of(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """Return a moment of a day, about when such things are done in France."""
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=dt.UTC)


class DemoGuests:
    """Registers contacts and guests as if on days before today.

    Rows are written as the services would write them, but for the clock and the badges, which
    chance would make differ each time.
    """

    def __init__(
        self, work: Work, contacts: Sequence[int], words: PeopleWords, random: Random
    ) -> None:
        self._work = work
        self._words = words
        self.random = random
        self._contacts = list(contacts)
        random.shuffle(self._contacts)
        self._waiting = list(self._contacts)
        self._last = 0
        self._numbers: dict[int, int] = {}
        self._capacities: dict[int, int | None] = {}

    def contact(self) -> int | None:
        """Return a contact that was not asked for a while, None when there is nobody at all."""
        if not self._waiting:
            self._waiting = list(self._contacts)
        return self._waiting.pop() if self._waiting else None

    def contacts(self, count: int) -> list[int]:
        """Return some contacts, each once, fewer when there are fewer."""
        return list(dict.fromkeys(x for _ in range(count) if (x := self.contact()) is not None))

    def somebody(self, event_id: int, known: set[int]) -> NewRegistration:
        """Return a contact that is not ``known`` at an event, or a guest by name."""
        self._last += 1
        contact_id = self.contact() if self._last % _GUESTS else None
        if contact_id is not None and contact_id not in known:
            known.add(contact_id)
            return NewRegistration(event_id, contact_id)
        name = self.random.choice(self._words.last_names)
        first = self.random.choice(self._words.women + self._words.men)
        return NewRegistration(event_id, last_name=name, first_name=first)

    def register(
        self,
        new: NewRegistration,
        moment: dt.datetime,
        *,
        party_id: int | None = None,
        price: Money = ZERO,
        options: Sequence[TakenOption] = (),
    ) -> int:
        """Register somebody, with a place or behind those who wait; return the id.

        Nobody else registers meanwhile: what is known of an event is asked once.
        """
        store = self._work.registrations
        number = self._numbers[new.event_id] = self._numbers.get(new.event_id, 0) + 1
        if new.event_id not in self._capacities:
            self._capacities[new.event_id] = store.places(new.event_id).capacity
        capacity = self._capacities[new.event_id]
        is_full = capacity is not None and number > capacity
        state = RegistrationState.WAITING if is_full else RegistrationState.REGISTERED
        party_id = party_id or store.add_party(new.event_id, new.contact_id)
        code = made_code(self.random.choice)
        seat = Seat(number, party_id, state, moment, price, code)
        made_id = store.add(new, seat, options)
        store.moved([made_id], moment, MoveKind(state.value))
        return made_id

    def meet(self, event_id: int, day: dt.date, count: int) -> None:
        """Let people register for an event of one evening; most of them come."""
        known: set[int] = set()
        for place in range(count):
            new = self.somebody(event_id, known)
            asked = day - dt.timedelta(days=2 + place % 19)
            before = moment_of(asked, 9 + place % 11, place % 60)
            made_id = self.register(new, before)
            if self.random.randrange(9):
                self._work.registrations.add_presence(made_id, None, moment_of(day, 17, place))
