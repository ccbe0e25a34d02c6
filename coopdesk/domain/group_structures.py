"""Structures joined to a group by their names: what each name stands for is decided first."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.duplicates import PROPOSE, compare, identity_of, match_keys
from coopdesk.domain.text import clean_line, fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.duplicates import Reason
    from coopdesk.domain.merging import SimilarContact

NAME_LIMIT = 160
# A list in two columns is pasted with a tabulator between them.
_SEPARATORS = "\t"
_NUMBERED = re.compile(r"(\d{1,3})\s?[.)]\s+(.+)")
_SHORTEST_LIST = 2


class NameVerdict(enum.Enum):
    """What is known of a name: nobody bears it, one contact does, or some resemble it."""

    NEW = "new"
    KNOWN = "known"
    SIMILAR = "similar"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class NameTwin:
    """A name above in the same list that resembles this one, with the reasons."""

    place: int
    name: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class NamedStructure:
    """A name of the list; ``place`` counts from 1.

    ``similar`` are the contacts that resemble it, ``twin`` a name above that does;
    ``contact_id`` the one that bears this very name, ``takes_part`` whether it does already.
    """

    place: int
    name: str
    verdict: NameVerdict
    similar: tuple[SimilarContact, ...] = ()
    twin: NameTwin | None = None
    contact_id: int | None = None
    takes_part: bool = False


@dataclass(frozen=True, slots=True)
class StructureChoice:
    """What a name stands for: a contact, the name at ``twin`` above, or else a new one."""

    place: int
    contact_id: int | None = None
    twin: int | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class JoiningStructures:
    """Names to be joined to a group, as typed, with what was decided about them."""

    group_id: int
    text: str
    choices: Mapping[int, StructureChoice] = field(default_factory=dict)
    role: str = ""
    started_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class JoinedStructures:
    """What became of a list: who joined, of them the newly recorded, and who was in already."""

    joined: tuple[int, ...] = ()
    made: tuple[str, ...] = ()
    already: tuple[str, ...] = ()


def names_in(text: str) -> list[str]:
    """Return the names of a typed or pasted list, one a line; bullets and blanks go.

    So do numbers before them, where they count the names from 1 on.
    """
    lines = text.replace(_SEPARATORS, "\n").splitlines()
    names = (clean_line(line).lstrip("•-–—* ").strip(" ;") for line in lines)
    found = [name for name in names if name]
    return _without_numbers(found) or found


def _without_numbers(names: Sequence[str]) -> list[str]:
    """Return names without the numbers before them, none where they are not in order."""
    told = [_NUMBERED.match(name) for name in names]
    numbers = [int(match[1]) if match is not None else 0 for match in told]
    if len(names) < _SHORTEST_LIST or numbers != list(range(1, len(names) + 1)):
        return []
    return [match[2] for match in told if match is not None]


def as_structure(name: str) -> NewContact:
    """Return the contact that a name alone makes."""
    return NewContact(kind=ContactKind.ORGANISATION, organisation_name=name)


def repeated_names(names: Sequence[str]) -> frozenset[int]:
    """Return the places, from 1, of names that stand above already."""
    seen: set[str] = set()
    found = set()
    for place, name in enumerate(names, start=1):
        if fold(name) in seen:
            found.add(place)
        seen.add(fold(name))
    return frozenset(found)


def twins_in(names: Sequence[str], but: Iterable[int] = ()) -> dict[int, NameTwin]:
    """Return the names that resemble one above them, by place from 1; ``but`` are left out."""
    left_out = set(but)
    by_key: dict[str, list[int]] = {}
    identities = [identity_of(as_structure(name)) for name in names]
    found: dict[int, NameTwin] = {}
    for place, identity in enumerate(identities, start=1):
        if place in left_out:
            continue
        keys = match_keys(identity)
        above = sorted({x for key in keys for x in by_key.get(key, ())})
        for other in above:
            likeness = compare(identity, identities[other - 1])
            if likeness is not None and likeness.score >= PROPOSE:
                found[place] = NameTwin(other, names[other - 1], likeness.reasons)
                break
        for key in keys:
            by_key.setdefault(key, []).append(place)
    return found
