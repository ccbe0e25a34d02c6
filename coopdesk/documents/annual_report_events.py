"""The chapter of the yearly report about events."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_model import (
    Chapter,
    Minutes,
    Part,
    ReportColumn,
    ReportTable,
    before_text,
    counted,
    tile,
    words,
)
from coopdesk.documents.event_heads import days_line
from coopdesk.domain.events import WhenKind
from coopdesk.domain.money import Money
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.annual_report_content import AnnualReportContent, EventsPart
    from coopdesk.domain.events import When


def events_chapter(content: AnnualReportContent) -> Chapter:
    """Return the events of a year: who came, hours and money, then how many of each kind."""
    texts, year, part = words("events"), content.year, content.events
    assert part is not None
    cancelled = (counted(texts, "cancelled", part.cancelled),) if part.cancelled else ()
    if part.is_empty:
        return Chapter(texts["title"], (texts["nothing"].format(year=year), *cancelled))
    before = part.before
    figures = (
        ("events", len(part.events), len(before)),
        ("present", part.present, sum(one.present for one in before)),
        ("registered", part.registered, sum(one.registered for one in before)),
        ("hours", Minutes(part.minutes), Minutes(sum(one.minutes for one in before))),
    )
    tiles = tuple(
        tile(texts, name, one, before_text(year, other)) for name, one, other in figures
    )
    says = (texts["says"], *cancelled)
    return Chapter(texts["title"], says, tiles, tuple(_parts(part, year)))


def _parts(part: EventsPart, year: int) -> Iterator[Part]:
    texts = words("events")
    columns = (
        ReportColumn(texts["event"]),
        ReportColumn(texts["day"]),
        ReportColumn(texts["registered_short"], int, summed=True),
        ReportColumn(texts["present_short"], int, summed=True),
        ReportColumn(texts["hours_short"], Minutes, summed=True),
        ReportColumn(texts["income"], Money, summed=True),
        ReportColumn(texts["expenses"], Money, summed=True),
        ReportColumn(texts["result"], Money, summed=True),
    )
    rows = [
        (
            one.title,
            _day(one.when),
            one.registered,
            one.present,
            Minutes(one.minutes),
            one.income,
            one.expenses,
            one.result,
        )
        for one in part.events
    ]
    yield Part(ReportTable(texts["list"], columns, rows, total=words("report")["total"]))
    yield Part(_kinds(part, year))


def _day(when: When) -> str:
    """Return the first day in figures where there is one, else what is known of it."""
    if when.kind is WhenKind.DAYS and when.starts_on is not None:
        return day_text(when.starts_on)
    return days_line(when)


def _kinds(part: EventsPart, year: int) -> ReportTable:
    texts = words("events")
    now = Counter(one.kind for one in part.events)
    before = Counter(one.kind for one in part.before)
    columns = (
        ReportColumn(texts["kind_column"]),
        ReportColumn(str(year), int, summed=True),
        ReportColumn(str(year - 1), int, summed=True),
    )
    kinds = sorted({*now, *before}, key=lambda kind: (-now[kind], -before[kind], label(kind)))
    rows = [(label(kind), now[kind], before[kind]) for kind in kinds]
    return ReportTable(texts["kind"], columns, rows, total=words("report")["total"], bar=1)
