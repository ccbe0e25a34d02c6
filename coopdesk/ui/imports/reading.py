"""Looks into files and imports them, each by the service that knows its kind; on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from coopdesk.domain.contact_imports import are_chosen
from coopdesk.domain.errors import CoopDeskError, RuleError
from coopdesk.domain.import_formats import FileFormat, FileKind, RecognisedFile
from coopdesk.services.outcome import Changes, Outcome
from coopdesk.services.progress import JobCancelledError, Stretch
from coopdesk.ui.feedback import error_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coopdesk.domain.contact_imports import ContactPreview, Recognised
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.domain.import_previews import Preview
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.imports.incoming import IncomingFile

_ADDRESS_CARDS = frozenset({".vcf", ".vcard"})


class FileReader(Protocol):
    """What the services of all kinds of files but contacts and entries have in common."""

    def preview(self, path: Path, decisions: ImportDecisions, progress: Progress) -> Preview:
        """Say what an import would do."""

    def apply(
        self, path: Path, decisions: ImportDecisions, progress: Progress
    ) -> Outcome[ImportSummary | None]:
        """Import a file."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a file; ``preview`` is None where its columns must be named first."""

    found: RecognisedFile | None = None
    preview: Preview | ContactPreview | None = None
    recognised: Recognised | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """How the import of a file ended; ``summary`` is None when it brought nothing."""

    summary: ImportSummary | None = None
    error: str = ""


def look_into(
    services: Services, files: Sequence[IncomingFile], progress: Progress
) -> list[Looked]:
    """Look into files; what one of them cannot be read for does not stop the others."""
    looked = []
    for at, file in enumerate(files):
        part = _part(progress, at, len(files))
        try:
            looked.append(_look(services, file, part))
        except CoopDeskError as error:
            looked.append(Looked(error=error_sentence(error)))
    return looked


def apply_all(
    services: Services, files: Sequence[IncomingFile], progress: Progress
) -> Outcome[list[Applied]]:
    """Import files one after the other, each whole or not at all.

    Raises:
        JobCancelledError: the person stopped before the first one was written.
    """
    done: list[Applied] = []
    changes: Changes = frozenset()
    for at, file in enumerate(files):
        try:
            outcome = _apply(services, file, _part(progress, at, len(files)))
        except CoopDeskError as error:
            done.append(Applied(error=error_sentence(error)))
        except JobCancelledError:
            if not changes:
                raise
            break
        else:
            done.append(Applied(outcome.value))
            changes |= outcome.changes
    return Outcome(done, changes)


def _part(progress: Progress, at: int, count: int) -> Progress:
    return Stretch(progress, 100 * at // count, 100 * (at + 1) // count)


def reader_of(services: Services, kind: FileKind) -> FileReader:
    """Return the service that reads a kind of files."""
    readers: dict[FileKind, FileReader] = {
        FileKind.PAYMENTS: services.imports,
        FileKind.STATEMENT: services.bank_imports,
        FileKind.POLL: services.poll_imports,
        FileKind.CALENDAR: services.calendar_imports,
    }
    return readers[kind]


def _look(services: Services, file: IncomingFile, progress: Progress) -> Looked:
    if file.pulled is not None:
        found = RecognisedFile(file.name, FileKind.PAYMENTS, FileFormat.HELLOASSO_API)
        preview = services.helloasso.preview(file.pulled, file.decisions, progress)
        return Looked(found, preview)
    found = file.found or services.file_kinds.recognise(file.path)
    if found.kind is FileKind.ENTRIES:
        return Looked(found)
    if found.kind is FileKind.CONTACTS:
        return _look_for_contacts(services, file, found, progress)
    reader = reader_of(services, found.kind)
    return Looked(found, reader.preview(file.path, file.decisions, progress))


def _look_for_contacts(
    services: Services, file: IncomingFile, found: RecognisedFile, progress: Progress
) -> Looked:
    recognised = file.recognised or services.contact_imports.recognise(file.path)
    if not _may_be_contacts(file.path, recognised):
        raise RuleError("file.unknown_format", headers="")
    if file.mapping is None and must_ask(recognised):
        return Looked(found, recognised=recognised)
    preview = services.contact_imports.preview(
        file.path, file.mapping, file.contact_decisions, progress
    )
    return Looked(found, preview, recognised)


def must_ask(recognised: Recognised) -> bool:
    """Tell whether a person must say first what the columns of a file of contacts hold."""
    is_guessed = recognised.file_format is FileFormat.CONTACT_TABLE
    return recognised.needs_mapping or (is_guessed and not are_chosen(recognised.columns))


def _may_be_contacts(path: Path, recognised: Recognised) -> bool:
    """Tell whether anybody would take a file for contacts: a sheet of nothing is none."""
    if recognised.file_format is not FileFormat.CONTACT_TABLE:
        return True
    if path.suffix.lower() in _ADDRESS_CARDS:
        return True
    is_table = len(recognised.columns) > 1 or not recognised.needs_mapping
    return bool(recognised.row_count) and is_table


def _apply(
    services: Services, file: IncomingFile, progress: Progress
) -> Outcome[ImportSummary | None]:
    kind = file.kind
    assert kind is not None
    if file.pulled is not None:
        return services.helloasso.apply(file.pulled, file.decisions, progress)
    if file.preview is not None:
        services.file_kinds.refuse_changed(file.path, file.preview.sha256)
    if kind is FileKind.CONTACTS:
        contacts = services.contact_imports
        return contacts.apply(file.path, file.mapping, file.contact_decisions, progress)
    return reader_of(services, kind).apply(file.path, file.decisions, progress)
