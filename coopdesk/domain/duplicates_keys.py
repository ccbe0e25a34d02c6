"""Blocking keys: two contacts that may be one share at least one of them.

========  ====================================================================================
``n:``    name squeezed, last name first; for organisations the names of their domains as well
``w:``    words of the name in alphabetical order, also of a mailbox that bears a name
``o:``    sound of an organisation's name
``i:``    sound of the last name and initial of the first, in both orders
``f:``    first name and start or end of the last name, for a wrong letter
``x:``    an organisation's name without one of its words, or the ends of its only word
``a:``    acronym, borne or made of initials
``d:``    own domain; ``e:`` e-mail; ``p:`` phone; ``s:`` SIREN
``b:``    birth date and first name
========  ====================================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.duplicates_identity import (
    mailbox_names,
    mailboxes,
    organisation_name,
    person_name,
    phone_numbers,
    plain_last_name,
    sites,
)
from coopdesk.domain.name_keys import LITTLE_WORDS, sound, sounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.duplicates_identity import Identity, PersonName

_LONG_NAME = 7
_SHORT_NAME = 5
_AFFIX = 4
_SHORTEST_WORD = 3


def match_keys(identity: Identity) -> tuple[str, ...]:
    """Return the keys of a contact, each once, without spaces; none for a nameless guest."""
    if identity.kind is ContactKind.ORGANISATION:
        keys = list(_organisation_keys(identity))
    else:
        keys = _person_keys(identity)
    if identity.emails:
        keys += ["e:" + mailbox for mailbox in mailboxes(identity)]
    if identity.phones:
        keys += ["p:" + phone for phone in phone_numbers(identity)]
    if identity.siren:
        keys.append("s:" + identity.siren)
    return tuple(dict.fromkeys(keys))


def _person_keys(identity: Identity) -> list[str]:
    name = person_name(identity)
    keys = _name_keys(name) if name.known else []
    if identity.emails:
        keys += ["w:" + "".join(found) for found in mailbox_names(identity)]
    if identity.born_on and name.first:
        keys.append(f"b:{identity.born_on.isoformat()}{name.first[0]}")
    return keys


def _name_keys(name: PersonName) -> list[str]:
    last, first = "".join(name.last), "".join(name.first)
    keys = ["n:" + last + first, "w:" + "".join(name.ordered)]
    if not (last and first):
        return keys
    keys += _sound_keys(name.last, first[0])
    keys.append(f"i:{sound(first)}:{last[0]}")
    plain = plain_last_name(name.last)
    if plain != last:
        keys.append(f"i:{sound(plain)}:{first[0]}")
    if len(plain) < _LONG_NAME:
        keys += (f"f:{first}:{plain[:2]}", f"f:{first}:-{plain[-2:]}")
    if len(plain) > _SHORT_NAME:
        keys += (f"f:{first}:{plain[:3]}", f"f:{first}:-{plain[-3:]}")
    keys.append(f"f:{plain}:-{first[-2:]}")
    return keys


def _sound_keys(last: tuple[str, ...], initial: str) -> list[str]:
    keys = [f"i:{sound(''.join(last))}:{initial}"]
    if len(last) > 1:
        keys += [
            f"i:{sound(word)}:{initial}"
            for word in last
            if len(word) >= _SHORTEST_WORD and word not in LITTLE_WORDS
        ]
    return keys


def _organisation_keys(identity: Identity) -> Iterator[str]:
    name = organisation_name(identity)
    own_sites = sites(identity)
    for form in (*name.squeezes, *own_sites.all):
        yield "n:" + form
        yield "o:" + sound(form)
    for site in own_sites.all:
        yield "d:" + site
    if not name.core:
        return
    yield "w:" + "".join(sorted(name.core))
    yield "w:" + "".join(sorted(name.main))
    yield "o:" + sounds(name.main)
    for acronym in name.shorts | name.initials:
        yield "a:" + acronym
    yield from _slip_keys(name.main)


def _slip_keys(main: tuple[str, ...]) -> Iterator[str]:
    """Yield keys that survive a wrong letter: all words but one, or both ends of the only."""
    if len(main) == 1:
        yield "x:" + main[0][:_AFFIX]
        yield "x:-" + main[0][-_AFFIX:]
        return
    for place, word in enumerate(main):
        yield "x:" + "".join(main[:place] + main[place + 1 :]) + ":" + word[0]
