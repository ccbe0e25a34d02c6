"""The command line from the words to the exit code: the boundary around all commands."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from typer.main import get_command

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import FAULT, WRONG_USAGE, Failure, failure_of
from coopdesk.cli.output import Answer, show, speak_utf8, tell
from coopdesk.cli.window_words import asked_language, asks_for_json
from coopdesk.services.registry import Services
from coopdesk.system.settings import Settings, SettingsFile
from coopdesk.wording.language import _, set_language

_INTERRUPTED = 130  # what Typer makes of Ctrl+C before a command has begun

Screenshots = Callable[[Services, Path], list[Path]]


def run(words: Sequence[str], take_screenshots: Screenshots) -> int:
    """Carry out the command that the words name; return the exit code of the program."""
    settings = _settings()
    set_language(asked_language(words) or settings.language)
    speak_utf8()
    # Modules of commands name their options when they are read: in the language of now.
    from coopdesk.cli.root import root_app

    call = Call(settings, take_screenshots, as_json=asks_for_json(words))
    try:
        found = get_command(root_app()).main(
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
