"""The chapter of the yearly report about members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_model import (
    Chapter,
    Chart,
    ChartKind,
    Part,
    ReportColumn,
    ReportTable,
    Series,
    before_text,
    tile,
    words,
)
from coopdesk.domain.member_statistics import BAND_YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.annual_report_content import AnnualReportContent, Counted, MembersPart


def members_chapter(content: AnnualReportContent) -> Chapter:
    """Return the figures of members: everybody, by college and type, by age."""
    texts, year, part = words("members"), content.year, content.members
    assert part is not None
    if part.is_empty:
        said = texts["nothing"].format(year=year, before=year - 1)
        return Chapter(texts["title"], (said,))
    tiles = (
        tile(texts, name.value, one.now, before_text(year, one.before))
        for name, one in part.figures.items()
    )
    return Chapter(texts["title"], (texts["says"],), tuple(tiles), tuple(_parts(part, year)))


def _parts(part: MembersPart, year: int) -> Iterator[Part]:
    texts = words("members")
    movement = [one._replace(name=texts[one.name]) for one in part.figures.values()]
    table = _counts(texts["movement"], texts["what"], movement, year)
    yield Part(table, is_printed=False)
    if part.by_college:
        named = [x if x.name else x._replace(name=texts["no_college"]) for x in part.by_college]
        yield Part(_counts(texts["college"], texts["college_column"], named, year, bar=1))
    table = _counts(
        texts["type"], texts["type_column"], part.by_type, year, texts["type_note"], 1
    )
    yield Part(table)
    if part.ages:
        yield Part(_ages(part, year), _age_chart(part, year))


def _counts(
    heading: str,
    first: str,
    rows: Sequence[Counted],
    year: int,
    note: str = "",
    bar: int | None = None,
) -> ReportTable:
    columns = (
        ReportColumn(first),
        ReportColumn(str(year), int),
        ReportColumn(str(year - 1), int),
    )
    return ReportTable(heading, columns, [tuple(one) for one in rows], bar=bar, note=note)


def _ages(part: MembersPart, year: int) -> ReportTable:
    texts = words("members")
    rows = [
        (texts["band"].format(first=start, last=start + BAND_YEARS - 1), count)
        for start, count in part.ages
    ]
    rows.append((texts["unknown"], part.unknown_age))
    columns = (ReportColumn(texts["age"]), ReportColumn(str(year), int, summed=True))
    total = words("report")["total"]
    return ReportTable(texts["ages"], columns, rows, total=total, note=texts["ages_note"])


def _age_chart(part: MembersPart, year: int) -> Chart:
    labels = tuple(str(start) for start, _count in part.ages)
    counts = tuple(count for _start, count in part.ages)
    return Chart(ChartKind.COLUMNS, labels, (Series(str(year), counts),), is_money=False)
