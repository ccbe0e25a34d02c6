"""Commands about files of entries: the FEC out and in, other programs, opening balances."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.jobs import job
from coopdesk.cli.options import FileArgument, command, optional, parse_code
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.fec import FecCharset, FecSeparator, FecStyle
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.imports import Problem
from coopdesk.services.registry import Services
from coopdesk.wording.errors import code_text
from coopdesk.wording.formats import money_text, number_text
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
    """Answer with what is wrong, by line; exit code 1 when anything is."""
    with call.opened() as services:
        problems = services.fec.check(file)
    document = {"file": file, "problems": problem_documents(problems), "count": len(problems)}
    return Answer(document, (problem_listing(problems),), 1 if problems else 0)


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


def problem_text(problem: Problem) -> str:
    """Return the sentence of a problem."""
    return code_text(problem.code, {**problem.values, "column": problem.column})


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
