"""Commands about tax receipts, each kind in a module of its own."""

from pathlib import Path
from typing import Annotated

import typer

from coopdesk.cli import declarations, receipt_issuing, receipt_register
from coopdesk.cli.calls import Call
from coopdesk.cli.jobs import job
from coopdesk.cli.options import YearOption, command, subject_app
from coopdesk.cli.output import Answer
from coopdesk.domain.receipt_output import OutputShape
from coopdesk.services.receipt_output import ReceiptOutput
from coopdesk.wording.language import _, ngettext

app = subject_app("receipts", _("Tax receipts."))
app.add_typer(receipt_issuing.app)
app.add_typer(receipt_register.app)
app.add_typer(declarations.app)


@command(app, "print", _("Write the receipts of a year as PDF files."))
def print_year(
    call: Call,
    year: YearOption,
    folder: Annotated[
        Path, typer.Option("--to", metavar=_("FOLDER"), help=_("Folder to write into."))
    ],
    *,
    one_file: Annotated[
        bool, typer.Option("--one-file", metavar="", help=_("All in one file."))
    ] = False,
) -> Answer:
    """Write receipts that were issued; can be repeated."""
    checked = call.checked_year(year)
    output = ReceiptOutput(OutputShape.ONE_FILE if one_file else OutputShape.SEPARATE)
    with call.opened() as services, job(_("Writing receipts")) as progress:
        files = services.receipt_papers.write_year(checked, folder, output, progress).paths
    document = {"year": year, "folder": folder, "files": list(files)}
    text = ngettext(
        "{count} file written in {folder}.", "{count} files written in {folder}.", len(files)
    )
    return Answer(document, (text.format(count=len(files), folder=folder),))
