"""The chapter of the yearly report about what volunteers gave; none of them is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_model import (
    Chapter,
    Minutes,
    Part,
    ReportColumn,
    ReportTable,
    before_text,
    tile,
    words,
)
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from coopdesk.documents.annual_report_model import Value
    from coopdesk.domain.annual_report_content import (
        AnnualReportContent,
        GivenTime,
        VolunteeringPart,
    )


def volunteering_chapter(content: AnnualReportContent) -> Chapter:
    """Return hours and values by activity."""
    texts, year, part = words("volunteering"), content.year, content.volunteering
    assert part is not None
    if part.is_empty:
        said = texts["nothing"].format(year=year, before=year - 1)
        return Chapter(texts["title"], (said,))
    tiles = tuple(
        tile(texts, name, now, before_text(year, before))
        for name, now, before in _figures(part.whole())
    )
    return Chapter(texts["title"], (texts["says"],), tiles, (Part(_table(part, year)),))


def _figures(whole: GivenTime) -> tuple[tuple[str, Value, Value], ...]:
    return (
        ("hours", Minutes(whole.minutes), Minutes(whole.minutes_before)),
        ("value", whole.value, whole.value_before),
        ("in_kind", whole.in_kind, whole.in_kind_before),
    )


def _table(part: VolunteeringPart, year: int) -> ReportTable:
    texts = words("volunteering")
    kinds = (("hours_short", Minutes), ("value_short", Money), ("in_kind_short", Money))
    columns = (
        ReportColumn(texts["activity"]),
        *(
            ReportColumn(texts[name].format(year=each), kind, summed=True)
            for name, kind in kinds
            for each in (year, year - 1)
        ),
    )
    rows = [
        (
            one.name or texts["no_activity"],
            Minutes(one.minutes),
            Minutes(one.minutes_before),
            one.value,
            one.value_before,
            one.in_kind,
            one.in_kind_before,
        )
        for one in part.activities
    ]
    return ReportTable(texts["list"], columns, rows, total=words("report")["total"], bar=1)
