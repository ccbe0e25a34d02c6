"""Draw a budget as forms of grants print it: expenses on the left, income on the right."""

from __future__ import annotations

import enum
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.paper import Rule, printable
from coopdesk.documents.table_pages import MARGIN
from coopdesk.documents.typesetting import (
    ACCENT,
    BAND,
    QUIET,
    Band,
    bold,
    regular,
    width_of,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.table_pages import Table
    from coopdesk.documents.typesetting import Style

_BETWEEN, _PAD = 14.0, 3.0
_INDENT = 7.0
_HEAD = bold(7.5, 9.5, QUIET)
_SIDE = bold(9, 12, ACCENT)
_LINE_EDGE = 0.4
_HEADER = 15.0
# Where the foot of a page begins; as in ``table_pages``.
_BOTTOM = 48.0


class GridLook(enum.Enum):
    """What a row is for."""

    LINE = enum.auto()
    GROUP = enum.auto()
    TOTAL = enum.auto()


class GridRow(NamedTuple):
    """A label with a figure for each column."""

    label: str
    figures: tuple[str, ...] = ()
    look: GridLook = GridLook.LINE


class GridPart(NamedTuple):
    """Rows of both sides that begin on one level, such as totals."""

    left: Sequence[GridRow]
    right: Sequence[GridRow]


_STYLES: dict[GridLook, Style] = {
    GridLook.LINE: regular(7.8, 9.6),
    GridLook.GROUP: bold(7.8, 9.6),
    GridLook.TOTAL: bold(8.4, 10.4),
}


class BudgetGrid:
    """Rows of both sides, each below the other; the header comes again on every page."""

    def __init__(
        self, table: Table, sides: Sequence[str], titles: Sequence[str], widths: Sequence[float]
    ) -> None:
        """``titles`` and ``widths``, in points, are those of the figures of a side."""
        self._table = table
        self._sides = sides
        self._titles = titles
        self._widths = widths
        self._room = (table.right - MARGIN - _BETWEEN) / 2
        self._label = self._room - sum(widths)

    def height(self, parts: Sequence[GridPart]) -> float:
        """Return how much of a page the table takes."""
        return _HEADER + sum(map(self._part_height, parts))

    def draw(self, parts: Sequence[GridPart]) -> None:
        """Write the parts below each other."""
        self._header()
        for part in parts:
            if self._fits(self._part_height(part)):
                self._part(part)
            else:
                self._rows_beside(part)

    def _part(self, part: GridPart) -> None:
        """Write a part that the page holds: each side at its own pace."""
        table = self._table
        top = table.y
        for side, rows in enumerate(part):
            y = top
            for row in rows:
                height = self._height(row)
                self._row(row, self._left(side), y, height)
                y -= height
        table.y = top - self._part_height(part)

    def _rows_beside(self, part: GridPart) -> None:
        """Write a part over pages: rows beside each other turn the page together."""
        table = self._table
        for pair in zip_longest(*part):
            height = max(self._height(one) for one in pair if one is not None)
            if not self._fits(height):
                table.turn()
                self._header()
            for side, row in enumerate(pair):
                if row is not None:
                    self._row(row, self._left(side), table.y, height)
            table.y -= height

    def _fits(self, height: float) -> bool:
        return self._table.y - height > _BOTTOM

    def _part_height(self, part: GridPart) -> float:
        return max(sum(map(self._height, rows)) for rows in part)

    def _left(self, side: int) -> float:
        return MARGIN + side * (self._room + _BETWEEN)

    def _lines(self, row: GridRow) -> list[str]:
        style = _STYLES[row.look]
        room = self._label - _PAD - (_INDENT if row.look is GridLook.LINE else 0)
        if not any(row.figures):
            room = self._room - _PAD
        return wrap(printable(row.label), style, room) if row.label else []

    def _height(self, row: GridRow) -> float:
        style = _STYLES[row.look]
        return max(1, len(self._lines(row))) * style.leading + _PAD

    def _header(self) -> None:
        table = self._table
        for side, title in enumerate(self._sides):
            x = self._left(side)
            table.sheets[-1].block.write(x, table.y, _SIDE, title)
            for text, end in zip(self._titles, self._ends(x), strict=True):
                table.sheets[-1].block.write_right(end, table.y, _HEAD, text)
            edge = table.y - 4
            table.sheets[-1].rules.append(Rule(x, edge, x + self._room, edge, 0.8, QUIET))
        table.y -= _HEADER

    def _ends(self, x: float) -> list[float]:
        """Return where the figures of each column end."""
        found, end = [], x + self._label
        for width in self._widths:
            end += width
            found.append(end - _PAD)
        return found

    def _row(self, row: GridRow, x: float, y: float, height: float) -> None:
        style = _STYLES[row.look]
        sheet, top = self._table.sheets[-1], y + style.size + _PAD / 2 - 1
        if row.look is GridLook.TOTAL:
            sheet.block.bands.append(Band(x, top - height, self._room, height, BAND))
        shift = _INDENT if row.look is GridLook.LINE else _PAD
        sheet.block.write(x + shift, y, style, *self._lines(row))
        for text, end in zip(row.figures, self._ends(x), strict=False):
            sheet.block.write(end - width_of(text, style), y, style, text)
        sheet.rules.append(Rule(x, top - height, x + self._room, top - height, _LINE_EDGE))
