"""Commands about the accounts: the workbook for the board."""

from pathlib import Path
from typing import Annotated

import typer

from coopdesk.cli import account_reports, booking
from coopdesk.cli.calls import Call
from coopdesk.cli.jobs import job
from coopdesk.cli.options import YearOption, command, subject_app
from coopdesk.cli.output import Answer
from coopdesk.wording.language import _

app = subject_app("accounts", _("The books of the association and the workbook for the board."))
app.add_typer(account_reports.app)
app.add_typer(booking.app)


@command(app, "workbook", _("Write the accounts workbook of a year."))
def write_workbook(
    call: Call,
    year: YearOption,
    file: Annotated[
        Path, typer.Option("--to", metavar=_("FILE.xlsx"), help=_("Workbook to write."))
    ],
) -> Answer:
    """Write the workbook; an older file of that name is replaced once it is whole."""
    checked = call.checked_year(year)
    with call.opened() as services, job(_("Writing the workbook")) as progress:
        written = services.workbooks.write_accounts(checked, file, progress)
    text = _("Workbook written: {file}").format(file=written)
    return Answer({"year": year, "file": written}, (text,))
