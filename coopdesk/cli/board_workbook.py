"""The command that writes the board's workbook, and its sheets as CSV files if wanted."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command, optional
from coopdesk.cli.output import Answer
from coopdesk.wording.language import _

app = typer.Typer()

_YEAR = optional("--year", _("Name of the fiscal year; the current one if none."), _("YEAR"))


@command(app, "workbook", _("Write the board's workbook of a fiscal year."), {"year": _YEAR})
def write_workbook(
    call: Call,
    file: Annotated[
        Path, typer.Option("--to", metavar=_("FILE.xlsx"), help=_("Workbook to write."))
    ],
    csv: Annotated[
        Path | None,
        typer.Option(
            "--csv", metavar=_("FOLDER"), help=_("Write the sheets as CSV files there too.")
        ),
    ] = None,
    **fields: Any,
) -> Answer:
    """Write the workbook; older files of these names are replaced once they are whole."""
    with call.opened() as services, job(_("Writing the workbook")) as progress:
        named = fields["year"]
        years = services.fiscal_years
        year = years.named(named) if named else years.current()
        written = services.workbooks.write_board(year, file, progress)
        tables = services.workbooks.write_board_csv(year, csv, progress) if csv else ()
    texts = [_("Workbook written: {file}").format(file=written)]
    texts += [_("File written: {file}").format(file=path) for path in tables]
    document = {"year": year.label, "file": written, "csv": tables}
    return Answer(document, tuple(texts))
