"""Measures the sheets of an ODS file before a reader allocates them.

ODS says « this cell, 16 000 times » in a few characters. Offices do it for the empty rest of
a sheet, which readers leave out; anywhere else it is counted here, without parsing the XML.
"""

from __future__ import annotations

import re

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.sheet_limits import check_area, check_text

_TABLE_END = b"</table:table>"
_ROW = re.compile(rb"<table:table-row\b")
_ROWS_REPEATED = re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d{1,9})")
_CELL = re.compile(
    rb"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
_COLUMNS_REPEATED = re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d{1,9})")
_VALUE = re.compile(rb"<text:|\boffice:(?:[a-z]+-)?value\s*=")


def check_ods(content: bytes) -> None:
    """Refuse a document whose sheets would not fit.

    Raises:
        RuleError: ``file.damaged_workbook``, ``file.too_many_rows``, ``file.too_many_columns``,
            ``file.inflates``.
    """
    if b"\0" in content or b"<![CDATA[" in content:
        raise RuleError("file.damaged_workbook")
    for table in content.split(_TABLE_END):
        _check_table(table)


def _check_table(table: bytes) -> None:
    rows = columns = characters = empty = 0
    for row in _ROW.split(table)[1:]:
        attributes, _end, cells = row.partition(b">")
        times = _times(_ROWS_REPEATED, attributes)
        width, text = _measure_row(cells)
        if width == 0:
            empty += times
            continue
        rows += empty + times
        empty = 0
        columns = max(columns, width)
        characters += text * times
        check_area(rows, columns)
        check_text(characters)


def _measure_row(row: bytes) -> tuple[int, int]:
    """Return the columns up to the last filled cell, and the characters of the row."""
    width = characters = empty = 0
    for attributes, body in _CELL.findall(row):
        times = _times(_COLUMNS_REPEATED, attributes)
        if body or _VALUE.search(attributes):
            width += empty + times
            characters += times * (len(body) + len(attributes))
            empty = 0
        else:
            empty += times
    return width, characters


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return int(match.group(1)) if match else 1
