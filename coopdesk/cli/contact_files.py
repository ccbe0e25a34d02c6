"""Commands about files of contacts: import one, export one."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document, import_document
from coopdesk.cli.import_documents import reason_text
from coopdesk.cli.jobs import job
from coopdesk.cli.options import FileArgument, SearchOption, command
from coopdesk.cli.output import Answer, Column, Listing, named
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contact_imports import (
    CellChange,
    ContactPreview,
    ContactPreviewLine,
    Decisions,
)
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.custom_fields import CustomField
from coopdesk.domain.imports import Problem, RowVerdict
from coopdesk.services.progress import Progress
from coopdesk.services.registry import Services
from coopdesk.wording.contact_fields import cell_shown, field_text
from coopdesk.wording.duplicates import reasons_text
from coopdesk.wording.errors import code_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = typer.Typer()

MapOption = Annotated[
    Path | None,
    typer.Option(
        "--map", metavar=_("FILE"), help=_("TOML or JSON that gives columns their fields.")
    ),
]
FilterOption = Annotated[
    str,
    typer.Option(
        "--filter", metavar=_("NAME|CONDITION"), help=_("A saved filter, or a condition.")
    ),
]


@command(app, "import", _("Import a file of contacts: vCard, Google, Paheko, Galette, tables."))
def import_contacts(
    call: Call,
    file: FileArgument,
    mapping: MapOption = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help=_("Only say what would be done."))
    ] = False,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", metavar="", help=_("Accept what says something else than is known.")
        ),
    ] = False,
    clear: Annotated[
        bool,
        typer.Option("--clear", metavar="", help=_("Accept what was emptied in our export.")),
    ] = False,
) -> Answer:
    """Import everything that is new; what is doubtful is left out and listed."""
    decisions = Decisions(replaces=replace, clears=clear)
    with call.opened() as services, job(_("Importing")) as progress:
        told = services.contact_imports.read_mapping(file, mapping) if mapping else None
        if dry_run:
            return preview_answer(services, file, told, decisions, progress)
        return import_answer(services, file, told, decisions, progress)


def preview_answer(
    services: Services,
    file: Path,
    mapping: Mapping[str, str] | None,
    decisions: Decisions,
    progress: Progress,
) -> Answer:
    """Say what an import of contacts would do."""
    preview = services.contact_imports.preview(file, mapping, decisions, progress)
    return _preview_answer(preview, {one.id: one for one in services.custom_fields.all()})


def import_answer(
    services: Services,
    file: Path,
    mapping: Mapping[str, str] | None,
    decisions: Decisions,
    progress: Progress,
) -> Answer:
    """Import contacts, and list what was left out."""
    preview = services.contact_imports.preview(file, mapping, decisions, progress)
    fields = {one.id: one for one in services.custom_fields.all()}
    summary = services.contact_imports.apply(file, mapping, decisions, progress).value
    done = (
        _("Nothing new in this file: nothing was imported.")
        if summary is None
        else _("Import no. {run} done: {file}").format(run=summary.id, file=summary.file_name)
    )
    left = [line for line in preview.lines if not line.writes and _is_told(line)]
    of_left = {line.line for line in left}
    told_of = [x for x in preview.lines if x.line in of_left or x.warnings]
    noted = [problem for line in preview.lines for problem in line.warnings]
    document = {
        "import": None if summary is None else import_document(summary),
        "counts": _counts(preview),
        "left": [_line_document(line) for line in left],
        "warnings": [_warning_document(problem) for problem in (*preview.warnings, *noted)],
    }
    warnings = [_warning_text(problem) for problem in preview.warnings]
    return Answer(document, (done, *warnings, _listing(told_of, fields), _counts_text(preview)))


@command(app, "export", _("Write contacts as CSV, XLSX or vCard."))
def export_contacts(
    call: Call,
    to: Annotated[
        Path,
        typer.Option("--to", metavar=_("FILE"), help=_("The file to write, by its ending.")),
    ],
    chosen: FilterOption = "",
    search: SearchOption = "",
    *,
    archived: Annotated[
        bool, typer.Option("--archived", metavar="", help=_("The archived ones."))
    ] = False,
) -> Answer:
    """Write the contacts that fit; the CSV and XLSX come back through an import."""
    with call.opened() as services, job(_("Writing the file")) as progress:
        condition = services.filters.named(chosen) if chosen else None
        state = ContactState.ARCHIVED if archived else ContactState.ACTIVE
        wanted = ContactFilter(text=search, state=state, condition=condition)
        count = services.contact_exports.export(to, wanted, progress)
    text = ngettext(
        "{count} contact written to {file}.", "{count} contacts written to {file}.", count
    )
    return Answer({"file": to, "count": count}, (text.format(count=count, file=to),))


def _is_told(line: ContactPreviewLine) -> bool:
    return line.verdict is not RowVerdict.SAME


def _preview_answer(preview: ContactPreview, fields: dict[int, CustomField]) -> Answer:
    document = {
        "file": preview.file_name,
        "sha256": preview.sha256,
        "format": preview.file_format,
        "columns": [
            {"column": use.column, "field": use.field, "by": use.sureness}
            for use in preview.columns
        ],
        "counts": _counts(preview),
        "lines": [_line_document(line) for line in preview.lines],
        "warnings": [_warning_document(problem) for problem in preview.warnings],
    }
    told = [line for line in preview.lines if _is_told(line)]
    columns = Listing(
        (Column(_("Column")), Column(_("Field"))),
        [(use.column, field_text(use.field, fields)) for use in preview.columns],
    )
    head = f"{preview.file_name} ({label(preview.file_format)})"
    warnings = [_warning_text(problem) for problem in preview.warnings]
    return Answer(
        document, (head, *warnings, columns, _listing(told, fields), _counts_text(preview))
    )


def _counts(preview: ContactPreview) -> Document:
    return {verdict.value: preview.count(verdict) for verdict in RowVerdict}


def _counts_text(preview: ContactPreview) -> str:
    return "\n".join(named(label(verdict), preview.count(verdict)) for verdict in RowVerdict)


def _line_document(line: ContactPreviewLine) -> Document:
    return {
        "line": line.line,
        "verdict": line.verdict,
        "name": line.name,
        "detail": line.detail,
        "contact_id": line.contact_id,
        "reason": line.reason,
        "reason_text": reason_text(line),
        "candidates": [
            {"id": one.contact_id, "name": one.name, "score": one.score}
            for one in line.candidates
        ],
        "changes": [_change_document(change) for change in line.changes],
        "changed_since": line.changed_since,
        "warnings": [_warning_document(problem) for problem in line.warnings],
    }


def _change_document(change: CellChange) -> Document:
    return {
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "kind": change.kind,
        "accepted": change.accepted,
    }


def _warning_document(problem: Problem) -> Document:
    return {
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "text": _warning_text(problem),
    }


def _warning_text(problem: Problem) -> str:
    text = code_text(problem.code, {"column": problem.column, **problem.values})
    return named(problem.column, text) if problem.column else text


def _listing(lines: Sequence[ContactPreviewLine], fields: dict[int, CustomField]) -> Listing:
    columns = (
        Column(_("Line"), at_right=True),
        Column(_("Verdict")),
        Column(_("Who")),
        Column(_("Why")),
    )
    rows = [
        (str(line.line), label(line.verdict), line.name, "\n".join(_whys(line, fields)))
        for line in lines
    ]
    return Listing(columns, rows)


def _whys(line: ContactPreviewLine, fields: dict[int, CustomField]) -> list[str]:
    texts = [reason_text(line)] if line.reason else []
    for one in line.candidates:
        reasons = reasons_text(one.reasons) if one.reasons else ""
        texts.append(" · ".join(x for x in (f"{one.contact_id} {one.name}", reasons) if x))
    texts += [_change_text(change, fields) for change in line.changes]
    if line.changed_since:
        texts.append(_("changed here since the export"))
    return texts + [_warning_text(problem) for problem in line.warnings]


def _change_text(change: CellChange, fields: dict[int, CustomField]) -> str:
    old, new = (cell_shown(change.field, text, fields) for text in (change.old, change.new))
    told = named(field_text(change.field, fields), f"{old or '–'} → {new or '–'}")
    return told if change.accepted else _("{change} (not accepted)").format(change=told)
