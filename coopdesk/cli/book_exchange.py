"""Commands about files of entries: the FEC out and in, other programs, opening balances."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import DONE, PROBLEMS_FOUND
from coopdesk.cli.jobs import job
from coopdesk.cli.options import BringOption, FileArgument, command, optional, parse_code
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.fec import FecCharset, FecSeparator, FecStyle
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.imports import Problem
from coopdesk.services.progress import Progress
from coopdesk.services.registry import Services
from coopdesk.wording.entry_imports import count_text, opening_texts, problem_text, remark_texts
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()

_YEAR = optional("--year", _("Name of the fiscal year; the current one if none."), _("YEAR"))


@command(
    app,
    "fec",
    _("Write the file of accounting entries (FEC) of a fiscal year."),
    {
        "year": _YEAR,
        "separator": optional(
            "--separator", _("What parts the columns."), "tab|pipe", parse_code(FecSeparator)
        ),
        "charset": optional(
            "--charset",
            _("How letters are written."),
            "utf-8|iso-8859-15",
            parse_code(FecCharset),
        ),
    },
)
def write_fec(
    call: Call,
    folder: Annotated[
        Path, typer.Option("--to", metavar=_("FOLDER"), help=_("Folder to write into."))
    ],
    **fields: Any,
) -> Answer:
    """Write the validated entries of a year, and the file that describes them."""
    style = FecStyle(
        fields["separator"] or FecSeparator.TAB, fields["charset"] or FecCharset.UTF_8
    )
    with call.opened() as services, job(_("Writing the FEC")) as progress:
        year = named_year(services, fields)
        done = services.fec.write(year.id, folder, style, progress)
    figures = done.figures
    document = {
        "year": year.label,
        "file": done.path,
        "description": done.description,
        "entries": figures.entries,
        "lines": figures.lines,
        "debit_cents": figures.debit.cents,
        "credit_cents": figures.credit.cents,
        "drafts": figures.drafts,
        "warnings": problem_documents(figures.warnings),
    }
    told = facts(
        (_("Entries"), number_text(figures.entries)),
        (_("Lines"), number_text(figures.lines)),
        (_("Debit"), money_text(figures.debit)),
        (_("Credit"), money_text(figures.credit)),
    )
    texts = [problem_text(one) for one in figures.warnings]
    written = [_("File written: {file}").format(file=x) for x in (done.path, done.description)]
    return Answer(document, (*written, told, *texts))


@command(app, "check-fec", _("Say what a file of accounting entries has against the law."))
def check_file(call: Call, file: FileArgument) -> Answer:
    """Answer with what is wrong, by line; exit code 4 when anything is."""
    with call.opened() as services:
        problems = services.fec.check(file)
    document = {"file": file, "problems": problem_documents(problems), "count": len(problems)}
    return Answer(document, (problem_listing(problems),), PROBLEMS_FOUND if problems else DONE)


@command(app, "import", _("Import entries of a FEC or of Paheko as drafts."))
def import_entries(
    call: Call,
    file: FileArgument,
    *,
    preview: BringOption = False,
) -> Answer:
    """Import what is new; exit code 1 when entries were left out for their problems."""
    with call.opened() as services, job(_("Importing")) as progress:
        return entries_answer(services, file, progress, preview=preview)


def entries_answer(
    services: Services, file: Path, progress: Progress, *, preview: bool
) -> Answer:
    """Import entries, or only say what it would bring."""
    if preview:
        found = services.entry_imports.preview(file, progress)
    else:
        found = services.entry_imports.apply(file, progress).value.preview
    document = {
        "file": found.file_name,
        "format": found.file_format,
        "imported": 0 if preview else len(found.entries),
        "new": len(found.entries),
        "lines": found.line_count,
        "amount_cents": found.amount.cents,
        "same": found.same,
        "known": found.known,
        "left_out": found.left_out,
        "years": [{"starts_on": first, "ends_on": last} for first, last in found.years],
        "accounts": [
            {
                "written": one.written,
                "number": one.number,
                "label": one.label,
                "is_new": one.is_new,
            }
            for one in found.accounts
        ],
        "journals": [
            {"written": one.written, "code": one.code, "name": one.name, "is_new": one.is_new}
            for one in found.journals
        ],
        "activities": found.activities,
        "problems": problem_documents(found.problems),
    }
    texts = (f"{found.file_name} ({label(found.file_format)})", count_text(found))
    told = [problem_listing(found.problems)] if found.problems else []
    code = 1 if found.left_out else 0
    return Answer(document, (*texts, *remark_texts(found), *told), code)


@command(
    app,
    "openings",
    _("Take opening balances from a sheet (XLSX, ODS, CSV) as a draft."),
    {"year": _YEAR},
)
def import_openings(
    call: Call,
    file: FileArgument,
    *,
    preview: BringOption = False,
    **fields: Any,
) -> Answer:
    """Record the draft that opens a year; exit code 1 when the sheet cannot be taken."""
    entry_id = None
    with call.opened() as services:
        year = named_year(services, fields)
        found = services.opening_balances.preview(year, file)
        if not preview and not found.errors:
            entry_id = services.opening_balances.apply(year, file).value.id
    document = {
        "file": found.file_name,
        "year": year.label,
        "entry_id": entry_id,
        "lines": [
            {
                "account": one.account,
                "debit_cents": one.debit.cents,
                "credit_cents": one.credit.cents,
            }
            for one in found.entry.lines
        ],
        "result_cents": found.result.cents,
        "problems": problem_documents(found.problems),
    }
    told = [problem_listing(found.problems)] if found.problems else []
    texts = opening_texts(found)
    if entry_id is not None:
        texts.append(_("Draft recorded: entry no. {id}").format(id=entry_id))
    return Answer(document, (*texts, *told), 1 if found.errors else 0)


def named_year(services: Services, fields: dict[str, Any]) -> FiscalYear:
    """Return the fiscal year that was named, or the current one."""
    named = fields["year"]
    return services.fiscal_years.named(named) if named else services.fiscal_years.current()


def problem_documents(problems: Sequence[Problem]) -> list[Document]:
    """Return problems of a file for other programs."""
    return [
        {
            "line": one.line,
            "column": one.column,
            "code": one.code,
            "text": problem_text(one),
        }
        for one in problems
    ]


def problem_listing(problems: Sequence[Problem]) -> Listing:
    """Return problems of a file in a table."""
    columns = (
        Column(_("Line"), at_right=True),
        Column(_("Column")),
        Column(_("What is wrong")),
    )
    rows = [
        (str(one.line) if one.line else "", one.column, problem_text(one)) for one in problems
    ]
    return Listing(columns, rows, _("Nothing is wrong with this file."))
