"""Measures the sheets of an XLSX file before a reader allocates them.

One cell in the far corner makes a reader allocate billions of empty ones, and a long text
shared by many cells is copied into each: both are counted here, without parsing the XML.
"""

from __future__ import annotations

import re
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.sheet_limits import MAXIMUM_TEXT, check_area, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]*\d+)")
_LETTERS = ascii_letters.encode()
_DIGITS = digits.encode()
# Longer ones are out of every bound, and wrap round inside a reader of cells.
_ROW_DIGITS = 7
_COLUMN_LETTERS = 3
_ROW = re.compile(rb"<(?:[\w.-]+:)?row\b")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c\b")
_SHARED_INDEX = re.compile(rb"<(?:[\w.-]+:)?v\b[^>]*>\s*(\d{1,9})\s*<")
_SHARED_END = re.compile(rb"</(?:[\w.-]+:)?si\s*>")


def check_xlsx(parts: Iterable[bytes]) -> None:
    """Refuse a workbook whose sheets would not fit.

    Raises:
        RuleError: ``file.damaged_workbook``, ``file.too_many_rows``, ``file.too_many_columns``,
            ``file.inflates``.
    """
    parts = list(parts)
    sheets = [part for part in parts if b"sheetData" in part]
    for sheet in sheets:
        # A NUL means UTF-16, which would hide everything from the counts below.
        if b"\0" in sheet or b"<![CDATA[" in sheet:
            raise RuleError("file.damaged_workbook")
        check_area(*_spans(sheet))
    shared = [part for part in parts if _SHARED_END.search(part)]
    if shared:
        _check_shared_texts(sheets, b"".join(shared))


def _spans(sheet: bytes) -> tuple[int, int]:
    """Return how many rows and columns a sheet spans, at most."""
    cells, rows = _count_elements(sheet)
    # Before references are collected: those of a million rows are hundreds of megabytes.
    check_area(rows, 0)
    references = _REFERENCE.findall(sheet)
    joined = b" ".join(references)
    letters, numbers = joined.translate(None, _DIGITS), joined.translate(None, _LETTERS)
    columns = max(map(_column_number, set(letters.split())), default=0)
    if cells + rows > len(references):
        # Cells without a reference stand after the one before them.
        columns += max(len(_CELL.findall(row)) for row in _ROW.split(sheet))
    return max(rows, max(map(_row_number, set(numbers.split())), default=0)), columns


def _count_elements(sheet: bytes) -> tuple[int, int]:
    """Count cells and rows; the quick way where no name has a prefix."""
    if b":c" in sheet or b":row" in sheet:
        return len(_CELL.findall(sheet)), len(_ROW.findall(sheet))
    return sheet.count(b"<c") - sheet.count(b"<col"), sheet.count(b"<row")


def _row_number(number: bytes) -> int:
    return int(number) if len(number) <= _ROW_DIGITS else 10**_ROW_DIGITS


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[: _COLUMN_LETTERS + 1].upper():
        number = number * 26 + letter - 64
    return number


def _check_shared_texts(sheets: list[bytes], shared: bytes) -> None:
    lengths = [len(text) for text in _SHARED_END.split(shared)]
    cells = sum(sheet.count(b"</") for sheet in sheets)
    if cells * max(lengths) <= MAXIMUM_TEXT:
        return
    indexes = (int(match) for sheet in sheets for match in _SHARED_INDEX.findall(sheet))
    check_text(sum(lengths[index] for index in indexes if index < len(lengths)))
