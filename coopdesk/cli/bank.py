"""Commands about banks: accounts, lines of statements, their balances."""

from coopdesk.cli import bank_accounts, bank_lines, bank_rules, reconciliation
from coopdesk.cli.options import subject_app
from coopdesk.wording.language import _

app = subject_app("bank", _("Bank accounts, their statements, and reconciliation."))
app.add_typer(bank_accounts.app)
app.add_typer(bank_lines.app)
app.add_typer(reconciliation.app)
app.add_typer(bank_rules.app)
