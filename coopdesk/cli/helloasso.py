"""Commands about the connection to HelloAsso: connect, pull payments, forget the key."""

import datetime as dt
import os
from getpass import getpass
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document, import_document
from coopdesk.cli.import_documents import (
    counts_text,
    left_parts,
    line_document,
    preview_parts,
    warning_document,
)
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command, parse_day, subject_app
from coopdesk.cli.output import Answer, Listing, facts
from coopdesk.domain.helloasso import PRODUCTION, SANDBOX, HelloAssoConnection
from coopdesk.domain.import_previews import Preview
from coopdesk.domain.imports import RowVerdict
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

SECRET_VARIABLE = "COOPDESK_HELLOASSO_SECRET"  # noqa: S105 (the name of a variable)

app = subject_app("helloasso", _("Payments asked of HelloAsso itself."))


@command(app, "connect", _("Try a key of HelloAsso and keep it in the keyring."))
def connect(
    call: Call,
    client_id: Annotated[
        str, typer.Option(metavar=_("TEXT"), help=_("The client number of the key."))
    ],
    organisation: Annotated[
        str,
        typer.Option(
            metavar=_("NAME"),
            help=_("The association as its address on HelloAsso names it."),
        ),
    ] = "",
    *,
    sandbox: Annotated[
        bool, typer.Option("--sandbox", metavar="", help=_("Where no money is real."))
    ] = False,
) -> Answer:
    """Ask for the secret without an echo, or take it from the environment."""
    known = os.environ.get(SECRET_VARIABLE)
    secret = getpass(_("Secret of the key:") + " ") if known is None else known
    server = SANDBOX if sandbox else PRODUCTION
    with call.opened() as services:
        connection = services.helloasso.connect(client_id, secret, organisation, server)
    text = _("Connected to HelloAsso as {organisation}.")
    told = text.format(organisation=connection.organisation)
    return Answer({"connection": _connection_document(connection)}, (told,))


@command(app, "pull", _("Import the payments that HelloAsso has of a period."))
def pull(
    call: Call,
    since: Annotated[
        dt.date | None,
        typer.Option("--from", metavar=_("DATE"), help=_("First day."), parser=parse_day),
    ] = None,
    until: Annotated[
        dt.date | None,
        typer.Option(metavar=_("DATE"), help=_("Last day."), parser=parse_day),
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help=_("Change nothing: only say what."))
    ] = False,
) -> Answer:
    """Import everything that is new, or nothing."""
    with call.opened() as services, job(_("Asking HelloAsso")) as progress:
        first, last = services.helloasso.usual_period()
        pulled = services.helloasso.pull(since or first, until or last, progress)
        preview = services.helloasso.preview(pulled)
        summary = None if dry_run else services.helloasso.apply(pulled).value
    document: Document = {
        "period": pulled.name,
        "counts": {verdict.value: preview.count(verdict) for verdict in RowVerdict},
        "new_amount_cents": preview.new_amount.cents,
        "lines": [line_document(line) for line in preview.lines],
        "warnings": [warning_document(problem) for problem in preview.warnings],
        "import": None if summary is None else import_document(summary),
    }
    if dry_run:
        return Answer(document, preview_parts(preview))
    if summary is None:
        sentence = _("HelloAsso has nothing new: nothing was imported.")
        return Answer(document, (sentence, *left_parts(preview), counts_text(preview)))
    done = _("Import no. {run} done: {file}").format(run=summary.id, file=summary.file_name)
    return Answer(document, (done, _figures(preview), *left_parts(preview)))


@command(app, "forget", _("Take the key of HelloAsso out of the keyring."))
def forget(call: Call) -> Answer:
    """Forget the key; what was imported stays."""
    with call.opened() as services:
        services.helloasso.forget()
    return Answer({"connection": None}, (_("The key is forgotten; what was imported stays."),))


def _connection_document(connection: HelloAssoConnection) -> Document:
    return {
        "organisation": connection.organisation,
        "client_id": connection.client_id,
        "sandbox": connection.is_sandbox,
    }


def _figures(preview: Preview) -> Listing:
    counts = ((label(verdict), str(preview.count(verdict))) for verdict in RowVerdict)
    return facts(*counts, (_("New money"), money_text(preview.new_amount)))
