"""Use case: figures of members, each with the list of contacts behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.member_statistics import (
    FigureKey,
    MemberCounter,
    MemberFigure,
    MemberStatistics,
    age_bands,
    counted_day,
    department_figures,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.storage.unit_of_work import Units, Work

MOST_YEARS = 20


class StatisticsService:
    """Count members."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def members(self, year: int | None = None, years: int = 5) -> MemberStatistics:
        """Return the figures of ``years`` years up to one (this year), newest first.

        Ages and départements are those of the members of that year.
        """
        last = year or self._today().year
        span = range(last, last - min(max(years, 1), MOST_YEARS), -1)
        with self._units.read() as work:
            figures = work.member_figures
            counter = _counter(work)
            types: dict[int | None, str] = {None: ""}
            types |= {kind.id: kind.content.name for kind in work.membership_types.all()}
            of_year = counter.histories_of(FigureKey(MemberFigure.MEMBERS, last))
            ages = figures.ages(of_year, counted_day(last, self._today()))
            places = figures.places(of_year)
        bands, unknown = age_bands(last, ages)
        rows = counter.rows(span, types)
        by_type = [x for x in rows if x.type_id is not None]
        return MemberStatistics(
            year=last,
            years=tuple(x for x in rows if x.type_id is None),
            by_type=tuple(x for x in by_type if any(f.count for f in x.figures.values())),
            ages=bands,
            unknown_age=unknown,
            departments=department_figures(last, places),
        )

    def contact_ids(self, key: FigureKey) -> list[int]:
        """Return the contacts that a figure counts, in the order of names."""
        day = counted_day(key.year, self._today())
        with self._units.read() as work:
            counter, figures = _counter(work), work.member_figures
            if key.figure is MemberFigure.LEFT:
                who = sorted(counter.left_in(key.year, key.type_id))
                found = figures.people(key, day, among=who)
            else:
                found = figures.people(key, day, histories=counter.histories_of(key))
        if key.figure is not MemberFigure.LAPSED:
            return found
        gone = counter.gone_by(key.year)
        return [one for one in found if one not in gone]


def _counter(work: Work) -> MemberCounter:
    figures = work.member_figures
    return MemberCounter(figures.histories(), figures.departed())
