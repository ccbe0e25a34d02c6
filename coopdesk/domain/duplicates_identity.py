"""What tells one contact from another, and the forms it is compared in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.contact_details import PointKind
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.duplicates_contact_points import (
    email_key,
    email_name,
    is_office_mailbox,
    mail_site_name,
    phone_key,
    site_forms,
    site_name,
    street_key,
)
from coopdesk.domain.name_keys import (
    core_words,
    initials,
    main_words,
    squeezed,
    words,
)
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contacts import NewContact

# What platforms call somebody who gave no name: two of them are not one person.
_NOBODY_WORDS = """
anonyme anonymous anonymes don donateur donatrice guest incognito inconnu inconnue invite
invitee nc nom prenom sans unknown user utilisateur x xx xxx
"""
_NOBODY = frozenset(_NOBODY_WORDS.split())
_PARTICLES = frozenset({"d", "de", "des", "du"})
_TWO_NAMES = re.compile(r"\s+[-–—:|/]\s+|\s*[()\[\]]\s*")
_COUPLE = re.compile(r"&|\bet\b|\+|/", re.IGNORECASE)
_LONGEST_ACRONYM = 8
_LOWER_CASE_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a contact from others; ``id`` is None while it is being typed.

    ``emails`` and ``phones`` hold all of them, the main one first.
    """

    id: int | None = None
    kind: ContactKind = ContactKind.PERSON
    last_name: str = ""
    first_name: str = ""
    organisation_name: str = ""
    acronym: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    postal_code: str = ""
    city: str = ""
    street: str = ""
    siren: str = ""
    website: str = ""
    born_on: dt.date | None = None
    civility: Civility = Civility.NONE


def identity_of(profile: NewContact, contact_id: int | None = None) -> Identity:
    """Return what tells a contact from others, from all that is known of it."""
    emails, phones = [profile.email], [profile.phone]
    for point in profile.points:
        (emails if point.kind is PointKind.EMAIL else phones).append(point.value)
    return Identity(
        id=contact_id,
        kind=profile.kind,
        last_name=profile.last_name,
        first_name=profile.first_name,
        organisation_name=profile.organisation_name,
        acronym=profile.acronym,
        emails=tuple(filter(None, emails)),
        phones=tuple(filter(None, phones)),
        postal_code=profile.address.postal_code,
        city=profile.address.city,
        street=profile.address.street,
        siren=profile.siren or profile.siret[:9],  # it begins with the SIREN
        website=profile.website,
        born_on=profile.birth_on,
        civility=profile.civility,
    )


class PersonName(NamedTuple):
    """A person's folded names, all of them in ``ordered`` by the alphabet.

    ``couple`` when one line names two people.
    """

    last: tuple[str, ...]
    first: tuple[str, ...]
    ordered: tuple[str, ...]
    couple: bool

    @property
    def known(self) -> bool:
        """Tell whether there is a name at all."""
        return bool(self.last or self.first)


class OrganisationName(NamedTuple):
    """An organisation's folded name.

    ``core`` is without legal form and article, ``main`` without little words; ``shorts`` are
    the acronyms it bears, ``initials`` those that its name makes; ``label`` is as typed.
    ``squeezes`` are the forms that a domain may take.
    """

    core: tuple[str, ...]
    main: tuple[str, ...]
    squeezes: tuple[str, ...]
    shorts: frozenset[str]
    initials: frozenset[str]
    label: str


class Sites(NamedTuple):
    """Own domains of an organisation: ``all`` of them, and ``official`` ones.

    A web site or contact@… is the organisation's own; a person's mailbox may be an employer's.
    """

    all: frozenset[str]
    official: frozenset[str]


class Place(NamedTuple):
    """Where somebody lives: a postcode, a folded town, a squeezed street."""

    postal_code: str
    town: str
    street: str


def person_name(identity: Identity) -> PersonName:
    """Return the names of a person; « Dupont J. » in one field is parted."""
    last, first = words(identity.last_name), words(identity.first_name)
    if _is_nobody(last) and _is_nobody(first):
        return PersonName((), (), (), couple=False)
    if not first and len(last) >= 2:
        if len(last[0]) == 1:
            last, first = last[1:], last[:1]
        elif len(last[-1]) == 1:
            last, first = last[:-1], last[-1:]
    couple = bool(identity.first_name and _COUPLE.search(identity.first_name))
    return PersonName(last, first, tuple(sorted(last + first)), couple)


def plain_last_name(last: tuple[str, ...]) -> str:
    """Return a last name squeezed, without its particle: de La Tour is Latour."""
    return "".join([word for word in last if word not in _PARTICLES]) or "".join(last)


def organisation_name(identity: Identity) -> OrganisationName:
    """Return an organisation's name in the forms it is compared in.

    « Mouvement … (MES) » is parted; a name such as ``lecentsept.fr``, or the own domain of an
    organisation without a name, counts as a name.
    """
    label = identity.organisation_name.strip()
    if _is_nobody(words(label)):
        label = ""
    shorts = {squeezed(identity.acronym)} - {""}
    if _TWO_NAMES.search(label):
        label, found = _without_acronym(label)
        shorts.update(found)
    site = site_name(label) if "." in label else ""
    if not label:
        site = next(iter(_site_names(identity)), "")
    folded = words(site.replace("-", " ")) if site else words(label)
    if all(len(word) == 1 for word in folded):
        folded = tuple("".join(folded).split())  # M.E.S. is MES
    core = core_words(folded)
    main = main_words(core)
    squeezes = dict.fromkeys(
        ("".join(core), "".join(main), *(site_forms(site) if site else ()))
    )
    shorts.update(_acronyms(label, core))
    return OrganisationName(
        core, main, tuple(squeezes), frozenset(shorts), initials(folded), label or site
    )


def sites(identity: Identity) -> Sites:
    """Return the own domains of an organisation, with their article and without."""
    official = [site_name(identity.website)] if identity.website else []
    personal: list[str] = []
    for email in identity.emails:
        kept = official if is_office_mailbox(email) else personal
        kept.append(mail_site_name(email))
    return Sites(_all_forms(official + personal), _all_forms(official))


def place(identity: Identity) -> Place:
    """Return where somebody lives."""
    return Place(
        identity.postal_code.replace(" ", "").casefold(),
        fold(identity.city) if identity.city else "",
        street_key(identity.street),
    )


def mailboxes(identity: Identity) -> frozenset[str]:
    """Return the e-mails in the form they are compared in."""
    return frozenset([email_key(email) for email in identity.emails]) - {""}


def mailbox_names(identity: Identity) -> frozenset[tuple[str, ...]]:
    """Return the names that mailboxes bear, as sorted words."""
    return frozenset([email_name(email) for email in identity.emails]) - {()}


def phone_numbers(identity: Identity) -> frozenset[str]:
    """Return the phones in the form they are compared in."""
    return frozenset([phone_key(phone) for phone in identity.phones]) - {""}


def _is_nobody(folded: tuple[str, ...]) -> bool:
    return all(word in _NOBODY for word in folded)


def _all_forms(names: list[str]) -> frozenset[str]:
    return frozenset(form for name in names if name for form in site_forms(name))


def _site_names(identity: Identity) -> list[str]:
    found = [site_name(identity.website)] if identity.website else []
    found += [mail_site_name(email) for email in identity.emails]
    return [name for name in found if name]


def _without_acronym(label: str) -> tuple[str, set[str]]:
    """Part ``MES - Mouvement pour l'Economie Solidaire`` in the name and its acronym."""
    parts = [part for part in _TWO_NAMES.split(label) if part.strip()]
    if len(parts) == 2:
        for short, long in (parts, reversed(parts)):
            if squeezed(short) in initials(words(long)):
                return long, {squeezed(short)}
    return label, set()


def _acronyms(label: str, core: tuple[str, ...]) -> list[str]:
    """Return the name itself when it is short enough to be an acronym: MES, but not Mes."""
    if len(core) != 1 or not 3 <= len(core[0]) <= _LONGEST_ACRONYM:
        return []
    typed = label.rpartition(" ")[2]
    looks_so = len(core[0]) >= _LOWER_CASE_ACRONYM or typed.isupper() or typed.islower()
    return [core[0]] if looks_so else []
