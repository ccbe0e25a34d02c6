"""Rows of a sheet as the XML of a workbook, kept aside until the file is packed.

openpyxl writes formulas without their result, and previews, phones and readers then show
nothing. Rows written here carry it, and long sheets cost neither memory nor much time.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from decimal import Decimal
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_TEXT = 32_767
CUT_MARK = " […]"

# What XML or openpyxl cannot hold, and marks that reverse the direction of reading.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# Spreadsheets count days from here (Excel's own calendar holds from March 1900 on).
_FIRST_DAY = dt.date(1899, 12, 30).toordinal()
_IN_MEMORY = 1 << 20
_BLOCK = 1 << 16
# Characters kept together, so that a row does not cost a call to the file.
_TOGETHER = 1 << 17


class RowFile:
    """Collects text in order, in memory as long as it is short; read back in blocks."""

    def __init__(self) -> None:
        # Lives as long as the sheet: closed by ``close``.
        self._file: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        self._waiting: list[str] = []
        self._size = 0
        self._mark: int | None = None
        self._inserted = b""

    def put(self, text: str) -> None:
        """Add a piece of XML."""
        self._waiting.append(text)
        self._size += len(text)
        if self._size >= _TOGETHER:
            self._flush()

    def keep(self, text: str) -> tuple[int, int]:
        """Put a piece by itself; return where it begins and its length, for ``kept``."""
        self._flush()
        content = text.encode()
        start = self._file.seek(0, io.SEEK_END)
        self._file.write(content)
        return start, len(content)

    def kept(self, start: int, size: int) -> str:
        """Return a piece that was put by itself."""
        self._file.seek(start)
        return self._file.read(size).decode()

    def mark(self) -> None:
        """Remember this place: what ``insert`` is told later stands here."""
        self._flush()
        self._mark = self._file.tell()

    def insert(self, text: str) -> None:
        """Put a piece at the place that was remembered."""
        self._inserted = text.encode()

    def blocks(self) -> Iterator[bytes]:
        """Yield everything, in order."""
        self._flush()
        self._file.seek(0)
        if self._mark is not None:
            yield self._file.read(self._mark)
            yield self._inserted
        while block := self._file.read(_BLOCK):
            yield block

    def close(self) -> None:
        """Remove what stands on the disk."""
        self._file.close()

    def _flush(self) -> None:
        if self._waiting:
            self._file.write("".join(self._waiting).encode())
            self._waiting.clear()
            self._size = 0


def cell_text(text: str) -> str:
    """Return a text that a cell can hold: no control characters, cut visibly if too long."""
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    if len(text) > LONGEST_TEXT:
        return text[: LONGEST_TEXT - len(CUT_MARK)] + CUT_MARK
    return text


def number_text(value: dt.date | Money | Decimal | int) -> str:
    """Return an amount in euros, a day as spreadsheets count them, or a number."""
    if isinstance(value, Money):
        return euros(value.cents)
    if isinstance(value, dt.date):
        return str(value.toordinal() - _FIRST_DAY)
    return f"{value:f}" if isinstance(value, Decimal) else str(int(value))


def euros(cents: int) -> str:
    """Return cents as euros with a point, exactly."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    return f"{sign}{whole}.{rest:02d}"


def escaped(text: str) -> str:
    """Return text as XML holds it."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def text_cell(place: str, style: int, text: str) -> str:
    """Return a cell that holds a text, never anything else; ``text`` is as a cell holds it."""
    if not text:
        return blank_cell(place, style)
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{kept}>{escaped(text)}</t></is></c>'


def number_cell(place: str, style: int, number: str) -> str:
    """Return a cell that holds a number, given as ``number_text`` writes it."""
    return f'<c r="{place}" s="{style}"><v>{number}</v></c>'


def formula_cell(place: str, style: int, formula: str, result: str) -> str:
    """Return a cell whose formula gives a number."""
    return f'<c r="{place}" s="{style}"><f>{escaped(formula)}</f><v>{result}</v></c>'


def text_formula_cell(place: str, style: int, formula: str, result: str) -> str:
    """Return a cell whose formula gives a text."""
    value = escaped(result)
    return f'<c r="{place}" s="{style}" t="str"><f>{escaped(formula)}</f><v>{value}</v></c>'


def blank_cell(place: str, style: int) -> str:
    """Return a cell that only has a look; nothing for the plainest."""
    return f'<c r="{place}" s="{style}"/>' if style else ""


def row_xml(number: int, cells: str, attributes: str = "") -> str:
    """Return a row; ``attributes`` begin with a space."""
    return f'<row r="{number}"{attributes}>{cells}</row>'
