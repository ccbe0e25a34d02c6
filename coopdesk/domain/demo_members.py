"""Invents who is a member and how: types, late ones, departures, households, ties."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import (
    ConsentPurpose,
    NewAffiliation,
    NewConsent,
    NewGroupMember,
)
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.members import DepartureReason, NewDeparture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.members import NewMembershipType

_WITH_BIRTHDAY, _WITH_TAG, _WITH_SECTOR = 0.7, 0.15, 0.2
_WITH_ROLE, _IN_GROUP, _AGREES, _REFUSES = 0.08, 0.12, 0.5, 0.06
# Of those who stop paying: some leave, some owe the fee of this year.
_LEAVES, _OWES = 0.18, 0.55
_REASONS = (
    *[DepartureReason.RESIGNED] * 7,
    *[DepartureReason.DECEASED] * 2,
    DepartureReason.STRUCK_OFF,
)
_YOUNGEST, _OLDEST = 17, 92


@dataclass(frozen=True, slots=True)
class DemoGroup:
    """A group and the roles people have in it."""

    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberWords:
    """What members are made of; ``types`` by what a fee is paid for."""

    types: Mapping[str, NewMembershipType]
    tags: tuple[str, ...]
    roles: tuple[str, ...]
    sectors: tuple[str, ...]
    groups: tuple[DemoGroup, ...]
    household: str
    departure_note: str
    consent_source: str


class DetailMaker:
    """Completes invented contacts, and ties them; its random source is its own."""

    def __init__(self, words: MemberWords, today: dt.date, random: Random) -> None:
        self._words = words
        self._today = today
        self._random = random

    def completed(self, contact: NewContact) -> NewContact:
        """Return a contact with a birth date, tags and a sector, now and then."""
        draw = self._random
        chances = [draw.random() for _number in range(3)]
        tag, sector = draw.choice(self._words.tags), draw.choice(self._words.sectors)
        age = int(draw.triangular(_YOUNGEST, _OLDEST, 47) * 365.25)
        born = self._today - dt.timedelta(days=age)
        is_person = contact.kind is ContactKind.PERSON
        return replace(
            contact,
            birth_on=born if is_person and chances[0] < _WITH_BIRTHDAY else None,
            tags=(tag,) if chances[1] < _WITH_TAG else (),
            sector=sector if chances[2] < _WITH_SECTOR else "",
        )

    def households(
        self, contacts: Sequence[NewContact], ids: Sequence[int]
    ) -> list[tuple[str, list[int]]]:
        """Return who shares a name and an address, with the name of the household."""
        homes: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for contact, key in zip(contacts, ids, strict=True):
            address = contact.address
            if contact.kind is ContactKind.PERSON and address.street:
                homes[contact.last_name, address.street, address.postal_code].append(key)
        found = ((name, keys) for (name, _street, _code), keys in homes.items())
        return [
            (self._words.household.format(name=name), keys)
            for name, keys in found
            if len(keys) > 1
        ]

    def affiliations(
        self, contacts: Sequence[NewContact], ids: Sequence[int]
    ) -> list[NewAffiliation]:
        """Return the roles that people have in organisations."""
        draw = self._random
        people, houses = _kinds(contacts, ids)
        return [
            NewAffiliation(
                key,
                draw.choice(houses),
                draw.choice(self._words.roles),
                self._today - dt.timedelta(days=draw.randrange(60, 2_000)),
            )
            for key in people
            if houses and draw.random() < _WITH_ROLE
        ]

    def group_members(
        self, contacts: Sequence[NewContact], ids: Sequence[int]
    ) -> list[NewGroupMember]:
        """Return who takes part in groups."""
        draw = self._random
        people, _houses = _kinds(contacts, ids)
        found = []
        for key in people:
            if draw.random() < _IN_GROUP:
                group = draw.choice(self._words.groups)
                started = self._today - dt.timedelta(days=draw.randrange(20, 900))
                role = draw.choice(group.roles)
                found.append(NewGroupMember(key, group.name, role, started))
        return found

    def consents(self, contacts: Sequence[NewContact], ids: Sequence[int]) -> list[NewConsent]:
        """Return who agreed to the newsletter and to public thanks, and who refused."""
        draw = self._random
        people, _houses = _kinds(contacts, ids)
        found = []
        for key in people:
            chance, days = draw.random(), draw.randrange(1, 1_000)
            if chance < _AGREES + _REFUSES:
                day = self._today - dt.timedelta(days=days)
                source = self._words.consent_source.format(year=day.year)
                limits = {
                    ConsentPurpose.NEWSLETTER: _AGREES,
                    ConsentPurpose.PUBLIC_THANKS: _AGREES / 2,
                }
                found += [
                    NewConsent(key, purpose, chance < limit, day, source)
                    for purpose, limit in limits.items()
                ]
        return found


class StopMaker:
    """Says what becomes of members who stopped paying."""

    def __init__(self, words: MemberWords, today: dt.date, random: Random) -> None:
        self._words = words
        self._today = today
        self._random = random

    def of(self, last_years: Mapping[int, int]) -> tuple[list[NewDeparture], list[int]]:
        """Return who left, and who owes the fee of this year.

        ``last_years`` gives the last year that each member paid for.
        """
        departures, owing = [], []
        for contact_id, year in last_years.items():
            chance = self._random.random()
            reason = self._random.choice(_REASONS)
            days = self._random.randrange(200)
            if year >= self._today.year:
                continue
            if chance < _LEAVES:
                day = min(dt.date(year, 12, 31) + dt.timedelta(days=days), self._today)
                note = self._words.departure_note if reason is DepartureReason.RESIGNED else ""
                departures.append(NewDeparture(contact_id, day, reason, note))
            elif year == self._today.year - 1 and chance < _LEAVES + _OWES:
                owing.append(contact_id)
        return departures, owing


def type_key(kind: ContactKind, cents: int, types: Mapping[str, NewMembershipType]) -> str:
    """Return which type a fee was paid for: the one of that amount, else the minimum."""
    if kind is ContactKind.ORGANISATION:
        return "structure"
    for key, new in types.items():
        if key != "structure" and new.amount.cents == cents:
            return key
    return "support"


def _kinds(contacts: Sequence[NewContact], ids: Sequence[int]) -> tuple[list[int], list[int]]:
    people = [k for x, k in zip(contacts, ids, strict=True) if x.kind is ContactKind.PERSON]
    houses = [k for x, k in zip(contacts, ids, strict=True) if x.kind is not ContactKind.PERSON]
    return people, houses
