"""Reads the entries of a file that somebody chose, whatever program wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.fec_layouts import (
    FEC_LAYOUTS,
    PAHEKO_LAYOUTS,
    EntryRows,
    plain_fec_rows,
)
from coopdesk.exchange.fec_reading import read_fec
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.paheko_entries import read_paheko
from coopdesk.exchange.table_file import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.entry_imports import EntryFile
    from coopdesk.exchange.file_content import FileContent


def read_entries(path: Path) -> EntryFile:
    """Read a FEC or a file of entries of Paheko, and what is wrong in it by line and column.

    Raises:
        RuleError: ``file.…`` why the file holds no entries, ``entries.null_characters``,
            ``entries.unknown_format``.
        ExternalError: ``file.…``, it cannot be read.
    """
    content = read_content(path)
    found = _rows(path, content)
    if found.header.layout.file_format is FileFormat.FEC:
        return read_fec(content, found)
    return read_paheko(content, found)


def holds_entries(path: Path) -> bool:
    """Tell whether a file is a FEC or of Paheko by its header, be it whole or not."""
    try:
        _rows(path, read_content(path))
    except RuleError as error:
        # A statement of a bank has most columns of Paheko; nothing looks like a FEC.
        is_fec = error.values.get("format") is FileFormat.FEC
        return is_fec or error.code == "entries.null_characters"
    except ExternalError:
        return False
    return True


def _rows(path: Path, content: FileContent) -> EntryRows:
    found = plain_fec_rows(content)
    if found is not None:
        return found
    try:
        table = read_table(path, (*FEC_LAYOUTS, *PAHEKO_LAYOUTS))
    except RuleError as error:
        if error.code == "file.unknown_format":
            raise RuleError("entries.unknown_format", **error.values) from error
        raise
    if any(one.code == "file.null_characters" for one in table.warnings):
        line = content.data.count(b"\n", 0, content.data.index(b"\0")) + 1
        raise RuleError("entries.null_characters", line=line)
    return EntryRows(table.header, table.rows, table.warnings)
