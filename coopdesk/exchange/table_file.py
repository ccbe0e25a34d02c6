"""Reads a table out of a file that somebody chose: delimited text, XLSX or ODS."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import clean_line
from coopdesk.exchange.delimited_text import (
    Decoding,
    decodings,
    delimiters,
    encoding_warnings,
    ends_with_line_break,
    text_rows,
)
from coopdesk.exchange.file_content import ContentKind, FileContent, kind_of, read_content
from coopdesk.exchange.headers import Header, Layout, match_header
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from coopdesk.domain.imports import Problem

Row: TypeAlias = tuple[int, list[str]]

# Lines that may stand above the header: a title, a period, an account number.
PREAMBLE_ROWS = 15

_SEEN_HEADERS = 12


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under a recognised header, each with its line (1 = first line of the file).

    Rows without any text are left out. ``cut_short`` tells that the last line has no end.
    """

    name: str
    sha256: str
    header: Header
    header_line: int
    rows: list[Row]
    warnings: tuple[Problem, ...] = ()
    cut_short: bool = False


@dataclass(slots=True)
class _Candidate:
    """One way to read the file: a sheet, or the text in one encoding with one delimiter."""

    rows: Iterator[Row]
    decoding: Decoding | None = None
    first: list[Row] = field(default_factory=list)
    header: Header | None = None
    header_line: int = 0

    def look_for_header(self, layouts: Sequence[Layout]) -> None:
        """Search the first rows for a header, preferring one that lacks nothing."""
        filled = (row for row in self.rows if any(map(str.strip, row[1])))
        self.rows = filled
        for line, cells in islice(filled, PREAMBLE_ROWS + 1):
            self.first.append((line, cells))
            found = match_header(layouts, cells)
            if found is None:
                continue
            if self.header is None or not found.missing:
                self.header, self.header_line = found, line
            if not found.missing:
                return

    @property
    def fits(self) -> bool:
        """Tell whether a header was found with every mandatory column."""
        return self.header is not None and not self.header.missing


def read_table(path: Path, layouts: Sequence[Layout]) -> Table:
    """Read the first sheet, or the text, whose header fits one of ``layouts``.

    Raises:
        RuleError: ``file.…``, why the file holds no table of these layouts;
            ``file.missing_column`` names the column, ``file.unknown_format`` the headers seen.
        ExternalError: ``file.…``, the file cannot be read.
    """
    return table_of(read_content(path), layouts)


def table_of(content: FileContent, layouts: Sequence[Layout]) -> Table:
    """Read the table of a file that is read already, as ``read_table`` does."""
    seen: list[_Candidate] = []
    for candidate in _candidates(content):
        candidate.look_for_header(layouts)
        if candidate.fits:
            return _table(content, candidate)
        seen.append(candidate)
    raise _unrecognised(seen)


def header_of(content: FileContent, layouts: Sequence[Layout]) -> Header | None:
    """Return the header that ``table_of`` would find, one that lacks columns too, or None.

    Raises:
        RuleError: ``file.…``, the file holds no table at all.
    """
    nearest: Header | None = None
    for candidate in _candidates(content):
        candidate.look_for_header(layouts)
        if candidate.fits:
            return candidate.header
        nearest = nearest or candidate.header
    return nearest


def row_sources(content: FileContent) -> Iterator[tuple[Iterator[Row], Decoding | None]]:
    """Yield each way to read the rows of a file, the likeliest first.

    The sheets of a workbook, or the text in an encoding and with a delimiter.

    Raises:
        RuleError: ``file.…``, the file holds no table at all.
    """
    if kind_of(content.data) is ContentKind.WORKBOOK:
        # Loaded when a workbook comes: most files are text.
        from coopdesk.exchange.workbook_rows import workbook_sheets

        for sheet in workbook_sheets(content.data):
            yield iter(sheet), None
        return
    for decoding in decodings(content.data):
        for delimiter in delimiters(content.data, decoding):
            yield text_rows(content.data, decoding, delimiter), decoding


def likeliest_rows(content: FileContent) -> list[Row]:
    """Return the rows of the first sheet that holds any, or of the text as it is best read.

    Raises:
        RuleError: as ``row_sources``.
    """
    for source, _decoding in row_sources(content):
        rows = list(source)
        if any(cell.strip() for _line, cells in rows for cell in cells):
            return rows
    return []


def _candidates(content: FileContent) -> Iterator[_Candidate]:
    return (_Candidate(rows, decoding) for rows, decoding in row_sources(content))


def _unrecognised(seen: Sequence[_Candidate]) -> RuleError:
    """Return the error for a file without a header that fits, by the best thing seen."""
    for candidate in seen:
        if candidate.header is not None:
            return RuleError(
                "file.missing_column",
                column=candidate.header.missing[0],
                columns=candidate.header.missing,
                format=candidate.header.layout.file_format,
            )
    rows = seen[0].first if seen else []
    if not rows:
        return RuleError("file.empty")
    widest = max((cells for _line, cells in rows), key=len)
    names = [clean_line(cell)[:40] for cell in widest if cell.strip()]
    more = ["…"] if len(names) > _SEEN_HEADERS else []
    return RuleError("file.unknown_format", headers=", ".join(names[:_SEEN_HEADERS] + more))


def _table(content: FileContent, candidate: _Candidate) -> Table:
    assert candidate.header is not None
    under = (row for row in candidate.first if row[0] > candidate.header_line)
    decoding = candidate.decoding
    return Table(
        name=content.name,
        sha256=content.sha256,
        header=candidate.header,
        header_line=candidate.header_line,
        rows=_limited(chain(under, candidate.rows)),
        warnings=tuple(encoding_warnings(decoding)) if decoding else (),
        cut_short=decoding is not None and not ends_with_line_break(content.data),
    )


def _limited(rows: Iterable[Row]) -> list[Row]:
    kept = list(islice(rows, MAXIMUM_ROWS + 1))
    if len(kept) > MAXIMUM_ROWS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    return kept
