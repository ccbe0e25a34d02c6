"""The rows of a platform's table one by one: corrected, complete, or refused as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from coopdesk.exchange.row_cells import corrected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.exchange.row_cells import Corrections, RowCells
    from coopdesk.exchange.table_file import Table

Row = TypeVar("Row")


def read_table_rows(
    table: Table, cells: RowCells, read: Callable[[], Row | None], corrections: Corrections
) -> tuple[list[Row], dict[int, Mapping[str, str]]]:
    """Return the rows that ``read`` makes of the cells, and the refused ones by their line."""
    rows: list[Row] = []
    refused: dict[int, Mapping[str, str]] = {}
    width = _width(table)
    for number, (line, written) in enumerate(table.rows, start=1):
        texts = written
        if line in corrections:
            texts = corrected(table.header.names, written, corrections[line])
        cells.start(line, texts)
        is_last = number == len(table.rows)
        row = None
        if len(texts) > width:
            # A delimiter typed in a cell has moved what follows: nothing there can be trusted.
            cells.refuse("row.too_many_cells", "", count=len(texts), expected=width)
        elif is_last and table.cut_short and len(texts) < len(table.header.names):
            cells.refuse("row.cut_short", "")
        else:
            row = read()
        if row is None:
            refused[line] = cells.raw()
        else:
            rows.append(row)
    return rows, refused


def _width(table: Table) -> int:
    """Return how many cells a row may have: some exporters end every line with a delimiter."""
    columns = len(table.header.names)
    return max(columns, min((len(texts) for _line, texts in table.rows), default=columns))
