"""The figures of the home page."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from coopdesk.domain.campaigns import Progress
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import Direction

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.campaigns import Contributor, YearlyBudget
    from coopdesk.domain.checks import Finding
    from coopdesk.domain.events import EventLine
    from coopdesk.domain.operations import Operation

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where the lines of a figure are: a page of the window, and what it is asked to show.

    ``target`` is made of plain values and records of the domain: an id, words that begin with
    the name of a view, the filter of a list, a condition of contacts.
    """

    page: str
    target: object = None


@dataclass(frozen=True, slots=True)
class GiftYear:
    """The gifts received in a calendar year; ``by_month`` has twelve amounts, January first.

    ``donor_count`` counts known donors once; anonymous gifts are in ``gift_count`` only.
    """

    year: int
    by_month: tuple[Money, ...]
    gift_count: int
    donor_count: int

    @property
    def total(self) -> Money:
        """What the gifts add up to."""
        return total(self.by_month)


@dataclass(frozen=True, slots=True)
class ReceiptCounts:
    """The receipts of a year: those ready (one per donor and nature), blocked gifts, issued."""

    ready: int
    ready_total: Money
    blocked: int
    issued: int


@dataclass(frozen=True, slots=True)
class ReceiptPart:
    """Receipts of a year as far as they were counted, whole once every donor was looked at.

    The ids say where counting goes on, ``operation_id`` which change came last when it began.
    """

    year: int
    counts: ReceiptCounts
    is_whole: bool = False
    next_id: int = 1
    highest_id: int = 0
    operation_id: int = 0


@dataclass(frozen=True, slots=True)
class ReceiptYears:
    """The receipts of a year and of the one before it."""

    year: int
    now: ReceiptCounts
    before: ReceiptCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOverview:
    """What the home page shows of a year and the one before it, whatever the size of the file.

    The receipts are read apart: judging every gift of a year takes its time.

    ``missing_profile`` names what receipts still need (``association.missing_for_receipts``);
    ``lost`` says which receipts this computer knows of and the file does not hold;
    ``is_empty`` is True as long as nobody recorded anything;
    ``has_profile`` is False before the first run is over.
    """

    year: int
    contacts: int
    gifts: GiftYear
    gifts_before: GiftYear
    to_check: int
    is_empty: bool
    has_profile: bool
    association_name: str
    missing_profile: tuple[str, ...]
    last_backup_at: dt.datetime | None
    changed_since_backup: bool
    latest: tuple[Operation, ...]
    lost: tuple[Finding, ...] = ()

    def figures(self, receipts: ReceiptYears) -> HomeFigures:
        """Return all of it together with the receipts of its year and of the one before."""
        known = {one.name: getattr(self, one.name) for one in fields(self)}
        return HomeFigures(**known, receipts=receipts.now, receipts_before=receipts.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFigures(HomeOverview):
    """All that the home page shows of a year and the one before it."""

    receipts: ReceiptCounts
    receipts_before: ReceiptCounts


@dataclass(frozen=True, slots=True)
class MembersOfYear:
    """How many contacts are up to date for a year, and the condition that lists them."""

    year: int
    count: int
    place: Place


@dataclass(frozen=True, slots=True)
class HomeMembers:
    """Members up to date this year, and those of the year before."""

    now: MembersOfYear
    before: MembersOfYear


@dataclass(frozen=True, slots=True)
class TreasuryPoint:
    """What is there at the end of a month, or may be (``is_forecast``)."""

    month_on: dt.date
    closing: Money
    is_forecast: bool
    place: Place


@dataclass(frozen=True, slots=True)
class TreasuryCurve:
    """The money of the fiscal year month by month, and what may come up to its end.

    ``year_id`` 0 where the books have no year of today. In the month that runs there may be
    two points: what is there now, and what may be there at its end.
    """

    year_id: int
    label: str
    opening: Money
    points: tuple[TreasuryPoint, ...] = ()

    @property
    def closing(self) -> Money:
        """What is there now."""
        known = [point.closing for point in self.points if not point.is_forecast]
        return known[-1] if known else self.opening


@dataclass(frozen=True, slots=True)
class CampaignBar:
    """A campaign that runs with what was raised for it, goods and skills included."""

    campaign_id: int
    name: str
    raised: Money
    goal: Money | None
    contributions: int
    place: Place

    @property
    def percent(self) -> int | None:
        """The rounded part of the goal that was raised; may pass 100. None without a goal."""
        return Progress(self.raised, self.goal).percent

    @property
    def bar(self) -> int:
        """How much of a bar is filled, of ``FULL_BAR``: it never passes its end."""
        return Progress(self.raised, self.goal).bar


@dataclass(frozen=True, slots=True)
class NextEvent:
    """An event that comes."""

    line: EventLine
    place: Place


@dataclass(frozen=True, slots=True)
class TopContributor:
    """One of those who gave most; a guest is one gift that nobody knows the giver of."""

    contributor: Contributor
    place: Place


@dataclass(frozen=True, slots=True)
class TopContributors:
    """Who gave most, persons with the guests and organisations apart, ranked from 1."""

    persons: tuple[TopContributor, ...] = ()
    organisations: tuple[TopContributor, ...] = ()


@dataclass(frozen=True, slots=True)
class BudgetPart:
    """A part of the yearly budget: what it brings, how many times a year, and its lines.

    ``code`` is one of monthly, quarterly, yearly (pledges), gifts and tiers (what came in the
    last twelve months without a pledge). ``amount`` is what the lines add up to; ``times`` it
    is the part.
    """

    code: str
    amount: Money
    times: int
    place: Place

    @property
    def total(self) -> Money:
        """What the part brings in a year."""
        return Money(self.amount.cents * self.times)


@dataclass(frozen=True, slots=True)
class MoneyPart:
    """A part of the money that came in or went out, and where its lines are.

    ``code`` is one of payments, fees (what platforms kept) and entries (what the books say
    beyond payments).
    """

    code: str
    direction: Direction
    amount: Money
    place: Place


@dataclass(frozen=True, slots=True)
class PublicFinance:
    """The money of the whole association as a public card shows it.

    Income is every payment that was received, gross, and what entries that were made from no
    payment brought to the accounts of money; disbursed is every payment out, what platforms
    kept, and what such entries took. Gifts that went back count on neither side, nor do
    transfers between our own accounts. ``opening`` is what was there before: what the first
    opening entry carries, less the payments recorded for the days before it. Once every
    payment is booked the balance is that of the accounts of money, to the cent.

    ``moved`` adds up to income and disbursed. ``yearly`` is counted by the rule of
    ``YearlyBudget``, over every campaign and none; ``parts`` add up to it.
    """

    opening: Money
    moved: tuple[MoneyPart, ...]
    yearly: YearlyBudget
    parts: tuple[BudgetPart, ...]
    income_place: Place
    disbursed_place: Place
    balance_place: Place

    @property
    def income(self) -> Money:
        """All that came in."""
        return self._sum(Direction.IN)

    @property
    def disbursed(self) -> Money:
        """All that went out."""
        return self._sum(Direction.OUT)

    @property
    def balance(self) -> Money:
        """What was there, what came in, less what went out."""
        return self.opening + self.income - self.disbursed

    def _sum(self, direction: Direction) -> Money:
        return total(part.amount for part in self.moved if part.direction is direction)
