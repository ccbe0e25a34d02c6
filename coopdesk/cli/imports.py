"""Commands about imports of any file: preview, apply, list, undo, formats."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Protocol

import typer

from coopdesk.cli import helloasso
from coopdesk.cli.book_exchange import entries_answer
from coopdesk.cli.calls import Call
from coopdesk.cli.contact_files import import_answer, preview_answer
from coopdesk.cli.documents import import_document, operation_document
from coopdesk.cli.failures import DONE, REFUSED
from coopdesk.cli.import_decisions import DECISION_FIELDS, read_decisions, refuse_decisions
from coopdesk.cli.import_documents import (
    ask_document,
    counts_text,
    left_lines,
    left_parts,
    line_document,
    preview_parts,
    remark_documents,
)
from coopdesk.cli.jobs import job
from coopdesk.cli.options import FileArgument, command, parse_count, subject_app
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.contact_imports import NO_DECISIONS
from coopdesk.domain.import_decisions import ImportDecisions
from coopdesk.domain.import_formats import FORMATS_OF_KIND, FileKind
from coopdesk.domain.import_history import ImportSummary
from coopdesk.domain.import_previews import Preview
from coopdesk.domain.imports import RowVerdict
from coopdesk.services.outcome import Outcome
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.registry import Services
from coopdesk.wording.formats import moment_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.operations import operation_text


class Importer(Protocol):
    """What every service that imports a kind of file does."""

    def preview(
        self, path: Path, decisions: ImportDecisions, progress: Progress = NO_PROGRESS
    ) -> Preview:
        """Say what an import would do."""
        ...

    def apply(
        self, path: Path, decisions: ImportDecisions, progress: Progress = NO_PROGRESS
    ) -> Outcome[ImportSummary | None]:
        """Import a file whole."""
        ...


app = subject_app("import", _("Files of banks, platforms and other programs."))
app.add_typer(helloasso.app)


@command(app, "preview", _("Say what an import would do; changes nothing."), DECISION_FIELDS)
def preview_file(call: Call, file: FileArgument, **words: Any) -> Answer:
    """Answer with the verdict on each line of a file."""
    with call.opened() as services, job(_("Reading the file")) as progress:
        kind = services.file_kinds.recognise(file).kind
        if kind in _OWN_ANSWERS:
            return _OWN_ANSWERS[kind](services, file, words, progress, is_preview=True)
        decisions = _decided(services, kind, file, words)
        preview = importer(services, kind).preview(file, decisions, progress)
    document = {
        "file": preview.file_name,
        "sha256": preview.sha256,
        "kind": kind,
        "format": preview.file_format,
        "counts": _counts(preview),
        "new_amount_cents": preview.new_amount.cents,
        "lines": [line_document(line) for line in preview.lines],
        "asks": [ask_document(ask) for ask in preview.asks],
        **remark_documents(preview),
    }
    return Answer(document, preview_parts(preview))


@command(app, "apply", _("Import a file: everything that is new, or nothing."), DECISION_FIELDS)
def apply_file(call: Call, file: FileArgument, **words: Any) -> Answer:
    """Import a file in one transaction; a file that brings nothing new is no error."""
    with call.opened() as services, job(_("Importing")) as progress:
        kind = services.file_kinds.recognise(file).kind
        if kind in _OWN_ANSWERS:
            return _OWN_ANSWERS[kind](services, file, words, progress, is_preview=False)
        decisions = _decided(services, kind, file, words)
        service = importer(services, kind)
        preview = service.preview(file, decisions)
        summary = service.apply(file, decisions, progress).value
    left = left_lines(preview)
    document = {
        "import": None if summary is None else import_document(summary),
        "counts": _counts(preview),
        "left": [line_document(line) for line in left],
        **remark_documents(preview),
    }
    told = left_parts(preview)
    # What brings nothing is known, or could not be taken.
    code = REFUSED if left and not _is_any_taken(preview) else DONE
    if summary is not None:
        return Answer(document, (*_summary_parts(summary), *told), code)
    sentence = _("Nothing new in this file: nothing was imported.")
    if code is REFUSED:
        sentence = _("No line of this file can be taken as it is: nothing was imported.")
    return Answer(document, (sentence, *told, counts_text(preview)), code)


def _is_any_taken(preview: Preview) -> bool:
    """Tell whether a line of the file is taken, or waits for a person to say so."""
    return any(line.verdict is not RowVerdict.REFUSED for line in preview.lines)


@command(app, "formats", _("List the files that an import knows."))
def list_formats(call: Call) -> Answer:
    """Answer with every format and what it brings."""
    del call
    document = {
        "formats": [
            {"kind": kind, "format": one, "name": label(one)}
            for kind, formats in FORMATS_OF_KIND.items()
            for one in formats
        ]
    }
    rows = [
        (label(kind), label(one))
        for kind, formats in FORMATS_OF_KIND.items()
        for one in formats
    ]
    return Answer(document, (Listing((Column(_("Kind")), Column(_("Format"))), rows),))


@command(app, "list", _("List the imports in force, newest first."))
def list_imports(call: Call) -> Answer:
    """Answer with the imports that were not taken back."""
    with call.opened() as services:
        summaries = services.imports.history()
    document = {"imports": [import_document(summary) for summary in summaries]}
    return Answer(document, (_history_listing(summaries),))


@command(app, "undo", _("Take a whole import back."))
def undo_import(
    call: Call,
    run: Annotated[
        int,
        typer.Argument(metavar=_("RUN"), help=_("Number of the import."), parser=parse_count),
    ],
) -> Answer:
    """Take back everything that an import wrote."""
    with call.opened() as services, job(_("Undoing the import")) as progress:
        operation = services.imports.undo(run, progress).value
    text = _("Taken back: {operation}").format(operation=operation_text(operation))
    return Answer({"run": run, "operation": operation_document(operation)}, (text,))


def importer(services: Services, kind: FileKind) -> Importer:
    """Return the service that imports files of a kind."""
    found: dict[FileKind, Importer] = {
        FileKind.PAYMENTS: services.imports,
        FileKind.STATEMENT: services.bank_imports,
        FileKind.POLL: services.poll_imports,
        FileKind.CALENDAR: services.calendar_imports,
    }
    return found[kind]


def _decided(
    services: Services, kind: FileKind, file: Path, words: Mapping[str, Any]
) -> ImportDecisions:
    """Return what the options decide; the file is looked at where they name parts of it."""
    look = partial(importer(services, kind).preview, file)
    return read_decisions(services, kind, words, look)


def _contacts(
    services: Services,
    file: Path,
    words: Mapping[str, Any],
    progress: Progress,
    *,
    is_preview: bool,
) -> Answer:
    refuse_decisions({**words, "columns": None})
    mapping = words["columns"]
    told = services.contact_imports.read_mapping(file, mapping) if mapping else None
    answer = preview_answer if is_preview else import_answer
    return answer(services, file, told, NO_DECISIONS, progress)


def _entries(
    services: Services,
    file: Path,
    words: Mapping[str, Any],
    progress: Progress,
    *,
    is_preview: bool,
) -> Answer:
    refuse_decisions(words)
    return entries_answer(services, file, progress, preview=is_preview)


# Files with previews of their own.
_OWN_ANSWERS: dict[FileKind, Callable[..., Answer]] = {
    FileKind.CONTACTS: _contacts,
    FileKind.ENTRIES: _entries,
}


def _counts(preview: Preview) -> dict[str, int]:
    return {verdict.value: preview.count(verdict) for verdict in RowVerdict}


def _summary_parts(summary: ImportSummary) -> tuple[Listing | str, ...]:
    return (
        _("Import no. {run} done: {file}").format(run=summary.id, file=summary.file_name),
        facts(
            (label(RowVerdict.NEW), str(summary.new)),
            (label(RowVerdict.CHANGED), str(summary.changed)),
            (label(RowVerdict.SAME), str(summary.same)),
            (label(RowVerdict.DOUBTFUL), str(summary.doubtful)),
            (label(RowVerdict.REFUSED), str(summary.refused)),
            (_("New money"), money_text(summary.amount)),
        ),
    )


def _history_listing(summaries: Sequence[ImportSummary]) -> Listing:
    columns = (
        Column(_("Run"), at_right=True),
        Column(_("When"), at_right=True),
        Column(_("File")),
        Column(_("Format"), rare=True),
        Column(label(RowVerdict.NEW), at_right=True),
        Column(label(RowVerdict.DOUBTFUL), at_right=True),
        Column(_("Amount"), at_right=True),
        Column(_("Who"), rare=True),
    )
    rows = [
        (
            str(one.id),
            moment_text(one.imported_at),
            one.file_name,
            label(one.file_format),
            str(one.new),
            str(one.doubtful),
            money_text(one.amount),
            one.author,
        )
        for one in summaries
    ]
    return Listing(columns, rows, _("No import."))
