"""Pack a workbook so that its formulas carry their results.

openpyxl writes formulas without a result, and previews, phones and readers then show nothing.
The results go into each sheet's XML while it is put into the file.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.writer.excel import ExcelWriter
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl import Workbook

_FORMULA_CELL = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')


def packed(workbook: Workbook, results: Mapping[str, Mapping[str, str]]) -> bytes:
    """Return the file; ``results`` holds, by sheet part, the value of each formula cell."""
    stream = io.BytesIO()
    archive = _Archive(stream, results)
    ExcelWriter(workbook, archive).save()
    return stream.getvalue()


def put_away(workbook: Workbook) -> None:
    """Finish a workbook that was given up: openpyxl then removes what it wrote aside."""
    with ZipFile(io.BytesIO(), "w") as archive:
        ExcelWriter(workbook, archive).save()


class _Archive(ZipFile):
    """Fills in results where openpyxl adds a finished sheet."""

    def __init__(self, stream: io.BytesIO, results: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED)
        self._results = results

    @override
    def write(self, filename: Any, arcname: Any = None, *args: Any, **options: Any) -> None:
        results = self._results.get(arcname)
        if not results:
            super().write(filename, arcname, *args, **options)
            return
        self.writestr(arcname, with_results(Path(filename).read_bytes(), results))


def with_results(sheet: bytes, results: Mapping[str, str]) -> bytes:
    """Return a sheet's XML with the result of every formula.

    Raises:
        ValueError: a formula has no result, or a result no formula.
    """
    filled = set()

    def fill(found: re.Match[bytes]) -> bytes:
        place = found[2].decode()
        filled.add(place)
        return b"%b<v>%b</v>" % (found[1], results.get(place, "").encode())

    complete = _FORMULA_CELL.sub(fill, sheet)
    if filled != set(results):
        raise ValueError("a formula without a result, or a result without a formula")
    return complete
