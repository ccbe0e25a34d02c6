"""Figures of members by year, type, age and département; each one can name its contacts."""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.departments import FRENCH_COUNTRIES, department_name, department_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    """The calendar years a membership that is paid for touches, for one contact."""

    contact_id: int
    type_id: int
    first: int
    last: int


class LeftYear(NamedTuple):
    """A departure."""

    contact_id: int
    year: int


class MemberFacts(NamedTuple):
    """What the pyramid and the table of départements look at."""

    kind: str
    civility: str
    birth_on: dt.date | None
    postal_code: str
    country: str


class _YearSets(NamedTuple):
    members: dict[int, set[int]]
    begun: dict[int, set[int]]


class MemberCounter:
    """Counts members; asks nothing but what it is given."""

    def __init__(
        self,
        paid: Iterable[PaidYears],
        departures: Iterable[LeftYear],
        facts: Mapping[int, MemberFacts],
        today: dt.date,
    ) -> None:
        self._facts = facts
        self._today = today
        self._paid = [one for one in paid if one.contact_id in facts]
        self._left = [one for one in departures if one.contact_id in facts]
        self._years: dict[int, _YearSets] = {}
        self._first: dict[int, int] = {}
        for one in self._paid:
            known = self._first.get(one.contact_id, one.first)
            self._first[one.contact_id] = min(known, one.first)

    def contacts(self, key: FigureKey) -> set[int]:
        """Return the ids of the contacts that a figure counts."""
        found = self._of_year(key.figure, key.year, key.type_id)
        if key.age is not None:
            found = {
                x for x in found if self._is_person(x) and self._age(x, key.year) == key.age
            }
        if key.civility is not None:
            found = {x for x in found if self._facts[x].civility == key.civility.value}
        if key.department is not None:
            found = {x for x in found if self._department(x) == key.department}
        return found

    def year(self, year: int, type_id: int | None, type_name: str) -> YearFigures:
        """Return the figures of a year."""
        figures = {}
        for figure in MemberFigure:
            key = FigureKey(figure, year, type_id)
            figures[figure] = Figure(key, len(self.contacts(key)))
        return YearFigures(year, type_id, type_name, figures)

    def ages(self, year: int) -> tuple[tuple[AgeBand, ...], AgeBand]:
        """Return the pyramid of a year, youngest first without gaps, and who is unknown."""
        counts: dict[int, dict[Civility, int]] = defaultdict(lambda: defaultdict(int))
        for contact_id in self._of_year(MemberFigure.MEMBERS, year, None):
            if self._is_person(contact_id):
                civility = Civility(self._facts[contact_id].civility)
                counts[self._age(contact_id, year)][civility] += 1
        known = [start for start in counts if start >= 0]
        starts = range(min(known), max(known) + 1, BAND_YEARS) if known else range(0)
        bands = tuple(_band(year, start, counts[start]) for start in starts)
        return bands, _band(year, -1, counts[-1])

    def departments(self, year: int) -> tuple[DepartmentFigure, ...]:
        """Return the members of a year by département, those with the most first."""
        counts: dict[str, int] = defaultdict(int)
        for contact_id in self._of_year(MemberFigure.MEMBERS, year, None):
            counts[self._department(contact_id)] += 1
        key = FigureKey(MemberFigure.MEMBERS, year)
        return tuple(
            DepartmentFigure(
                code, department_name(code), Figure(replace(key, department=code), count)
            )
            for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        )

    def _of_year(self, figure: MemberFigure, year: int, type_id: int | None) -> set[int]:
        if figure is MemberFigure.MEMBERS:
            return self._members(year, type_id)
        if figure is MemberFigure.LEFT:
            return self._gone(year, type_id)
        if figure is MemberFigure.LAPSED:
            left = {one.contact_id for one in self._left if one.year <= year}
            return self._members(year - 1, type_id) - self._members(year, None) - left
        begun = _chosen(self._sets(year).begun, type_id)
        is_first = figure is MemberFigure.JOINED
        return {x for x in begun if (self._first[x] == year) is is_first}

    def _members(self, year: int, type_id: int | None) -> set[int]:
        return _chosen(self._sets(year).members, type_id)

    def _sets(self, year: int) -> _YearSets:
        """Return who was a member in a year and who began then, by type; made once."""
        if year not in self._years:
            found = _YearSets(defaultdict(set), defaultdict(set))
            for one in self._paid:
                if one.first <= year <= one.last:
                    found.members[one.type_id].add(one.contact_id)
                    if one.first == year:
                        found.begun[one.type_id].add(one.contact_id)
            self._years[year] = found
        return self._years[year]

    def _gone(self, year: int, type_id: int | None) -> set[int]:
        """Return who left in a year; of a type, those whose last membership was of it."""
        gone = {one.contact_id for one in self._left if one.year == year}
        if type_id is None or not gone:
            return gone
        last: dict[int, PaidYears] = {}
        for one in self._paid:
            if one.contact_id in gone and one.first <= year:
                known = last.get(one.contact_id, one)
                last[one.contact_id] = max(known, one, key=lambda x: (x.first, x.last))
        return {key for key, one in last.items() if one.type_id == type_id}

    def _is_person(self, contact_id: int) -> bool:
        return self._facts[contact_id].kind == ContactKind.PERSON.value

    def _age(self, contact_id: int, year: int) -> int:
        """Return the start of the band of a contact's age at the end of a year, or today."""
        born = self._facts[contact_id].birth_on
        day = min(self._today, dt.date(year, 12, 31))
        if born is None or born > day:
            return -1
        age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        return min(age - age % BAND_YEARS, _OLDEST_BAND)

    def _department(self, contact_id: int) -> str:
        facts = self._facts[contact_id]
        if facts.country not in FRENCH_COUNTRIES:
            return ABROAD
        return department_of(facts.postal_code)


def _chosen(by_type: Mapping[int, set[int]], type_id: int | None) -> set[int]:
    if type_id is not None:
        return by_type.get(type_id, set())
    return set().union(*by_type.values())


def _band(year: int, start: int, counts: Mapping[Civility, int]) -> AgeBand:
    key = FigureKey(MemberFigure.MEMBERS, year, age=start)
    return AgeBand(
        start,
        {
            civility: Figure(replace(key, civility=civility), counts.get(civility, 0))
            for civility in Civility
        },
    )
