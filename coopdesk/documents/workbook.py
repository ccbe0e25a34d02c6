"""Workbooks: printable sheets of typed columns, written row by row.

What people typed is always text, whatever it starts with; amounts and days are real numbers and
dates; formulas carry their result.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Self, TypeAlias, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.workbook.defined_name import DefinedName

from coopdesk.documents import workbook_rows as xml
from coopdesk.documents import workbook_styles as at
from coopdesk.documents.workbook_packing import pack
from coopdesk.documents.workbook_printing import set_up_print
from coopdesk.documents.workbook_rows import (
    CUT_MARK,
    LONGEST_TEXT,
    RowFile,
    cell_text,
    number_text,
)
from coopdesk.documents.workbook_sheet import SheetLook
from coopdesk.documents.workbook_styles import FILLED, Look, Plain, dress
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.chart._chart import ChartBase
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["CUT_MARK", "LONGEST_TEXT", "cell_text"]

# A spreadsheet takes texts that start so for formulas or errors, at once or when edited.
_MISTAKABLE = frozenset("=+-@#")
_HEAD_LINE = 15
_HEAD_HEIGHT, _TITLE_HEIGHT = 20, 26


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula, without its equals sign, and what it gives."""

    text: str
    result: Plain


@dataclass(frozen=True, slots=True)
class Link:
    """A text that opens another sheet, at a place of it."""

    text: str
    sheet: str
    place: str = "A1"


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

    def sheet(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        landscape: bool = False,
        quiet: bool = False,
        printed: int | None = None,
        shown: int | None = None,
    ) -> Sheet:
        """Add a sheet; its name has at most 31 characters.

        ``quiet`` shows zeros as dashes; ``printed`` columns of it are printed, all if None;
        those after ``shown`` are folded behind a plus sign.
        """
        # A write-only sheet has what a sheet has, except its cells.
        made = cast("Worksheet", self._workbook.create_sheet(name))
        sheet = Sheet(made, columns, quiet=quiet)
        if shown is not None:
            sheet.fold_columns(shown)
        width = sum(column.width for column in columns[:printed])
        set_up_print(made, self.owner, width, landscape=landscape)
        self._sheets.append(sheet)
        return sheet

    def define(self, name: str, sheet: str, cells: str) -> None:
        """Name a range, so that formulas read as sentences."""
        self._workbook.defined_names[name] = DefinedName(
            name, attr_text=reference(sheet, absolute(cells))
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._put_away()

    def _put_away(self) -> None:
        for sheet in self._sheets:
            sheet.close()

    def content(self) -> bytes:
        """Return the finished file."""
        stream = io.BytesIO()
        self.write_to(stream)
        return stream.getvalue()

    def write_to(self, stream: IO[bytes]) -> None:
        """Write the finished file; nothing can be added afterwards."""
        parts = enumerate(self._sheets, start=1)
        content = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in parts}
        pack(self._workbook, content, stream)
        self._put_away()


class Sheet(SheetLook):
    """One sheet, written from its first row down."""

    def __init__(
        self, sheet: Worksheet, columns: Sequence[Column], *, quiet: bool = False
    ) -> None:
        super().__init__(sheet, columns)
        self.row = 0
        self.links: dict[str, str] = {}
        self._quiet = quiet
        self._rows = RowFile()
        self._styles: dict[tuple[Look, type[Plain], bool, bool], int] = {}
        self._plain = [self.style(Look.BODY, column.kind) for column in columns]
        self._quoted = self.style(Look.BODY, str, quoted=True)
        # Texts of long lists are bare, except codes, which stay text when typed anew.
        self._bare = [
            self.style(Look.BODY, str) if column.kind is at.Code else 0 for column in columns
        ]

    # what is written

    def heading(self, title: str, subtitle: str) -> None:
        """Write the first two rows."""
        self.write(Look.TITLE, [title], height=_TITLE_HEIGHT)
        self.write(Look.SUBTITLE, [subtitle])

    def head(
        self,
        titles: Sequence[str] | None = None,
        last: type[Plain] | None = None,
        kinds: Sequence[type[Plain]] | None = None,
    ) -> None:
        """Write a row of column titles, aligned as the values below.

        ``last`` is the kind of the last column, where a table differs from the first one;
        ``kinds`` are those of all columns, where it differs more.
        """
        kinds = [*(kinds or (column.kind for column in self.columns))]
        kinds[-1] = last or kinds[-1]
        titles = titles or [column.title for column in self.columns]
        widths = [column.width for column in self.columns]
        lines = max(map(_lines, titles, widths))
        height = _HEAD_HEIGHT + (lines - 1) * _HEAD_LINE
        cells = []
        for at_, (title, kind) in enumerate(zip(titles, kinds, strict=True)):
            style = self.style(Look.HEAD, kind)
            cells.append(xml.text_cell(self._place(at_), style, cell_text(title)))
        self._put("".join(cells), f' ht="{height}" customHeight="1"')

    def write(
        self,
        look: Look,
        values: Sequence[Value],
        *,
        height: float = 0,
        folded: bool = False,
    ) -> int:
        """Write a row of any values; return its number, from 1.

        A ``folded`` row is hidden behind the plus sign of an outline.
        """
        cells = "".join(self._cell(look, value, at_) for at_, value in enumerate(values))
        attributes = f' ht="{height}" customHeight="1"' if height else ""
        if folded:
            attributes += ' outlineLevel="1" hidden="1"'
        return self._put(cells, attributes)

    def append(self, values: Sequence[Plain | Formula | None]) -> None:
        """Write a row of values of the columns' kinds; made for many rows."""
        row, cells = self.row + 1, []
        styles = zip(self._letters, self._plain, self._bare, values, strict=False)
        for letter, style, bare, value in styles:
            if value is None:
                continue
            place = f"{letter}{row}"
            if isinstance(value, str):
                cells.append(self._text(place, value, bare))
            elif isinstance(value, Money):
                cells.append(f'<c r="{place}" s="{style}"><v>{xml.euros(value.cents)}</v></c>')
            elif isinstance(value, Formula):
                cells.append(_formula(place, style, value))
            else:
                cells.append(xml.number_cell(place, style, number_text(value)))
        self._put("".join(cells))

    def reserve(self) -> int:
        """Leave a row to be filled by ``fill`` later; return its number."""
        self._rows.mark()
        self.row += 1
        return self.row

    def fill(self, row: int, look: Look, values: Sequence[Value]) -> None:
        """Write a row that was left."""
        last, self.row = self.row, row - 1
        cells = "".join(self._cell(look, value, at_) for at_, value in enumerate(values))
        self._rows.insert(xml.row_xml(row, cells))
        self.row = last

    def append_xml(self, rows: str, count: int) -> None:
        """Write rows that stand ready; they name their own places."""
        self._rows.put(rows)
        self.row += count

    # charts and links

    def chart(self, chart: ChartBase, rows: int) -> None:
        """Put a chart over so many rows below, as wide as the columns; then go on below it."""
        corners = (
            AnchorMarker(col=0, row=self.row),
            AnchorMarker(col=len(self.columns), row=self.row + rows),
        )
        # The stubs know of one corner alone.
        chart.anchor = cast("str", TwoCellAnchor("twoCell", *corners))
        self._sheet.add_chart(chart)
        for _row in range(rows):
            self.write(Look.BODY, [])

    def link(self, place: str, target: Link) -> None:
        """Let a cell that is written as XML open another sheet."""
        self.links[place] = reference(target.sheet, target.place)

    def style(
        self, look: Look, kind: type[Plain], *, link: bool = False, quoted: bool = False
    ) -> int:
        """Return the number of a style in the file."""
        known = self._styles.get((look, kind, link, quoted))
        if known is None:
            cell = WriteOnlyCell(self._sheet)
            dress(cell, look, kind, link=link, quiet=self._quiet)
            cell.quotePrefix = quoted
            known = self._styles[look, kind, link, quoted] = cell.style_id
        return known

    # packing

    def blocks(self) -> Iterator[bytes]:
        """Yield the XML of the rows."""
        return self._rows.blocks()

    def close(self) -> None:
        """Remove what stands on the disk."""
        self._rows.close()

    # cells

    def _put(self, cells: str, attributes: str = "") -> int:
        self.row += 1
        self._rows.put(xml.row_xml(self.row, cells, attributes))
        return self.row

    def _place(self, column: int) -> str:
        return f"{self._letters[column]}{self.row + 1}"

    def _text(self, place: str, value: str, bare: int) -> str:
        """Return a text, in a cell that says so where it could be mistaken."""
        text = cell_text(value)
        return xml.text_cell(place, self.text_style(text) or bare, text)

    def text_style(self, text: str) -> int:
        """Return the style of a text in a long list: plain, unless it could be mistaken."""
        return self._quoted if text[:1] in _MISTAKABLE else 0

    def _cell(self, look: Look, value: Value, column: int) -> str:
        place = self._place(column)
        if value is None:
            return xml.blank_cell(place, self.style(look, str)) if look in FILLED else ""
        if isinstance(value, Formula):
            return _formula(place, self.style(look, type(value.result)), value)
        if isinstance(value, Link):
            self.link(place, value)
            style = self.style(look, str, link=True)
            return xml.text_cell(place, style, cell_text(value.text))
        if isinstance(value, str):
            text = cell_text(value)
            style = self.style(look, str, quoted=text[:1] in _MISTAKABLE)
            return xml.text_cell(place, style, text)
        return xml.number_cell(place, self.style(look, type(value)), number_text(value))


def _lines(title: str, width: float) -> int:
    """Return how many lines a title of a column takes: bold words, none of them parted."""
    room, lines, used = width - 1.5, 1, 0
    for word in title.split(" "):
        if used and used + len(word) > room:
            lines, used = lines + 1, 0
        used += len(word) + 1
    return lines


def _formula(place: str, style: int, value: Formula) -> str:
    if isinstance(value.result, str):
        return xml.text_formula_cell(place, style, value.text, value.result)
    return xml.formula_cell(place, style, value.text, number_text(value.result))


def reference(sheet: str, place: str) -> str:
    """Return how a formula names cells of another sheet."""
    return "'{}'!{}".format(sheet.replace("'", "''"), place)


def absolute(cells: str) -> str:
    """Return cells such as ``A1:B7`` so that they stay the same wherever they are named."""
    from openpyxl.utils.cell import absolute_coordinate

    return absolute_coordinate(cells)
