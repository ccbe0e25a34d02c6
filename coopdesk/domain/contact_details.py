"""What a contact may have several of: addresses, e-mails, ties, tags, consents, notes."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.identifiers import check_email
from coopdesk.domain.phones import normalise_phone
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from coopdesk.domain.field_checks import FieldChecks

LABEL_LIMIT = 40
TAG_LIMIT = 40
_VALUE_LIMIT = 254


class OrganisationKind(enum.Enum):
    """What sort of organisation a contact is; NONE when nobody said."""

    NONE = ""
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    COMPANY = "company"
    COOPERATIVE = "cooperative"
    PUBLIC_BODY = "public_body"
    FEDERATION = "federation"
    PTCE = "ptce"
    INFORMAL = "informal"
    OTHER = "other"


class ContactState(enum.Enum):
    """Where a contact is kept.

    ARCHIVED is out of the lists, BINNED waits in the recycle bin to be erased or brought back,
    MERGED is the empty half of two contacts that turned out to be one.
    """

    ACTIVE = "active"
    ARCHIVED = "archived"
    BINNED = "binned"
    MERGED = "merged"


class PointKind(enum.Enum):
    """Ways to reach a contact that it may have several of."""

    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A further e-mail or phone; ``label`` says which (``travail``), empty if nobody did."""

    kind: PointKind
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class FurtherAddress:
    """A further postal address; ``label`` says which (``l’été``)."""

    address: PostalAddress = field(default_factory=PostalAddress)
    label: str = ""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """The value of a custom field in its canonical text; see ``domain.custom_fields``.

    ``searched`` repeats the field's own setting, so that a contact alone knows its search text.
    """

    field_id: int
    text: str
    searched: bool = True


@dataclass(frozen=True, slots=True)
class NewAffiliation:
    """A person's tie to an organisation: ``role`` in words, days when known."""

    person_id: int
    organisation_id: int
    role: str = ""
    started_on: dt.date | None = None
    ended_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A recorded tie, with both names as lists show them."""

    id: int
    content: NewAffiliation
    person_name: str
    organisation_name: str


@dataclass(frozen=True, slots=True)
class NewGroupMember:
    """A contact's part in a group."""

    contact_id: int
    group: str
    role: str = ""
    started_on: dt.date | None = None
    ended_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class GroupMember:
    """A recorded part in a group."""

    id: int
    content: NewGroupMember
    group_id: int
    contact_name: str = ""


@dataclass(frozen=True, slots=True)
class WorkingGroup:
    """A group; ``current`` contacts take part today, ``total`` ever did."""

    id: int
    name: str
    current: int = 0
    total: int = 0


class ConsentPurpose(enum.Enum):
    """What a contact may agree to (legal_fr.md PR-2)."""

    NEWSLETTER = "newsletter"
    PUBLIC_THANKS = "public_thanks"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class NewConsent:
    """A decision of a contact: the newest of each purpose is in force.

    ``source`` says how it was learnt (``bulletin papier 2026``).
    """

    contact_id: int
    purpose: ConsentPurpose
    given: bool
    decided_on: dt.date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """A recorded decision."""

    id: int
    content: NewConsent


@dataclass(frozen=True, slots=True)
class NewNote:
    """A dated remark about a contact."""

    contact_id: int
    noted_on: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class ContactNote:
    """A recorded remark and who wrote it."""

    id: int
    content: NewNote
    author: str


@dataclass(frozen=True, slots=True)
class Household:
    """Contacts who live at one address and get one letter; ``name`` heads it."""

    id: int
    name: str
    member_ids: tuple[int, ...]
    member_names: tuple[str, ...]


class ReferenceSource(enum.Enum):
    """Programs that give a contact a number of their own."""

    PAHEKO = "paheko"
    GALETTE = "galette"
    GOOGLE = "google"
    VCARD = "vcard"
    TABLE = "table"
    OPEN_COLLECTIVE = "open_collective"


def checked_points(
    points: Iterable[ContactPoint], checks: FieldChecks
) -> tuple[ContactPoint, ...]:
    """Return further e-mails and phones cleaned, without empty and double ones.

    Errors carry the field ``emails`` or ``phones``.
    """
    found = [_checked_point(point, checks) for point in points]
    kept = {(x.kind, x.value.casefold()): x for x in reversed(found) if x.value}
    return tuple(kept.values())[::-1]


def _checked_point(point: ContactPoint, checks: FieldChecks) -> ContactPoint:
    name = f"{point.kind.value}s"
    check = check_email if point.kind is PointKind.EMAIL else normalise_phone
    line = checks.line(point.value, name, _VALUE_LIMIT)
    value = checks.taken(lambda: check(line), "", name)
    return ContactPoint(point.kind, value, checks.line(point.label, name, LABEL_LIMIT))


def checked_addresses(
    addresses: Iterable[FurtherAddress], checks: FieldChecks
) -> tuple[FurtherAddress, ...]:
    """Return further addresses cleaned, without empty ones; errors name ``addresses``."""
    found = []
    for one in addresses:
        address = checks.taken(one.address.checked, one.address, "addresses")
        if not address.is_empty:
            label = checks.line(one.label, "addresses", LABEL_LIMIT)
            found.append(FurtherAddress(address, label))
    return tuple(found)


def checked_tags(tags: Iterable[str], checks: FieldChecks) -> tuple[str, ...]:
    """Return tags cleaned, each once whatever its case and accents, in their order."""
    cleaned = [checks.line(tag, "tags", TAG_LIMIT) for tag in tags]
    return tuple({fold(tag): tag for tag in reversed(cleaned) if tag}.values())[::-1]
