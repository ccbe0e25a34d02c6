"""Tables whose cells are texts of any length: a row keeps together where a page holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.documents.paper import Rule, printable
from coopdesk.documents.table_pages import MARGIN
from coopdesk.documents.typesetting import QUIET, bold, regular, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.documents.table_pages import Table
    from coopdesk.documents.typesetting import Style

CELL = regular(9, 12)
CELL_STRONG = bold(9, 12)
CELL_QUIET = bold(8, 12, QUIET)

_HEAD = bold(8, 10, QUIET)
_GAP = 10.0
_PADDING = 9.0
# Where the foot of a page begins; as in ``table_pages``.
_BOTTOM = 48.0

Cell = list[tuple[str, "Style"]]


class TallColumn(NamedTuple):
    """A column and its share of the width of the page."""

    title: str
    share: float


class TallRows:
    """Rows of texts under a header that every page repeats."""

    def __init__(self, table: Table, columns: Sequence[TallColumn]) -> None:
        self._table = table
        self._columns = columns
        room = table.right - MARGIN
        whole = sum(column.share for column in columns)
        self._widths = [room * column.share / whole for column in columns]
        self._header()

    def row(self, cells: Sequence[Cell]) -> None:
        """Write a row; one that no page holds goes on on the next."""
        lines = [
            list(_lines(cell, width - _GAP))
            for cell, width in zip(cells, self._widths, strict=True)
        ]
        height = max(map(_height, lines)) + _PADDING
        table = self._table
        whole_page = table.size[1] - 2 * MARGIN - _BOTTOM
        if table.y - height < _BOTTOM and height < whole_page:
            self._turn()
        while any(lines):
            lines = self._part(lines)
            if any(lines):
                self._turn()

    def _part(self, lines: list[Cell]) -> list[Cell]:
        """Write as much of a row as the page holds; return the rest."""
        table, x, deepest = self._table, MARGIN, self._table.y
        rest = []
        for cell, width in zip(lines, self._widths, strict=True):
            y, taken = table.y, 0
            for text, style in cell:
                if y < _BOTTOM:
                    break
                y = table.sheets[-1].block.write(x, y, style, text)
                taken += 1
            rest.append(cell[taken:])
            deepest = min(deepest, y)
            x += width
        edge = deepest + CELL.leading - _PADDING
        table.sheets[-1].rules.append(Rule(MARGIN, edge, table.right, edge))
        table.y = edge - CELL.leading
        return rest

    def _turn(self) -> None:
        self._table.turn()
        self._header()

    def _header(self) -> None:
        table, x, deepest = self._table, MARGIN, self._table.y
        for column, width in zip(self._columns, self._widths, strict=True):
            y = table.y
            for line in wrap(column.title, _HEAD, width - _GAP, 2):
                y = table.sheets[-1].block.write(x, y, _HEAD, line)
            deepest = min(deepest, y)
            x += width
        edge = deepest + _HEAD.leading - 5
        table.sheets[-1].rules.append(Rule(MARGIN, edge, table.right, edge, 0.8, QUIET))
        table.y = edge - CELL.leading


def _lines(cell: Cell, width: float) -> Iterator[tuple[str, Style]]:
    for text, style in cell:
        for paragraph in text.split("\n"):
            for line in wrap(printable(paragraph), style, width):
                yield line, style


def _height(lines: Cell) -> float:
    return sum(style.leading for _text, style in lines)
