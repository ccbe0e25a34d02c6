"""Treasury: what comes in and goes out month by month, and what may come next."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

# Cheques to pay in, banks, platforms, other money, cash. 58 makes transfers vanish.
TREASURY_ACCOUNTS = ("511", "512", "517", "518", "519", "53")
TRANSFERS = "58"


@dataclass(frozen=True, slots=True)
class TreasuryMonth:
    """A month of an account, or of all: opening, money in, money out (above zero)."""

    month_on: dt.date
    opening: Money
    money_in: Money = ZERO
    money_out: Money = ZERO

    @property
    def closing(self) -> Money:
        """What is there at the end of the month."""
        return self.opening + self.money_in - self.money_out


@dataclass(frozen=True, slots=True)
class TreasuryAccount:
    """An account of money month by month."""

    number: str
    label: str
    months: tuple[TreasuryMonth, ...]


class ForecastKind(enum.Enum):
    """Why money may come or go: the budget, what is owed to us or by us, promises."""

    BUDGETED_INCOME = "budgeted_income"
    BUDGETED_EXPENSE = "budgeted_expense"
    GRANTS_DUE = "grants_due"
    RECEIVABLES = "receivables"
    DEBTS = "debts"
    PLEDGES = "pledges"


@dataclass(frozen=True, slots=True)
class ForecastPart:
    """Money that may come (above zero) or go (below)."""

    kind: ForecastKind
    amount: Money


@dataclass(frozen=True, slots=True)
class ForecastMonth:
    """A month that has not come to its end, with what it may bring."""

    month_on: dt.date
    opening: Money
    parts: tuple[ForecastPart, ...]

    @property
    def closing(self) -> Money:
        """What may be there at the end of the month."""
        return self.opening + total(part.amount for part in self.parts)


@dataclass(frozen=True, slots=True)
class Treasury:
    """Money of a fiscal year: each account, all together without what moves between them.

    ``months`` ends with the last month that has come; ``forecast`` goes on from there.
    """

    accounts: tuple[TreasuryAccount, ...]
    months: tuple[TreasuryMonth, ...]
    forecast: tuple[ForecastMonth, ...] = ()

    @property
    def closing(self) -> Money:
        """What is there at the end of the last month that has come."""
        return self.months[-1].closing if self.months else ZERO


@dataclass(frozen=True, slots=True)
class Flow:
    """Money in and out on a day, both above zero or zero."""

    day: dt.date
    money_in: Money
    money_out: Money


def treasury_months(
    months: Sequence[dt.date], opening: Money, flows: Iterable[Flow]
) -> tuple[TreasuryMonth, ...]:
    """Return the months one after the other; flows outside of them are left out."""
    come = dict.fromkeys(months, ZERO)
    gone = dict.fromkeys(months, ZERO)
    for flow in flows:
        month = flow.day.replace(day=1)
        if month in come:
            come[month] += flow.money_in
            gone[month] += flow.money_out
    found = []
    for month in months:
        found.append(TreasuryMonth(month, opening, come[month], gone[month]))
        opening = found[-1].closing
    return tuple(found)
