"""Sheets of XLSX and ODS files as rows of text."""

from __future__ import annotations

import datetime as dt
import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.workbook_parts import safe_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

_Cell: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

# Above this a float no longer holds every whole number that a person sees.
_EXACT = 10**15
# What may stay in memory of the last workbook: 50 000 rows of a platform's export.
_KEPT_CELLS = 1_600_000


def workbook_sheets(data: bytes) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield the rows of each sheet with their row numbers, in the order of the tabs.

    The last workbook is kept open: several readers look into a file before one takes it.

    Raises:
        RuleError: as ``safe_workbook``.
    """
    workbook = _opened(data)
    for position in range(len(workbook.names)):
        yield list(workbook.sheet(position))


class _OpenedWorkbook:
    """A workbook whose sheets are read when they are asked for, once."""

    def __init__(self, digest: bytes, data: bytes) -> None:
        from python_calamine import CalamineWorkbook

        self.digest = digest
        packed = safe_workbook(data)
        with _faults_of_the_reader():
            self._workbook = CalamineWorkbook.from_filelike(packed)
            self.names = list(self._workbook.sheet_names)
        self._sheets: dict[int, list[tuple[int, list[str]]]] = {}

    def sheet(self, position: int) -> list[tuple[int, list[str]]]:
        """Return the rows of a sheet."""
        if position not in self._sheets:
            with _faults_of_the_reader():
                sheet = self._workbook.get_sheet_by_name(self.names[position])
                self._sheets[position] = _rows(sheet.to_python(skip_empty_area=False))
        return self._sheets[position]

    @property
    def is_small(self) -> bool:
        """Tell whether what was read of it may stay in memory."""
        rows = sum(len(sheet) * len(sheet[0][1]) for sheet in self._sheets.values() if sheet)
        return rows <= _KEPT_CELLS


_last: list[_OpenedWorkbook] = []
# Why the last one that was refused was: each reader that looks into it would measure it again.
_refused: dict[bytes, RuleError] = {}


def _opened(data: bytes) -> _OpenedWorkbook:
    digest = hashlib.sha256(data).digest()
    if digest in _refused:
        raise _refused[digest].with_traceback(None)
    kept = _last[:]
    if kept and kept[0].digest == digest and kept[0].is_small:
        return kept[0]
    try:
        workbook = _OpenedWorkbook(digest, data)
    except RuleError as refused:
        _refused.clear()
        _refused[digest] = refused
        raise
    _last[:] = [workbook]
    return workbook


@contextmanager
def _faults_of_the_reader() -> Iterator[None]:
    from python_calamine import CalamineError

    try:
        yield
    except CalamineError as error:
        raise RuleError("file.damaged_workbook") from error
    except BaseException as error:
        # A fault of the reader, written in Rust, is a PanicException that no module exports.
        if type(error).__name__ != "PanicException":
            raise
        raise RuleError("file.damaged_workbook") from error


def _rows(cells: list[list[_Cell]]) -> list[tuple[int, list[str]]]:
    return [(line, [cell_text(cell) for cell in row]) for line, row in enumerate(cells, 1)]


def cell_text(cell: _Cell) -> str:
    """Return a cell as a French file writes it: ``45``, ``45.5``, ``03/04/2026 18:23``.

    Numbers keep the 15 digits of a spreadsheet: a sum of cents loses its binary dust.
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "VRAI" if cell else "FAUX"
    if isinstance(cell, float):
        whole = cell.is_integer() and abs(cell) < _EXACT
        return str(int(cell)) if whole else f"{cell:.15g}"
    told = []
    if isinstance(cell, dt.date):
        told.append(f"{cell:%d/%m}/{cell.year:04d}")
    if isinstance(cell, dt.datetime | dt.time):
        told.append(f"{cell:%H:%M:%S}" if cell.second else f"{cell:%H:%M}")
    return " ".join(told) or str(cell)
