"""Recognises what a file is about by its content, asking each reader in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import FileFormat, FileKind, RecognisedFile
from coopdesk.exchange.contact_files import recognise_contacts
from coopdesk.exchange.entry_files import holds_entries
from coopdesk.exchange.helloasso_layouts import LAYOUTS
from coopdesk.exchange.table_file import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coopdesk.domain.custom_fields import CustomField


def kind_of_file(path: Path, custom: Sequence[CustomField] = ()) -> RecognisedFile:
    """Say what a file is about.

    Raises:
        RuleError: ``file.…``, why nobody can read it. ExternalError: it cannot be opened.
    """
    try:
        table = read_table(path, LAYOUTS)
    except RuleError as error:
        if holds_entries(path):
            return RecognisedFile(path.name, FileKind.ENTRIES)
        if error.code not in {"file.unknown_format", "file.empty"}:
            raise
        found = recognise_contacts(path, custom)
        known = found.file_format is not FileFormat.CONTACT_TABLE
        return RecognisedFile(
            path.name, FileKind.CONTACTS, found.file_format if known else None
        )
    return RecognisedFile(path.name, FileKind.PAYMENTS, table.header.layout.file_format)
