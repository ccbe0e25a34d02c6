"""Sheets of XLSX and ODS files as rows of text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.workbook_parts import safe_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

_Cell: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

# Above this a float no longer holds every whole number that a person sees.
_EXACT = 10**15


def workbook_sheets(data: bytes) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield the rows of each sheet with their row numbers, in the order of the tabs.

    Raises:
        RuleError: as ``safe_workbook``.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    packed = safe_workbook(data)
    try:
        workbook = CalamineWorkbook.from_filelike(packed)
        for name in workbook.sheet_names:
            yield _rows(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
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
    if isinstance(cell, dt.datetime):
        seconds = ":%S" if cell.second else ""
        return cell.strftime(f"%d/%m/{cell.year:04d} %H:%M{seconds}")
    if isinstance(cell, dt.date):
        return cell.strftime(f"%d/%m/{cell.year:04d}")
    return str(cell)
