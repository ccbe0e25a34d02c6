"""Archives of statements, as banks give a year of them: unpacked in memory, within limits."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from coopdesk.domain.bank_statements import ReadBankFile
from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import clean_line
from coopdesk.exchange.file_content import FileContent
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS
from coopdesk.exchange.statement_text import HEAD_BYTES
from coopdesk.exchange.workbook_parts import BROKEN_ARCHIVE, MAXIMUM_RATIO, MAXIMUM_UNPACKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coopdesk.domain.import_formats import FileFormat

_MARK = b"PK\x03\x04"
# A year of daily statements; anything compresses well when it is small.
_MEMBERS = 400
_RATIO_FLOOR = 1_000_000
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# A workbook, a text document, a program: archives that are one document.
_OF_DOCUMENTS = frozenset({"[content_types].xml", "mimetype", "content.xml", "meta-inf"})


def archive_format(
    data: bytes, format_of: Callable[[bytes], FileFormat | None]
) -> FileFormat | None:
    """Return the format of the first statement in an archive; None when it holds none."""
    try:
        return next(filter(None, map(format_of, _heads(data))), None)
    except (RuleError, *BROKEN_ARCHIVE):
        return None


def read_archive(
    content: FileContent,
    corrections: Mapping[int, Mapping[str, str]],
    read: Callable[[FileContent, Mapping[int, Mapping[str, str]]], ReadBankFile | None],
) -> ReadBankFile:
    """Read the statements of an archive by their names, as if they stood in one file.

    ``read`` returns None of a file that is no statement. The lines of each file are counted on
    from those of the one before.

    Raises:
        RuleError: ``file.inflates``, ``file.password_protected``, ``file.too_many_rows``,
            ``statement.damaged_archive``, ``statement.none_inside``,
            ``statement.several_formats``, and why a file in it cannot be read.
    """
    try:
        members = list(_members(content.data))
    except BROKEN_ARCHIVE as error:
        raise RuleError("statement.damaged_archive") from error
    found: list[ReadBankFile] = []
    left_out: list[Problem] = []
    offset = 0
    for member in members:
        theirs = {line - offset: cells for line, cells in corrections.items() if line > offset}
        one = read(member, theirs)
        if one is None:
            name = clean_line(member.name)[:80]
            left_out.append(Problem(0, "statement.file_left_out", values={"name": name}))
            continue
        found.append(_moved(one, offset))
        offset = max(_lines(found[-1]), default=offset)
    return _joined(content, found, left_out)


def _heads(data: bytes) -> Iterator[bytes]:
    """Yield the beginnings of the files in an archive that is not a document."""
    if not data.startswith(_MARK):
        return
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for entry in _entries(archive):
            with archive.open(entry) as stream:
                yield stream.read(HEAD_BYTES)


def _members(data: bytes) -> Iterator[FileContent]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for entry in _entries(archive):
            # The name is only shown; nothing is ever written under it.
            name = entry.filename.replace("\\", "/").rpartition("/")[2]
            # Never more than the declared size; the checksum betrays a size that lies.
            with archive.open(entry) as stream:
                yield FileContent(name, stream.read())


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of an archive by their names, once they are known to be small."""
    listed = archive.infolist()
    if any(_is_of_document(entry.filename) for entry in listed):
        return []
    if any(entry.flag_bits & 1 for entry in listed):
        raise RuleError("file.password_protected")
    unpacked = sum(entry.file_size for entry in listed)
    packed = sum(entry.compress_size for entry in listed)
    inflates = unpacked > _RATIO_FLOOR and unpacked > MAXIMUM_RATIO * packed
    if unpacked > MAXIMUM_UNPACKED or inflates or len(listed) > _MEMBERS:
        raise RuleError("file.inflates", megabytes=-(-unpacked // 1_000_000))
    if any(entry.compress_type not in _PACKINGS for entry in listed):
        raise zipfile.BadZipFile
    files = [entry for entry in listed if _is_file(entry.filename)]
    return sorted(files, key=lambda entry: entry.filename)


def _is_of_document(name: str) -> bool:
    first = name.replace("\\", "/").lstrip("/").lower()
    return first in _OF_DOCUMENTS or first.startswith(("xl/", "word/", "meta-inf/"))


def _is_file(name: str) -> bool:
    """Tell files from folders, and from what a system hides among them."""
    parts = name.replace("\\", "/").split("/")
    hidden = (part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in parts)
    return bool(parts[-1]) and not any(hidden)


def _lines(read: ReadBankFile) -> Iterator[int]:
    for statement in read.statements:
        yield from (line.line for line in statement.lines)
    yield from (problem.line for problem in read.problems)
    yield from (problem.line for problem in read.warnings if problem.line)


def _moved(read: ReadBankFile, offset: int) -> ReadBankFile:
    """Return a file with all its lines counted on from another's."""
    if not offset:
        return read
    statements = tuple(
        replace(one, lines=tuple(replace(line, line=line.line + offset) for line in one.lines))
        for one in read.statements
    )
    return replace(
        read,
        statements=statements,
        problems=_moved_problems(read.problems, offset),
        warnings=_moved_problems(read.warnings, offset),
        refused={line + offset: raw for line, raw in read.refused.items()},
    )


def _moved_problems(problems: Sequence[Problem], offset: int) -> tuple[Problem, ...]:
    return tuple(replace(one, line=one.line + offset) if one.line else one for one in problems)


def _joined(
    content: FileContent, found: Sequence[ReadBankFile], left_out: Sequence[Problem]
) -> ReadBankFile:
    formats = {one.file_format for one in found}
    if not formats:
        raise RuleError("statement.none_inside")
    if len(formats) > 1:
        raise RuleError("statement.several_formats")
    statements = tuple(statement for one in found for statement in one.statements)
    if sum(len(one.lines) for one in statements) > MAXIMUM_ROWS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    # What concerns a whole file is said once, whatever many files say it.
    warnings = [*left_out, *(problem for one in found for problem in one.warnings)]
    general = [one for one in warnings if not one.line]
    once = [one for at, one in enumerate(general) if one not in general[:at]]
    return ReadBankFile(
        name=content.name,
        sha256=content.sha256,
        file_format=formats.pop(),
        statements=statements,
        problems=tuple(problem for one in found for problem in one.problems),
        warnings=(*once, *(one for one in warnings if one.line)),
        day_samples=next((one.day_samples for one in found if one.day_samples), ()),
        refused={line: raw for one in found for line, raw in one.refused.items()},
    )
