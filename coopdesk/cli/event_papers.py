"""Commands that write the papers of an event: the sheet to sign, badges, the report."""

from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.event_words import EventArgument, event_id
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.jobs import job
from coopdesk.cli.options import ToOption, command, parse_count
from coopdesk.cli.output import Answer
from coopdesk.services.saving import save
from coopdesk.wording.language import _

app = typer.Typer()


@command(app, "attendance", _("Write the sheet that those who come sign."))
def write_attendance(
    call: Call,
    event: EventArgument,
    path: ToOption,
    blanks: Annotated[
        int | None,
        typer.Option(
            metavar=_("N"),
            help=_("Lines left for those who are not registered: 6 unless given."),
            parser=parse_count,
        ),
    ] = None,
) -> Answer:
    """Write names and a column to sign for each session or day."""
    ending_of(path, ".pdf")
    with call.opened() as services, job(_("Writing the sheet to sign")):
        key = event_id(services, event)
        save(path, services.event_papers.attendance(key, blanks or 6))
        counts = services.registrations.counts(key)
    text = _("Sheet to sign written: {file}").format(file=path)
    document = {"event_id": key, "file": str(path), "registered": counts.registered}
    return Answer(document, (text,))


@command(app, "badges", _("Write badges with a code to scan, ten on a page."))
def write_badges(
    call: Call,
    event: EventArgument,
    path: ToOption,
    registrations: Annotated[
        list[int] | None,
        typer.Option(
            "--registration",
            metavar=_("NUMBER"),
            help=_("Of these registrations alone; may be repeated."),
            parser=parse_count,
        ),
    ] = None,
) -> Answer:
    """Write a badge for everybody who has a place."""
    ending_of(path, ".pdf")
    with call.opened() as services, job(_("Writing badges")) as progress:
        key = event_id(services, event)
        ids = [int(number) for number in registrations] if registrations else None
        save(path, services.event_papers.badges(key, ids, progress))
    text = _("Badges written: {file}").format(file=path)
    return Answer({"event_id": key, "file": str(path)}, (text,))


@command(app, "report", _("Write the report of an event, as PDF or Markdown (.md)."))
def write_report(call: Call, event: EventArgument, path: ToOption) -> Answer:
    """Write the report; the end of the file name says as what."""
    suffix = ending_of(path, ".pdf", ".md")
    with call.opened() as services:
        key = event_id(services, event)
        if suffix == ".md":
            content = services.event_papers.report_markdown(key).encode()
        else:
            content = services.event_papers.report_pdf(key)
        save(path, content)
    text = _("Report written: {file}").format(file=path)
    return Answer({"event_id": key, "file": str(path)}, (text,))
