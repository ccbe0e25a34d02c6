"""The score of two contacts: points for their names, more or fewer for all else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.duplicates_identity import (
    Identity,
    OrganisationName,
    PersonName,
    Place,
    Sites,
    mailbox_names,
    mailboxes,
    organisation_name,
    person_name,
    phone_numbers,
    place,
    sites,
)
from coopdesk.domain.duplicates_names import (
    SAME_PERSON_AND_ORGANISATION,
    SAME_USUAL,
    NameLikeness,
    compare_organisations,
    compare_persons,
)

if TYPE_CHECKING:
    import datetime as dt

PROPOSE = 60  # from here on a pair is shown to somebody
SURE = 90  # from here on hardly anybody would say no; still nothing merges by itself

_SAME_EMAIL = 25
_SAME_PHONE = 18
_SAME_BIRTH = 20
_SAME_SIREN = 45
_SAME_STREET = 10
_SAME_STREET_ORGANISATION = 14
_SAME_TOWN = 4
_SAME_DOMAIN = 14
_NAME_IN_EMAIL = 22
_OTHER_EMAIL = -10
_OTHER_PHONE = -6
_OTHER_TOWN = -10
_OTHER_CIVILITY = -20
# Below this a name is not whole, and one that a mailbox bears completes it.
_WHOLE_NAME = 60
# Names as far apart as this need something else in common that few people share.
_UNLIKE = 38


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two contacts may be one: a code of ``wording.duplicates`` and what it quotes."""

    code: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two contacts are one: 0 to 100, the name's reason first."""

    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Traits:
    """An identity in the forms it is compared in, made once for many comparisons."""

    identity: Identity
    person: PersonName | None
    organisation: OrganisationName | None
    sites: Sites
    emails: frozenset[str]
    email_names: frozenset[tuple[str, ...]]
    phones: frozenset[str]
    place: Place
    born_on: dt.date | None


_NO_SITES = Sites(frozenset(), frozenset())
_Support = tuple[int, Reason | None]
_NOTHING: _Support = (0, None)


def traits(identity: Identity) -> Traits:
    """Return an identity in the forms it is compared in."""
    is_person = identity.kind is ContactKind.PERSON
    return Traits(
        identity,
        person_name(identity) if is_person else None,
        None if is_person else organisation_name(identity),
        _NO_SITES if is_person else sites(identity),
        mailboxes(identity) if identity.emails else frozenset(),
        mailbox_names(identity) if identity.emails else frozenset(),
        phone_numbers(identity) if identity.phones else frozenset(),
        place(identity),
        identity.born_on,
    )


def likeness(a: Traits, b: Traits) -> Likeness | None:
    """Return the score and the reasons; None below ``PROPOSE``."""
    if _other_facts(a, b):
        return None
    name = _names(a, b)
    if name is None or (name.points <= _UNLIKE and not _sure_tie(a, b)):
        return None
    supports = (
        _siren(a, b),
        _email(a, b, name),
        _phone(a, b),
        _birth(a, b),
        _place(a, b),
        _domain(a, b),
        _civility(a, b),
    )
    score = name.points + sum(points for points, _reason in supports)
    if score < PROPOSE:
        return None
    reasons = [Reason(name.code, name.values)] if name.code else []
    reasons += [reason for _points, reason in supports if reason]
    return Likeness(min(score, 100), tuple(reasons))


def _sure_tie(a: Traits, b: Traits) -> bool:
    """Tell whether a mailbox, a phone, a birth date or a SIREN ties two unlike names."""
    return bool(
        a.emails & b.emails
        or a.phones & b.phones
        or (a.born_on and b.born_on)
        or (a.identity.siren and b.identity.siren)
        or _named_mailbox(a, b)
    )


def _other_facts(a: Traits, b: Traits) -> bool:
    """Tell whether a birth date or a SIREN says that they are two."""
    siren, other_siren = a.identity.siren, b.identity.siren
    if siren and other_siren and siren != other_siren:
        return True
    born, other_born = a.born_on, b.born_on
    return bool(born and other_born and born != other_born and not _swapped(born, other_born))


def _swapped(a: dt.date, b: dt.date) -> bool:
    """Tell whether day and month changed places, as files from abroad make them."""
    return (a.year, a.month, a.day) == (b.year, b.day, b.month)


def _names(a: Traits, b: Traits) -> NameLikeness | None:
    if a.person and b.person:
        return compare_persons(a.person, b.person)
    if a.organisation and b.organisation:
        return compare_organisations(a.organisation, b.organisation, a.sites, b.sites)
    person, organisation = a.person or b.person, a.organisation or b.organisation
    assert person
    assert organisation
    whole = "".join(organisation.core)
    last, first = "".join(person.last), "".join(person.first)
    if whole and whole in {last + first, first + last}:
        return SAME_PERSON_AND_ORGANISATION
    return None


def _siren(a: Traits, b: Traits) -> _Support:
    siren = a.identity.siren
    if not siren or siren != b.identity.siren:
        return _NOTHING
    return _SAME_SIREN, Reason("same_siren", (siren,))


def _email(a: Traits, b: Traits, name: NameLikeness) -> _Support:
    same = a.emails & b.emails
    if same:
        return _SAME_EMAIL, Reason("same_email", (min(same),))
    named = _named_mailbox(a, b) if name.points < _WHOLE_NAME else None
    if named:
        return _NAME_IN_EMAIL, named
    if not (a.emails and b.emails):
        return _NOTHING
    # jeanne.dupont@ here and there, or two mailboxes of one domain, tell nobody apart; but
    # many people are called Marie Martin, and have mailboxes of that name.
    alike = a.sites.all & b.sites.all or (
        name is not SAME_USUAL and a.email_names & b.email_names
    )
    return _NOTHING if alike else (_OTHER_EMAIL, None)


def _named_mailbox(a: Traits, b: Traits) -> Reason | None:
    """Return the reason when the mailbox of one bears the whole name of the other."""
    for owner, named in ((a, b.person), (b, a.person)):
        if owner.email_names and owner.person and named and named.ordered in owner.email_names:
            return Reason("name_in_email")
    return None


def _phone(a: Traits, b: Traits) -> _Support:
    if a.phones & b.phones:
        return _SAME_PHONE, Reason("same_phone")
    return (_OTHER_PHONE, None) if a.phones and b.phones else _NOTHING


def _birth(a: Traits, b: Traits) -> _Support:
    if a.born_on and a.born_on == b.born_on:
        return _SAME_BIRTH, Reason("same_birth")
    return _NOTHING


def _place(a: Traits, b: Traits) -> _Support:
    here, there = a.place, b.place
    if here.postal_code and there.postal_code:
        same_town = here.postal_code == there.postal_code
    elif here.town and there.town:
        same_town = here.town == there.town
    else:
        return _NOTHING
    if not same_town:
        return _OTHER_TOWN, None
    if here.street and here.street == there.street:
        points = _SAME_STREET_ORGANISATION if a.organisation else _SAME_STREET
        return points, Reason("same_address")
    return _SAME_TOWN, Reason("same_town")


def _domain(a: Traits, b: Traits) -> _Support:
    same = a.sites.all & b.sites.all
    return (_SAME_DOMAIN, Reason("same_domain", (max(same, key=len),))) if same else _NOTHING


def _civility(a: Traits, b: Traits) -> _Support:
    one, other = a.identity.civility, b.identity.civility
    none = Civility.NONE
    return _NOTHING if none in {one, other} or one is other else (_OTHER_CIVILITY, None)
