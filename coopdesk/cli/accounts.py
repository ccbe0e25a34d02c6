"""Commands about the accounts: chart, entries, reports, booking, the board's workbook."""

from coopdesk.cli import (
    account_reports,
    board_workbook,
    book_exchange,
    booking,
    chart,
    closing,
    entries,
    inventory,
)
from coopdesk.cli.options import subject_app
from coopdesk.wording.language import _

app = subject_app("accounts", _("The books of the association and the workbook for the board."))
app.add_typer(chart.app)
app.add_typer(entries.app)
app.add_typer(account_reports.app)
app.add_typer(booking.app)
app.add_typer(board_workbook.app)
app.add_typer(inventory.app)
app.add_typer(closing.app)
app.add_typer(book_exchange.app)
