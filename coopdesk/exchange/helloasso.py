"""Reads the files that HelloAsso exports: payments, ticketing and memberships."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import PaymentRow, Problem, ReadFile
from coopdesk.domain.payments import Direction, LineKind
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.helloasso_layouts import LAYOUTS, PAYMENTS
from coopdesk.exchange.helloasso_payments import read_donation, read_payment
from coopdesk.exchange.helloasso_payouts import payments_of, read_payout
from coopdesk.exchange.helloasso_registrations import RegistrationReader
from coopdesk.exchange.helloasso_words import helloasso_words
from coopdesk.exchange.row_cells import NO_CORRECTIONS, RowCells
from coopdesk.exchange.table_file import table_of
from coopdesk.exchange.table_rows import read_table_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from coopdesk.domain.imports import ImportRow
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.helloasso_words import HelloAssoWords
    from coopdesk.exchange.row_cells import Corrections
    from coopdesk.exchange.table_file import Table

_RECEIPTS = frozenset({"receipt", "receipt_number"})
_PAYMENT_READERS = {
    FileFormat.HELLOASSO_PAYMENTS: read_payment,
    FileFormat.HELLOASSO_DONATION: read_donation,
}


def read_file(path: Path, corrections: Corrections = NO_CORRECTIONS) -> ReadFile:
    """Read a HelloAsso export, recognised by its header whatever its name and column order.

    ``corrections`` are cells that stand for those of the file, by line and name of the column.

    The rows that cannot be read are in ``problems``, several for one line when several cells
    are wrong. ``warnings`` tell what concerns the whole file (line 0 or that of the header) and
    what was left out of a row that is in ``rows`` all the same. ``line_count`` counts the rows
    of data, refused ones included.

    Raises:
        RuleError: ``file.…``, the file as a whole cannot be imported, and why.
        ExternalError: ``file.…``, the file cannot be opened.
    """
    return read_export(read_content(path), corrections)


def read_export(content: FileContent, corrections: Corrections = NO_CORRECTIONS) -> ReadFile:
    """Read a HelloAsso export as ``read_file`` does."""
    return read_rows(table_of(content, LAYOUTS), corrections)


def read_rows(table: Table, corrections: Corrections = NO_CORRECTIONS) -> ReadFile:
    """Read the rows of a HelloAsso export whose header is matched."""
    words = helloasso_words()
    cells = RowCells(table.header, words.free)
    file_format = table.header.layout.file_format
    rows: Iterable[ImportRow]
    if file_format is FileFormat.HELLOASSO_PAYOUT:
        told, refused = read_table_rows(
            table, cells, partial(read_payout, cells, words), corrections
        )
        rows = payments_of(told, words)
    else:
        rows, refused = read_table_rows(
            table, cells, _row_reader(file_format, cells, words), corrections
        )
    found = tuple(rows)
    about_file = (*table.warnings, *_header_warnings(table), *_receipt_warnings(table, found))
    return ReadFile(
        name=table.name,
        sha256=table.sha256,
        file_format=file_format,
        rows=found,
        problems=tuple(cells.problems),
        warnings=(*about_file, *cells.warnings),
        line_count=len(table.rows),
        refused=refused,
    )


def _row_reader(
    file_format: FileFormat, cells: RowCells, words: HelloAssoWords
) -> Callable[[], ImportRow | None]:
    if file_format in _PAYMENT_READERS:
        return partial(_PAYMENT_READERS[file_format], cells, words)
    return RegistrationReader(cells, words).read


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


def _receipt_warnings(table: Table, rows: Iterable[ImportRow]) -> Iterator[Problem]:
    """Say when gifts come without the columns that tell which have a receipt already."""
    if table.header.positions.keys() & _RECEIPTS:
        return
    if any(isinstance(row, PaymentRow) and _holds_gift(row) for row in rows):
        yield Problem(table.header_line, "column.receipt_missing", PAYMENTS.labels["receipt"])


def _holds_gift(row: PaymentRow) -> bool:
    is_in = row.direction is Direction.IN
    return is_in and any(part.kind is LineKind.GIFT for part in row.parts)
