"""Commands about the files of a grant: what was sent, the notification, proofs."""

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.grant_fields import GrantArgument, grant_named
from coopdesk.cli.kept_files import (
    FilesArgument,
    attached_answer,
    detached_answer,
    files_answer,
    saved_answer,
)
from coopdesk.cli.options import IdArgument, ToOption, command
from coopdesk.cli.output import Answer
from coopdesk.wording.language import _

app = typer.Typer()


@command(app, "files", _("List the files of a grant."))
def list_files(call: Call, grant: GrantArgument) -> Answer:
    """Answer with the files, the oldest first."""
    with call.opened() as services:
        return files_answer(services.grant_requests.files(grant_named(services, grant).id))


@command(app, "attach", _("Keep files with a grant."))
def attach_files(call: Call, grant: GrantArgument, paths: FilesArgument) -> Answer:
    """Keep files; those that cannot be are said, and the others kept."""
    with call.opened() as services:
        key = grant_named(services, grant).id
        return attached_answer(services.grant_requests, key, paths)


@command(app, "detach", _("Take a file off a grant."))
def detach_file(call: Call, number: IdArgument) -> Answer:
    """Take a file off; it can be undone."""
    with call.opened() as services:
        return detached_answer(services.grant_requests.detach(number).value)


@command(app, "save-file", _("Write a file of a grant as it was given."))
def save_file(call: Call, number: IdArgument, path: ToOption) -> Answer:
    """Write a kept file."""
    with call.opened() as services:
        return saved_answer(path, *services.grant_requests.content(number))
