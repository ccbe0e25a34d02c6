"""Names in columns, read down each column, over as many pages as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.fitting import wrapped
from coopdesk.documents.paper import printable
from coopdesk.documents.table_pages import MARGIN
from coopdesk.documents.typesetting import Band, regular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.documents.table_pages import Table
    from coopdesk.documents.typesetting import Style

NAME = regular(9.5, 12.5)

_GAP = 12.0
_PADDING = 5.0
_MOST_LINES = 3
# Where the foot of a page begins; as in ``table_pages``.
_BOTTOM = 48.0


def write_columns(
    table: Table, names: Sequence[str], columns: int = 3, style: Style = NAME
) -> None:
    """Write names in their order, down each column of a page before the next one."""
    width = (table.right - MARGIN - _GAP * (columns - 1)) / columns
    cells = [wrapped(printable(name), style, width, _MOST_LINES) for name in names]
    while cells:
        count = _that_fit(cells, columns, table.y, style)
        if not count:
            table.turn()
            continue
        _write(table, cells[:count], columns, width, style)
        cells = cells[count:]
        if cells:
            table.turn()


def _that_fit(cells: Sequence[Sequence[str]], columns: int, top: float, style: Style) -> int:
    """Return how many of the next names one page holds, whole rows but for the last."""
    count = len(cells)
    while count and top - sum(_heights(cells[:count], columns, style)) < _BOTTOM:
        rows = -(-count // columns)
        count = min(count - 1, (rows - 1) * columns)
    return count


def _heights(cells: Sequence[Sequence[str]], columns: int, style: Style) -> list[float]:
    rows = -(-len(cells) // columns)
    return [
        max(len(cell) for cell in cells[row::rows]) * style.leading + _PADDING
        for row in range(rows)
    ]


def _write(
    table: Table,
    cells: Sequence[Sequence[str]],
    columns: int,
    width: float,
    style: Style,
) -> None:
    heights = _heights(cells, columns, style)
    rows, block = len(heights), table.sheets[-1].block
    for row, height in enumerate(heights):
        bottom = table.y - height + style.size
        if row % 2 == 0:
            room = table.right - MARGIN + 8
            block.bands.append(Band(MARGIN - 4, bottom - 1, room, height))
        for place, cell in enumerate(cells[row::rows]):
            block.write(MARGIN + place * (width + _GAP), table.y - 3, style, *cell)
        table.y -= height
