"""What every way to make a member goes through: who may join, which days, which number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.member_numbers import member_number, next_count, number_prefix
from coopdesk.domain.members import Holder
from coopdesk.domain.membership_rules import check_membership

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.members import (
        MemberRules,
        MembershipType,
        NewMembership,
        NewMembershipType,
    )
    from coopdesk.storage.unit_of_work import Work

_DAY = dt.timedelta(days=1)


def fiscal_year_start(work: Work) -> int:
    """Return the month in which the association's year starts, 1 to 12."""
    profile = work.association.get()
    return profile.fiscal_year_start if profile is not None else 1


def check_joining(
    work: Work, new: NewMembership, kind: MembershipType, replaced_id: int | None = None
) -> None:
    """Raise RuleError unless the statutes, the type and what is recorded allow it.

    ``replaced_id`` is the membership that takes these terms, when it exists already.
    """
    if kind.archived and replaced_id is None:
        raise RuleError("tariff.archived", field="type_id", name=kind.content.name)
    check_membership(new, kind)
    contacts = work.contacts.get_many(new.covered_ids or (new.contact_id,))
    check_who(contacts[0], work.member_rules.get(), kind.content)
    for contact in contacts:
        if contact.state is not ContactState.ACTIVE:
            name = contact.display_name
            raise RuleError("membership.contact_put_away", field="contact_id", name=name)
    _check_household(contacts, kind)
    if replaced_id is None:
        _refuse_deceased(work, contacts)
        _refuse_before_departure(work, new)
    refuse_overlap(work, new, replaced_id)


def check_who(contact: Contact, rules: MemberRules, kind: NewMembershipType) -> None:
    """Raise RuleError unless the statutes and the type let a contact be a member (COM-2)."""
    name, sort = contact.display_name, contact.profile.kind
    values = {"name": name, "type": kind.name}
    if sort is ContactKind.PERSON:
        if not rules.who.allows(sort):
            raise RuleError("membership.person_refused", field="contact_id", name=name)
        if not kind.who.allows(sort):
            raise RuleError("membership.person_refused_by_type", field="type_id", **values)
        return
    if not rules.who.allows(sort):
        raise RuleError("membership.organisation_refused", field="contact_id", name=name)
    if not kind.who.allows(sort):
        raise RuleError("membership.organisation_refused_by_type", field="type_id", **values)


def _check_household(contacts: Sequence[Contact], kind: MembershipType) -> None:
    if len(contacts) == 1:
        return
    if kind.content.holder is not Holder.HOUSEHOLD:
        raise RuleError("membership.covers_one", field="covered_ids", name=kind.content.name)
    home = contacts[0].household_id
    for other in contacts[1:]:
        if home is None or other.household_id != home:
            raise RuleError(
                "membership.another_household",
                field="covered_ids",
                name=other.display_name,
            )


def _refuse_deceased(work: Work, contacts: Sequence[Contact]) -> None:
    deceased = work.standings.deceased([contact.id for contact in contacts])
    for contact in contacts:
        if contact.id in deceased:
            name = contact.display_name
            raise RuleError("membership.contact_deceased", field="contact_id", name=name)


def _refuse_before_departure(work: Work, new: NewMembership) -> None:
    left_on = work.memberships.days_of(new.contact_id).left_on
    if left_on is not None and new.period.start <= left_on:
        raise RuleError(
            "membership.before_departure", field="started_on", day=left_on, next=left_on + _DAY
        )


def refuse_overlap(work: Work, new: NewMembership, replaced_id: int | None) -> None:
    """Raise RuleError when somebody covered has this type on one of these days already."""
    covered = new.covered_ids or (new.contact_id,)
    for key, name, period in work.memberships.overlapping(covered, new.type_id, new.period):
        if key == replaced_id:
            continue
        if period.is_for_life:
            raise RuleError("membership.for_life_already", field="type_id", name=name)
        raise RuleError(
            "membership.overlaps",
            field="started_on",
            name=name,
            start=period.start,
            end=period.end,
            next=period.end + _DAY,
        )


def covered_by(
    work: Work, contact_id: int, kind: NewMembershipType, kept: Sequence[int] = ()
) -> tuple[int, ...]:
    """Return whom a membership of a contact covers: itself, or its household with it.

    Who of the household has left the association stays outside, unless among ``kept``.
    """
    if kind.holder is not Holder.HOUSEHOLD:
        return (contact_id,)
    holder, *others = work.memberships.household_of(contact_id)
    gone = work.memberships.left_among(others) if others else frozenset()
    return (holder, *(key for key in others if key in kept or key not in gone))


class NumberGiver:
    """Gives the next free numbers by the pattern of the rules, one after the other."""

    def __init__(self, work: Work, rules: MemberRules) -> None:
        self._work = work
        self._pattern = rules.number_pattern
        self._next: dict[int, int] = {}

    def next_number(self, year: int) -> str:
        """Return the next number for who joins in a year; empty when none are given."""
        if not self._pattern:
            return ""
        if "{year}" not in self._pattern:
            year = 0
        if year not in self._next:
            given = self._work.memberships.numbers_like(number_prefix(self._pattern, year))
            self._next[year] = next_count(self._pattern, year, given)
        number = member_number(self._pattern, self._next[year], year)
        self._next[year] += 1
        return number

    def give(self, contact_ids: Sequence[int], year: int) -> None:
        """Give a number to every contact that has none."""
        people = self._work.fees.people(contact_ids)
        lacking = [key for key in contact_ids if not people[key].number]
        if self._pattern and lacking:
            numbers = {key: self.next_number(year) for key in lacking}
            self._work.memberships.give_numbers(numbers)
