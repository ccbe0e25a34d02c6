"""Commands about the files of a grant: what was sent, the notification, proofs."""

from pathlib import Path
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.expense_answers import attachment_document
from coopdesk.cli.grant_fields import GivenFile, GrantArgument, grant_named
from coopdesk.cli.options import IdArgument, command
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.services.saving import save
from coopdesk.wording.errors import error_text
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

app = typer.Typer()

FilesArgument = Annotated[
    list[Path], typer.Argument(metavar=_("FILE …"), help=_("The files to keep."))
]


@command(app, "files", _("List the files of a grant."))
def list_files(call: Call, grant: GrantArgument) -> Answer:
    """Answer with the files, the oldest first."""
    with call.opened() as services:
        found = services.grant_requests.files(grant_named(services, grant).id)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("File")),
        Column(_("Added on"), at_right=True),
    )
    rows = [(str(one.id), one.name, day_text(one.added_on)) for one in found]
    document = {"files": [attachment_document(one) for one in found]}
    return Answer(document, (Listing(columns, rows, _("No file.")),))


@command(app, "attach", _("Keep files with a grant."))
def attach_files(call: Call, grant: GrantArgument, paths: FilesArgument) -> Answer:
    """Keep files; say which could not be."""
    with call.opened() as services:
        key = grant_named(services, grant).id
        refused = services.grant_requests.attach_all(key, paths).value
        count = services.grant_requests.get(key).file_count
    said = [error_text(error) for error in refused]
    text = _("Files of the grant: {count}").format(count=count)
    return Answer({"count": count, "refused": said}, (text, *said))


@command(app, "detach", _("Take a file off a grant."))
def detach_file(call: Call, number: IdArgument) -> Answer:
    """Take a file off; it can be undone."""
    with call.opened() as services:
        gone = services.grant_requests.detach(number).value
    text = _("Taken off: {name}").format(name=gone.name)
    return Answer({"file_id": gone.id, "name": gone.name}, (text,))


@command(app, "save-file", _("Write a file of a grant as it was given."))
def save_file(call: Call, number: IdArgument, path: GivenFile) -> Answer:
    """Write a kept file."""
    with call.opened() as services:
        name, content = services.grant_requests.content(number)
    save(path, content)
    text = _("File written: {file}").format(file=path)
    return Answer({"name": name, "file": str(path)}, (text,))
