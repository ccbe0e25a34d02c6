"""Commands about the files that prove commitments."""

import typer

from coopdesk.cli.calls import Call
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


@command(app, "files", _("List the proofs of a commitment."))
def list_files(call: Call, number: IdArgument) -> Answer:
    """Answer with the files, the oldest first."""
    with call.opened() as services:
        return files_answer(services.commitments.files(number))


@command(app, "attach", _("Keep files that prove a commitment."))
def attach_files(call: Call, number: IdArgument, paths: FilesArgument) -> Answer:
    """Keep files; those that cannot be are said, and the others kept."""
    with call.opened() as services:
        return attached_answer(services.commitments, number, paths)


@command(app, "detach", _("Take a proof off a commitment."))
def detach_file(call: Call, number: IdArgument) -> Answer:
    """Take a file off; it can be undone."""
    with call.opened() as services:
        return detached_answer(services.commitments.detach(number).value)


@command(app, "save-file", _("Write a proof as it was given."))
def save_file(call: Call, number: IdArgument, path: ToOption) -> Answer:
    """Write a kept file."""
    with call.opened() as services:
        return saved_answer(path, *services.commitments.content(number))
