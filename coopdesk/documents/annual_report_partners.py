"""The chapter of the yearly report about partners: organisations, which may be named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_model import (
    Chapter,
    Part,
    ReportColumn,
    ReportTable,
    before_text,
    tile,
    words,
)
from coopdesk.domain.money import Money
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.annual_report_content import AnnualReportContent, PartnersPart
    from coopdesk.domain.partners import NetworkRow


def partners_chapter(content: AnnualReportContent) -> Chapter:
    """Return the network of the year: who takes part in what, and what it brought."""
    texts, year, part = words("partners"), content.year, content.partners
    assert part is not None
    if part.is_empty:
        return Chapter(texts["title"], (texts["nothing"].format(year=year),))
    tiles = [tile(texts, "partners", len(part.rows), before_text(year, len(part.before)))]
    tiles += [
        tile(texts, one.name, one.now, before_text(year, one.before)) for one in part.amounts()
    ]
    return Chapter(texts["title"], (), tuple(tiles), tuple(_parts(part, year)))


def _parts(part: PartnersPart, year: int) -> Iterator[Part]:
    texts, total = words("partners"), words("report")["total"]
    columns = (
        ReportColumn(texts["partner"]),
        ReportColumn(texts["part"]),
        ReportColumn(texts["granted_short"], Money, summed=True),
        ReportColumn(texts["in_kind_short"], Money, summed=True),
        ReportColumn(texts["fees_short"], Money, summed=True),
    )
    rows = [
        (one.name, _takes_part(one), one.granted, one.in_kind, one.fees) for one in part.rows
    ]
    yield Part(ReportTable(texts["list"], columns, rows, total=total))
    now = Counter(one.kind for one in part.rows)
    before = Counter(one.kind for one in part.before)
    kinds = sorted({*now, *before}, key=lambda kind: (-now[kind], -before[kind], label(kind)))
    counts = (
        ReportColumn(texts["kind_column"]),
        ReportColumn(str(year), int, summed=True),
        ReportColumn(str(year - 1), int, summed=True),
    )
    listed = [(label(kind), now[kind], before[kind]) for kind in kinds]
    yield Part(ReportTable(texts["kind"], counts, listed, total=total, bar=1))


def _takes_part(row: NetworkRow) -> str:
    return " · ".join(dict.fromkeys((*row.agreements, *row.groups, *row.events)))
