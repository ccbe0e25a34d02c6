"""Reads any table: the sheet, the encoding and the header that make most sense of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import clean_line
from coopdesk.exchange.delimited_text import encoding_warnings, ends_with_line_break
from coopdesk.exchange.headers import distinct_names
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS
from coopdesk.exchange.table_file import PREAMBLE_ROWS, row_sources
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coopdesk.exchange.delimited_text import Decoding
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.table_file import Row


# So many known names make a header, whatever stands above.
_SURELY = 3


@dataclass(frozen=True, slots=True)
class PlainTable:
    """The rows under a header, each with its line; rows without any text are left out.

    ``names`` are distinct names of the columns; ``header_line`` 0 means that there is none.
    """

    names: tuple[str, ...]
    header_line: int
    rows: list[Row]
    warnings: tuple[Problem, ...] = ()
    cut_short: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the file and how much sense it makes."""

    rows: list[Row]
    score: int
    header: int
    decoding: Decoding | None = None


def read_plain_table(content: FileContent, score: Callable[[Sequence[str]], int]) -> PlainTable:
    """Read the sheet, or the text, with the header of which ``score`` knows most names.

    Raises:
        RuleError: ``file.…``, why the file holds no table.
    """
    readings = list(_readings(content, score))
    filled = [one for one in readings if one.rows]
    if not filled:
        raise RuleError("file.empty")
    best = max(filled, key=lambda one: one.score)
    if len(best.rows) > MAXIMUM_ROWS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    decoding = best.decoding
    others = [] if decoding else [one for one in filled if one is not best]
    told = encoding_warnings(decoding) if decoding else ()
    warnings = [*told, *_sheet_warnings(others)]
    cut = decoding is not None and not ends_with_line_break(content.data)
    return _table(best, tuple(warnings), cut_short=cut)


def _readings(
    content: FileContent, score: Callable[[Sequence[str]], int]
) -> Iterator[_Reading]:
    """Yield the sheets, or the text as it may be read until that makes sense."""
    for rows, decoding in row_sources(content):
        reading = _reading(rows, score, decoding)
        yield reading
        if decoding and reading.score > 1:
            return


def _reading(
    rows: Iterator[Row],
    score: Callable[[Sequence[str]], int],
    decoding: Decoding | None = None,
) -> _Reading:
    told = (row for row in rows if any(map(str.strip, row[1])))
    filled = list(islice(told, MAXIMUM_ROWS + PREAMBLE_ROWS + 1))
    best, header, widest = 0, 0, 0
    for at, (_line, cells) in enumerate(islice(filled, PREAMBLE_ROWS + 1)):
        found, width = score(cells), sum(bool(cell.strip()) for cell in cells)
        # Titles above a header are narrower than it; a row of data that says « Association »
        # is no header.
        if found > best and (width > widest or found >= _SURELY):
            best, header = found, at
        widest = max(widest, width)
    if best == 0 and filled and not _is_header(filled[0][1]):
        header = -1
    return _Reading(filled, best, header, decoding)


def _is_header(cells: Sequence[str]) -> bool:
    """Tell whether a first row of unknown words may be names: no figures, no e-mail."""
    texts = [cell.strip() for cell in cells if cell.strip()]
    return not any("@" in text or any(map(str.isdigit, text)) for text in texts)


def _table(best: _Reading, warnings: tuple[Problem, ...], *, cut_short: bool) -> PlainTable:
    if best.header < 0:
        width = max(len(cells) for _line, cells in best.rows)
        names = tuple(_("Column {number}").format(number=at + 1) for at in range(width))
        return PlainTable(names, 0, best.rows, warnings, cut_short)
    line, cells = best.rows[best.header]
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    above = [
        Problem(number, "row.above_header", values={"text": _shown(texts)})
        for number, texts in best.rows[: best.header]
    ]
    rows = best.rows[best.header + 1 :]
    return PlainTable(distinct_names(cells), line, rows, (*warnings, *above), cut_short)


def _shown(cells: Sequence[str]) -> str:
    return " ".join(clean_line(cell) for cell in cells if cell.strip())[:80]


def _sheet_warnings(others: Sequence[_Reading]) -> Iterator[Problem]:
    count = sum(len(one.rows) for one in others)
    if count:
        yield Problem(0, "file.other_sheets", values={"count": count})
