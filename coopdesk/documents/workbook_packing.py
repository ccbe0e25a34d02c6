"""Pack a workbook: openpyxl writes the frame of each sheet, its rows are put into it."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.writer.excel import ExcelWriter
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl import Workbook

# Rows that say the same a hundred thousand times over gain little by more effort.
_EFFORT = 3
_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData\s*></sheetData>")
# Links stand before these, codes before those (ECMA-376, order of the elements of a sheet).
_AFTER_LINKS = re.compile(rb"<(?:printOptions|pageMargins)\b")
_AFTER_CODES = re.compile(rb"<(?:smartTags|drawing|legacyDrawing|tableParts)\b|</worksheet>")


class SheetContent(Protocol):
    """What is put into the frame of a sheet."""

    @property
    def links(self) -> Mapping[str, str]:
        """Places inside the workbook that cells open."""

    @property
    def codes(self) -> Sequence[str]:
        """Cells whose figures are text on purpose."""

    def blocks(self) -> Iterator[bytes]:
        """Yield the XML of the rows."""


def pack(workbook: Workbook, sheets: Mapping[str, SheetContent], stream: IO[bytes]) -> None:
    """Write the file; ``sheets`` holds what each sheet part contains."""
    with _Archive(stream, sheets) as archive:
        ExcelWriter(workbook, archive).save()


class _Archive(ZipFile):
    """Puts rows and links where openpyxl adds a sheet without any."""

    def __init__(self, stream: IO[bytes], sheets: Mapping[str, SheetContent]) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED, compresslevel=_EFFORT)
        self._sheets = sheets

    @override
    def write(self, filename: Any, arcname: Any = None, *args: Any, **options: Any) -> None:
        content = self._sheets.get(arcname)
        if content is None:
            super().write(filename, arcname, *args, **options)
            return
        head, tail = split_frame(Path(filename).read_bytes())
        with self.open(arcname, "w", force_zip64=True) as part:
            part.write(head)
            for block in content.blocks():
                part.write(block)
            part.write(with_codes(with_links(tail, content.links), content.codes))


def split_frame(sheet: bytes) -> tuple[bytes, bytes]:
    """Return what stands before the rows of an empty sheet, and behind.

    Raises:
        ValueError: this is not the frame of a sheet.
    """
    found = _ROWS.search(sheet)
    if found is None:
        raise ValueError("a sheet without a place for rows")
    return sheet[: found.start()] + b"<sheetData>", b"</sheetData>" + sheet[found.end() :]


def with_links(tail: bytes, links: Mapping[str, str]) -> bytes:
    """Return what stands behind the rows, with links inside the workbook."""
    if not links:
        return tail
    written = io.StringIO()
    for place, target in links.items():
        written.write(f'<hyperlink ref="{place}" location={quoteattr(target)}/>')
    return _with(tail, _AFTER_LINKS, f"<hyperlinks>{written.getvalue()}</hyperlinks>")


def with_codes(tail: bytes, codes: Sequence[str]) -> bytes:
    """Return what stands behind the rows, saying which cells hold figures as text."""
    if not codes:
        return tail
    cells = quoteattr(" ".join(codes))
    block = (
        f'<ignoredErrors><ignoredError sqref={cells} numberStoredAsText="1"/></ignoredErrors>'
    )
    return _with(tail, _AFTER_CODES, block)


def _with(tail: bytes, place: re.Pattern[bytes], block: str) -> bytes:
    found = place.search(tail)
    if found is None:
        raise ValueError("a sheet that does not end as sheets do")
    return tail[: found.start()] + block.encode() + tail[found.start() :]
