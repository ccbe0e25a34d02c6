"""Read the members of a year for its report, as the page of statistics counts them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coopdesk.domain.annual_report_content import Counted, MembersPart
from coopdesk.domain.member_statistics import (
    FigureKey,
    MemberCounter,
    MemberFigure,
    age_bands,
    counted_day,
    paid_years,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.storage.unit_of_work import Work


def read_members(work: Work, year: int, today: dt.date) -> MembersPart:
    """Return the members of a calendar year beside those of the one before."""
    figures, kinds = work.member_figures, work.membership_types.all()
    histories = figures.histories()
    counter = MemberCounter(histories, figures.departed())
    types: dict[int | None, str] = {None: ""}
    types |= {kind.id: kind.content.name for kind in kinds}
    rows = {(x.type_id, x.year): x for x in counter.rows(range(year, year - 2, -1), types)}
    now, before = rows[None, year], rows[None, year - 1]
    of_year = counter.histories_of(FigureKey(MemberFigure.MEMBERS, year))
    bands, unknown = age_bands(year, figures.ages(of_year, counted_day(year, today)))
    colleges = {kind.id: kind.content.college for kind in kinds}
    by_type = (
        Counted(
            name,
            rows[key, year].count(MemberFigure.MEMBERS),
            rows[key, year - 1].count(MemberFigure.MEMBERS),
        )
        for key, name in types.items()
        if key is not None
    )
    return MembersPart(
        figures={
            one: Counted(one.value, now.count(one), before.count(one)) for one in MemberFigure
        },
        by_college=_by_college(histories, colleges, year),
        by_type=tuple(one for one in by_type if one.now or one.before),
        ages=tuple((band.start, band.count) for band in bands),
        unknown_age=unknown.count,
    )


def _by_college(
    histories: Mapping[str, int], colleges: Mapping[int, str], year: int
) -> tuple[Counted, ...]:
    """Count members by college, each once in each; none where there are no colleges."""
    counts: Counter[tuple[str, int]] = Counter()
    for history, count in histories.items():
        found = {
            (colleges.get(type_id, ""), each)
            for type_id, first, last in paid_years(history)
            for each in (year, year - 1)
            if first <= each <= last
        }
        for key in found:
            counts[key] += count
    named = [name for name in dict.fromkeys(colleges.values()) if name]
    if not named:
        return ()
    rows = (Counted(x, counts[x, year], counts[x, year - 1]) for x in [*named, ""])
    return tuple(one for one in rows if one.now or one.before)
