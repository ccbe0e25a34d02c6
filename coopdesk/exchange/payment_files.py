"""The one door for files of platforms: who paid, what for, and how it went to the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.helloasso import read_export
from coopdesk.exchange.row_cells import NO_CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.imports import ReadFile
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.row_cells import Corrections

    Reader = tuple[
        Callable[[FileContent], bool], Callable[[FileContent, Corrections], ReadFile]
    ]

# Readers that know their files by the content; whatever none of them knows goes to HelloAsso's.
_READERS: tuple[Reader, ...] = ()


def read_payments(path: Path, corrections: Corrections = NO_CORRECTIONS) -> ReadFile:
    """Read a file of payments or registrations of any platform, known by its content.

    ``corrections`` are cells that stand for those of the file, by line and name of the column.

    Raises:
        RuleError: ``file.…``, the file as a whole cannot be imported, and why.
        ExternalError: ``file.…``, the file cannot be opened.
    """
    content = read_content(path)
    for knows, read in _READERS:
        if knows(content):
            return read(content, corrections)
    return read_export(content, corrections)
