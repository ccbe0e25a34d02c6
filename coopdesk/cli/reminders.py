"""Commands about reminders: who is due one, letters and drafts of e-mails."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command, optional, parse_count
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.cli.selections import left_out_documents, left_out_parts, paper_answer
from coopdesk.domain.reminders import QUIET_DAYS, ReminderFilter, ReminderLine
from coopdesk.services.reminders import EmailRun
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = typer.Typer()


def _parse_from_zero(text: str | int) -> int:
    """Read a whole number from 0 on; for options."""
    return 0 if str(text).strip() == "0" else parse_count(text)


_FIELDS = {
    "path": optional("--to", _("Letters as one PDF file."), _("FILE"), Path),
    "folder": optional("--eml", _("Drafts of e-mails into a folder."), _("FOLDER"), Path),
    "days": optional("--days", _("Due for so many days at least."), _("N"), parse_count),
    "quiet": optional(
        "--quiet", _("Not those written to in so many days (14)."), _("N"), _parse_from_zero
    ),
    "dry_run": Annotated[
        bool, typer.Option("--dry-run", metavar="", help=_("Only say who is due."))
    ],
}


@command(app, "remind", _("Write reminders of fees: letters, or drafts of e-mails."), _FIELDS)
def remind(
    call: Call,
    degree: Annotated[
        int,
        typer.Option(
            metavar=_("N"),
            help=_("Which text: 0 before the end, 1 the first reminder."),
            parser=_parse_from_zero,
        ),
    ],
    **given: Any,
) -> Answer:
    """Write to those whose next text is this one, and note it."""
    path, folder = given["path"], given["folder"]
    if not given["dry_run"] and (path is None) == (folder is None):
        raise UsageProblemError(_("Give --to FILE, or --eml FOLDER, or --dry-run."))
    quiet = given["quiet"]
    wanted = ReminderFilter(
        degree=degree,
        at_least=given["days"] or 0,
        quiet_days=QUIET_DAYS if quiet is None else quiet,
    )
    with call.opened() as services:
        lines = services.reminders.due(wanted)
        if given["dry_run"]:
            return _due_answer(degree, lines)
        ids = [line.membership_id for line in lines]
        with job(_("Writing reminders")) as progress:
            if path is None:
                emails = services.reminders.write_emails(degree, ids, folder, progress).value
                return _email_answer(emails)
            run = services.reminders.write_letters(degree, ids, path, progress).value
    text = ngettext(
        "{count} letter written: {file}", "{count} letters written: {file}", run.count
    )
    return paper_answer(run, text)


def _due_answer(degree: int, lines: Sequence[ReminderLine]) -> Answer:
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Name")),
        Column(_("Membership type"), rare=True),
        Column(_("Why")),
        Column(_("Date"), at_right=True),
        Column(_("Days"), at_right=True),
        Column(_("Amount"), at_right=True),
        Column(_("Reminders"), at_right=True, rare=True),
    )
    rows = [
        (
            str(line.contact_id),
            line.name,
            line.type_name,
            label(line.reason),
            day_text(line.due_on),
            str(line.days),
            money_text(line.amount),
            str(line.reminded),
        )
        for line in lines
    ]
    document = {
        "degree": degree,
        "due": [_due_document(line) for line in lines],
        "count": len(lines),
    }
    return Answer(document, (Listing(columns, rows, _("Nobody is due this text.")),))


def _due_document(line: ReminderLine) -> Document:
    return {
        "membership_id": line.membership_id,
        "contact_id": line.contact_id,
        "name": line.name,
        "type": line.type_name,
        "start": line.period.start,
        "end": line.period.end,
        "reason": line.reason,
        "due_on": line.due_on,
        "days": line.days,
        "amount_cents": line.amount.cents,
        "reminded": line.reminded,
        "last_on": line.last_on,
    }


def _email_answer(run: EmailRun) -> Answer:
    document: Document = {
        "folder": run.folder,
        "drafts": list(run.drafts),
        "addresses": run.addresses,
        "left_out": left_out_documents(run.left_out),
        "not_listed": left_out_documents(run.not_listed),
    }
    count = len(run.drafts)
    text = ngettext(
        "{count} draft written in {folder}.", "{count} drafts written in {folder}.", count
    )
    written = text.format(count=count, folder=run.folder)
    not_listed = _("With a draft of their own, but not on the list of addresses:")
    return Answer(
        document,
        (
            written,
            *left_out_parts(run.left_out),
            *left_out_parts(run.not_listed, not_listed),
        ),
    )
