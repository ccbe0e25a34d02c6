"""The options that stand before a command, and the root of all commands."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopdesk import __version__
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.help_words import SubjectGroup
from coopdesk.cli.options import JsonOption, parse_count
from coopdesk.wording.language import LANGUAGES, _

if TYPE_CHECKING:
    from coopdesk.cli.calls import Call


def root_app() -> typer.Typer:
    """Return the Typer that holds every command."""
    app = typer.Typer(
        cls=SubjectGroup,
        add_completion=False,
        help=_("The desk of a small association. Without a command, the window opens."),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND …"),
        epilog=_(
            "Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 disk, lock, permission "
            "or newer file, 4 a check found problems."
        ),
    )
    app.callback()(_start)
    return app


def _show_version(*, wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"CoopDesk {__version__}\n")
        raise typer.Exit


def _start(
    ctx: typer.Context,
    *,
    database: Annotated[
        Path | None,
        typer.Option(
            metavar=_("FILE"), envvar="COOPDESK_DATABASE", help=_("The database file.")
        ),
    ] = None,
    as_json: JsonOption = False,
    language: Annotated[str, typer.Option(metavar="fr|en", help=_("Language."))] = "",
    quit_after: Annotated[
        int | None,
        typer.Option(
            metavar="MS",
            help=_("Close the window after so many milliseconds."),
            parser=parse_count,
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            metavar="",
            is_eager=True,
            callback=_show_version,
            help=_("Show the version."),
        ),
    ] = False,
) -> None:
    """Take what stands before the command; the form of the answer was read before."""
    del as_json, version
    if language and language not in LANGUAGES:
        raise UsageProblemError(_("The languages are fr and en."))
    if quit_after is not None:
        raise UsageProblemError(_("--quit-after is for the window: give it without a command."))
    call: Call = ctx.obj
    call.database = database
