"""Write the report of a year as a workbook: a sheet for each block, totals as formulas."""

from __future__ import annotations

from decimal import Decimal
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter

from coopdesk.documents.annual_report_chapters import chapters, title_of, usual_title
from coopdesk.documents.annual_report_model import Minutes, value_text, words
from coopdesk.documents.workbook import Book, Column, Formula, Link, reference
from coopdesk.documents.workbook_styles import Hours, Look
from coopdesk.domain.money import Money
from coopdesk.wording.annual_reports import block_line
from coopdesk.wording.formats import day_long

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.annual_report_model import Chapter, ReportTable, Value
    from coopdesk.documents.workbook import Sheet
    from coopdesk.documents.workbook_styles import Plain
    from coopdesk.domain.annual_report_content import AnnualReportContent

_LEAST, _MOST, _FIGURE = 14.0, 52.0, 16.0
_WIDE_FROM, _TEXT_WIDTH = 110, 100
_SUMMARY = (Column("", 34), Column("", 62), Column("", 20, Money))
_LINE = 15
# As many rows as are read with ease when they are printed on one page.
_ONE_PAGE = 72


class _Sum(NamedTuple):
    """The total of a column: of which table, what it counts, and the cell that holds it."""

    table: str
    column: str
    cell: Formula


def write_annual_report(content: AnnualReportContent) -> bytes:
    """Return the workbook; what people typed stays text, every total is a formula."""
    texts, owner = words("report"), content.house.name
    made = texts["made"].format(day=day_long(content.made_on, "fr"))
    subtitle = " · ".join((owner, usual_title(content), made))
    told = chapters(content)
    with Book(title_of(content), owner) as book:
        summary = book.sheet(texts["short"], _SUMMARY)
        sums = [_write_chapter(book, chapter, subtitle) for _block, chapter in told]
        _start_summary(summary, content, (title_of(content), subtitle))
        for (_block, chapter), found in zip(told, sums, strict=True):
            _summarise(summary, chapter, found)
        summary.print_area(summary.row)
        _write_words(book, content, subtitle)
        return book.content()


def _write_chapter(book: Book, chapter: Chapter, subtitle: str) -> list[_Sum]:
    """Write a block on a sheet of its own, its tables below each other."""
    tables = [part.table for part in chapter.parts if part.table.rows]
    columns = _columns(tables)
    wide = sum(column.width for column in columns) > _WIDE_FROM
    sheet = book.sheet(chapter.title, columns, landscape=wide, quiet=True)
    sheet.heading(chapter.title, subtitle)
    room = int(sum(column.width for column in columns))
    for line in (line for said in chapter.says for line in wrap(said, room)):
        sheet.write(Look.SUBTITLE, [line])
    sums = [one for table in tables for one in _write_table(sheet, table)]
    sheet.print_area(sheet.row)
    if sheet.row <= _ONE_PAGE:
        sheet.on_one_page()
    return sums


def _columns(tables: Sequence[ReportTable]) -> tuple[Column, ...]:
    """Return columns that are wide enough for every table of a sheet."""
    if not tables:
        return (Column("", _TEXT_WIDTH),)
    count = max(len(table.columns) for table in tables)
    return tuple(Column("", _width(tables, place), Money) for place in range(count))


def _width(tables: Sequence[ReportTable], place: int) -> float:
    longest = _FIGURE if place else _LEAST
    for table in tables:
        if place >= len(table.columns):
            continue
        cells = [value_text(row[place]) for row in table.rows]
        cells += [table.total, table.heading] if place == 0 else []
        needed = max((len(cell) for cell in cells), default=0) * 1.05 + 2
        longest = max(longest, needed)
    return min(longest, _MOST)


def _write_table(sheet: Sheet, table: ReportTable) -> list[_Sum]:
    """Write a table with its totals as formulas; return where they stand."""
    sheet.write(Look.BODY, [])
    blank = [""] * (len(sheet.columns) - len(table.columns))
    kinds = [Hours if one.kind is Minutes else one.kind for one in table.columns]
    sheet.write(Look.SECTION, [table.heading, *[None] * (len(sheet.columns) - 1)])
    sheet.head(
        [*(column.title for column in table.columns), *blank],
        kinds=[*kinds, *[str for _cell in blank]],
    )
    first = sheet.row + 1
    for row in table.rows:
        look, height = _look(sheet, row)
        sheet.write(look, [_cell(value) for value in row], height=height)
    sums = _write_total(sheet, table, first) if table.total else []
    if table.note:
        sheet.write(Look.SUBTITLE, [table.note])
    return sums


def _write_total(sheet: Sheet, table: ReportTable, first: int) -> list[_Sum]:
    last, cells = sheet.row, list[Formula | None]()
    for place, value in enumerate(table.sums()[1:], start=1):
        letter, result = get_column_letter(place + 1), _cell(value)
        text = f"SUM({letter}{first}:{letter}{last})"
        cells.append(None if result is None else Formula(text, result))
    row = sheet.write(Look.TOTAL, [table.total, *cells])
    return [
        _Sum(
            table.heading,
            table.columns[place].title,
            Formula(reference(sheet.name, f"{get_column_letter(place + 1)}{row}"), cell.result),
        )
        for place, cell in enumerate(cells, start=1)
        if cell is not None
    ]


def _look(sheet: Sheet, row: Sequence[Value]) -> tuple[Look, float]:
    """Let long texts run over several lines: return the look of a row, and its height."""
    lines = max(
        (
            _lines(value, column.width)
            for value, column in zip(row, sheet.columns, strict=False)
            if isinstance(value, str)
        ),
        default=1,
    )
    return (Look.TEXT, _LINE * lines) if lines > 1 else (Look.BODY, 0)


def _lines(text: str, width: float) -> int:
    # The width is counted in digits, and letters are a little narrower.
    return max(1, len(wrap(text, int(width * 1.1))))


def _cell(value: Value) -> Plain | None:
    return Hours(Decimal(value) / 60) if isinstance(value, Minutes) else value


def _start_summary(
    sheet: Sheet, content: AnnualReportContent, heading: tuple[str, str]
) -> None:
    texts = words("report")
    sheet.airy()
    sheet.heading(*heading)
    sheet.write(Look.SUBTITLE, [texts["sheet_says"]])
    sheet.write(Look.BODY, [])
    for block in content.blocks:
        name = words(block.value)["title"]
        said = block_line(content, block)
        height = _LINE * _lines(said, _SUMMARY[1].width)
        sheet.write(Look.TEXT, [Link(name, name), said], height=height)
    sheet.write(Look.BODY, [])


def _summarise(sheet: Sheet, chapter: Chapter, sums: Sequence[_Sum]) -> None:
    if not sums:
        return
    texts = words("report")
    sheet.head([chapter.title, texts["column"], texts["total"]])
    told = ""
    for one in sums:
        sheet.write(Look.BODY, ["" if one.table == told else one.table, one.column, one.cell])
        told = one.table
    sheet.write(Look.BODY, [])


def _write_words(book: Book, content: AnnualReportContent, subtitle: str) -> None:
    """Write what people told on a sheet of its own, each paragraph in a row."""
    texts, report = words("report"), content.report
    if not (report.foreword or report.outlook):
        return
    sheet = book.sheet(texts["words"], (Column("", _TEXT_WIDTH),))
    sheet.heading(texts["words"], subtitle)
    for title, text in (
        (texts["foreword"], report.foreword),
        (texts["outlook"], report.outlook),
    ):
        if text:
            sheet.write(Look.SECTION, [title])
        for paragraph in filter(None, text.split("\n")):
            height = _LINE * _lines(paragraph, _TEXT_WIDTH)
            sheet.write(Look.TEXT, [paragraph], height=height)
    sheet.print_area(sheet.row)
