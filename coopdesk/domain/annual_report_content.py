"""What the report of a year shows: the figures of each block, last year beside them.

No private person is named anywhere in it: donors, members and volunteers are counted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from coopdesk.domain.annual_reports import ReportBlock
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.annual_reports import AnnualReport
    from coopdesk.domain.association import Association
    from coopdesk.domain.donations import DonationNature
    from coopdesk.domain.events import EventKind, When
    from coopdesk.domain.financial_statements import FinancialStatement
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.group_papers import ActivityReport
    from coopdesk.domain.home import GiftYear
    from coopdesk.domain.member_statistics import MemberFigure
    from coopdesk.domain.partners import NetworkRow
    from coopdesk.domain.treasury import TreasuryMonth


class Counted(NamedTuple):
    """How many of something there were in the year and in the one before."""

    name: str
    now: int
    before: int


class Amounts(NamedTuple):
    """An amount of the year and of the one before."""

    name: str
    now: Money
    before: Money


@dataclass(frozen=True, slots=True)
class MembersPart:
    """Members of a calendar year; ``by_type`` counts who had several types in each.

    ``ages`` begin bands of five years; persons without a birth date are in ``unknown_age``,
    organisations in none. A college without a name holds the types that belong to none.
    """

    figures: Mapping[MemberFigure, Counted]
    by_college: tuple[Counted, ...]
    by_type: tuple[Counted, ...]
    ages: tuple[tuple[int, int], ...]
    unknown_age: int

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody was a member in either year."""
        return not any(one.now or one.before for one in self.figures.values())


@dataclass(frozen=True, slots=True)
class GiftsPart:
    """Gifts received in a calendar year; campaigns and natures each add up to the total.

    ``elsewhere`` is what of them the books keep apart from gifts: in kind, sponsoring, sales.
    """

    now: GiftYear
    before: GiftYear
    by_campaign: tuple[Amounts, ...]
    by_nature: tuple[tuple[DonationNature, Amounts], ...]
    receipts: Counted
    elsewhere: Money = ZERO

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was given in either year."""
        return not (self.now.gift_count or self.before.gift_count)


@dataclass(frozen=True, slots=True)
class EventOfYear:
    """An event that began in the year; hours and money are all of its activity."""

    title: str
    kind: EventKind
    when: When
    registered: int
    present: int
    minutes: int = 0
    income: Money = ZERO
    expenses: Money = ZERO

    @property
    def result(self) -> Money:
        """Income less expenses."""
        return self.income - self.expenses


@dataclass(frozen=True, slots=True)
class EventsPart:
    """The events that began in a year and were not cancelled, beside those of the last one."""

    events: tuple[EventOfYear, ...]
    before: tuple[EventOfYear, ...]
    cancelled: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether there was no event in the year."""
        return not self.events

    @property
    def present(self) -> int:
        """Who was there, counted at each event."""
        return sum(one.present for one in self.events)

    @property
    def registered(self) -> int:
        """Who had a place, counted at each event."""
        return sum(one.registered for one in self.events)

    @property
    def minutes(self) -> int:
        """What volunteers gave."""
        return sum(one.minutes for one in self.events)


@dataclass(frozen=True, slots=True)
class GroupsPart:
    """Groups at work and what they made, by register of action."""

    report: ActivityReport
    groups_before: int
    outputs_before: int

    @property
    def is_empty(self) -> bool:
        """Tell whether no group was at work and nothing was made."""
        return not (self.report.groups or self.report.outputs)


@dataclass(frozen=True, slots=True)
class PartnersPart:
    """The network of a calendar year, beside what it brought the year before."""

    rows: tuple[NetworkRow, ...]
    before: tuple[NetworkRow, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody was a partner in the year."""
        return not self.rows

    def amounts(self) -> tuple[Amounts, Amounts, Amounts]:
        """Return what was granted, what was given in kind, the fees that were due."""
        granted, in_kind, fees = (
            Amounts(
                name,
                total(getattr(row, name) for row in self.rows),
                total(getattr(row, name) for row in self.before),
            )
            for name in ("granted", "in_kind", "fees")
        )
        return granted, in_kind, fees


@dataclass(frozen=True, slots=True)
class AccountsPart:
    """The books of the fiscal year that ends in the calendar year; None where none does.

    ``before`` is the year before it, if it is known.
    """

    year: FiscalYear | None
    before: FiscalYear | None = None
    result: FinancialStatement | None = None
    balance_sheet: FinancialStatement | None = None
    treasury: tuple[TreasuryMonth, ...] = ()
    treasury_before: tuple[TreasuryMonth, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether the books hold nothing of either year."""
        statements = [one for one in (self.result, self.balance_sheet) if one is not None]
        return not any(line.amount or line.previous for one in statements for line in one.lines)

    @property
    def is_civil(self) -> bool:
        """Tell whether the fiscal year is a calendar year."""
        if self.year is None:
            return False
        first, last = self.year.starts_on, self.year.ends_on
        return (first.year, first.month, first.day) == (last.year, 1, 1) and (
            last.month,
            last.day,
        ) == (12, 31)


@dataclass(frozen=True, slots=True)
class GivenTime:
    """What was given for an activity in two years; no name for what belongs to none."""

    name: str
    minutes: int = 0
    value: Money = ZERO
    in_kind: Money = ZERO
    minutes_before: int = 0
    value_before: Money = ZERO
    in_kind_before: Money = ZERO


@dataclass(frozen=True, slots=True)
class VolunteeringPart:
    """Volunteers' time and what was given in kind, by activity."""

    activities: tuple[GivenTime, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was given in either year."""
        return not self.activities

    def whole(self) -> GivenTime:
        """Return the sum of all activities."""
        sums = self.activities
        return GivenTime(
            "",
            sum(one.minutes for one in sums),
            total(one.value for one in sums),
            total(one.in_kind for one in sums),
            sum(one.minutes_before for one in sums),
            total(one.value_before for one in sums),
            total(one.in_kind_before for one in sums),
        )


@dataclass(frozen=True, slots=True)
class AnnualReportContent:
    """All that the report of a year says; a block that was not chosen is None."""

    house: Association
    made_on: dt.date
    report: AnnualReport
    members: MembersPart | None = None
    gifts: GiftsPart | None = None
    events: EventsPart | None = None
    groups: GroupsPart | None = None
    partners: PartnersPart | None = None
    accounts: AccountsPart | None = None
    volunteering: VolunteeringPart | None = None

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.report.year

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is recorded for any block that was chosen."""
        parts = (getattr(self, block.value) for block in ReportBlock)
        return all(part is None or part.is_empty for part in parts)

    def as_told(self, report: AnnualReport) -> AnnualReportContent:
        """Return the same figures with other words, and only the blocks that are chosen."""
        left_out: dict[str, Any] = {
            one.value: None for one in ReportBlock if one not in report.blocks
        }
        return replace(self, report=report, **left_out)

    @property
    def blocks(self) -> tuple[ReportBlock, ...]:
        """The blocks that are told, in the order they are printed."""
        return tuple(one for one in ReportBlock if getattr(self, one.value) is not None)
