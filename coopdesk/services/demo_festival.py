"""Gives the demonstration two festive days with money: places, meals, a box, a bar."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.demo_events import festival_day
from coopdesk.domain.event_registrations import (
    DoorPayment,
    RegistrationState,
    TakenOption,
)
from coopdesk.domain.events import (
    EventRole,
    EventState,
    NewEventPart,
    NewSession,
    Pricing,
    TariffKind,
    When,
    WhenKind,
)
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import LineKind, PaymentMode
from coopdesk.services.cash_boxes import CashBoxService
from coopdesk.services.demo_guests import moment_of
from coopdesk.services.events import EventService
from coopdesk.services.registrations import RegistrationService
from coopdesk.storage.joined_work import JoinedUnits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.domain.demo_events import DemoFestival
    from coopdesk.domain.events import Tariff
    from coopdesk.services.demo_guests import DemoGuests
    from coopdesk.storage.unit_of_work import Units, Work

_DAY = dt.timedelta(days=1)
_CHOSEN = (Money(300), Money(500), Money(800), Money(1000), Money(1500))
_ON_TOP = Money(500)
_BAR = "Buvette"
# Of ten parties, how the first six paid before; three pay at the door, and one still owes.
_PAID_BEFORE = (
    PaymentMode.TRANSFER,
    PaymentMode.CARD,
    PaymentMode.CHEQUE,
    PaymentMode.CARD,
    PaymentMode.CHEQUE,
    PaymentMode.TRANSFER,
)
_AT_THE_DOOR = range(6, 9)


class DemoFestivalWriter:
    """Writes the festival: over where the books go back far enough, otherwise to come.

    ``payments`` counts what it brought and cost, ``gifts`` are those on top.
    """

    def __init__(
        self,
        units: Units,
        work: Work,
        words: DemoFestival,
        today: Callable[[], dt.date],
        guests: DemoGuests,
    ) -> None:
        self._clock = _Clock(units, work)
        self._work = work
        self._words = words
        self._today = today()
        self._guests = guests
        self._random = guests.random
        self._events = EventService(self._clock, today)
        self._registrations = RegistrationService(self._clock, today)
        self._boxes = CashBoxService(self._clock, today)
        self._parties: dict[int, list[int]] = {}
        self.payments = 0
        self.gifts: tuple[Money, ...] = ()

    def write(
        self, add: Callable[..., int], venue_id: int, cast: Mapping[str, int], first: dt.date
    ) -> int:
        """Write all of it and return the event; ``first`` is the first day of the books."""
        day = festival_day(self._today, first, self._words.ago)
        start = day or self._today + dt.timedelta(days=60)
        when = When(WhenKind.DAYS, start, start + _DAY, dt.time(10, 0), dt.time(18, 0))
        state = EventState.PLANNED if day is None else EventState.CONFIRMED
        is_open = day is None
        plain = replace(
            self._words.event, when=when, state=state, venue_id=venue_id, is_open=is_open
        )
        event_id = add(plain)
        sessions = self._write_programme(event_id, start, cast)
        tariffs = [self._events.add_tariff(event_id, x).value for x in self._words.tariffs]
        opened = min(start, self._today) - dt.timedelta(days=45)
        self._register(event_id, tariffs, opened)
        if day is not None:
            self._take(event_id, day, max(opened, first))
            self._come(sessions)
        return event_id

    def _write_programme(
        self, event_id: int, start: dt.date, cast: Mapping[str, int]
    ) -> list[tuple[int, dt.date]]:
        """Write sessions, speakers, and who makes and pays it; return the sessions by day."""
        found = []
        for slot in self._words.sessions:
            day = start + slot.day * _DAY
            begins, ends = (dt.time.fromisoformat(x) for x in (slot.begins, slot.ends))
            new = NewSession(slot.title, day, begins, ends, room=slot.room, theme=slot.theme)
            found.append((self._events.add_session(event_id, new).value.id, day))
        for one in self._words.speakers:
            contact_id = None if one.name else self._guests.contact()
            name = one.name or ("" if contact_id else "Une voisine")
            session_id = found[one.session][0]
            theme = self._words.sessions[one.session].theme
            part = NewEventPart(
                EventRole.SPEAKER, contact_id, name, one.subject, theme, session_id
            )
            self._events.add_part(event_id, part)
        roles = {"town": EventRole.FUNDER, "patron": EventRole.SUPPORT}
        for key, role in roles.items():
            if key in cast:
                self._events.add_part(event_id, NewEventPart(role, cast[key]))
        return found

    def _register(self, event_id: int, tariffs: list[Tariff], opened: dt.date) -> None:
        """Register parties of one to three, until places are short and some wait."""
        places = [one for one in tariffs if one.content.kind is TariffKind.FEE]
        meal = next(one for one in tariffs if one.content.kind is TariffKind.OPTION)
        known: set[int] = set()
        count = 0
        while count < self._words.people:
            party_id = 0
            for _person in range(self._random.choice((1, 1, 2, 2, 3))):
                new = self._guests.somebody(event_id, known)
                tariff = self._random.choice(places)
                eats = self._random.randrange(3) == 0
                taken = TakenOption(meal.id, meal.content.name, 1, meal.content.amount)
                self._clock.moment = moment_of(opened + (count // 3) * _DAY, 8 + count % 12)
                if not party_id:
                    party_id = self._work.registrations.add_party(event_id, new.contact_id)
                key = self._guests.register(
                    replace(new, tariff_id=tariff.id),
                    self._clock.moment,
                    party_id=party_id,
                    price=self._price(tariff),
                    options=(taken,) if eats else (),
                )
                self._parties.setdefault(party_id, []).append(key)
                count += 1

    def _price(self, tariff: Tariff) -> Money:
        is_open = tariff.content.pricing is Pricing.OPEN
        return self._random.choice(_CHOSEN) if is_open else tariff.content.amount

    def _take(self, event_id: int, day: dt.date, since: dt.date) -> None:
        """Take money before and at the door; two give up, and two who waited move up."""
        boxes = []
        for held_on in (day, day + _DAY):
            self._clock.moment = moment_of(held_on, 8)
            boxes.append(
                self._boxes.open(event_id, held_on, Money(self._words.float_cents)).value
            )
        at_door: list[int] = []
        for place, party_id in enumerate(self._parties):
            if place % 10 < len(_PAID_BEFORE):
                mode = _PAID_BEFORE[place % 10]
                paid_on = max(since, day - dt.timedelta(days=1 + place % 20))
                gift = _ON_TOP if place == 10 else ZERO
                self._pay(party_id, paid_on, mode, gift=gift)
            elif place % 10 in _AT_THE_DOOR:
                at_door.append(party_id)
        self._give_up(day, since)
        for place, party_id in enumerate(at_door):
            box = boxes[place % 2]
            self._pay(party_id, box.held_on, PaymentMode.CASH, box_id=box.id)
        shorts = (Money(self._words.short_cents), ZERO)
        for box, short in zip(boxes, shorts, strict=True):
            self._clock.moment = moment_of(box.held_on, 19)
            self._boxes.take(box.id, LineKind.SALE, Money(self._words.bar_cents), _BAR)
            self._boxes.close(box.id, self._boxes.get(box.id).expected - short)
            self.payments += 2 if short else 1

    def _pay(
        self,
        party_id: int,
        day: dt.date,
        mode: PaymentMode,
        *,
        gift: Money = ZERO,
        box_id: int | None = None,
    ) -> None:
        """Take what a party owes, if it owes anything."""
        left = self._work.parties.get(party_id).left
        if left > ZERO:
            self._registrations.pay(party_id, DoorPayment(day, left, mode, gift, box_id))
            self.payments += 1
            self.gifts += (gift,) if gift else ()

    def _give_up(self, day: dt.date, since: dt.date) -> None:
        """Let two give up their places, one of whom paid and gets it back."""
        self._clock.moment = moment_of(day - 3 * _DAY, 18)
        for place in (1, 19):
            party_id = list(self._parties)[min(place, len(self._parties) - 1)]
            self._registrations.cancel(self._parties[party_id][:1], day - 3 * _DAY)
        refunded = list(self._parties)[min(1, len(self._parties) - 1)]
        left = self._work.parties.get(refunded).left
        if left < ZERO:
            back, on = ZERO - left, max(since, day - _DAY)
            self._registrations.refund(refunded, back, PaymentMode.TRANSFER, on)
            self.payments += 1

    def _come(self, sessions: list[tuple[int, dt.date]]) -> None:
        """Let most of those with a place come to some of the sessions."""
        everybody = [key for keys in self._parties.values() for key in keys]
        with_place = [
            one.id
            for one in self._work.registration_lists.lines(everybody)
            if one.state is RegistrationState.REGISTERED
        ]
        for key in with_place:
            for session_id, day in sessions:
                if self._random.randrange(5) > 1:
                    moment = moment_of(day, 9, self._random.randrange(60))
                    self._work.registrations.add_presence(key, session_id, moment)


class _Clock(JoinedUnits):
    """Dates what is done with a moment in the past."""

    def __init__(self, units: Units, whole: Work) -> None:
        super().__init__(units, whole)
        self.moment = units.now()

    def now(self) -> dt.datetime:
        """The moment that was set."""
        return self.moment
