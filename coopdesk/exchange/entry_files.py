"""Reads the entries of a file that somebody chose, whatever program wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import FileFormat
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


def read_entries(path: Path) -> EntryFile:
    """Read a FEC or a file of entries of Paheko, and what is wrong in it by line and column.

    Raises:
        RuleError: ``file.…`` why the file holds no entries, ``entries.null_characters``.
        ExternalError: ``file.…``, it cannot be read.
    """
    content = read_content(path)
    found = plain_fec_rows(content)
    if found is None:
        table = read_table(path, (*FEC_LAYOUTS, *PAHEKO_LAYOUTS))
        if any(one.code == "file.null_characters" for one in table.warnings):
            line = content.data.count(b"\n", 0, content.data.index(b"\0")) + 1
            raise RuleError("entries.null_characters", line=line)
        found = EntryRows(table.header, table.rows, table.warnings)
    if found.header.layout.file_format is FileFormat.FEC:
        return read_fec(content, found)
    return read_paheko(content, found)
