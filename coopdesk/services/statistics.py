"""Use case: figures of members, each with the list of contacts behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.member_statistics import MemberCounter, MemberStatistics

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.member_statistics import FigureKey
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
            counter = self._counter(work)
            types = work.membership_types.all()
        bands, unknown = counter.ages(last)
        by_type = [
            counter.year(one, kind.id, kind.content.name) for kind in types for one in span
        ]
        return MemberStatistics(
            year=last,
            years=tuple(counter.year(one, None, "") for one in span),
            by_type=tuple(x for x in by_type if any(f.count for f in x.figures.values())),
            ages=bands,
            unknown_age=unknown,
            departments=counter.departments(last),
        )

    def contact_ids(self, key: FigureKey) -> list[int]:
        """Return the contacts that a figure counts, in the order of names."""
        with self._units.read() as work:
            found = self._counter(work).contacts(key)
            return work.member_figures.in_order(found)

    def _counter(self, work: Work) -> MemberCounter:
        figures = work.member_figures
        return MemberCounter(
            figures.paid_years(), figures.left_years(), figures.facts(), self._today()
        )
