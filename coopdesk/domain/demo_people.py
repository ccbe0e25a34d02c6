"""Invents contacts: people and organisations that nobody can mistake for real ones.

E-mail addresses end in example.org, phone numbers lie in the ranges ARCEP keeps for fiction,
SIREN numbers pass their check and begin with zeros that INSEE does not attribute.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import Civility, ContactKind, NewContact
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from coopdesk.domain.demo_words import CastMember, PeopleWords

_ORGANISATION_SHARE = 0.06
_WITHOUT_ADDRESS = 0.05
_WITHOUT_EMAIL = 0.07
_WITHOUT_PHONE = 0.35
_WITH_COMPLEMENT = 0.08
# Two people of one household now and then share a name, an address and a mailbox.
_HOUSEHOLD = 0.03
_PHONES = ("01 99 00", "06 39 98", "06 39 98")


class PeopleMaker:
    """Makes contacts one after the other; the same random source gives the same contacts."""

    def __init__(self, words: PeopleWords, random: Random) -> None:
        self._words = words
        self._random = random
        self._mailboxes: dict[str, int] = {}
        self._organisations = 0
        self._last: NewContact | None = None

    def contacts(self, count: int, cast: tuple[CastMember, ...]) -> Iterator[NewContact]:
        """Yield contacts: the cast first, completed, then others."""
        for member in cast[:count]:
            yield self._completed(member.contact)
        for _number in range(count - len(cast)):
            yield self._anybody()

    def _anybody(self) -> NewContact:
        chance = self._random.random()
        if chance < _ORGANISATION_SHARE:
            return self._organisation()
        if chance > 1 - _HOUSEHOLD and self._last is not None:
            return self._housemate(self._last)
        self._last = person = self._person()
        return person

    def _completed(self, contact: NewContact) -> NewContact:
        """Give a member of the cast what the seed file leaves open."""
        if contact.kind is ContactKind.ORGANISATION:
            return self._registered(contact)
        complete = replace(contact, email=self._email(contact), phone=self._phone())
        # A country marks the address as decided, even when it is empty.
        if contact.address.country:
            return complete
        return replace(complete, address=self._address())

    # persons

    def _person(self) -> NewContact:
        draw = self._random
        civility = Civility.MADAM if draw.random() < 0.55 else Civility.SIR
        names = self._words.women if civility is Civility.MADAM else self._words.men
        person = NewContact(
            civility=civility if draw.random() < 0.9 else Civility.NONE,
            first_name=draw.choice(names),
            last_name=self._last_name(),
            phone="" if draw.random() < _WITHOUT_PHONE else self._phone(),
            address=PostalAddress() if draw.random() < _WITHOUT_ADDRESS else self._address(),
        )
        if draw.random() < _WITHOUT_EMAIL:
            return person
        return replace(person, email=self._email(person))

    def _housemate(self, other: NewContact) -> NewContact:
        names = self._words.men if other.civility is Civility.MADAM else self._words.women
        return replace(
            other,
            civility=Civility.SIR if other.civility is Civility.MADAM else Civility.MADAM,
            first_name=self._random.choice(names),
        )

    def _last_name(self) -> str:
        draw, names = self._random, self._words.last_names
        name = draw.choice(names)
        if draw.randrange(self._words.double_name_every):
            return name
        other = draw.choice(names)
        return name if other == name else f"{name}-{other}"

    def _email(self, person: NewContact) -> str:
        words = fold(f"{person.first_name} {person.last_name}").split()
        mailbox = ".".join(words)
        number = self._mailboxes.get(mailbox, 0) + 1
        self._mailboxes[mailbox] = number
        return f"{mailbox}{number if number > 1 else ''}@example.org"

    def _phone(self) -> str:
        last = f"{self._random.randrange(10_000):04d}"
        return f"{self._random.choice(_PHONES)} {last[:2]} {last[2:]}"

    def _address(self) -> PostalAddress:
        draw, words = self._random, self._words
        postal_code, city = draw.choice(words.towns)
        number = 1 + int(draw.paretovariate(0.6)) % 180
        bis = " bis" if draw.random() < 0.05 else ""
        street = f"{number}{bis} {draw.choice(words.ways)} {draw.choice(words.way_names)}"
        complement = ""
        if draw.random() < _WITH_COMPLEMENT:
            complement = draw.choice(words.complements)
        return PostalAddress(street, complement, postal_code, city)

    # organisations

    def _organisation(self) -> NewContact:
        word, legal_form = self._random.choice(self._words.organisation_words)
        name = f"{word} {self._random.choice(self._words.organisation_names)}"
        return self._registered(
            NewContact(ContactKind.ORGANISATION, organisation_name=name, legal_form=legal_form)
        )

    def _registered(self, contact: NewContact) -> NewContact:
        self._organisations += 1
        return replace(
            contact,
            siren=fictitious_siren(self._organisations),
            email=f"contact{self._organisations}@example.org",
            phone=self._phone(),
            address=self._address(),
        )


def fictitious_siren(number: int) -> str:
    """Return a SIREN whose key is right and that nobody bears: 00 1xx xxx with its key."""
    digits = f"{1_000_00 + number:08d}"
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[1::2])
    plain = sum(int(digit) for digit in digits[0::2])
    return f"{digits}{-(doubled + plain) % 10}"
