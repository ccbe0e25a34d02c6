"""The one door for files of platforms: who paid, what for, and how it went to the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.helloasso import read_export
from coopdesk.exchange.helloasso_json import api_format, read_api_file
from coopdesk.exchange.helloasso_layouts import LAYOUTS
from coopdesk.exchange.json_content import looks_like_json
from coopdesk.exchange.open_collective import looks_like_open_collective, read_open_collective
from coopdesk.exchange.row_cells import NO_CORRECTIONS
from coopdesk.exchange.table_file import header_of

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.imports import ReadFile
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.row_cells import Corrections


def read_payments(path: Path, corrections: Corrections = NO_CORRECTIONS) -> ReadFile:
    """Read a file of payments or registrations of any platform, known by its content.

    ``corrections`` are cells that stand for those of the file, by line and name of the column.

    Raises:
        RuleError: ``file.…``, the file as a whole cannot be imported, and why.
        ExternalError: ``file.…``, the file cannot be opened.
    """
    content = read_content(path)
    if looks_like_json(content.data):
        return read_api_file(content, corrections)
    if looks_like_open_collective(content):
        return read_open_collective(content, corrections)
    return read_export(content, corrections)


def format_of(content: FileContent) -> FileFormat | None:
    """Say which platform's file of payments or registrations a file is, by its header.

    None for anything else, whatever is wrong with it.
    """
    if looks_like_json(content.data):
        return api_format(content)
    if looks_like_open_collective(content):
        return FileFormat.OPEN_COLLECTIVE
    try:
        header = header_of(content, LAYOUTS)
    except RuleError:
        return None
    return None if header is None else header.layout.file_format
