"""Draw the tables of the yearly report: figures at the right, bars in a column of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_model import cell_text
from coopdesk.documents.annual_report_pages import BOTTOM, LEFT, RIGHT, SMALL
from coopdesk.documents.fitting import wrapped
from coopdesk.documents.paper import Rule, printable
from coopdesk.documents.table_pages import Column, fitted_widths
from coopdesk.documents.typesetting import BAND, QUIET, Band, bold, regular, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.annual_report_model import ReportTable, Value
    from coopdesk.documents.annual_report_pages import ReportPages
    from coopdesk.documents.typesetting import Colour, Style

BAR: Colour = (0.50, 0.65, 0.84)
_HEAD = bold(7.5, 9.5, QUIET)
_CELL, _TOTAL = regular(8.5, 11), bold(8.5, 11)
_GAP, _PADDING = 9.0, 4.5
_LEAST_BAR, _MOST_BAR = 60.0, 170.0
_MOST_LINES = 12


def row_height(lines: int = 1) -> float:
    """Return how high a row of so many lines is."""
    return lines * _CELL.leading + _PADDING


def table_height(table: ReportTable) -> float:
    """Return how high a table is whose rows have one line each."""
    rows = len(table.rows) + bool(table.total)
    return rows * row_height() + 2 * _HEAD.leading + 6


def draw_table(
    pages: ReportPages, table: ReportTable, left: float = LEFT, right: float = RIGHT
) -> None:
    """Write a table from ``y`` down, over pages where need be, its header on each."""
    _Drawing(pages, table, left, right).draw()


@dataclass(slots=True)
class _Row:
    cells: list[list[str]]
    style: Style
    bar: float = 0.0
    is_total: bool = False

    @property
    def height(self) -> float:
        return row_height(max(map(len, self.cells), default=1))


class _Drawing:
    """One table on its way."""

    def __init__(
        self, pages: ReportPages, table: ReportTable, left: float, right: float
    ) -> None:
        self._pages, self._table = pages, table
        self._left, self._right = left, right
        self._titles = [printable(column.title) for column in table.columns]
        self._shown = [[printable(cell_text(x)) for x in row] for row in table.rows]
        totals = table.sums() if table.total else ()
        self._totals = [printable(cell_text(value)) for value in totals]
        self._bar_room = self._room_of_bars()
        self._widths = self._fitted()

    def draw(self) -> None:
        """Write header, rows and total."""
        self._pages.need(table_start(self._table))
        self._header()
        for row in self._rows():
            if self._pages.y - row.height < BOTTOM:
                self._pages.turn()
                self._header()
            self._write(row)
        if self._table.note:
            self._pages.space(2)
            self._pages.paragraph(self._table.note, SMALL)
        self._pages.space(6)

    def _room_of_bars(self) -> float:
        if self._table.bar is None or not any(self._shares()):
            return 0.0
        figures = sum(not self._is_text(place) for place in range(len(self._titles)))
        return max(_LEAST_BAR, _MOST_BAR - 38 * (figures - 2))

    def _fitted(self) -> list[float]:
        """Return the width of each column: figures stay whole, texts share what is left."""
        places = range(len(self._titles))
        widths = {at: self._figures(at) for at in places if not self._is_text(at)}
        texts = [at for at in places if at not in widths]
        room = self._right - self._left + _GAP - self._bar_room - sum(widths.values())
        columns = [Column(self._titles[at]) for at in texts]
        rows = [[row[at] for at in texts] for row in (*self._shown, self._totals) if row]
        widths |= dict(zip(texts, fitted_widths(columns, rows, room, _CELL), strict=True))
        return [widths[at] for at in places]

    def _figures(self, place: int) -> float:
        """Return the width that the figures of a column, and the words above, need."""
        cells = [width_of(row[place], _CELL) for row in self._shown]
        cells += [width_of(word, _HEAD) for word in self._titles[place].split(" ")]
        cells += [width_of(self._totals[place], _TOTAL)] if self._totals else []
        return max(cells) + _GAP

    def _shares(self) -> list[float]:
        """Return how long the bar of each row is, of the longest."""
        if self._table.bar is None:
            return [0.0] * len(self._table.rows)
        sizes = [_size(row[self._table.bar]) for row in self._table.rows]
        most = max(sizes, default=0)
        return [max(size, 0) / most if most > 0 else 0.0 for size in sizes]

    def _rows(self) -> list[_Row]:
        shares = self._shares()
        found = [
            _Row(self._broken(row, _CELL), _CELL, share)
            for row, share in zip(self._shown, shares, strict=True)
        ]
        if self._totals:
            found.append(_Row(self._broken(self._totals, _TOTAL), _TOTAL, is_total=True))
        return found

    def _broken(self, row: Sequence[str], style: Style) -> list[list[str]]:
        return [
            wrapped(text, style, width - _GAP, _MOST_LINES) if self._is_text(place) else [text]
            for place, (text, width) in enumerate(zip(row, self._widths, strict=True))
        ]

    def _starts(self) -> list[float]:
        """Return where the columns begin: the bars stand after the first."""
        found, x = [], self._left
        for place, width in enumerate(self._widths):
            found.append(x)
            x += width + (self._bar_room if place == 0 else 0)
        return found

    def _header(self) -> None:
        pages, deepest = self._pages, self._pages.y
        for place, x in enumerate(self._starts()):
            room, y = self._widths[place] - _GAP, pages.y
            for line in wrap(self._titles[place], _HEAD, room, 3):
                shift = room - width_of(line, _HEAD) if not self._is_text(place) else 0
                y = pages.sheet.block.write(x + shift, y, _HEAD, line)
            deepest = min(deepest, y)
        edge = deepest + _HEAD.leading - 4.5
        pages.sheet.rules.append(Rule(self._left, edge, self._right, edge, 0.8, QUIET))
        pages.y = edge - 11.5

    def _is_text(self, place: int) -> bool:
        return self._table.columns[place].kind is str

    def _write(self, row: _Row) -> None:
        pages, block = self._pages, self._pages.sheet.block
        bottom = pages.y - row.height + _CELL.size + 1.5
        if row.is_total:
            width = self._right - self._left + 8
            block.bands.append(Band(self._left - 4, bottom, width, row.height, BAND, 2))
        else:
            pages.sheet.rules.append(
                Rule(self._left, bottom, self._right, bottom, 0.3, (0.86, 0.88, 0.91))
            )
        for place, x in enumerate(self._starts()):
            y = pages.y
            for line in row.cells[place]:
                room = self._widths[place] - _GAP
                shift = room - width_of(line, row.style) if not self._is_text(place) else 0
                y = block.write(x + shift, y, row.style, line)
        if row.bar:
            x = self._left + self._widths[0]
            length = max(1.5, (self._bar_room - _GAP) * row.bar)
            block.bands.append(Band(x, pages.y - 1.5, length, 8, BAR, min(2, length / 2)))
        pages.y -= row.height


def table_start(table: ReportTable) -> float:
    """Return the room that a header and two rows need, or a whole small table."""
    return min(table_height(table), 5 * row_height() + 2 * _HEAD.leading)


def _size(value: Value) -> int:
    cents = getattr(value, "cents", None)
    if cents is not None:
        return int(cents)
    return value if isinstance(value, int) else 0
