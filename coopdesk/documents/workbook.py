"""Workbooks: printable sheets of typed columns, written row by row.

What people typed is always text, whatever it starts with; amounts and days are real numbers and
dates; formulas carry their result.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, Self, TypeAlias, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from coopdesk.documents.workbook_packing import packed, put_away
from coopdesk.documents.workbook_styles import BAND, Look, Plain, dress
from coopdesk.domain.money import Money
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 32_767
CUT_MARK = " […]"

# What XML or openpyxl cannot hold, and marks that reverse the direction of reading.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# A spreadsheet takes texts that start so for formulas or errors, at once or when edited.
_MISTAKABLE = frozenset("=+-@#")
# Characters across an A4 page, at the size that is still read with ease.
_READABLE_WIDTH = 220
# Spreadsheets count days from here (Excel's own calendar holds from March 1900 on).
_FIRST_DAY = dt.date(1899, 12, 30).toordinal()


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula, without its equals sign, and what it gives."""

    text: str
    result: Money | int


@dataclass(frozen=True, slots=True)
class Link:
    """A text that opens another sheet."""

    text: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet; ``kind`` is the type of its values, ``totalled`` adds them up."""

    title: str
    width: float
    kind: type[Plain] = str
    totalled: bool = False


Value: TypeAlias = Plain | Formula | Link | None


class Book:
    """A workbook in the making; ``owner`` stands in the footer of every page.

    To be used in a ``with`` block, which cleans up behind a workbook that is given up.
    """

    def __init__(self, title: str, owner: str) -> None:
        self.owner = owner
        self._workbook = Workbook(write_only=True)
        self._workbook.properties.title = title
        self._workbook.properties.creator = owner
        self._sheets: list[Sheet] = []
        self._is_packed = False

    def sheet(self, name: str, columns: Sequence[Column], *, landscape: bool = False) -> Sheet:
        """Add a sheet; its name has at most 31 characters."""
        # A write-only sheet has what a sheet has, except its cells.
        made = cast("Worksheet", self._workbook.create_sheet(name))
        sheet = Sheet(made, columns)
        width = sum(column.width for column in columns)
        _set_up_print(made, self.owner, width, landscape=landscape)
        self._sheets.append(sheet)
        return sheet

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        if not self._is_packed:
            put_away(self._workbook)

    def content(self) -> bytes:
        """Return the finished file."""
        parts = enumerate(self._sheets, start=1)
        self._is_packed = True
        return packed(
            self._workbook,
            {f"xl/worksheets/sheet{number}.xml": sheet.results for number, sheet in parts},
        )


class Sheet:
    """One sheet, written from its first row down."""

    def __init__(self, sheet: Worksheet, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.row = 0
        self.results: dict[str, str] = {}
        self._sheet = sheet
        sheet.sheet_view.showGridLines = False
        for number, column in enumerate(columns, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = column.width
        # openpyxl writes a row at once, so that one dressed cell serves a whole column.
        self._cells = [self._dressed(Look.BODY, column.kind) for column in columns]
        self._quoted = [self._quoted_cell() for _column in columns]

    def heading(self, title: str, subtitle: str) -> None:
        """Write the first two rows."""
        self._sheet.row_dimensions[1].height = 26
        self.write(Look.TITLE, [title])
        self.write(Look.SUBTITLE, [subtitle])

    def head(self, titles: Sequence[str] | None = None) -> None:
        """Write a row of column titles, aligned as the values below."""
        titles = titles or [column.title for column in self.columns]
        self._sheet.row_dimensions[self.row + 1].height = 20
        cells: list[Cell | None] = []
        for title, column in zip(titles, self.columns, strict=True):
            cell = self._dressed(Look.HEAD, column.kind)
            _set_text(cell, title)
            cells.append(cell)
        self._append(cells)

    def write(self, look: Look, values: Sequence[Value]) -> int:
        """Write a row of any values; return its number, from 1."""
        cells = [self._cell(look, value, at) for at, value in enumerate(values, start=1)]
        return self._append(cells)

    def append(self, values: Sequence[Plain | None]) -> None:
        """Write a row of values of the columns' kinds; made for many rows."""
        row: list[Cell | str | None] = []
        for number, value in enumerate(values):
            if value is None:
                row.append(None)
            elif isinstance(value, str):
                row.append(self._text(number, value))
            else:
                cell = self._cells[number]
                cell.value = _number(value)
                row.append(cell)
        self._append(row)

    def _text(self, number: int, value: str) -> Cell | str:
        """Return a text as it is, or in a cell that says so where it could be mistaken."""
        text = cell_text(value)
        if text[:1] not in _MISTAKABLE:
            return text
        cell = self._quoted[number]
        _set_text(cell, text)
        return cell

    def finish_list(self, head: int, last: int) -> None:
        """Freeze, filter, band and repeat: ``head`` is the row of titles, ``last`` of data."""
        sheet, end = self._sheet, get_column_letter(len(self.columns))
        sheet.auto_filter.ref = f"A{head}:{end}{last}"
        sheet.print_title_rows = f"{head}:{head}"
        band = Rule(
            type="expression", formula=["MOD(ROW(),2)=0"], dxf=DifferentialStyle(fill=BAND)
        )
        sheet.conditional_formatting.add(f"A{head + 1}:{end}{last}", band)

    def freeze(self, head: int) -> None:
        """Keep the rows down to ``head`` in sight; to be said before the first row."""
        self._sheet.freeze_panes = f"A{head + 1}"

    def _append(self, cells: Sequence[Cell | str | None]) -> int:
        self._sheet.append(list(cells))
        self.row += 1
        return self.row

    def _cell(self, look: Look, value: Value, column: int) -> Cell | None:
        if value is None:
            return self._dressed(look, str) if look in {Look.HEAD, Look.TOTAL} else None
        if isinstance(value, Formula):
            cell = self._dressed(look, type(value.result))
            cell.value = f"={value.text}"
            place = f"{get_column_letter(column)}{self.row + 1}"
            self.results[place] = str(_number(value.result))
        elif isinstance(value, Link):
            cell = self._dressed(look, str, link=True)
            _set_text(cell, value.text)
            target = value.sheet.replace("'", "''")
            cell.row, cell.column = self.row + 1, column
            cell.hyperlink = Hyperlink(ref="", location=f"'{target}'!A1")
        elif isinstance(value, str):
            cell = self._dressed(look, str)
            _set_text(cell, cell_text(value))
        else:
            cell = self._dressed(look, type(value))
            cell.value = _number(value)
        return cell

    def _dressed(self, look: Look, kind: type[Plain], *, link: bool = False) -> Cell:
        cell = WriteOnlyCell(self._sheet)
        dress(cell, look, kind, link=link)
        return cell

    def _quoted_cell(self) -> Cell:
        cell = self._dressed(Look.BODY, str)
        cell.quotePrefix = True
        return cell


def cell_text(text: str) -> str:
    """Return a text that a cell can hold: no control characters, cut visibly if too long."""
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    if len(text) > LONGEST_TEXT:
        return text[: LONGEST_TEXT - len(CUT_MARK)] + CUT_MARK
    return text


def reference(sheet: str, place: str) -> str:
    """Return how a formula names cells of another sheet."""
    return "'{}'!{}".format(sheet.replace("'", "''"), place)


def _set_text(cell: Cell, text: str) -> None:
    cell.value = text
    # openpyxl takes "=…" for a formula and "#REF!" for an error: what people typed is neither.
    cell.data_type = "s"


def _number(value: dt.date | Money | Decimal | int) -> Decimal | int:
    """Return an amount in euros, or a day as spreadsheets count them."""
    if isinstance(value, Money):
        return Decimal(value.cents).scaleb(-2)
    return value if isinstance(value, Decimal | int) else value.toordinal() - _FIRST_DAY


def _set_up_print(sheet: Worksheet, owner: str, width: float, *, landscape: bool) -> None:
    """Print on A4, as wide as the page, with the owner and the page number below.

    What would be too small to read goes over several pages side by side.
    """
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = max(1, ceil(width / _READABLE_WIDTH))
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for margin in ("left", "right"):
        setattr(sheet.page_margins, margin, 0.5)
    footer = sheet.HeaderFooter.oddFooter
    assert footer is not None
    # "&" starts a code in footers.
    footer.left.text = cell_text(owner)[:80].replace("&", "&&")
    footer.right.text = _("Page {page}/{pages}").format(page="&P", pages="&N")
