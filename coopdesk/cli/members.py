"""Commands about members: memberships, papers and reminders, each in a module of its own."""

from coopdesk.cli import member_papers, memberships, reminders
from coopdesk.cli.options import subject_app
from coopdesk.wording.language import _

app = subject_app("members", _("Members and their memberships."))
app.add_typer(memberships.app)
app.add_typer(member_papers.app)
app.add_typer(reminders.app)
