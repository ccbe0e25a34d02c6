"""Campaigns and their tiers: what was raised, by whom, and what a year may bring."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import years_before
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from coopdesk.domain.donations import Ineligibility
    from coopdesk.domain.payments import PaymentMode

# What fills a progress bar; more is said by the number beside it.
FULL_BAR = 1_000


@dataclass(frozen=True, slots=True)
class NewCampaign:
    """What people give to, as typed; amounts and days are None where nothing was decided.

    ``minimum`` is what a contribution should reach; less is taken, with a word about it.
    """

    name: str
    description: str = ""
    goal: Money | None = None
    minimum: Money | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class NewTier:
    """A way to contribute to a campaign, as typed.

    ``minimum`` is what it starts at, ``suggested`` what is proposed: they are two things.
    What is not a gift is paid for something in return and opens no right to a receipt;
    ``ineligibility`` says why.
    """

    campaign_id: int
    name: str
    description: str = ""
    goal: Money | None = None
    minimum: Money | None = None
    suggested: Money | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    is_gift: bool = True
    ineligibility: Ineligibility | None = None


@dataclass(frozen=True, slots=True)
class NewTierPayment:
    """What somebody pays for a tier that is no gift; ``payer_id`` None is a guest."""

    tier_id: int
    amount: Money
    paid_on: dt.date
    mode: PaymentMode
    payer_id: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """A recorded tier; ``position`` orders those of a campaign."""

    id: int
    content: NewTier
    position: int = 0


@dataclass(frozen=True, slots=True)
class CampaignPerson:
    """Somebody of the team of a campaign, whether they contribute to it or not."""

    contact_id: int
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """A recorded campaign with its tiers, in their order, and its team, by name."""

    id: int
    content: NewCampaign
    is_closed: bool = False
    tiers: tuple[Tier, ...] = ()
    team: tuple[CampaignPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something has come towards its goal, if it has one."""

    raised: Money = ZERO
    goal: Money | None = None
    contributors: int = 0
    contributions: int = 0

    @property
    def percent(self) -> int | None:
        """The rounded part of the goal that was raised; may pass 100. None without a goal."""
        return percent_of(self.raised, self.goal)

    @property
    def bar(self) -> int:
        """How much of a bar is filled, of ``FULL_BAR``: it never passes its end."""
        if not self.goal:
            return 0
        return min(FULL_BAR, max(0, self.raised.cents * FULL_BAR // self.goal.cents))

    @property
    def remaining(self) -> Money | None:
        """What is missing to the goal, never below zero; None without a goal."""
        if not self.goal:
            return None
        return max(ZERO, self.goal - self.raised)

    @property
    def is_empty(self) -> bool:
        """Whether nobody contributed yet: be the first one."""
        return not self.contributions


@dataclass(frozen=True, slots=True)
class TierProgress:
    """How far one tier has come."""

    tier: Tier
    progress: Progress


@dataclass(frozen=True, slots=True)
class CampaignProgress:
    """How far a campaign has come, as a whole and tier by tier.

    ``outside_tiers`` is what was given to the campaign alone. ``without_money`` is the part of
    what was raised that never was money: goods, skills, waived expenses. ``people`` counts
    contributors and team, nobody twice: the one never follows from the other.
    """

    campaign: Campaign
    whole: Progress
    tiers: tuple[TierProgress, ...]
    outside_tiers: Progress
    without_money: Money
    people: int


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """One row of the list of campaigns."""

    id: int
    name: str
    progress: Progress
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    is_closed: bool = False
    tier_count: int = 0


@dataclass(frozen=True, slots=True)
class CampaignFilter:
    """Which campaigns to show; ``sort`` is one of name, raised, goal, percent, starts_on."""

    text: str = ""
    is_closed: bool | None = None
    sort: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Contributor:
    """What one contributor brought together, from which day on.

    ``contact_id`` None is a guest: one anonymous contribution. Two guests are never one;
    ``gift_id`` names the gift of one where that is asked for.
    """

    contact_id: int | None
    name: str
    total: Money
    first_on: dt.date
    count: int = 1
    rank: int = 0
    gift_id: int | None = None

    @property
    def is_guest(self) -> bool:
        """Whether nobody knows who it was."""
        return self.contact_id is None


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """Who contributed most; persons (guests among them) and organisations apart."""

    persons: tuple[Contributor, ...] = ()
    organisations: tuple[Contributor, ...] = ()


@dataclass(frozen=True, slots=True)
class YearlyBudget:
    """What a campaign may bring in a year.

    The sum of: 12 × each active monthly pledge, 4 × each quarterly one, each yearly one, and
    what was contributed in money in the last 12 months without belonging to one of them.
    Gifts that went back are left out; fees of a platform are not taken off.
    """

    monthly: Money = ZERO
    quarterly: Money = ZERO
    yearly: Money = ZERO
    others: Money = ZERO

    @property
    def total(self) -> Money:
        """The estimated yearly budget."""
        return self.monthly + self.quarterly + self.yearly + self.others


@dataclass(frozen=True, slots=True)
class CampaignBudget:
    """The money of a campaign: all that came and went under its name.

    ``contributions`` is the part of the income that is gifts and payments for tiers; grants,
    sales and transfers are income too, but nobody's contribution.
    """

    income: Money
    disbursed: Money
    contributions: Money
    yearly: YearlyBudget

    @property
    def balance(self) -> Money:
        """What is left."""
        return self.income - self.disbursed

    @property
    def other_income(self) -> Money:
        """Income that is no contribution."""
        return self.income - self.contributions


def percent_of(raised: Money, goal: Money | None) -> int | None:
    """Return the part of a goal in percent, rounded half up; None without a goal."""
    if not goal:
        return None
    return (200 * raised.cents + goal.cents) // (2 * goal.cents)


def ranked(contributors: list[Contributor]) -> tuple[Contributor, ...]:
    """Put contributors into their order and number them from 1.

    The largest total leads; of equal ones who came first, then the name.
    """
    ordered = sorted(
        contributors, key=lambda one: (-one.total.cents, one.first_on, fold(one.name))
    )
    return tuple(replace(one, rank=rank) for rank, one in enumerate(ordered, start=1))


def year_before(day: dt.date) -> dt.date:
    """Return the first of the 12 months that end with a day: the day after, a year earlier."""
    return years_before(day) + dt.timedelta(days=1)
