"""Recognises what a file is about by its content, asking each reader in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat, FileKind, RecognisedFile
from coopdesk.exchange import payment_files, statement_files
from coopdesk.exchange.bank_tables import nothing_known
from coopdesk.exchange.contact_files import recognise_contacts
from coopdesk.exchange.entry_files import holds_entries
from coopdesk.exchange.file_content import read_content
from coopdesk.exchange.framadate import looks_like_framadate
from coopdesk.exchange.ical import looks_like_ical
from coopdesk.exchange.webform import looks_like_webform

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.bank_columns import KnownTable
    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.exchange.file_content import FileContent


def kind_of_file(
    path: Path,
    custom: Sequence[CustomField] = (),
    remembered: Callable[[str], KnownTable | None] = nothing_known,
) -> RecognisedFile:
    """Say what a file is about; what carries a mark or a known header comes before any table.

    Raises:
        RuleError: ``file.…``, why nobody can read it. ExternalError: it cannot be opened.
    """
    content = read_content(path)
    if holds_entries(path):
        # Before statements: entries of Paheko have a day, a label, a debit and a credit too.
        return RecognisedFile(content.name, FileKind.ENTRIES)
    for kind, format_of in (
        (FileKind.CALENDAR, _calendar),
        (FileKind.STATEMENT, lambda one: statement_files.format_of(one, remembered)),
        (FileKind.PAYMENTS, payment_files.format_of),
        (FileKind.POLL, _poll),
    ):
        found = format_of(content)
        if found is not None:
            return RecognisedFile(content.name, kind, found)
    return _people_or_bank(path, content, custom)


def _calendar(content: FileContent) -> FileFormat | None:
    return FileFormat.ICALENDAR if looks_like_ical(content.data) else None


def _poll(content: FileContent) -> FileFormat | None:
    if looks_like_framadate(content):
        return FileFormat.FRAMADATE
    return FileFormat.WEBFORM if looks_like_webform(content) else None


def _people_or_bank(
    path: Path, content: FileContent, custom: Sequence[CustomField]
) -> RecognisedFile:
    """Tell what is left: contacts of a known program, a table of a bank, a table of anybody."""
    found = recognise_contacts(path, custom)
    if found.file_format is not FileFormat.CONTACT_TABLE:
        return RecognisedFile(content.name, FileKind.CONTACTS, found.file_format)
    # A table that names nobody may be of a bank with names of its own.
    if statement_files.may_hold_statements(content, by_cells=found.needs_mapping):
        return RecognisedFile(content.name, FileKind.STATEMENT)
    if not found.row_count or (len(found.columns) < 2 and found.needs_mapping):
        names = ", ".join(use.column for use in found.columns[:12])
        raise RuleError("file.unknown_format", headers=names)
    return RecognisedFile(content.name, FileKind.CONTACTS)
