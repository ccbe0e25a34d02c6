"""Reads the files that HelloAsso exports: payments, ticketing and memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.imports import FileFormat, Problem, ReadFile
from coopdesk.exchange.helloasso_layouts import LAYOUTS
from coopdesk.exchange.helloasso_payments import read_payment
from coopdesk.exchange.helloasso_registrations import RegistrationReader
from coopdesk.exchange.helloasso_words import helloasso_words
from coopdesk.exchange.row_cells import RowCells
from coopdesk.exchange.table_file import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from coopdesk.domain.imports import ImportRow
    from coopdesk.exchange.table_file import Table


def read_file(path: Path) -> ReadFile:
    """Read a HelloAsso export, recognised by its header whatever its name and column order.

    The rows that cannot be read are in ``problems``, several for one line when several cells
    are wrong. ``warnings`` tell what concerns the whole file (line 0 or that of the header) and
    what was left out of a row that is in ``rows`` all the same. ``line_count`` counts the rows
    of data, refused ones included.

    Raises:
        RuleError: ``file.…``, the file as a whole cannot be imported, and why.
        ExternalError: ``file.…``, the file cannot be opened.
    """
    table = read_table(path, LAYOUTS)
    words = helloasso_words()
    cells = RowCells(table.header, words.free)
    if table.header.layout.file_format is FileFormat.HELLOASSO_PAYMENTS:
        rows = _rows(table, cells, lambda: read_payment(cells, words))
    else:
        rows = _rows(table, cells, RegistrationReader(cells, words).read)
    return ReadFile(
        name=table.name,
        sha256=table.sha256,
        file_format=table.header.layout.file_format,
        rows=rows,
        problems=tuple(cells.problems),
        warnings=(*table.warnings, *_header_warnings(table), *cells.warnings),
        line_count=len(table.rows),
    )


def _rows(
    table: Table, cells: RowCells, read: Callable[[], ImportRow | None]
) -> tuple[ImportRow, ...]:
    rows = []
    width = _width(table)
    for number, (line, texts) in enumerate(table.rows, start=1):
        cells.start(line, texts)
        is_last = number == len(table.rows)
        if len(texts) > width:
            # A delimiter typed in a cell has moved what follows: nothing there can be trusted.
            cells.refuse("row.too_many_cells", "", count=len(texts), expected=width)
            continue
        if is_last and table.cut_short and len(texts) < len(table.header.names):
            cells.refuse("row.cut_short", "")
            continue
        row = read()
        if row is not None:
            rows.append(row)
    return tuple(rows)


def _width(table: Table) -> int:
    """Return how many cells a row may have: some exporters end every line with a delimiter."""
    columns = len(table.header.names)
    return max(columns, min((len(texts) for _line, texts in table.rows), default=columns))


def _header_warnings(table: Table) -> Iterator[Problem]:
    header = table.header
    if not table.rows:
        yield Problem(0, "file.no_rows")
    if header.layout.file_format is not FileFormat.HELLOASSO_PAYMENTS:
        return
    for position in header.extra:
        yield Problem(table.header_line, "column.unknown", header.names[position])
    if "gift" not in header.positions:
        yield Problem(table.header_line, "column.gift_missing", header.label("gift"))
