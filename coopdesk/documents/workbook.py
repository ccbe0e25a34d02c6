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
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
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
_HEAD_HEIGHT, _TITLE_HEIGHT, _AIRY = 20, 26, 17.5


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


class Sheet:
    """One sheet, written from its first row down."""

    def __init__(
        self, sheet: Worksheet, columns: Sequence[Column], *, quiet: bool = False
    ) -> None:
        self.columns = columns
        self.name = sheet.title
        self.row = 0
        self.links: dict[str, str] = {}
        self._sheet = sheet
        self._quiet = quiet
        self._rows = RowFile()
        self._styles: dict[tuple[Look, type[Plain], bool, bool], int] = {}
        sheet.sheet_view.showGridLines = False
        self._letters = [get_column_letter(at) for at in range(1, max(len(columns), 26) + 1)]
        for letter, column in zip(self._letters, columns, strict=False):
            sheet.column_dimensions[letter].width = column.width
        self._plain = [self.style(Look.BODY, column.kind) for column in columns]
        self._quoted = self.style(Look.BODY, str, quoted=True)
        # Texts of long lists are bare, except codes, which stay text when typed anew.
        self._bare = [
            self.style(Look.BODY, str) if column.kind is at.Code else 0 for column in columns
        ]
        self.codes: list[str] = []

    # what is written

    def heading(self, title: str, subtitle: str) -> None:
        """Write the first two rows."""
        self.write(Look.TITLE, [title], height=_TITLE_HEIGHT)
        self.write(Look.SUBTITLE, [subtitle])

    def head(
        self, titles: Sequence[str] | None = None, last: type[Plain] | None = None
    ) -> None:
        """Write a row of column titles, aligned as the values below.

        ``last`` is the kind of the last column, where a table differs from the first one.
        """
        kinds = [column.kind for column in self.columns]
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

    # what the whole sheet has

    def finish_list(self, head: int, last: int) -> None:
        """Freeze, filter, band and repeat: ``head`` is the row of titles, ``last`` of data."""
        end = self._letters[len(self.columns) - 1]
        self._sheet.auto_filter.ref = f"A{head}:{end}{last}"
        self.repeat(head)
        self.band(f"A{head + 1}:{end}{last}")

    def repeat(self, head: int) -> None:
        """Print the rows down to the titles on every page, and the columns of the sheet."""
        self._sheet.print_title_rows = f"{head}:{head}"

    def band(self, cells: str) -> None:
        """Shade every second row."""
        band = Rule(
            type="expression", formula=["MOD(ROW(),2)=0"], dxf=DifferentialStyle(fill=at.BAND)
        )
        self._sheet.conditional_formatting.add(cells, band)

    def judge(self, cells: str, condition: str) -> None:
        """Show cells green where a condition on the first of them holds, else red."""
        for wanted, ink, ground in (
            (condition, at.GOOD_INK, at.GOOD_GROUND),
            (f"NOT({condition})", at.BAD_INK, at.BAD_GROUND),
        ):
            style = DifferentialStyle(
                font=Font(color=ink, bold=True), fill=PatternFill("solid", bgColor=ground)
            )
            self._sheet.conditional_formatting.add(
                cells, Rule(type="expression", formula=[wanted], dxf=style)
            )

    def print_area(self, last: int, end: str = "") -> None:
        """Print the columns of the sheet, or those up to ``end``, down to a row."""
        end = end or self._letters[len(self.columns) - 1]
        self._sheet.print_area = f"A1:{end}{last}"

    def break_before(self, row: int) -> None:
        """Begin a new page with a row."""
        from openpyxl.worksheet.pagebreak import Break

        self._sheet.row_breaks.append(Break(id=row - 1))

    def freeze(self, head: int) -> None:
        """Keep the rows down to ``head`` in sight; to be said before the first row."""
        self._sheet.freeze_panes = f"A{head + 1}"

    def airy(self) -> None:
        """Give the rows of a sheet that is read, not searched, some air."""
        self._sheet.sheet_format.defaultRowHeight = _AIRY
        self._sheet.sheet_format.customHeight = True

    def keep_codes(self, cells: str) -> None:
        """Let nobody be warned that figures in some cells are text: they are codes."""
        self.codes.append(cells)

    def fold_columns(self, shown: int) -> None:
        """Fold the columns after so many of them; their plus sign stands at the right."""
        for letter in self._letters[shown : len(self.columns)]:
            self._sheet.column_dimensions[letter].outlineLevel = 1
            self._sheet.column_dimensions[letter].hidden = True
        self._sheet.sheet_format.outlineLevelCol = 1

    def hide_columns(self, letters: str) -> None:
        """Leave columns out that have nothing to say here; formulas may still name them."""
        for letter in letters:
            self._sheet.column_dimensions[letter].hidden = True

    def on_one_page(self) -> None:
        """Print the whole sheet on one page."""
        self._sheet.page_setup.fitToHeight = 1

    def fold_above(self) -> None:
        """Let the plus sign of an outline stand above what it folds."""
        self._sheet.sheet_format.outlineLevelRow = 1
        outline = self._sheet.sheet_properties.outlinePr
        assert outline is not None
        outline.summaryBelow = False

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

    @property
    def frame(self) -> Worksheet:
        """The sheet as charts refer to it."""
        return self._sheet

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
