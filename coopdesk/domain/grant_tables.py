"""Tables of grants in the official layout: what was planned, what the books say, percent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.grant_layout import GRANT_ACCOUNTS, LayoutSection, LayoutSide
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.grant_layout import LayoutGroup, LayoutLine

_HUNDRED, _HUNDREDTHS = 100, 10_000
_CREDITED = ("7", "87")
_INCOME = "7"
TO_FUNDS = "689"
_CLOSING = "68"


@dataclass(frozen=True, slots=True)
class GrantBookLine:
    """A line of an entry behind a figure; ``amount`` is above zero where it adds to its side.

    ``number`` is None of a draft. ``award_id`` is the notified grant that the entry was made
    from, ``funder_id`` the third party with what kind of organisation it is.
    """

    line_id: int
    entry_id: int
    fiscal_year: str
    number: int | None
    entry_on: dt.date
    account: str
    account_label: str
    label: str
    voucher: str
    amount: Money
    party: str = ""
    award_id: int | None = None
    funder_id: int | None = None
    funder_kind: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether it may still change."""
        return self.number is None


@dataclass(frozen=True, slots=True)
class AccountAmount:
    """What an account adds to a line; ``drafts`` is the part that may still change."""

    account: str
    label: str
    amount: Money
    drafts: Money = ZERO


@dataclass(frozen=True, slots=True)
class PlannedAmount:
    """What is planned on a line, for the money of a request if it is one."""

    line: str
    amount: Money
    label: str = ""
    request_id: int | None = None


@dataclass(frozen=True, slots=True)
class KnownRequest:
    """A request whose money the books may show: its line, its funder, its grant."""

    request_id: int
    title: str
    line: str
    funder_id: int | None = None
    award_id: int | None = None
    funder_name: str = ""


@dataclass(frozen=True, slots=True)
class RequestAmount:
    """What of a line is the money of a request; id None: of none that we know."""

    request_id: int | None
    title: str
    planned: Money
    actual: Money
    funder_name: str = ""

    @property
    def percent(self) -> int | None:
        """How much of the plan came, rounded half up."""
        return percent_of(self.actual, self.planned)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of the form with all that makes its figures.

    ``accounts`` add up to ``actual``; so do ``lines``, unless the whole association was read,
    where entries are opened by account.
    """

    layout: LayoutLine
    plans: tuple[PlannedAmount, ...] = ()
    accounts: tuple[AccountAmount, ...] = ()
    lines: tuple[GrantBookLine, ...] = ()
    requests: tuple[RequestAmount, ...] = ()

    @property
    def planned(self) -> Money:
        """Prévision."""
        return total(one.amount for one in self.plans)

    @property
    def actual(self) -> Money:
        """Réalisation, drafts included."""
        return total(one.amount for one in self.accounts)

    @property
    def drafts(self) -> Money:
        """What of it may still change."""
        return total(one.drafts for one in self.accounts)

    @property
    def percent(self) -> int | None:
        """Réalisation ÷ Prévision, rounded half up; None without a plan."""
        return percent_of(self.actual, self.planned)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was planned nor came."""
        return not self.plans and not self.accounts


@dataclass(frozen=True, slots=True)
class TableGroup:
    """An account of two digits with its lines."""

    layout: LayoutGroup
    lines: tuple[TableLine, ...]

    @property
    def planned(self) -> Money:
        """Prévision."""
        return total(line.planned for line in self.lines)

    @property
    def actual(self) -> Money:
        """Réalisation, drafts included."""
        return total(line.actual for line in self.lines)

    @property
    def percent(self) -> int | None:
        """Réalisation ÷ Prévision, rounded half up."""
        return percent_of(self.actual, self.planned)


@dataclass(frozen=True, slots=True)
class GrantTables:
    """A budget in the official layout; totals leave gifts in kind apart, as the form does.

    ``starts_on`` and ``ends_on`` are the days of the fiscal years that were read, None while
    nothing was. ``unsorted`` is money on account 47: neither expense nor income yet. ``days``
    are the days that the money is for, None as long as nobody knows.
    """

    title: str
    groups: tuple[TableGroup, ...]
    project_id: int | None = None
    activity_id: int | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    unsorted: Money = ZERO
    days: tuple[dt.date, dt.date] | None = None

    def of(self, side: LayoutSide, section: LayoutSection) -> tuple[TableGroup, ...]:
        """Return the groups of a part of the form."""
        return tuple(
            x for x in self.groups if x.layout.side is side and x.layout.section is section
        )

    def counted(self, side: LayoutSide) -> tuple[TableGroup, ...]:
        """Return the groups that make the total of a side."""
        return tuple(
            x
            for x in self.groups
            if x.layout.side is side and x.layout.section is not LayoutSection.IN_KIND
        )

    def planned(self, side: LayoutSide) -> Money:
        """Return what is planned in all on a side."""
        return total(group.planned for group in self.counted(side))

    def actual(self, side: LayoutSide) -> Money:
        """Return what the books have in all on a side."""
        return total(group.actual for group in self.counted(side))

    def percent(self, side: LayoutSide) -> int | None:
        """Return how much of a side was reached."""
        return percent_of(self.actual(side), self.planned(side))

    def in_kind(self, side: LayoutSide) -> TableGroup:
        """Return the gifts in kind of a side: their uses, or where they came from."""
        [group] = self.of(side, LayoutSection.IN_KIND)
        return group

    @property
    def lines(self) -> tuple[TableLine, ...]:
        """Every line in the order of the form."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def drafts(self) -> bool:
        """Whether entries behind a figure may still change."""
        return any(one.drafts for line in self.lines for one in line.accounts)

    @property
    def outside(self) -> Money:
        """Expenses of the years that were read which lie before or after its own days.

        Years are read whole, since their closing stands on the last day: what the closing
        writes (68) is left out here. Of the others a funder may ask what they have to do with
        what it pays for.
        """
        if self.days is None:
            return ZERO
        first, last = self.days
        return total(
            one.amount
            for group in self.counted(LayoutSide.EXPENSE)
            if group.layout.code != _CLOSING
            for line in group.lines
            for one in line.lines
            if not first <= one.entry_on <= last
        )

    @property
    def planned_gap(self) -> Money:
        """Planned income less planned expenses: the form wants nothing between them."""
        return self.planned(LayoutSide.INCOME) - self.planned(LayoutSide.EXPENSE)

    @property
    def actual_gap(self) -> Money:
        """Income less expenses by the books."""
        return self.actual(LayoutSide.INCOME) - self.actual(LayoutSide.EXPENSE)

    @property
    def in_kind_gap(self) -> tuple[Money, Money]:
        """What is given in kind (87) less its use (86), planned and by the books: nothing."""
        used, given = map(self.in_kind, (LayoutSide.EXPENSE, LayoutSide.INCOME))
        return given.planned - used.planned, given.actual - used.actual

    @property
    def has_indirect(self) -> bool:
        """Whether costs of the whole association are planned, which no entry tells."""
        groups = [x for x in self.groups if x.layout.section is LayoutSection.INDIRECT]
        return any(group.planned for group in groups)

    def costs(self, *, planned: bool) -> dict[str, Money]:
        """Return the costs by line that funders may take part in, without gifts in kind.

        What is put into dedicated funds is not spent: no funder pays for it.
        """
        found = {
            line.layout.code: line.planned if planned else line.actual - _in_funds(line)
            for group in self.counted(LayoutSide.EXPENSE)
            for line in group.lines
        }
        return {code: amount for code, amount in found.items() if amount}


@dataclass(frozen=True, slots=True)
class ApplicationTables:
    """What a request shows: the budget of its project, that of the association, its part.

    ``association`` is None where no budget of that year is known.
    """

    project: GrantTables
    association: GrantTables | None
    association_year: str
    asked: Money | None

    @property
    def asked_percent(self) -> int | None:
        """The grant asked for ÷ total income × 100, in hundredths of a percent, half up."""
        income = self.project.planned(LayoutSide.INCOME)
        if self.asked is None or income <= ZERO:
            return None
        return _half_up(self.asked.cents * _HUNDREDTHS, income.cents)


def percent_of(part: Money, whole: Money) -> int | None:
    """Return a part in whole percent of a whole, rounded half up; None of nothing."""
    return _half_up(part.cents * _HUNDRED, whole.cents) if whole else None


def _in_funds(line: TableLine) -> Money:
    return total(one.amount for one in line.accounts if one.account.startswith(TO_FUNDS))


def _half_up(part: int, whole: int) -> int:
    return (2 * part + whole) // (2 * whole)


def signed_amount(account: str, debit: Money, credit: Money) -> Money:
    """Return what an account adds to its side: credits of income, debits of expenses."""
    return credit - debit if account.startswith(_CREDITED) else debit - credit


def is_grant_account(account: str) -> bool:
    """Tell whether the funder decides where an account lands."""
    return account.startswith(GRANT_ACCOUNTS)


def is_grant_line(line: GrantBookLine) -> bool:
    """Tell whether the funder decides where a line lands, whatever its account of income.

    Patronage of a company (7542) that was asked for stands beside its request.
    """
    is_notified = line.award_id is not None and line.account.startswith(_INCOME)
    return is_notified or is_grant_account(line.account)
