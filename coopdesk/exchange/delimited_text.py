"""Delimited text: its encoding and delimiter are decided, never guessed."""

from __future__ import annotations

import codecs
import csv
import re
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from itertools import count, islice
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.exchange.sheet_limits import MAXIMUM_AREA, MAXIMUM_COLUMNS, MAXIMUM_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS = (";", ",", "\t", "|")
# What one row may hold in all; the csv module itself stops at 131 072 characters in a cell.
ROW_LIMIT = 1_000_000
# Lines of one row, of all rows with the blank ones: far above any file, and quickly counted.
_LINES_OF_ROW = 10_000
_LINES = 2 * MAXIMUM_ROWS

_CHUNK = 1_000_000
_SAMPLE_LINES = 20
_LOOKED_AT = 1_000
# A half or a quarter of Windows-1252 that stands in a word: « c½ur ».
_LATIN_OE = re.compile(rb"(?<![0-9])[\xbc\xbd][A-Za-z]")
_QUOTED = re.compile(r'"[^"]*"')
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Only tried when no header is recognised otherwise: its accents are then the proof.
_OLD_ENCODINGS = ("mac_roman", "cp850")


@dataclass(frozen=True, slots=True)
class Decoding:
    """One way to read the bytes: ``unusual`` when only a recognised header can confirm it."""

    encoding: str
    broken_characters: int = 0
    null_characters: int = 0
    unusual: bool = False


def decodings(data: bytes) -> list[Decoding]:
    """Return how the text may be read, best first: mark, else strict UTF-8, else Windows-1252.

    Raises:
        RuleError: ``file.broken_encoding``, the text is not what its mark announces;
            ``file.unknown_encoding``.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            announced = _decoding(data, encoding)
            if announced is None:
                raise RuleError("file.broken_encoding", encoding=encoding[:6].upper())
            return [announced]
    strict = _decoding(data, "utf-8")
    if strict is not None:
        return [strict]
    found = [_decoding(data, _western(data))]
    found += [_decoding(data, encoding, unusual=True) for encoding in _OLD_ENCODINGS]
    ways = [way for way in found if way is not None]
    if not ways:
        raise RuleError("file.unknown_encoding")
    return ways


def _western(data: bytes) -> str:
    """Return Windows-1252, or ISO 8859-15 when a euro sign or an œ can only be its own."""
    own_of_windows = any(byte in data for byte in range(0x80, 0xA0))
    has_oe = (0xBC in data or 0xBD in data) and _LATIN_OE.search(data)
    own_of_latin = 0xA4 in data or has_oe
    return "iso8859-15" if own_of_latin and not own_of_windows else "cp1252"


def _decoding(data: bytes, encoding: str, *, unusual: bool = False) -> Decoding | None:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    broken = nulls = 0
    try:
        for start in range(0, len(data), _CHUNK):
            text = decoder.decode(data[start : start + _CHUNK], start + _CHUNK >= len(data))
            broken += text.count("\ufffd")
            nulls += text.count("\0")
    except UnicodeDecodeError:
        return None
    return Decoding(encoding, broken, nulls, unusual)


def encoding_warnings(decoding: Decoding) -> Iterator[Problem]:
    """Yield what is to be said of a text that was read this way."""
    if decoding.broken_characters:
        yield Problem(0, "file.broken_characters", values={"count": decoding.broken_characters})
    if decoding.null_characters:
        yield Problem(0, "file.null_characters", values={"count": decoding.null_characters})
    if decoding.unusual:
        yield Problem(0, "file.unusual_encoding", values={"encoding": decoding.encoding})


def delimiters(data: bytes, decoding: Decoding) -> list[str]:
    """Return the delimiters outside quotes in the first lines, the most frequent first."""
    first = islice(_text_lines(data, decoding), _LOOKED_AT)
    filled = (line[:ROW_LIMIT] for line in first if line.strip())
    sample = "".join(islice(filled, _SAMPLE_LINES))
    bare = _QUOTED.sub("", sample)
    counts = {delimiter: bare.count(delimiter) for delimiter in DELIMITERS}
    found = [delimiter for delimiter in DELIMITERS if counts[delimiter]]
    return sorted(found, key=counts.__getitem__, reverse=True) or [DELIMITERS[0]]


def _text_lines(data: bytes, decoding: Decoding) -> Iterator[str]:
    stream = TextIOWrapper(BytesIO(data), encoding=decoding.encoding, newline="")
    if not decoding.null_characters:
        return iter(stream)
    return (line.replace("\0", "") for line in stream)


class _Lines:
    """Hands lines to the csv module and watches how much one row swallows."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._size = 0
        self.of_row: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._source)
        self._size += len(line)
        if self._size > ROW_LIMIT or len(self.of_row) > _LINES_OF_ROW:
            raise RuleError("file.cell_too_long", limit=ROW_LIMIT)
        self.of_row.append(line)
        return line

    def next_row(self) -> None:
        """Start counting again."""
        self._size = 0
        self.of_row.clear()


def text_rows(
    data: bytes, decoding: Decoding, delimiter: str
) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the number of the line it starts on, blank lines left out.

    Raises:
        RuleError: ``file.cell_too_long`` or ``file.unclosed_quote``, both with the line;
            ``file.too_many_rows``, ``file.too_many_columns``.
    """
    lines = _Lines(_text_lines(data, decoding))
    reader = csv.reader(lines, delimiter=delimiter)
    start = 1
    cell_count = 0
    for row_count in count(1):
        lines.next_row()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            limit = csv.field_size_limit()
            raise RuleError("file.cell_too_long", line=start, limit=limit) from error
        except RuleError as error:
            raise RuleError(error.code, **{**error.values, "line": start}) from error
        if cells is None:
            return
        if lines.of_row and _is_unclosed(lines.of_row, delimiter):
            raise RuleError("file.unclosed_quote", line=start)
        cell_count += len(cells)
        _check_sizes(row_count, len(cells), cell_count)
        if cells:
            yield start, cells
        start = reader.line_num + 1


def _check_sizes(rows: int, columns: int, cells: int) -> None:
    if rows > _LINES:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    if columns > MAXIMUM_COLUMNS or cells > MAXIMUM_AREA:
        raise RuleError("file.too_many_columns", count=columns)


def _is_unclosed(lines: list[str], delimiter: str) -> bool:
    """Tell whether the last row of a file ends inside quotes; only then does a row stay so."""
    text = "".join(lines)
    if text.count('"') % 2 == 0:
        return False
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def ends_with_line_break(data: bytes) -> bool:
    """Tell whether the last line is ended; a download cut short usually is not."""
    return data.rstrip(b"\x00\x1a").endswith((b"\n", b"\r"))
