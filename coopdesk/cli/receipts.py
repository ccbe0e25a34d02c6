"""Commands about tax receipts, each kind in a module of its own."""

from coopdesk.cli import declarations, receipt_issuing, receipt_papers, receipt_register
from coopdesk.cli.options import subject_app
from coopdesk.wording.language import _

app = subject_app("receipts", _("Tax receipts."))
app.add_typer(receipt_issuing.app)
app.add_typer(receipt_register.app)
app.add_typer(receipt_papers.app)
app.add_typer(declarations.app)
