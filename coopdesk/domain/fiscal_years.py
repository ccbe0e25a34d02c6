"""Fiscal years: their days, their state, and what was decided about them."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.domain.money import Money


class YearState(enum.Enum):
    """Whether entries are still taken."""

    OPEN = "open"
    CLOSED = "closed"


class YearEventKind(enum.Enum):
    """What happens to a fiscal year; never changed afterwards."""

    CLOSED = "closed"
    REOPENED = "reopened"
    ALLOCATED = "allocated"


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year, first and last day included; of any length up to two years."""

    id: int
    label: str
    starts_on: dt.date
    ends_on: dt.date
    state: YearState = YearState.OPEN

    def holds(self, day: dt.date) -> bool:
        """Tell whether a day lies within."""
        return self.starts_on <= day <= self.ends_on

    @property
    def is_open(self) -> bool:
        """Whether entries are still taken."""
        return self.state is YearState.OPEN


@dataclass(frozen=True, slots=True)
class YearEvent:
    """A closing, reopening or allocation, with the head of the chain of entries then.

    ``entry_id`` is the entry that it made: an opening, a reversal or an allocation.
    """

    id: int
    fiscal_year_id: int
    kind: YearEventKind
    made_at: dt.datetime
    made_by: str
    reason: str
    entry_count: int
    head_hash: str
    result: Money
    entry_id: int | None = None


def months_of(year: FiscalYear) -> tuple[dt.date, ...]:
    """Return the first day of each month that a fiscal year touches, in order."""
    month = year.starts_on.replace(day=1)
    found = []
    while month <= year.ends_on:
        found.append(month)
        month = (month + dt.timedelta(days=32)).replace(day=1)
    return tuple(found)


def year_label(starts_on: dt.date, ends_on: dt.date) -> str:
    """Return what a fiscal year is called: ``2026``, or ``2025-2026`` across two years."""
    if starts_on.year == ends_on.year:
        return str(ends_on.year)
    return f"{starts_on.year}-{ends_on.year}"
