"""Figures of members by year, type, age and département; each one can name its contacts."""

from __future__ import annotations

import datetime as dt
import enum
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from coopdesk.domain.anniversaries import years_before
from coopdesk.domain.contacts import Civility
from coopdesk.domain.departments import FRENCH_COUNTRIES, department_name, department_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BAND_YEARS = 5
_OLDEST_BAND = 100
ABROAD = "99"


class MemberFigure(enum.Enum):
    """What a figure counts.

    MEMBERS have a membership that is paid for on a day of the year; JOINED begin their first
    one in it; RENEWED begin another one; LEFT are departures; LAPSED were members the year
    before and are not, without having left.
    """

    MEMBERS = "members"
    JOINED = "joined"
    RENEWED = "renewed"
    LEFT = "left"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class FigureKey:
    """Which contacts a figure counts; what is None does not narrow.

    ``age`` begins a band of five years, -1 are those whose age nobody knows. ``department`` is
    a code, empty when no address tells.
    """

    figure: MemberFigure
    year: int
    type_id: int | None = None
    age: int | None = None
    civility: Civility | None = None
    department: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, and the key that opens its list."""

    key: FigureKey
    count: int


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The figures of a year: of everybody, or of one type."""

    year: int
    type_id: int | None
    type_name: str
    figures: Mapping[MemberFigure, Figure]

    def count(self, figure: MemberFigure) -> int:
        """Return one count."""
        return self.figures[figure].count


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Members of an age from ``start`` on, five years of it, by civility; -1 is unknown."""

    start: int
    counts: Mapping[Civility, Figure]

    @property
    def count(self) -> int:
        """Everybody of this age."""
        return sum(figure.count for figure in self.counts.values())


@dataclass(frozen=True, slots=True)
class DepartmentFigure:
    """Members of a département; ``code`` is empty for no address, 99 for abroad."""

    code: str
    name: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class MemberStatistics:
    """All figures: years newest first, ages and départements of ``year``."""

    year: int
    years: tuple[YearFigures, ...]
    by_type: tuple[YearFigures, ...]
    ages: tuple[AgeBand, ...]
    unknown_age: AgeBand
    departments: tuple[DepartmentFigure, ...]


class PaidYears(NamedTuple):
    """The calendar years that a membership which is paid for touches."""

    type_id: int
    first: int
    last: int


class Departed(NamedTuple):
    """A departure, and the history of who left."""

    contact_id: int
    year: int
    history: str


# What a contact counts for: the value of a figure, the year, and the type (None: everybody).
# Plain tuples: hundreds of thousands are made for one page.
_Mark: TypeAlias = "tuple[str, int, int | None]"
_MEMBERS, _JOINED, _RENEWED, _LAPSED = (
    figure.value
    for figure in (
        MemberFigure.MEMBERS,
        MemberFigure.JOINED,
        MemberFigure.RENEWED,
        MemberFigure.LAPSED,
    )
)


@lru_cache(maxsize=1 << 14)
def paid_years(history: str) -> tuple[PaidYears, ...]:
    """Return the paid memberships of a history: ``1:2024-2024 2:2025-2026``, say."""
    found = []
    for text in history.split():
        kind, _colon, years = text.partition(":")
        first, _dash, last = years.partition("-")
        found.append(PaidYears(int(kind), int(first), int(last)))
    return tuple(found)


class MemberCounter:
    """Counts members: ``histories`` tells how many contacts share each one.

    Many share a history, so that all years and types are counted in one pass over a few
    thousand of them instead of every membership.
    """

    def __init__(self, histories: Mapping[str, int], departed: Sequence[Departed]) -> None:
        self._histories = histories
        self._departed = departed
        self._first_departure: dict[int, Departed] = {}
        for one in sorted(departed, key=lambda x: x.year, reverse=True):
            self._first_departure[one.contact_id] = one

    def rows(self, years: range, types: Mapping[int | None, str]) -> list[YearFigures]:
        """Return the figures of each type (None: everybody) in the order given, by year."""
        counts = self._counted(min(years), max(years))
        return [
            YearFigures(
                year,
                type_id,
                name,
                {
                    figure: Figure(
                        FigureKey(figure, year, type_id), counts[figure.value, year, type_id]
                    )
                    for figure in MemberFigure
                },
            )
            for type_id, name in types.items()
            for year in years
        ]

    def histories_of(self, key: FigureKey) -> list[str]:
        """Return the histories of the contacts that a figure other than LEFT counts."""
        wanted = (key.figure.value, key.year, key.type_id)
        return [x for x in self._histories if wanted in _marks(x, key.year, key.year)]

    def gone_by(self, year: int) -> set[int]:
        """Return the contacts that left in a year or before."""
        return {key for key, one in self._first_departure.items() if one.year <= year}

    def left_in(self, year: int, type_id: int | None) -> set[int]:
        """Return who left in a year; of a type, those whose last membership was of it."""
        return {
            one.contact_id
            for one in self._departed
            if one.year == year and type_id in {None, _last_type(one)}
        }

    def _counted(self, low: int, high: int) -> Counter[_Mark]:
        counts: Counter[_Mark] = Counter()
        for history, count in self._histories.items():
            for mark in _marks(history, low, high):
                counts[mark] += count
        for one in self._first_departure.values():
            lapsed = [x for x in _marks(one.history, low, high) if _is_over(x, one)]
            counts.subtract(lapsed)
        left = {(one.contact_id, one.year): one for one in self._departed}
        for one in left.values():
            types = {None, _last_type(one)} if _last_type(one) is not None else {None}
            counts.update((MemberFigure.LEFT.value, one.year, x) for x in types)
        return counts


def _marks(history: str, low: int, high: int) -> set[_Mark]:
    """Return all that a history counts for between two years, departures left aside."""
    found: set[_Mark] = set()
    known = paid_years(history)
    joined_in = min((first for _type, first, _last in known), default=0)
    for type_id, first, last in known:
        for year in range(max(first, low), min(last, high) + 1):
            found |= {(_MEMBERS, year, type_id), (_MEMBERS, year, None)}
        if low <= first <= high:
            begins = _JOINED if first == joined_in else _RENEWED
            found |= {(begins, first, type_id), (begins, first, None)}
        after = last + 1
        if low <= after <= high and not any(x <= after <= y for _type, x, y in known):
            found |= {(_LAPSED, after, type_id), (_LAPSED, after, None)}
    return found


def _is_over(mark: _Mark, left: Departed) -> bool:
    """Tell whether somebody who lapses had left before: such a one does not count."""
    figure, year, _type_id = mark
    return figure == _LAPSED and year >= left.year


def _last_type(one: Departed) -> int | None:
    """Return the type of the last membership before a departure."""
    known = [x for x in paid_years(one.history) if x.first <= one.year]
    last = max(known, key=lambda x: (x.first, x.last), default=None)
    return None if last is None else last.type_id


def oldest_of_bands(day: dt.date) -> list[tuple[int, dt.date]]:
    """Return each band of ages, oldest first, and the last birth date that is in it on a day.

    The last band holds everybody above it; who is younger than the second is in the first.
    """
    return [(start, years_before(day, start)) for start in range(_OLDEST_BAND, -1, -BAND_YEARS)]


def counted_day(year: int, today: dt.date) -> dt.date:
    """Return the day of which the ages of a year are: its last one, or today."""
    return min(today, dt.date(year, 12, 31))


def age_bands(
    year: int, counted: Iterable[tuple[str, int, int]]
) -> tuple[tuple[AgeBand, ...], AgeBand]:
    """Return the pyramid of a year, youngest first without gaps, and who is unknown.

    ``counted`` are civility, band (-1 unknown) and how many persons.
    """
    counts: dict[int, dict[Civility, int]] = defaultdict(dict)
    for civility, start, count in counted:
        counts[start][Civility(civility)] = count
    known = [start for start in counts if start >= 0]
    starts = range(min(known), max(known) + 1, BAND_YEARS) if known else range(0)
    bands = tuple(_band(year, start, counts[start]) for start in starts)
    return bands, _band(year, -1, counts[-1])


def department_figures(
    year: int, counted: Iterable[tuple[str, str, int]]
) -> tuple[DepartmentFigure, ...]:
    """Return the members of a year by département, those with the most first.

    ``counted`` are country, postcode and how many members.
    """
    counts: Counter[str] = Counter()
    for country, postal_code, count in counted:
        counts[department_at(country, postal_code)] += count
    key = FigureKey(MemberFigure.MEMBERS, year)
    return tuple(
        DepartmentFigure(
            code, department_name(code), Figure(replace(key, department=code), count)
        )
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


@lru_cache(maxsize=4096)
def department_at(country: str, postal_code: str) -> str:
    """Return the département of an address: empty when unknown, 99 abroad."""
    return department_of(postal_code) if country in FRENCH_COUNTRIES else ABROAD


def _band(year: int, start: int, counts: Mapping[Civility, int]) -> AgeBand:
    key = FigureKey(MemberFigure.MEMBERS, year, age=start)
    return AgeBand(
        start,
        {
            civility: Figure(replace(key, civility=civility), counts.get(civility, 0))
            for civility in Civility
        },
    )
