"""The chapter of the yearly report about gifts; donors are counted, never named."""

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
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.wording.formats import money_text, month_names
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.documents.annual_report_model import Value
    from coopdesk.domain.annual_report_content import AnnualReportContent, GiftsPart


def gifts_chapter(content: AnnualReportContent) -> Chapter:
    """Return the gifts by month, by campaign and by nature."""
    texts, year, part = words("gifts"), content.year, content.gifts
    assert part is not None
    if part.is_empty:
        said = texts["nothing"].format(year=year, before=year - 1)
        return Chapter(texts["title"], (said,))
    now, before = part.now, part.before
    figures: tuple[tuple[str, Value, Value], ...] = (
        ("total", now.total, before.total),
        ("gifts", now.gift_count, before.gift_count),
        ("donors", now.donor_count, before.donor_count),
        ("receipts", part.receipts.now, part.receipts.before),
    )
    tiles = tuple(
        tile(texts, name, one, before_text(year, other)) for name, one, other in figures
    )
    says = [texts["says"]]
    if part.elsewhere:
        says.append(texts["elsewhere"].format(amount=money_text(part.elsewhere)))
    return Chapter(texts["title"], tuple(says), tiles, tuple(_parts(part)))


def _parts(part: GiftsPart) -> Iterator[Part]:
    texts, now, before = words("gifts"), part.now, part.before
    long, short = month_names("fr"), month_names("fr", short=True)
    months = list(zip(long, now.by_month, before.by_month, strict=True))
    chart = Chart(
        ChartKind.COLUMNS,
        short,
        tuple(
            Series(str(one.year), tuple(month.cents for month in one.by_month))
            for one in (now, before)
        ),
    )
    yield Part(_amounts(texts["months"], texts["month"], months, now.year), chart)
    campaigns = list(_campaigns(part))
    yield Part(
        _amounts(texts["campaign"], texts["campaign_column"], campaigns, now.year, bar=1)
    )
    natures = [(label(nature), one.now, one.before) for nature, one in part.by_nature]
    yield Part(_amounts(texts["nature"], texts["nature_column"], natures, now.year))


def _campaigns(part: GiftsPart) -> Iterator[tuple[str, Money, Money]]:
    """Yield the campaigns of the year, then all those of the year before in one row."""
    texts = words("gifts")
    yield from (
        (one.name, one.now, one.before) for one in part.by_campaign if one.name and one.now
    )
    past = total(one.before for one in part.by_campaign if one.name and not one.now)
    if past:
        yield texts["past_campaigns"], ZERO, past
    yield from (
        (texts["no_campaign"], one.now, one.before) for one in part.by_campaign if not one.name
    )


def _amounts(
    heading: str,
    first: str,
    rows: Sequence[tuple[str, Money, Money]],
    year: int,
    bar: int | None = None,
) -> ReportTable:
    columns = (
        ReportColumn(first),
        ReportColumn(str(year), Money, summed=True),
        ReportColumn(str(year - 1), Money, summed=True),
    )
    return ReportTable(heading, columns, rows, total=words("report")["total"], bar=bar)
