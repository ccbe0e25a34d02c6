"""Partners: organisations that we work with, how far they reach, and what ties us."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt


class PartnerKind(enum.Enum):
    """What a partner is to us."""

    RESEARCH = "research"
    INSTITUTION = "institution"
    FUNDER = "funder"
    NETWORK = "network"
    FIELD = "field"
    COMPANY = "company"
    MEDIA = "media"
    OTHER = "other"


class PartnerLevel(enum.Enum):
    """How far a partner reaches, the nearest first; NONE when nobody said."""

    NONE = ""
    NEIGHBOURHOOD = "neighbourhood"
    TOWN = "town"
    INTERMUNICIPAL = "intermunicipal"
    DEPARTMENT = "department"
    REGION = "region"
    NATIONAL = "national"
    EUROPEAN = "european"
    INTERNATIONAL = "international"


@dataclass(frozen=True, slots=True)
class NewPartner:
    """A partner as typed: the organisation, and who among us follows it."""

    contact_id: int
    kind: PartnerKind = PartnerKind.OTHER
    level: PartnerLevel = PartnerLevel.NONE
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    referent_id: int | None = None
    purpose: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """A recorded partner with the names that lists show."""

    id: int
    content: NewPartner
    name: str
    town: str = ""
    referent_name: str = ""

    def is_current(self, today: dt.date) -> bool:
        """Tell whether we work with it on a day."""
        return self.content.ended_on is None or self.content.ended_on >= today


@dataclass(frozen=True, slots=True)
class PartnerFilter:
    """Which partners a list shows; everything empty shows all of them."""

    text: str = ""
    kind: PartnerKind | None = None
    level: PartnerLevel | None = None
    current_only: bool = False


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner in a list, with what is open on a day.

    ``people`` counts the contacts inside it; ``agreements`` those in force; ``overdue`` counts
    commitments of both sides that are late.
    """

    id: int
    contact_id: int
    name: str
    kind: PartnerKind
    level: PartnerLevel
    town: str = ""
    referent_name: str = ""
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    people: int = 0
    agreements: int = 0
    open_ours: int = 0
    open_theirs: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """What a partner takes part in during some days: the network, one row for each.

    ``groups`` and ``events`` are their names; amounts are what it granted, gave in kind, and
    what we paid it as a network.
    """

    contact_id: int
    name: str
    kind: PartnerKind
    level: PartnerLevel
    groups: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    granted: Money = ZERO
    in_kind: Money = ZERO
    fees: Money = ZERO

    @property
    def id(self) -> int:
        """What a list calls the row: each partner has one."""
        return self.contact_id


@dataclass(frozen=True, slots=True)
class NewNetworkFee:
    """A membership fee that we owe a network for a year."""

    contact_id: int
    year: int
    amount: Money
    label: str = ""
    due_on: dt.date | None = None
    activity_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NetworkFee:
    """A recorded fee; ``paid_on`` once its payment is recorded."""

    id: int
    content: NewNetworkFee
    name: str
    payment_id: int | None = None
    paid_on: dt.date | None = None
