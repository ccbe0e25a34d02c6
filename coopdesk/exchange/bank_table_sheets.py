"""Finds the tables of operations in a file: what stands above, the header, the rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.bank_table_headers import (
    known_header,
    known_name_count,
    without_blank_end,
)
from coopdesk.exchange.delimited_text import ends_with_line_break
from coopdesk.exchange.headers import distinct_names
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS
from coopdesk.exchange.table_file import PREAMBLE_ROWS, row_sources
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.exchange.bank_table_headers import KnownHeader
    from coopdesk.exchange.delimited_text import Decoding
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.table_file import Row


@dataclass(slots=True)
class BankSheet:
    """One way to read a file as a table: a sheet, or its text in one encoding.

    ``header_line`` 0 means that no row names the columns. ``score`` counts the names that are
    known, of an unknown bank.
    """

    rows: Iterator[Row]
    decoding: Decoding | None = None
    names: tuple[str, ...] = ()
    header_line: int = 0
    above: list[Row] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    known: KnownHeader | None = None
    score: int = 0

    def look_for_header(self) -> None:
        """Search the first rows for the header of a known bank, else for most known names."""
        filled = (row for row in self.rows if any(map(str.strip, row[1])))
        first = list(islice(filled, PREAMBLE_ROWS + 1))
        self.rows = filled
        at = self._best(first)
        if at < 0:
            at = 0 if first and _is_all_names(first[0][1]) else -1
        self.above, self.below = first[: max(at, 0)], first[at + 1 :]
        if at >= 0:
            self.header_line = first[at][0]
            self.names = distinct_names(without_blank_end(first[at][1]))

    def _best(self, first: list[Row]) -> int:
        best = -1
        for at, (_line, cells) in enumerate(first):
            found = known_header(cells)
            if found and (self.known is None or len(found.missing) < len(self.known.missing)):
                self.known, best = found, at
            elif self.known is None and (score := known_name_count(cells)) > self.score:
                self.score, best = score, at
        return best if self.known or self.score > 1 else -1

    @property
    def is_complete(self) -> bool:
        """Tell whether a known bank wrote it and nothing needed is missing."""
        return self.known is not None and not self.known.missing

    def first_rows(self, count: int = 50) -> list[list[str]]:
        """Return the cells of the first rows under the header."""
        return [cells for _line, cells in (*self.below, *islice(self.rows, count))]

    def read_all(self, after: int = 0) -> list[Row]:
        """Return the rows under the header; names are made where there is no header.

        Their lines go on ``after`` those of the sheets before.

        Raises:
            RuleError: ``file.too_many_rows``.
        """
        rows = [*self.below, *islice(self.rows, MAXIMUM_ROWS + 1 - len(self.below))]
        if len(rows) > MAXIMUM_ROWS:
            raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
        if not self.names:
            width = max((len(cells) for _line, cells in rows), default=0)
            self.names = tuple(
                _("Column {number}").format(number=at + 1) for at in range(width)
            )
        return [(line + after, cells) for line, cells in rows] if after else rows


def _is_all_names(cells: list[str]) -> bool:
    texts = [cell.strip() for cell in cells if cell.strip()]
    return len(texts) > 1 and not any(any(map(str.isdigit, text)) for text in texts)


def bank_sheets(content: FileContent) -> list[BankSheet]:
    """Return the sheets to read: all those of a known bank, else the likeliest one.

    Raises:
        RuleError: ``file.…``, why the file holds no table.
    """
    nearly: list[BankSheet] = []
    found: list[BankSheet] = []
    for rows, decoding in row_sources(content):
        sheet = BankSheet(rows, decoding)
        sheet.look_for_header()
        if sheet.is_complete:
            found.append(sheet)
            if sheet.decoding:
                break
        else:
            nearly.append(sheet)
    if found:
        return found
    if not any(sheet.below or sheet.header_line for sheet in nearly):
        raise RuleError("file.empty")
    return [max(nearly, key=_likelihood)]


def _likelihood(sheet: BankSheet) -> tuple[bool, int, int]:
    return sheet.known is not None, sheet.score, max(map(_width, sheet.below), default=0)


def _width(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row[1])


def is_cut_short(sheet: BankSheet, content: FileContent) -> bool:
    """Tell whether the last line has no end."""
    return sheet.decoding is not None and not ends_with_line_break(content.data)
