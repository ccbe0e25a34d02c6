"""The command line: options before a command, and the boundary around all of them."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from coopdesk import __version__
from coopdesk.cli.calls import Call
from coopdesk.cli.failures import FAULT, WRONG_USAGE, Failure, UsageProblemError, failure_of
from coopdesk.cli.help_words import SubjectGroup
from coopdesk.cli.options import JsonOption, parse_count
from coopdesk.cli.output import Answer, show, speak_utf8, tell
from coopdesk.cli.window_words import asked_language, asks_for_json
from coopdesk.services.registry import Services
from coopdesk.system.settings import Settings, SettingsFile
from coopdesk.wording.language import LANGUAGES, _, set_language

_INTERRUPTED = 130  # what Typer makes of Ctrl+C before a command has begun

Screenshots = Callable[[Services, Path], list[Path]]


def run(words: Sequence[str], take_screenshots: Screenshots) -> int:
    """Carry out the command that the words name; return the exit code of the program."""
    settings = _settings()
    set_language(asked_language(words) or settings.language)
    speak_utf8()
    call = Call(settings, take_screenshots, as_json=asks_for_json(words))
    try:
        found = get_command(_root()).main(
            args=list(words), prog_name=program_name(), standalone_mode=False, obj=call
        )
    except SystemExit:  # help was cut short by the program that read it
        return 0
    except Exception as error:  # noqa: BLE001 (the boundary: whatever it is, it gets its exit code)
        return _failed(call, error)
    if found == _INTERRUPTED:
        return _failed(call, KeyboardInterrupt())
    return found if isinstance(found, int) else 0


def say_no_screen(language: str) -> None:
    """Say in one line why no window opens, and what the command line can do instead."""
    set_language(language or _settings().language)
    speak_utf8()
    file = _("FILE")
    example = f"{program_name()} --database {file} contacts list"
    text = _("No screen here, so no window. In a terminal: {example} (or --help).")
    tell(text.format(example=example))


def program_name() -> str:
    """Return how the person started us, for lines that may be typed again."""
    started = Path(sys.argv[0]).name
    return "python3 main.py" if started == "main.py" else "coopdesk"


def _failed(call: Call, error: BaseException) -> int:
    failure = failure_of(error)
    if call.as_json:
        show(Answer(failure.document), as_json=True)
    tell(_told(failure, error))
    if failure.exit_code == FAULT:
        from coopdesk.system.logs import crash_report

        tell(crash_report(error))
    return failure.exit_code


def _told(failure: Failure, error: BaseException) -> str:
    if failure.exit_code != WRONG_USAGE:
        return failure.message
    where = getattr(error, "ctx", None)
    program = where.command_path if where else program_name()
    hint = _("Help: {program} --help").format(program=program)
    return f"{failure.message}\n{hint}"


def _settings() -> Settings:
    try:
        return SettingsFile().current
    except OSError:  # a home that cannot be written must not stop a command
        return Settings()


def _root() -> typer.Typer:
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
