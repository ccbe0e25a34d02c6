"""What goes wrong, as an exit code, a sentence and a JSON document: the one error boundary."""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from coopdesk.cli.output import named
from coopdesk.domain.errors import CoopDeskError, ExternalError, FieldErrors
from coopdesk.services.progress import JobCancelledError
from coopdesk.system.instance_lock import InstanceLockedError
from coopdesk.wording.errors import code_text, error_text
from coopdesk.wording.formats import moment_text
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

DONE, REFUSED, WRONG_USAGE, EXTERNAL, PROBLEMS_FOUND = range(5)
FAULT = 70  # a bug of ours, as sysexits.h numbers it; not to be mistaken for a refusal

_OBSTACLES = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("access is not allowed"),
    errno.EPERM: N_("access is not allowed"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a file stands where a folder is wanted"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EFBIG: N_("the disk is full"),
    errno.EROFS: N_("the disk cannot be written to"),
}
_EXTRA_WORDS = re.compile(r"unexpected extra argument(?:s|\(s\))? \((.*)\)")
_UNKNOWN_COMMAND = re.compile(r"No such command '(.*?)'")


class UsageProblemError(typer.TyperException):
    """The words of the command line make no sense; the message is a sentence already."""

    exit_code = WRONG_USAGE

    def __init__(self, message: str, code: str = "usage.wrong", ctx: object = None) -> None:
        super().__init__(message)
        self.code = code
        self.ctx = ctx  # where the words were wrong, for the line that names the help


def nothing_to_change(example: str) -> UsageProblemError:
    """Return what to raise when a command that changes something is told of nothing."""
    text = _("Say what to change, such as {example}.").format(example=example)
    return UsageProblemError(text)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a command was not carried out; ``fields`` are (field, code, sentence)."""

    exit_code: int
    code: str
    message: str
    fields: tuple[tuple[str, str, str], ...] = ()

    @property
    def document(self) -> dict[str, object]:
        """The JSON document of the failure."""
        listed = [
            {"field": field, "code": code, "message": message}
            for field, code, message in self.fields
        ]
        field = self.fields[0][0] if self.fields else None
        said = {"code": self.code, "message": self.message, "field": field, "fields": listed}
        return {"error": said}


def failure_of(error: BaseException) -> Failure:
    """Say what an exception means to the person who typed the command."""
    if isinstance(error, JobCancelledError | KeyboardInterrupt):
        return Failure(REFUSED, "job.cancelled", _("Stopped. Nothing is left half done."))
    if isinstance(error, CoopDeskError):
        return _failure_of_ours(error)
    if isinstance(error, InstanceLockedError):
        return Failure(EXTERNAL, "database.in_use", _locked_text(error))
    if isinstance(error, typer.TyperException):
        code = getattr(error, "code", "usage.wrong")
        return Failure(WRONG_USAGE, code, usage_text(error))
    if isinstance(error, OSError):
        return Failure(EXTERNAL, "system.refused", _system_text(error))
    return Failure(
        FAULT, "program.fault", _("Unexpected fault of CoopDesk. Nothing was changed.")
    )


def _failure_of_ours(error: CoopDeskError) -> Failure:
    exit_code = EXTERNAL if isinstance(error, ExternalError) else REFUSED
    errors = error.errors if isinstance(error, FieldErrors) else (error,)
    fields = tuple((one.field, one.code, error_text(one)) for one in errors if one.field)
    flags: Mapping[str, str] = vars(error).get("flags", {})
    if len(errors) == 1:
        message, flag = error_text(error), flags.get(error.field or "")
        return Failure(exit_code, error.code, named(flag, message) if flag else message, fields)
    # Of several fields each is named: by its option, its place in the help, or as it is.
    names = {**vars(error).get("words", {}), **flags}
    told = (named(names.get(field, field), sentence) for field, _code, sentence in fields)
    return Failure(exit_code, error.code, "\n".join(told), fields)


def _locked_text(error: InstanceLockedError) -> str:
    holder = error.holder
    values = {
        "host": holder.host or "?",
        "user": holder.user or "?",
        "since": moment_text(holder.since) if holder.since else "?",
    }
    return code_text("database.in_use", values)


def _system_text(error: OSError) -> str:
    detail = obstacle_text(error)
    named = f" ({error.filename})" if error.filename else ""
    return _("The system refused: {detail}{named}.").format(detail=detail, named=named)


def obstacle_text(error: OSError) -> str:
    """Return what is in the way of a file; the system itself may speak only English."""
    said = _OBSTACLES.get(error.errno or 0)
    return _(said) if said else error.strerror or type(error).__name__


def usage_text(error: typer.TyperException) -> str:
    """Return the sentence for wrong words; Typer itself only speaks English."""
    kind = type(error).__name__
    if kind == "MissingParameter":
        return _("{name} is missing.").format(name=_parameter_name(error))
    if kind == "BadParameter":
        name = _parameter_name(error)
        return named(name, error.message) if name else error.message
    if kind == "NoSuchOption":
        name = getattr(error, "option_name", "")
        near = ", ".join(getattr(error, "possibilities", None) or ())
        text = _("There is no option {name}.").format(name=name)
        return f"{text} {_did_you_mean(near)}" if near else text
    if kind == "BadOptionUsage":
        return _option_text(error)
    return _other_text(error.message)


def _option_text(error: typer.TyperException) -> str:
    name = getattr(error, "option_name", "")
    if "does not take" in error.message:
        return _("The option {name} takes no value.").format(name=name)
    return _("The option {name} wants a value.").format(name=name)


def _other_text(message: str) -> str:
    if message.startswith("Missing command"):
        return _("A command is missing.")
    extra = _EXTRA_WORDS.search(message)
    if extra:
        return _("Too many words: {words}.").format(words=extra.group(1))
    unknown = _UNKNOWN_COMMAND.search(message)
    if unknown:
        return unknown_command_text(unknown.group(1), "")
    return message


def unknown_command_text(name: str, near: str) -> str:
    """Say that there is no such command, and what was perhaps meant."""
    text = _("There is no command “{name}”.").format(name=name)
    return f"{text} {_did_you_mean(near)}" if near else text


def _did_you_mean(near: str) -> str:
    return _("Did you mean {near}?").format(near=near)


def _parameter_name(error: Any) -> str:
    """Return how the person writes the option or the argument that is wrong."""
    param = error.param
    if param is None:
        return str(error.param_hint or "")
    options = [name for name in param.opts if name.startswith("--")]
    return options[0] if options else str(param.metavar or param.name).upper()
