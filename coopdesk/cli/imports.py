"""Commands about imports: preview, apply, list, undo."""

from collections.abc import Sequence
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document, import_document, operation_document
from coopdesk.cli.jobs import job
from coopdesk.cli.options import FileArgument, command, parse_count, subject_app
from coopdesk.cli.output import Answer, Column, Listing, facts, named
from coopdesk.domain.imports import ImportSummary, Preview, PreviewLine, Problem, RowVerdict
from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import day_text, moment_text, money_text
from coopdesk.wording.labels import import_reason_text, label
from coopdesk.wording.language import _
from coopdesk.wording.operations import operation_text

app = subject_app("import", _("Files of HelloAsso."))


@command(app, "preview", _("Say what an import would do; changes nothing."))
def preview_file(call: Call, file: FileArgument) -> Answer:
    """Answer with the verdict on each line of a file."""
    with call.opened() as services, job(_("Reading the file")) as progress:
        preview = services.imports.preview(file, progress=progress)
    document = {
        "file": preview.file_name,
        "sha256": preview.sha256,
        "format": preview.file_format,
        "counts": _counts(preview),
        "new_amount_cents": preview.new_amount.cents,
        "lines": [_line_document(line) for line in preview.lines],
        "warnings": [_warning_document(problem) for problem in preview.warnings],
    }
    return Answer(document, _preview_parts(preview))


@command(app, "apply", _("Import a file: everything that is new, or nothing."))
def apply_file(call: Call, file: FileArgument) -> Answer:
    """Import a file in one transaction; a file that brings nothing new is no error."""
    with call.opened() as services, job(_("Importing")) as progress:
        summary = services.imports.apply(file, progress=progress).value
        preview = services.imports.preview(file) if summary is None else None
    if preview is not None:
        sentence = _("Nothing new in this file: nothing was imported.")
        document = {"import": None, "counts": _counts(preview)}
        told = [line for line in preview.lines if line.verdict is not RowVerdict.SAME]
        return Answer(document, (sentence, _lines_listing(told), _counts_text(preview)))
    assert summary is not None
    return Answer({"import": import_document(summary)}, _summary_parts(summary))


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
    with call.opened() as services:
        operation = services.imports.undo(run).value
    text = _("Taken back: {operation}").format(operation=operation_text(operation))
    return Answer({"run": run, "operation": operation_document(operation)}, (text,))


def _counts(preview: Preview) -> Document:
    return {verdict.value: preview.count(verdict) for verdict in RowVerdict}


def _line_document(line: PreviewLine) -> Document:
    return {
        "line": line.line,
        "verdict": line.verdict,
        "summary": line.summary,
        "date": line.day,
        "amount_cents": line.amount.cents,
        "gift_cents": line.gift.cents,
        "reason": line.reason,
        "reason_text": _reason_text(line),
    }


def _reason_text(line: PreviewLine) -> str:
    """Say why: a refused line gives the code of an error, another one a reason."""
    if "." in line.reason:
        return code_text(line.reason, dict(line.values))
    return import_reason_text(line.reason, line.values)


def _warning_document(problem: Problem) -> Document:
    return {
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "text": _warning_text(problem),
    }


def _warning_text(problem: Problem) -> str:
    return code_text(problem.code, {"column": problem.column, **problem.values})


def _preview_parts(preview: Preview) -> tuple[Listing | str, ...]:
    return (
        f"{preview.file_name} ({label(preview.file_format)})",
        *(_warning_text(problem) for problem in preview.warnings),
        _lines_listing(preview.lines),
        _counts_text(preview),
    )


def _counts_text(preview: Preview) -> str:
    return "\n".join(named(label(verdict), preview.count(verdict)) for verdict in RowVerdict)


def _lines_listing(lines: Sequence[PreviewLine]) -> Listing:
    columns = (
        Column(_("Line"), at_right=True),
        Column(_("Verdict")),
        Column(_("Date"), at_right=True),
        Column(_("Who")),
        Column(_("Amount"), at_right=True),
        Column(_("Of which gift"), at_right=True),
        Column(_("Why")),
    )
    rows = [
        (
            str(line.line),
            label(line.verdict),
            day_text(line.day) if line.day else "",
            line.summary,
            money_text(line.amount),
            money_text(line.gift) if line.gift else "",
            _reason_text(line),
        )
        for line in lines
    ]
    return Listing(columns, rows)


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
