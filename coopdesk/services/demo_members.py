"""Writes the members of the demonstration beside what they pay."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.demo_members import DetailMaker, StopMaker, type_key
from coopdesk.domain.members import Holder, NewMembership, Period
from coopdesk.domain.payments import LineKind
from coopdesk.services.joining import NumberGiver

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from coopdesk.domain.contacts import ContactKind, NewContact
    from coopdesk.domain.demo_members import MemberWords
    from coopdesk.domain.demo_words import DemoMovement
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Work


class DemoMemberWriter:
    """Writes types, memberships and ties of the contacts of one demonstration."""

    def __init__(self, work: Work, words: MemberWords, today: dt.date, random: Random) -> None:
        self._work = work
        self._words = words
        self._today = today
        self._details = DetailMaker(words, today, random)
        self._stops = StopMaker(words, today, random)
        self._types = {key: self._type_id(key) for key in words.types}
        self._numbers = NumberGiver(work, work.member_rules.get())
        self._kinds: dict[int, ContactKind] = {}
        self._homes: dict[int, list[int]] = {}
        self._last: dict[int, tuple[int, int, str, Money]] = {}

    def _type_id(self, key: str) -> int:
        new = self._words.types[key]
        known = self._work.membership_types.id_named(new.name)
        return known if known is not None else self._work.membership_types.add(new)

    def completed(self, contacts: Sequence[NewContact]) -> list[NewContact]:
        """Return contacts with what members have: birth dates, tags."""
        return [self._details.completed(contact) for contact in contacts]

    def tie(self, contacts: Sequence[NewContact], ids: Sequence[int]) -> None:
        """Write households, roles, groups and consents of contacts just stored."""
        for contact, key in zip(contacts, ids, strict=True):
            self._kinds[key] = contact.kind
        for name, keys in self._details.households(contacts, ids):
            household_id = self._work.households.add(name)
            for key in keys:
                self._work.households.move(key, household_id)
                self._homes[key] = [key, *(other for other in keys if other != key)]
        for affiliation in self._details.affiliations(contacts, ids):
            self._work.ties.add_affiliation(affiliation)
        self._work.ties.add_group_members(self._details.group_members(contacts, ids))
        self._work.ties.add_consents(self._details.consents(contacts, ids))

    def join(self, movements: Sequence[DemoMovement]) -> dict[int, int]:
        """Write a membership for every fee; return them by the place of the movement."""
        by_year: dict[int, list[tuple[int, NewMembership]]] = defaultdict(list)
        for place, movement in enumerate(movements):
            new = self._membership(movement)
            if new is not None:
                by_year[new.period.start.year].append((place, new))
        found: dict[int, int] = {}
        for _year, planned in sorted(by_year.items()):
            found |= self._add(planned)
        return found

    def _membership(self, movement: DemoMovement) -> NewMembership | None:
        payment = movement.payment
        fees = [part.amount for part in payment.parts if part.kind is LineKind.FEE]
        if not fees or payment.payer_id is None:
            return None
        key = type_key(self._kinds[payment.payer_id], fees[0].cents, self._words.types)
        return self._new(payment.payer_id, key, payment.paid_on.year, fees[0])

    def _new(self, contact_id: int, key: str, year: int, fee: Money) -> NewMembership:
        is_shared = self._words.types[key].holder is Holder.HOUSEHOLD
        covered = self._homes.get(contact_id, [contact_id]) if is_shared else [contact_id]
        period = Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
        return NewMembership(
            contact_id, self._types[key], period, fee, covered_ids=tuple(covered)
        )

    def _add(self, planned: Sequence[tuple[int, NewMembership]]) -> dict[int, int]:
        linked = [
            replace(new, previous_id=self._last[new.contact_id][0])
            if new.contact_id in self._last
            else new
            for _place, new in planned
        ]
        people = dict.fromkeys(key for new in linked for key in new.covered_ids)
        if linked:
            self._numbers.give(list(people), linked[0].period.start.year)
        ids = self._work.memberships.add_many([(new, None) for new in linked])
        names = {type_id: key for key, type_id in self._types.items()}
        for new, membership_id in zip(linked, ids, strict=True):
            year = new.period.start.year
            self._last[new.contact_id] = (membership_id, year, names[new.type_id], new.fee)
        places = (place for place, _new in planned)
        return dict(zip(places, ids, strict=True))

    def stop(self) -> None:
        """Write who left, and the fees of this year that are still owed; then forget all."""
        last_years = {key: year for key, (_id, year, _type, _fee) in self._last.items()}
        departures, owing = self._stops.of(last_years)
        for departure in departures:
            self._work.memberships.add_departure(departure)
        owed = [
            self._new(key, self._last[key][2], self._today.year, self._last[key][3])
            for key in owing
        ]
        self._add(list(enumerate(owed)))
        self._last.clear()
        self._homes.clear()
        self._kinds.clear()
