"""The parts of an XLSX or ODS file, unpacked only within limits.

A workbook is an archive: a few kilobytes may announce gigabytes. What is counted here is
exactly what the reader of cells then receives, because the parts are packed anew.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.ods_limits import check_ods
from coopdesk.exchange.xlsx_limits import check_xlsx

MAXIMUM_UNPACKED = 50_000_000
MAXIMUM_RATIO = 100

# Anything compresses well when it is small.
_RATIO_FLOOR = 1_000_000
_ENTRIES = 2_000
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_ODS_PARTS = frozenset({"mimetype", "content.xml", "META-INF/manifest.xml"})
# What unpacking raises of an archive that is not whole, or not one.
BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    ValueError,
)


def safe_workbook(data: bytes) -> BytesIO:
    """Return the workbook packed anew from the parts that hold cells, all of them counted.

    Raises:
        RuleError: ``file.password_protected``, ``file.is_archive``, ``file.damaged_workbook``,
            ``file.inflates``, ``file.too_many_rows``, ``file.too_many_columns``.
    """
    try:
        parts = _unpack(data)
    except BROKEN_ARCHIVE as error:
        raise RuleError("file.damaged_workbook") from error
    for name, part in parts.items():
        if name != "mimetype":
            _check_well_formed(part)
    if "content.xml" in parts:
        if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
            raise RuleError("file.password_protected")
        if not parts.get("mimetype", _ODS_TYPE).startswith(_ODS_TYPE):
            raise RuleError("file.is_archive")
        check_ods(parts["content.xml"])
    else:
        check_xlsx(parts.values())
    return _pack(parts)


def _unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        names = {_tidy(entry.filename): entry for entry in entries}
        # Before it is called an archive: nobody should be told to unpack a bomb.
        _check_declared(entries)
        is_ods = "content.xml" in names
        if not is_ods and "xl/workbook.xml" not in names:
            raise RuleError("file.is_archive")
        if any(entry.flag_bits & 1 for entry in entries):
            raise RuleError("file.password_protected")
        if len(entries) > _ENTRIES:
            raise _inflates(entries)
        is_part = _ODS_PARTS.__contains__ if is_ods else _is_xlsx_part
        return {name: _read(archive, entry) for name, entry in names.items() if is_part(name)}


def _tidy(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _is_xlsx_part(name: str) -> bool:
    lower = name.lower()
    if lower in {"[content_types].xml", "_rels/.rels"}:
        return True
    return lower.startswith("xl/") and lower.endswith((".xml", ".rels"))


def _check_declared(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive by the sizes that it declares, before unpacking anything."""
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    inflates = unpacked > _RATIO_FLOOR and unpacked > MAXIMUM_RATIO * packed
    if unpacked > MAXIMUM_UNPACKED or inflates:
        raise _inflates(entries)


def _inflates(entries: list[zipfile.ZipInfo]) -> RuleError:
    unpacked = sum(entry.file_size for entry in entries)
    return RuleError("file.inflates", megabytes=-(-unpacked // 1_000_000))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile
    # Never more than the declared size; the checksum then betrays a size that lies.
    with archive.open(entry) as stream:
        return stream.read()


def _check_well_formed(part: bytes) -> None:
    """Refuse XML that ends in the middle or names entities, and so could trap a reader.

    Entities can multiply a text or name another file; no spreadsheet program writes them. The
    reader of cells has been seen to wait for ever for the end of a table that never comes.
    """
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise RuleError("file.damaged_workbook")
    try:
        ParserCreate().ParseFile(BytesIO(part))
    except (ExpatError, ValueError) as error:
        raise RuleError("file.damaged_workbook") from error


def _pack(parts: dict[str, bytes]) -> BytesIO:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    packed.seek(0)
    return packed
