"""Commands about members; their papers and reminders stand in modules of their own."""

from coopdesk.cli import member_papers, reminders
from coopdesk.cli.options import subject_app
from coopdesk.wording.language import _

app = subject_app("members", _("Members and their memberships."))
app.add_typer(member_papers.app)
app.add_typer(reminders.app)
