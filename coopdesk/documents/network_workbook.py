"""The network of partners as a workbook: a row a partner, and a row for each participation."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.partner_words import french_day
from coopdesk.documents.workbook import Book, Column
from coopdesk.documents.workbook_lists import SheetList, finish_list, start_list
from coopdesk.documents.workbook_styles import Look
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.partners import PartnerLevel
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.documents.workbook import Sheet
    from coopdesk.documents.workbook_styles import Plain
    from coopdesk.domain.partner_papers import NetworkPaper
    from coopdesk.domain.partners import NetworkRow

# Points; no spreadsheet shows a row taller than the last one.
_LINE, _TALLEST = 15.0, 400.0
_PARTS_HEAD = 3


def write_network(paper: NetworkPaper) -> bytes:
    """Return the workbook; every text is text, whatever it starts with."""
    texts = paper_texts("partner_papers", "network")
    with Book(texts["title"], paper.house.name) as book:
        _write_partners(book, paper, texts)
        _write_parts(book, paper, texts)
        return book.content()


def _write_partners(book: Book, paper: NetworkPaper, texts: Mapping[str, str]) -> None:
    rows = [*map(_partner, paper.rows)]
    listing = SheetList(texts["sheet"], texts["title"], _partner_columns(texts), rows)
    sheet = start_list(book, listing, _subtitle(paper, texts))
    for row in rows:
        _write_row(sheet, row)
    finish_list(sheet, listing)


def _write_parts(book: Book, paper: NetworkPaper, texts: Mapping[str, str]) -> None:
    sheet = book.sheet(texts["parts_sheet"], _part_columns(texts))
    sheet.freeze(_PARTS_HEAD)
    sheet.heading(texts["parts_title"], _subtitle(paper, texts))
    sheet.head()
    for row in paper.rows:
        for part in _parts(row, texts):
            _write_row(sheet, part)
    sheet.finish_list(_PARTS_HEAD, max(sheet.row, _PARTS_HEAD + 1))


def _write_row(sheet: Sheet, row: Sequence[Plain | None]) -> None:
    """Write a row whose texts are seen whole: on paper nobody can draw a column wider."""
    sheet.write(Look.TEXT, row, height=_height(row, sheet.columns))


def _height(row: Sequence[Plain | None], columns: Sequence[Column]) -> float:
    """Return how high a row must be for its longest text, in points."""
    # Widths are counted in digits, and letters are a little narrower.
    lines = (
        len(wrap(value, int(column.width * 1.1)))
        for value, column in zip(row, columns, strict=True)
        if isinstance(value, str)
    )
    return min(_TALLEST, _LINE * max(1, *lines))


def _subtitle(paper: NetworkPaper, texts: Mapping[str, str]) -> str:
    count = len(paper.rows)
    counted = texts["count_one" if count == 1 else "count"].format(count=count)
    return " · ".join((paper.house.name, counted, days_text(paper)))


def days_text(paper: NetworkPaper) -> str:
    """Return which days the network is shown for."""
    texts = paper_texts("partner_papers", "network")
    days = {
        name: french_day(day)
        for name, day in (("first", paper.first), ("last", paper.last))
        if day
    }
    if len(days) > 1:
        return texts["between"].format(**days)
    if days:
        return texts["since" if paper.first else "until"].format(**days)
    return texts["made_on"].format(day=french_day(paper.made_on))


def _partner_columns(texts: Mapping[str, str]) -> tuple[Column, ...]:
    return (
        Column(texts["partner"], 34),
        Column(texts["kind"], 22),
        Column(texts["level"], 16),
        Column(texts["groups"], 34),
        Column(texts["events"], 38),
        Column(texts["agreements"], 30),
        Column(texts["granted"], 15, Money, totalled=True),
        Column(texts["in_kind"], 15, Money, totalled=True),
        Column(texts["fees"], 15, Money, totalled=True),
    )


def _partner(row: NetworkRow) -> tuple[Plain | None, ...]:
    return (
        row.name,
        label(row.kind),
        label(row.level) if row.level is not PartnerLevel.NONE else "",
        ", ".join(row.groups),
        ", ".join(row.events),
        ", ".join(row.agreements),
        *(None if one == ZERO else one for one in (row.granted, row.in_kind, row.fees)),
    )


def _part_columns(texts: Mapping[str, str]) -> tuple[Column, ...]:
    widths = {"partner": 36, "what": 16, "name": 56}
    return tuple(Column(texts[name], width) for name, width in widths.items())


def _parts(row: NetworkRow, texts: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield one line for each thing that a partner takes part in."""
    for what, names in (
        ("group", row.groups),
        ("event", row.events),
        ("agreement", row.agreements),
    ):
        for name in names:
            yield row.name, texts[what], name
