"""Public aid: what authorities gave over the years, and the limits of the law."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.fiscal_years import FiscalYear, year_label
from coopdesk.domain.money import ZERO, Money, total

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from coopdesk.domain.legal_parameters import LegalParameter

# From this part of a limit on, in percent, it is said that it is near.
NEAR_PERCENT = 80
_WHOLE_PERCENT = 100
YEARS_TOGETHER, _MONTHS = 3, 12
_DAY = dt.timedelta(days=1)


class AidSource(enum.Enum):
    """Where aid was read: a notified grant, money without one, an entry by hand, in kind."""

    GRANT = "grant"
    PAYMENT = "payment"
    ENTRY = "entry"
    IN_KIND = "in_kind"


class AidLimit(enum.Enum):
    """What the law watches: a written agreement, audited accounts, aid over three years."""

    AGREEMENT = "agreement"
    ACCOUNTS = "accounts"
    THREE_YEARS = "three_years"


@dataclass(frozen=True, slots=True)
class AidLine:
    """Aid of a day; ``is_sure`` is False where nobody said whether the funder is public."""

    source: AidSource
    record_id: int
    title: str
    day: dt.date
    amount: Money
    funder_id: int | None = None
    funder_name: str = ""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class AuthorityAid:
    """What an authority gave, by fiscal year, with the lines that make it.

    ``funder_id`` None is aid of which nobody noted who gave it.
    """

    funder_id: int | None
    name: str
    amounts: tuple[Money, ...]
    lines: tuple[AidLine, ...]

    @property
    def amount(self) -> Money:
        """All of it."""
        return total(self.amounts)

    @property
    def in_kind(self) -> Money:
        """The part that was not money."""
        return total(x.amount for x in self.lines if x.source is AidSource.IN_KIND)

    @property
    def is_sure(self) -> bool:
        """Whether all of it is known to be public."""
        return all(line.is_sure for line in self.lines)


@dataclass(frozen=True, slots=True)
class PublicAid:
    """Public aid over three fiscal years, the last one first to be asked about (12156*06).

    ``years`` are the oldest first; those before our books have the id 0, and only the grants
    that somebody recorded, which ``is_whole`` tells.
    """

    years: tuple[FiscalYear, ...]
    authorities: tuple[AuthorityAid, ...]
    limit: LegalParameter

    @property
    def by_year(self) -> tuple[Money, ...]:
        """What each year has."""
        return tuple(
            total(one.amounts[at] for one in self.authorities) for at in range(len(self.years))
        )

    @property
    def amount(self) -> Money:
        """All of it: what the attestation compares with the limit."""
        return total(one.amount for one in self.authorities)

    @property
    def in_kind(self) -> Money:
        """The part that was not money."""
        return total(one.in_kind for one in self.authorities)

    @property
    def is_above(self) -> bool:
        """Whether the second box of the attestation is the one to tick."""
        return self.amount > self.limit.money

    @property
    def is_whole(self) -> bool:
        """Whether our books hold all three years."""
        return all(year.id for year in self.years)

    @property
    def is_sure(self) -> bool:
        """Whether all of it is known to be public."""
        return all(one.is_sure for one in self.authorities)


@dataclass(frozen=True, slots=True)
class AidWarning:
    """Where aid stands beside a limit, and what it rests on.

    ``period`` is the year that counts; no ``name`` and no amount: no authority granted any.
    ``is_met`` says that what the law wants was done.
    """

    limit: AidLimit
    amount: Money
    figure: LegalParameter
    period: str
    funder_id: int | None = None
    name: str = ""
    is_met: bool = False

    @property
    def is_above(self) -> bool:
        """Whether the limit is passed, not only near."""
        return self.amount > self.figure.money

    @property
    def is_near(self) -> bool:
        """Whether it is passed or near, so that it is to be said unasked."""
        return is_near(self.amount, self.figure.money)


def three_years(years: Iterable[FiscalYear], last: FiscalYear) -> tuple[FiscalYear, ...]:
    """Return a fiscal year and the two before it; of twelve months where there are no books."""
    known = [year for year in years if year.starts_on < last.starts_on]
    found = [last, *sorted(known, key=lambda year: year.starts_on, reverse=True)]
    while len(found) < YEARS_TOGETHER:
        ends_on = found[-1].starts_on - _DAY
        starts_on = months_after(found[-1].starts_on, -_MONTHS)
        found.append(FiscalYear(0, year_label(starts_on, ends_on), starts_on, ends_on))
    return tuple(reversed(found[:YEARS_TOGETHER]))


def aid_by_authority(
    lines: Iterable[AidLine], years: Sequence[FiscalYear]
) -> tuple[AuthorityAid, ...]:
    """Return aid by authority over fiscal years, the largest first; other days are left out."""
    found: dict[int | None, list[AidLine]] = {}
    for line in lines:
        if any(year.holds(line.day) for year in years):
            found.setdefault(line.funder_id, []).append(line)
    authorities = [
        AuthorityAid(
            funder_id,
            them[-1].funder_name,
            tuple(total(x.amount for x in them if year.holds(x.day)) for year in years),
            tuple(sorted(them, key=lambda x: (x.day, x.source.value, x.record_id))),
        )
        for funder_id, them in found.items()
    ]
    return tuple(sorted(authorities, key=lambda x: (-x.amount.cents, x.name)))


def is_near(amount: Money, limit: Money) -> bool:
    """Tell whether an amount is above a limit or comes near it."""
    return amount.cents * _WHOLE_PERCENT >= limit.cents * NEAR_PERCENT and amount > ZERO


def agreement_warnings(
    lines: Iterable[AidLine], year: int, figure: LegalParameter, agreed: Collection[int]
) -> list[AidWarning]:
    """Return what each authority granted in a calendar year beside the limit of agreements.

    Grants in money count (loi 2000-321 art. 10); those that nobody named a funder of stand
    each alone. ``agreed`` are the funders with whom a signed agreement runs.
    """
    sums: dict[tuple[int | None, int], Money] = {}
    names: dict[tuple[int | None, int], str] = {}
    for line in lines:
        if line.day.year != year or line.source is AidSource.IN_KIND:
            continue
        key = line.funder_id, 0 if line.funder_id is not None else line.record_id
        sums[key] = sums.get(key, ZERO) + line.amount
        names[key] = line.funder_name or line.title
    found = [
        AidWarning(
            AidLimit.AGREEMENT, amount, figure, str(year), key[0], names[key], key[0] in agreed
        )
        for key, amount in sums.items()
    ]
    return sorted(found, key=lambda x: (-x.amount.cents, x.name))
