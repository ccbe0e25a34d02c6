"""The command that draws each page of the open database, light and dark."""

from pathlib import Path
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.options import command
from coopdesk.cli.output import Answer
from coopdesk.wording.language import _, ngettext

app = typer.Typer()


@command(
    app,
    "screenshot",
    _("Draw each page and its tabs, light and dark, into a folder; needs no screen."),
)
def take_screenshots(
    call: Call,
    folder: Annotated[
        Path, typer.Argument(metavar=_("FOLDER"), help=_("Folder to write into."))
    ],
) -> Answer:
    """Draw the pages of the window without showing it."""
    with call.opened() as services:
        files = call.take_screenshots(services, folder)
    text = ngettext(
        "{count} picture written in {folder}.",
        "{count} pictures written in {folder}.",
        len(files),
    )
    document = {"folder": folder, "files": files}
    return Answer(document, (text.format(count=len(files), folder=folder),))
