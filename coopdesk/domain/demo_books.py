"""What the books of the demonstration are made of, and the bills that it pays every year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryForm
from coopdesk.domain.entry_forms import SimpleEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.activities import ActivityKind
    from coopdesk.domain.money import Money


@dataclass(frozen=True, slots=True)
class DemoActivity:
    """An activity and the key by which flows name it."""

    key: str
    name: str
    kind: ActivityKind
    code: str


@dataclass(frozen=True, slots=True)
class DemoAsset:
    """Something bought in the last year, or some years before the first."""

    label: str
    account: str
    cost: Money
    months: int
    years_before: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class DemoGrant:
    """A grant notified every year, a part of which is paid in the year."""

    title: str
    contact: str
    amount: Money
    month: int
    day: int
    paid_percent: int
    paid_month: int
    activity: str


@dataclass(frozen=True, slots=True)
class DemoFund:
    """Money for a purpose, of which a part is left at the end of the first year."""

    name: str
    contact: str
    amount: Money
    used: Money
    activity: str


@dataclass(frozen=True, slots=True)
class DemoHours:
    """Time that volunteers give every month."""

    task: str
    activity: str
    minutes: int


@dataclass(frozen=True, slots=True)
class DemoLoan:
    """Premises that are lent on a day of every year."""

    label: str
    contact: str
    amount: Money
    basis: str
    month: int
    day: int
    activity: str


@dataclass(frozen=True, slots=True)
class DemoSweeping:
    """Accounts that go to the bank at the end of a month; so much cash stays."""

    bank: str
    cheques: str
    platform: str
    cash: str
    cash_kept: Money


@dataclass(frozen=True, slots=True)
class DemoBudget:
    """A budget voted on a day of every year."""

    name: str
    month: int
    day: int
    lines: Mapping[str, Money]


@dataclass(frozen=True, slots=True)
class DemoFestivalBill:
    """A bill of the festive days, paid so many days before them."""

    label: str
    account: str
    amount: Money
    before: int


@dataclass(frozen=True, slots=True)
class DemoFestivalGrant:
    """A grant for the festive days: told of before, a part of it paid after."""

    title: str
    contact: str
    amount: Money
    before: int
    paid_percent: int
    paid_after: int


@dataclass(frozen=True, slots=True)
class DemoFestivalWords:
    """What the festive days cost, who helps them, and what was planned."""

    grant: DemoFestivalGrant
    bills: tuple[DemoFestivalBill, ...]
    budget: Mapping[str, Money]


@dataclass(frozen=True, slots=True)
class DemoFestivity:
    """Festive days that are over: their activity in the books, and the first of them."""

    activity_id: int
    day: dt.date


@dataclass(frozen=True, slots=True)
class DemoMonthly:
    """A bill of the same amount every month."""

    label: str
    account: str
    amount: Money
    day: int


@dataclass(frozen=True, slots=True)
class BookWords:
    """Everything the books of the demonstration are made of."""

    opening: Mapping[str, Money]
    activities: tuple[DemoActivity, ...]
    sweeping: DemoSweeping
    assets: tuple[DemoAsset, ...]
    grant: DemoGrant
    fund: DemoFund
    hours: tuple[DemoHours, ...]
    loan: DemoLoan
    budget: DemoBudget
    bills: tuple[DemoMonthly, ...]
    festival: DemoFestivalWords


@dataclass(frozen=True, slots=True)
class DemoBill:
    """A bill that the association pays on a day, straight into the books."""

    account: str
    paid_on: dt.date
    amount: Money
    label: str
    contact_id: int | None = None
    activity: str = ""
    in_cash: bool = False

    def entry(self, treasury: str, activity_id: int | None, number: int) -> SimpleEntry:
        """Return what is typed into the form of an expense, for the bill of this number."""
        return SimpleEntry(
            form=EntryForm.EXPENSE,
            entry_on=self.paid_on,
            amount=self.amount,
            label=self.label,
            treasury=treasury,
            account=self.account,
            contact_id=self.contact_id,
            activity_id=activity_id,
            voucher_ref=f"F{self.paid_on.year}-{number:03d}",
        )


def month_ends(year: int, today: dt.date) -> tuple[dt.date, ...]:
    """Return the last day of each month of a year that is over."""
    firsts = [dt.date(year, month, 1) for month in range(2, 13)]
    ends = [first - dt.timedelta(days=1) for first in (*firsts, dt.date(year + 1, 1, 1))]
    return tuple(day for day in ends if day <= today)
