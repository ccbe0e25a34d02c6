"""What demonstration data is made of: words, prices and habits, read from the seed files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.donations import DonationNature, Ineligibility

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.association import Association
    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.demo_gifts import GiftWords
    from coopdesk.domain.demo_members import MemberWords
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import Direction, LineKind, NewPayment, PaymentMode

USUAL_CONTACTS = 928
USUAL_YEARS = 3


@dataclass(frozen=True, slots=True)
class CastMember:
    """Somebody who is in every demonstration.

    ``key`` is what regular flows name, ``story`` what happens here; empty for neither.
    """

    contact: NewContact
    key: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Names and places to combine; ``towns`` repeat (postcode, name) where more people live."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    last_names: tuple[str, ...]
    double_name_every: int
    ways: tuple[str, ...]
    way_names: tuple[str, ...]
    complements: tuple[str, ...]
    towns: tuple[tuple[str, str], ...]
    organisation_words: tuple[tuple[str, str], ...]
    organisation_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoCampaign:
    """What gifts are for in some months; ``{year}`` in the name is replaced."""

    name: str
    months: tuple[int, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class DemoEvent:
    """Something people pay for: prices in cents, ``share`` in percent of the contacts."""

    name: str
    month: int
    day: int
    prices: tuple[int, ...]
    share: int


@dataclass(frozen=True, slots=True)
class DemoFlow:
    """Money that comes or goes every year; ``spread`` is in percent around ``cents``.

    With an ``account`` it goes straight into the books, for the activity of that key.
    """

    direction: Direction
    kind: LineKind
    label: str
    contact: str
    months: tuple[int, ...]
    day: int
    cents: int
    spread: int
    mode: PaymentMode
    account: str = ""
    activity: str = ""


@dataclass(frozen=True, slots=True)
class LifeWords:
    """How a year goes: month weights (January first), cents, campaigns, regular flows."""

    months: tuple[str, ...]
    gift_months: tuple[int, ...]
    fee_months: tuple[int, ...]
    fees: tuple[int, ...]
    gifts: tuple[int, ...]
    monthly_gifts: tuple[int, ...]
    fee_campaign: str
    campaigns: tuple[DemoCampaign, ...]
    events: tuple[DemoEvent, ...]
    flows: tuple[DemoFlow, ...]


@dataclass(frozen=True, slots=True)
class DemoWords:
    """Everything the demonstration is made of; the profile has no images yet."""

    profile: Association
    cast: tuple[CastMember, ...]
    people: PeopleWords
    life: LifeWords
    members: MemberWords
    gifts: GiftWords


@dataclass(frozen=True, slots=True)
class DemoPeriod:
    """The calendar years to fill, oldest first; nothing happens after ``today``."""

    years: tuple[int, ...]
    today: dt.date


@dataclass(frozen=True, slots=True)
class DemoMovement:
    """A payment to store, with what its gift line says when it has one."""

    payment: NewPayment
    nature: DonationNature = DonationNature.MONEY
    ineligibility: Ineligibility | None = None
    outside_receipt: str = ""


@dataclass(frozen=True, slots=True)
class DemoCounts:
    """What was built; ``gift_total`` adds up the gifts received, with or without money."""

    contacts: int
    payments: int
    donations: int
    gift_total: Money
    first_year: int
    last_year: int


def campaign_names(life: LifeWords, years: tuple[int, ...]) -> tuple[str, ...]:
    """Return the name of every campaign that the payments of these years refer to."""
    patterns = (
        life.fee_campaign,
        *(campaign.name for campaign in life.campaigns if campaign.name),
        *(event.name for event in life.events),
    )
    names = (pattern.format(year=year) for year in years for pattern in patterns)
    return tuple(dict.fromkeys(names))


CampaignIds = Mapping[str, int]
