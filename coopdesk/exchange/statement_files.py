"""Reads the bank statements of a file that somebody chose, whatever bank and format."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS, RowDecision
from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.bank_tables import (
    bank_table_format,
    may_be_bank_table,
    nothing_known,
    read_bank_table,
)
from coopdesk.exchange.camt import looks_like_camt, read_camt
from coopdesk.exchange.cfonb import looks_like_cfonb, read_cfonb
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.ofx import looks_like_ofx, read_ofx
from coopdesk.exchange.qif import looks_like_qif, read_qif
from coopdesk.exchange.statement_archives import archive_format, read_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from coopdesk.domain.bank_columns import KnownTable
    from coopdesk.domain.bank_statements import ReadBankFile
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.exchange.file_content import FileContent


class StatementReader(NamedTuple):
    """One format: how its files are recognised, by their bytes alone, and read."""

    file_format: FileFormat
    looks_like: Callable[[bytes], bool]
    read: Callable[[FileContent, ImportDecisions], ReadBankFile]


def _ofx(content: FileContent, decisions: ImportDecisions) -> ReadBankFile:
    return read_ofx(content, decisions.corrections)


def _qif(content: FileContent, decisions: ImportDecisions) -> ReadBankFile:
    return read_qif(content, decisions.corrections, decisions.day_order)


def _cfonb(content: FileContent, decisions: ImportDecisions) -> ReadBankFile:
    return read_cfonb(content, decisions.corrections)


def _camt(content: FileContent, decisions: ImportDecisions) -> ReadBankFile:
    return read_camt(content, decisions.corrections)


# Formats that carry their own mark; tables, which have none, are asked after them.
_READERS = (
    StatementReader(FileFormat.OFX, looks_like_ofx, _ofx),
    StatementReader(FileFormat.QIF, looks_like_qif, _qif),
    StatementReader(FileFormat.CFONB, looks_like_cfonb, _cfonb),
    StatementReader(FileFormat.CAMT, looks_like_camt, _camt),
)


def read_statements(
    path: Path,
    decisions: ImportDecisions = NO_IMPORT_DECISIONS,
    remembered: Callable[[str], KnownTable | None] = nothing_known,
) -> ReadBankFile:
    """Read a bank file; operations that cannot be read are in ``problems``, by their line.

    ``remembered`` gives what was said before of a table with the same header key.

    Raises:
        RuleError: ``file.…`` or ``statement.…``, why the file as a whole cannot be read.
        ExternalError: ``file.…``, it cannot be opened.
    """
    content = read_content(path)
    # First: what is stored unpacked shows its marks through the archive.
    if archive_format(content.data, _format_of_mark):
        return read_archive(
            content,
            decisions.corrections,
            lambda member, theirs: _marked(member, _corrected(decisions, theirs)),
        )
    marked = _marked(content, decisions)
    return marked or read_bank_table(content, decisions, remembered)


def holds_statements(path: Path) -> bool:
    """Tell whether a file is a bank statement, be it whole or not."""
    try:
        content = read_content(path)
    except (RuleError, ExternalError):
        return False
    return format_of(content) is not None or may_hold_statements(content)


def format_of(
    content: FileContent, remembered: Callable[[str], KnownTable | None] = nothing_known
) -> FileFormat | None:
    """Return the format of a bank file: by its mark, by its bank, or explained before."""
    marked = archive_format(content.data, _format_of_mark) or _format_of_mark(content.data)
    return marked or bank_table_format(content, remembered)


def may_hold_statements(content: FileContent, *, by_cells: bool = False) -> bool:
    """Tell whether an unknown table may be of a bank: it has a day, a label and an amount.

    The names of its columns tell, with ``by_cells`` what stands in them too.
    """
    return may_be_bank_table(content, by_cells=by_cells)


def _format_of_mark(data: bytes) -> FileFormat | None:
    return next((one.file_format for one in _READERS if one.looks_like(data)), None)


def _marked(content: FileContent, decisions: ImportDecisions) -> ReadBankFile | None:
    """Read a file that carries the mark of its format; None of another."""
    for reader in _READERS:
        if reader.looks_like(content.data):
            return reader.read(content, decisions)
    return None


def _corrected(
    decisions: ImportDecisions, corrections: Mapping[int, Mapping[str, str]]
) -> ImportDecisions:
    """Return what was decided of one file of an archive."""
    rows = {line: RowDecision(cells=cells) for line, cells in corrections.items()}
    return replace(decisions, rows=rows)
