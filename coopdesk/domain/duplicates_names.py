"""How alike two names are, and why; None when they are two people's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.duplicates_identity import plain_last_name
from coopdesk.domain.duplicates_usual_names import (
    USUAL_FIRST_NAMES,
    USUAL_LAST_NAMES,
    both_usual,
    differ_by_gender,
    is_diminutive,
)
from coopdesk.domain.name_keys import main_words, plain_spelling, sound, sounds

if TYPE_CHECKING:
    from coopdesk.domain.duplicates_identity import OrganisationName, PersonName, Sites

_USUAL_NAMES = USUAL_FIRST_NAMES | USUAL_LAST_NAMES

Words = tuple[str, ...]

_WHOLE = 60
_SHORTEST_TYPO = 4
_SHORTEST_WORD_TYPO = 7
_SHORTEST_RUN_TOGETHER = 9
_SHORTEST_PART = 3
_SHORTEST_SOUND = 3
_SAINTS = frozenset({"saint", "sainte", "st", "ste"})


class NameLikeness(NamedTuple):
    """Points for the names alone, the reason code and what its sentence quotes."""

    points: int
    code: str
    values: Words = ()


NO_NAME = NameLikeness(40, "")
UNLIKE = NameLikeness(15, "")
UNLIKE_ORGANISATIONS = NameLikeness(20, "")
SAME_PERSON_AND_ORGANISATION = NameLikeness(66, "same_name")

_SAME = NameLikeness(80, "same_name")
# Marie Martin is many people: less alike than two who share a rare name.
SAME_USUAL = NameLikeness(68, "same_name")
_SAME_ONE_WORD = NameLikeness(62, "same_name")
_INVERTED = NameLikeness(74, "inverted_name")
_INVERTED_USUAL = NameLikeness(66, "inverted_name")
_INVERTED_INITIAL = NameLikeness(62, "inverted_name")
# (first names, last names) → what they say together.
_PERSONS = {
    ("same", "same"): _SAME,
    ("same", "close"): NameLikeness(64, "close_name"),
    ("same", "part"): NameLikeness(64, "part_of_name"),
    ("same", "missing"): NameLikeness(46, "missing_name"),
    ("same", "other"): NameLikeness(38, "same_first_name"),
    ("close", "same"): NameLikeness(64, "close_name"),
    ("close", "close"): NameLikeness(50, "close_name"),
    ("close", "part"): NameLikeness(46, "part_of_name"),
    ("close", "missing"): NameLikeness(38, "missing_name"),
    ("initial", "same"): NameLikeness(64, "initial"),
    ("initial", "close"): NameLikeness(46, "initial"),
    ("initial", "part"): NameLikeness(46, "initial"),
    ("part", "same"): NameLikeness(54, "part_of_first_name"),
    ("part", "close"): NameLikeness(44, "part_of_first_name"),
    ("part", "part"): NameLikeness(44, "part_of_name"),
    ("missing", "same"): NameLikeness(48, "missing_name"),
    ("missing", "close"): NameLikeness(42, "missing_name"),
    ("missing", "part"): NameLikeness(42, "missing_name"),
}
_SAME_ORGANISATION = NameLikeness(84, "same_name")
_CLOSE_ORGANISATION = NameLikeness(68, "close_name")
_SHORT_SLIP_ORGANISATION = NameLikeness(50, "close_name")  # Ville de Lyon, Ville de Laon
_PART_OF_ORGANISATION = NameLikeness(46, "part_of_name")
_ACRONYM_POINTS = 70
_DOMAIN_POINTS = 66


def compare_persons(a: PersonName, b: PersonName) -> NameLikeness | None:
    """Return how alike two persons' names are; None when their first names tell them apart."""
    if not (a.known and b.known):
        return NO_NAME
    if a.couple != b.couple:
        return None
    found = _compare_in_order(a, b)
    return found if found and found.points >= _WHOLE else _compare_crossed(a, b) or found


def _compare_in_order(a: PersonName, b: PersonName) -> NameLikeness | None:
    """Compare first names with first names, last names with last names."""
    first = first_names(a.first, b.first)
    if first == "conflict":
        return None
    last = last_names(a.last, b.last)
    if first == last == "same":
        return _same_person(a)
    return _PERSONS.get((first, last), UNLIKE)


def _same_person(name: PersonName) -> NameLikeness:
    if not (name.first and name.last):
        return _SAME_ONE_WORD
    usual = "".join(name.last) in USUAL_LAST_NAMES and "".join(name.first) in USUAL_FIRST_NAMES
    return SAME_USUAL if usual else _SAME


def _compare_crossed(a: PersonName, b: PersonName) -> NameLikeness | None:
    """Compare when one has first and last name in each other's field, or all in one."""
    if a.ordered == b.ordered:
        usual = _USUAL_NAMES.issuperset(a.ordered)
        return _INVERTED_USUAL if usual else _INVERTED
    if not (a.first and b.first and a.last and b.last):
        return None
    if a.first[0][0] != b.last[0][0] or a.last[0][0] != b.first[0][0]:
        return None
    crossed = {first_names(a.first, b.last), first_names(a.last, b.first)}
    if crossed == {"same"}:
        return _INVERTED
    return _INVERTED_INITIAL if crossed == {"same", "initial"} else None


@lru_cache(maxsize=1 << 16)
def first_names(a: Words, b: Words) -> str:
    """Return same, initial, close, part, missing or conflict for two first names, folded."""
    if not (a and b):
        return "same" if a == b else "missing"
    one, other = "".join(a), "".join(b)
    if one == other:
        return "same"
    if _is_initials(a) or _is_initials(b):
        return "initial" if _initials_fit(a, b) or _initials_fit(b, a) else "conflict"
    if plain_spelling(one) == plain_spelling(other) or (
        len(a) == len(b) and all(map(_same_first_name, a, b))
    ):
        return "close"
    if a[: len(b)] == b or b[: len(a)] == a or is_diminutive(one, other):
        return "part"
    return "conflict"


def _is_initials(name: Words) -> bool:
    return all(len(word) == 1 for word in name) or (len(name) == 1 and len(name[0]) == 2)


def _initials_fit(short: Words, long: Words) -> bool:
    letters = "".join(word[0] for word in long)
    typed = "".join(short)
    return letters.startswith(typed) or (len(short) == 1 and typed == letters[: len(typed)])


def _same_first_name(a: str, b: str) -> bool:
    """Tell whether two single first names are one, misspelt; siblings and spouses are not."""
    if a == b or plain_spelling(a) == plain_spelling(b):
        return True
    if differ_by_gender(a, b) or both_usual(a, b):
        return False
    return _one_slip(a, b) or _sound_alike(a, b)


@lru_cache(maxsize=1 << 16)
def last_names(a: Words, b: Words) -> str:
    """Return same, close, part, missing or other for two last names, folded."""
    if not (a and b):
        return "same" if a == b else "missing"
    one, other = "".join(a), "".join(b)
    if one == other or sorted(a) == sorted(b):
        return "same"
    if _close_last_names(one, other):
        return "close"
    return "other" if len(a) == len(b) == 1 else _long_last_names(a, b)


def _long_last_names(a: Words, b: Words) -> str:
    if plain_last_name(a) == plain_last_name(b):
        return "close"
    return "part" if _is_part(set(main_words(a)), set(main_words(b))) else "other"


def _close_last_names(a: str, b: str) -> bool:
    if _sound_alike(a, b):
        return True
    return not (a in USUAL_LAST_NAMES and b in USUAL_LAST_NAMES) and _one_slip(a, b)


def _is_part(a: set[str], b: set[str]) -> bool:
    """Tell whether one double name holds the other: Lefèvre-Martin, but not Saint-Martin."""
    short, long = (a, b) if len(a) < len(b) else (b, a)
    added = long - short
    return (
        short < long
        and any(len(word) >= _SHORTEST_PART for word in short)
        and any(len(word) >= _SHORTEST_PART for word in added - _SAINTS)
    )


def compare_organisations(
    a: OrganisationName, b: OrganisationName, a_sites: Sites, b_sites: Sites
) -> NameLikeness:
    """Return how alike two organisations' names, acronyms and domains are."""
    if not (a.core and b.core):
        return NO_NAME
    if a.core == b.core or set(a.squeezes) & set(b.squeezes):
        return _SAME_ORGANISATION
    found = (
        _close_organisations(a.main, b.main)
        or _acronym(a, b)
        or _acronym(b, a)
        or _named_by_domain(a, b, b_sites)
        or _named_by_domain(b, a, a_sites)
    )
    if found:
        return found
    return _PART_OF_ORGANISATION if _holds(a.main, b.main) else UNLIKE_ORGANISATIONS


def _acronym(short: OrganisationName, long: OrganisationName) -> NameLikeness | None:
    fitting = short.shorts & long.initials
    # « Association des Nageurs » bears no acronym of its own: its last word is no veto.
    borne = long.shorts.difference(long.core)
    if not fitting or (borne and not fitting & borne):
        return None
    return NameLikeness(_ACRONYM_POINTS, "acronym", (min(fitting).upper(), long.label))


def _named_by_domain(
    named: OrganisationName, other: OrganisationName, others_sites: Sites
) -> NameLikeness | None:
    """Compare a name with the other's domains; a person's mailbox alone does not decide."""
    related = _holds(named.main, other.main)
    domains = others_sites.all if related else others_sites.official
    name_sound = sound(named.squeezes[0])
    for domain in sorted(domains):
        if domain in named.squeezes or (
            len(name_sound) > _SHORTEST_TYPO and sound(domain) == name_sound
        ):
            written = max((x for x in domains if x.endswith(domain)), key=len)
            return NameLikeness(_DOMAIN_POINTS, "name_in_domain", (named.label, written))
    return None


@lru_cache(maxsize=1 << 14)
def _close_organisations(a: Words, b: Words) -> NameLikeness | None:
    """Compare names that may be one, misspelt or in another order; numbers must agree."""
    if sorted(a) == sorted(b):
        return _CLOSE_ORGANISATION
    one, other = "".join(a), "".join(b)
    if _digits(one) != _digits(other) or _holds(a, b):
        return None
    if len(a) == len(b):
        differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        return _slipped_words([pair for pair in differing if not _sound_alike(*pair)])
    if min(len(one), len(other)) < _SHORTEST_RUN_TOGETHER:
        return None
    same = sounds(a) == sounds(b) or _slips(one, other) <= 1
    return _CLOSE_ORGANISATION if same else None


def _slipped_words(differing: list[tuple[str, str]]) -> NameLikeness | None:
    if not differing:
        return _CLOSE_ORGANISATION
    if len(differing) > 1 or not _one_slip(*differing[0]):
        return None
    long = min(map(len, differing[0])) >= _SHORTEST_WORD_TYPO
    return _CLOSE_ORGANISATION if long else _SHORT_SLIP_ORGANISATION


def _holds(a: Words, b: Words) -> bool:
    first, second = set(a), set(b)
    short = first if len(first) < len(second) else second
    return (first < second or second < first) and any(len(word) > 3 for word in short)


def _sound_alike(a: str, b: str) -> bool:
    heard = sound(a)
    return len(heard) >= _SHORTEST_SOUND and heard == sound(b)


def _one_slip(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _SHORTEST_TYPO and _slips(a, b) <= 1


def _slips(a: str, b: str) -> int:
    """Count letters wrong, missing, added or swapped with a neighbour; 2 stands for more."""
    if abs(len(a) - len(b)) > 1:
        return 2
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=1)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
