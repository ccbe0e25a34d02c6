"""Use cases around households: one address, one letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import Contact, ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import checked_line
from coopdesk.services.contact_rules import changeable
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.wording.household_names import household_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.contact_details import Household
    from coopdesk.domain.contacts import NewContact
    from coopdesk.storage.unit_of_work import Units, Work

_NAME_LIMIT = 120
_LEAST = 2
_BATCH = 400


class HouseholdService:
    """Put contacts together at one address, and apart again."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def proposed_name(self, contact_ids: Sequence[int]) -> str:
        """Return the name that a household of these contacts would get."""
        with self._units.read() as work:
            contacts = work.contacts.get_many(contact_ids)
        return household_name([contact.profile for contact in contacts])

    def moving(self, contact_id: int, other_id: int) -> tuple[tuple[str, ...], PostalAddress]:
        """Return who would leave another address by living together, and for which one."""
        with self._units.read() as work:
            one, other = work.contacts.get(contact_id), work.contacts.get(other_id)
            people = [*_at_home(work, one), *_at_home(work, other)]
            if one.household_id is None and other.household_id is not None:
                # Who joins a household comes to its address.
                people = [*_at_home(work, other), one]
        address = _first_address(people)
        known = ((person, person.profile.address) for person in people)
        left = (x.display_name for x, old in known if not old.is_empty and old != address)
        return tuple(dict.fromkeys(left)), address

    def create(self, contact_ids: Sequence[int], name: str = "") -> Outcome[Household]:
        """Put contacts together; all get the address of the first one that has any.

        ``Outcome.along`` names those whose address changed. Without a name, one is proposed.

        Raises:
            RuleError: ``household.too_few``, ``household.persons_only`` or
                ``household.elsewhere`` with who lives in another household.
        """
        wanted = checked_line(name, "name", _NAME_LIMIT)
        with self._units.write("household.created") as work:
            people = [_free(work, key) for key in dict.fromkeys(contact_ids)]
            if len(people) < _LEAST:
                raise RuleError("household.too_few", field="contact_ids")
            wanted = wanted or household_name([person.profile for person in people])
            work.recorder.relabel(name=wanted)
            household_id = work.households.add(wanted)
            moved = _put(work, people, household_id, _first_address(people))
            found = work.households.get(household_id)
            work.commit()
        return changed(found, Subject.CONTACTS, along=moved)

    def add_member(
        self, household_id: int, contact_id: int, name: str = ""
    ) -> Outcome[Household]:
        """Let one more live there, at the address of the household; raises as ``create``.

        A name replaces the one that the household has.
        """
        wanted = checked_line(name, "name", _NAME_LIMIT)
        with self._units.write("household.joined") as work:
            known = work.households.get(household_id)
            person = _free(work, contact_id)
            work.recorder.relabel(name=known.name, person=person.display_name)
            living = work.contacts.get_many(known.member_ids)
            address = _first_address([*living, person])
            moved = _put(work, [person], household_id, address)
            moved += move_household(work, living, address)
            if wanted and wanted != known.name:
                work.households.rename(household_id, wanted)
            found = work.households.get(household_id)
            work.commit()
        return changed(found, Subject.CONTACTS, along=moved)

    def remove_member(self, contact_id: int) -> Outcome[Household | None]:
        """Let one live elsewhere; a household of one dissolves and None is returned.

        Raises:
            RuleError: ``household.nowhere`` when the contact lives in none.
        """
        with self._units.write("household.left") as work:
            person = work.contacts.get(contact_id)
            if person.household_id is None:
                raise RuleError("household.nowhere", name=person.display_name)
            known = work.households.get(person.household_id)
            work.recorder.relabel(name=known.name, person=person.display_name)
            left = leave_household(work, person)
            work.commit()
        return changed(left, Subject.CONTACTS)

    def rename(self, household_id: int, name: str) -> Outcome[Household]:
        """Give a household another name.

        Raises:
            RuleError: ``household.name_missing``, or the name is too long.
        """
        cleaned = checked_line(name, "name", _NAME_LIMIT)
        if not cleaned:
            raise RuleError("household.name_missing", field="name")
        with self._units.write("household.renamed", name=cleaned) as work:
            work.households.rename(household_id, cleaned)
            found = work.households.get(household_id)
            work.commit()
        return changed(found, Subject.CONTACTS)

    def of(self, contact_id: int) -> Household | None:
        """Return the household of a contact, None without one."""
        with self._units.read() as work:
            contact = work.contacts.get(contact_id)
            if contact.household_id is None:
                return None
            return work.households.get(contact.household_id)


def _at_home(work: Work, contact: Contact) -> list[Contact]:
    """Return those of a contact's household, itself alone if it has none."""
    if contact.household_id is None:
        return [contact]
    return work.contacts.get_many(work.households.get(contact.household_id).member_ids)


def leave_household(work: Work, person: Contact) -> Household | None:
    """Take a contact out of its household; return what is left of it, None if it dissolved."""
    household_id = person.household_id
    if household_id is None:
        return None
    work.households.move(person.id, None)
    return dissolve_if_alone(work, household_id)


def dissolve_if_alone(work: Work, household_id: int) -> Household | None:
    """Dissolve a household that somebody left if too few remain; return what is left of it."""
    left = work.households.get(household_id)
    if len(left.member_ids) >= _LEAST:
        return left
    for key in left.member_ids:
        work.households.move(key, None)
    work.households.remove(household_id)
    return None


def move_household(
    work: Work, people: Sequence[Contact], address: PostalAddress
) -> tuple[str, ...]:
    """Give contacts an address; return the names of those who had another one."""
    moved = []
    for person in people:
        if person.profile.address != address:
            work.contacts.change(person.id, replace(person.profile, address=address))
            moved.append(person.display_name)
    return tuple(moved)


def move_others(work: Work, before: Contact, after: NewContact) -> tuple[str, ...]:
    """Give a contact's new address to the rest of its household; return their names."""
    return move_homes(work, [(before, after)])


def move_homes(work: Work, moves: Iterable[tuple[Contact, NewContact]]) -> tuple[str, ...]:
    """Give the new addresses of contacts, as they were and are, to all of their households.

    Of two in one household the first counts. Return the names of those who had another one.
    """
    homes: dict[int, PostalAddress] = {}
    for before, after in moves:
        if before.household_id is not None and before.profile.address != after.address:
            homes.setdefault(before.household_id, after.address)
    names: list[str] = []
    for contacts in living_in(work, list(homes)):
        changes = [
            (one, replace(one.profile, address=homes[one.household_id]))
            for one in contacts
            if one.household_id is not None and one.profile.address != homes[one.household_id]
        ]
        work.contacts.change_many(changes)
        names += [one.display_name for one, _after in changes]
    return tuple(names)


def fill_homes(work: Work, contact_ids: Sequence[int]) -> None:
    """Give the addresses that contacts just got to those at home with them who have none."""
    for person in map(work.contacts.get, contact_ids):
        if person.household_id is not None:
            for contacts in living_in(work, [person.household_id]):
                homeless = [one for one in contacts if one.profile.address.is_empty]
                move_household(work, homeless, person.profile.address)


def living_in(work: Work, household_ids: Sequence[int]) -> Iterator[list[Contact]]:
    """Yield who lives in some households, a few hundred at a time."""
    ids = work.households.dwellers(household_ids)
    for start in range(0, len(ids), _BATCH):
        yield work.contacts.get_many(ids[start : start + _BATCH])


def _put(
    work: Work, people: Sequence[Contact], household_id: int, address: PostalAddress
) -> tuple[str, ...]:
    for person in people:
        work.households.move(person.id, household_id)
    return move_household(work, people, address)


def _free(work: Work, contact_id: int) -> Contact:
    """Return a person who lives in no household yet."""
    person = changeable(work, contact_id)
    name = person.display_name
    if person.profile.kind is not ContactKind.PERSON:
        raise RuleError("household.persons_only", field="contact_ids", name=name)
    if person.household_id is not None:
        raise RuleError("household.elsewhere", field="contact_ids", name=name)
    return person


def _first_address(people: Sequence[Contact]) -> PostalAddress:
    addresses = [person.profile.address for person in people]
    return next((address for address in addresses if not address.is_empty), addresses[0])
