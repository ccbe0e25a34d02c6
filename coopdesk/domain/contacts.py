"""Who a contact is: one person or one organisation, whatever it does for us."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.closing_days import closing_day
from coopdesk.domain.contact_details import (
    ContactState,
    OrganisationKind,
    PointKind,
    checked_addresses,
    checked_points,
    checked_tags,
)
from coopdesk.domain.custom_fields import ValueChecks
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.identifiers import check_rna, check_siren, check_siret
from coopdesk.domain.text import fold, sort_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.domain.contact_details import ContactPoint, FieldValue, FurtherAddress
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.members import MemberStatus
    from coopdesk.domain.money import Money

NAME_LIMIT = 120
NOTE_LIMIT = 4_000

# No person on record grew older than 122.
_OLDEST = 130


class ContactKind(enum.Enum):
    """A natural person, or anything with a name of its own."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Civility(enum.Enum):
    """How a person is addressed on papers; NONE prints nothing."""

    NONE = ""
    MADAM = "madam"
    SIR = "sir"


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact as typed in or imported, before it has an identity.

    ``email``, ``phone`` and ``address`` are the main ones, which papers and lists use;
    ``points`` and ``further_addresses`` hold the others. ``number`` is the association's own
    (a member number). ``language`` is a code of two letters, empty for the association's.
    ``parent_id`` names the organisation that an organisation belongs to; ``fiscal_year_end`` is
    the day on which it closes its accounts, as ``06-30``, empty for 31 December.
    """

    kind: ContactKind = ContactKind.PERSON
    civility: Civility = Civility.NONE
    last_name: str = ""
    first_name: str = ""
    organisation_name: str = ""
    legal_form: str = ""
    siren: str = ""
    email: str = ""
    phone: str = ""
    address: PostalAddress = field(default_factory=PostalAddress)
    note: str = ""
    number: str = ""
    birth_on: dt.date | None = None
    language: str = ""
    sector: str = ""
    discipline: str = ""
    photo_id: int | None = None
    acronym: str = ""
    organisation_kind: OrganisationKind = OrganisationKind.NONE
    siret: str = ""
    rna: str = ""
    fiscal_year_end: str = ""
    website: str = ""
    parent_id: int | None = None
    points: tuple[ContactPoint, ...] = ()
    further_addresses: tuple[FurtherAddress, ...] = ()
    tags: tuple[str, ...] = ()
    custom: tuple[FieldValue, ...] = ()

    @property
    def display_name(self) -> str:
        """The name on lists and papers: ``Élodie Lefèvre``, or the organisation's."""
        if self.kind is ContactKind.ORGANISATION:
            return self.organisation_name
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def sort_key(self) -> str:
        """Key of the French alphabetical order, last name first."""
        if self.kind is ContactKind.ORGANISATION:
            return sort_key(self.organisation_name)
        return sort_key(self.last_name, self.first_name)

    @property
    def search_text(self) -> str:
        """Everything the search looks into, folded."""
        emails, phones = [self.email], [self.phone]
        for point in self.points:
            (emails if point.kind is PointKind.EMAIL else phones).append(point.value)
        places = [self.address, *[x.address for x in self.further_addresses]]
        # The last name twice, so that it is found before and after the first name.
        parts = (
            self.organisation_name,
            self.acronym,
            f"{self.last_name} {self.first_name} {self.last_name}".strip(),
            self.number,
            *emails,
            *["".join(filter(str.isdigit, phone)) for phone in phones],
            *[f"{place.postal_code} {place.city}" for place in places],
            self.siren,
            *self.tags,
            *[value.text for value in self.custom if value.searched],
        )
        return fold(" ".join([part for part in parts if part.strip()]))


@dataclass(frozen=True, slots=True)
class Contact:
    """A recorded contact; ``state_on`` is the day it left the active ones.

    ``merged_into_id`` names the contact that it was merged into.
    """

    id: int
    profile: NewContact
    state: ContactState = ContactState.ACTIVE
    state_on: dt.date | None = None
    merged_into_id: int | None = None
    household_id: int | None = None

    @property
    def archived_on(self) -> dt.date | None:
        """The day it was archived, None unless it is."""
        return self.state_on if self.state is ContactState.ARCHIVED else None

    @property
    def display_name(self) -> str:
        """The name on lists and papers."""
        return self.profile.display_name


class ContactLine(NamedTuple):
    """One row of the list of contacts; gifts are those received and not refused.

    ``custom`` holds the values of the fields that the list shows, by field id, as stored. A
    tuple, which is made three times as fast: a list asks for hundreds at a time.
    """

    id: int
    kind: ContactKind
    name: str
    email: str
    phone: str
    town: str
    gift_total: Money
    last_gift_on: dt.date | None
    state: ContactState
    number: str = ""
    member_status: MemberStatus | None = None
    member_until: dt.date | None = None
    tags: tuple[str, ...] = ()
    custom: Mapping[int, str] = MappingProxyType({})
    birth_on: dt.date | None = None

    @property
    def archived(self) -> bool:
        """Tell whether the contact is archived."""
        return self.state is ContactState.ARCHIVED


@dataclass(frozen=True, slots=True)
class ContactFilter:
    """What the list of contacts shows and in which order.

    ``sort`` is one of name, number, email, town, gifts, last_gift, member_until, or ``custom:``
    with the id of an own field; ``text`` holds words that must all occur; ``condition`` narrows
    further.
    """

    text: str = ""
    kind: ContactKind | None = None
    state: ContactState = ContactState.ACTIVE
    condition: Condition | None = None
    sort: str = "name"
    descending: bool = False


def is_birth_likely(born: dt.date, today: dt.date) -> bool:
    """Tell whether a day of birth is no slip: not to come, and no older than people grow."""
    return today.year - _OLDEST <= born.year and born <= today


def checked_contact(
    new: NewContact,
    fields: Iterable[CustomField] | None = None,
    typed: Mapping[int, str] | None = None,
) -> NewContact:
    """Return the contact cleaned, or say everything that is wrong with it at once.

    ``fields`` are the custom fields there are; without them the values stay unchecked.
    ``typed`` are values from a form, by field id; they take the place of those in
    ``new.custom``, which are canonical.

    Raises:
        RuleError: the one wrong field. FieldErrors: several.
    """
    checks = FieldChecks()
    cleaned = replace(
        new,
        last_name=checks.line(new.last_name, "last_name", NAME_LIMIT),
        first_name=checks.line(new.first_name, "first_name", NAME_LIMIT),
        organisation_name=checks.line(new.organisation_name, "organisation_name", NAME_LIMIT),
        legal_form=checks.line(new.legal_form, "legal_form", 80),
        siren=checks.taken(lambda: check_siren(new.siren), ""),
        siret=checks.taken(lambda: check_siret(new.siret), ""),
        rna=checks.taken(lambda: check_rna(new.rna), ""),
        fiscal_year_end=checks.taken(lambda: closing_day(new.fiscal_year_end), ""),
        website=checks.line(new.website, "website", 200),
        acronym=checks.line(new.acronym, "acronym", 40),
        sector=checks.line(new.sector, "sector", 80),
        discipline=checks.line(new.discipline, "discipline", 80),
        number=checks.line(new.number, "number", 40),
        points=checked_points(new.points, checks),
        further_addresses=checked_addresses(new.further_addresses, checks),
        tags=checked_tags(new.tags, checks),
        email=checks.email(new.email),
        phone=checks.phone(new.phone),
        language=checks.language(new.language),
        note=checks.text(new.note, "note", NOTE_LIMIT),
        address=checks.address(new.address),
    )
    if fields is not None:
        values = ValueChecks(fields, new.kind, checks).checked(new.custom, typed or {})
        cleaned = replace(cleaned, custom=values)
    _check_named(cleaned, checks)
    _check_registration(cleaned, checks)
    checks.finish()
    return cleaned


def _check_named(contact: NewContact, checks: FieldChecks) -> None:
    if contact.kind is ContactKind.ORGANISATION:
        if not contact.organisation_name:
            checks.refuse("contact.organisation_name_missing", "organisation_name")
    elif not (contact.last_name or contact.first_name or checks.is_wrong("first_name")):
        checks.refuse("contact.last_name_missing", "last_name")


def _check_registration(contact: NewContact, checks: FieldChecks) -> None:
    if contact.siret and contact.siren and not contact.siret.startswith(contact.siren):
        checks.refuse("contact.siret_of_another", "siret")
