"""How commands are declared, and the options that many of them share.

Modules that declare commands let Typer read their annotations, so none of them (nor this one)
imports ``annotations`` from ``__future__``.
"""

import datetime as dt
import enum
import functools
import inspect
from collections.abc import Callable, Collection, Container, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.help_words import DeskCommand, DeskGroup
from coopdesk.cli.output import Answer, named, show, tell
from coopdesk.domain.errors import CoopDeskError, NotFoundError, RuleError
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.paper_boxes import noted_boxes
from coopdesk.services.progress import JobCancelledError
from coopdesk.wording.language import _
from coopdesk.wording.paper_boxes import boxes_text

Function = TypeVar("Function", bound=Callable[..., Answer])
Code = TypeVar("Code", bound=enum.Enum)

_MOST_DIGITS = 19  # of what the database can number
_DAY_FORMS = ("%Y-%m-%d", "%d/%m/%Y")


def parse_day(text: str | dt.date) -> dt.date:
    """Read a date as a person types it; for options."""
    if isinstance(text, dt.date):
        return text
    for form in _DAY_FORMS:
        try:
            return dt.datetime.strptime(text.strip(), form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    raise typer.BadParameter(_("“{text}” is not a date (2026-03-12).").format(text=text))


def parse_count(text: str | int) -> int:
    """Read a whole number from 1 on; for options."""
    number = str(text).strip()
    if not (
        number.isascii() and number.isdigit() and len(number) < _MOST_DIGITS and int(number)
    ):
        raise typer.BadParameter(
            _("“{text}” is not a whole number above zero.").format(text=text)
        )
    return int(number)


def parse_switch(text: object) -> bool:
    """Read yes or no; for options."""
    if isinstance(text, bool):
        return text
    known = {"yes": True, "oui": True, "no": False, "non": False}
    typed = str(text).strip().lower()
    if typed not in known:
        raise typer.BadParameter(_("“{text}” is neither yes nor no.").format(text=text))
    return known[typed]


def parse_code(
    kind: type[Code], but: Collection[enum.Enum] = ()
) -> Callable[[str | Code], Code]:
    """Return the reader of an option that takes a code of an enumeration, ``but`` a few."""
    names = _codes_of(kind, but)

    def parse(text: str | Code) -> Code:
        known = {code.value: code for code in kind if code not in but}
        value = text.value if isinstance(text, enum.Enum) else text
        if value in known:
            return known[value]
        message = _("“{text}” is not one of: {names}.").format(text=text, names=names)
        raise typer.BadParameter(message)

    return parse


def coded(
    kind: type[enum.Enum], help_text: str, *flags: str, but: Collection[enum.Enum] = ()
) -> Any:
    """Return the option that takes a code of an enumeration; its help lists the codes."""
    listed = named(help_text.rstrip("."), _codes_of(kind, but))
    return typer.Option(*flags, metavar=_("CODE"), help=listed, parser=parse_code(kind, but))


def _codes_of(kind: type[enum.Enum], but: Collection[enum.Enum]) -> str:
    return ", ".join(str(code.value) for code in kind if code.value and code not in but)


def optional(
    flag: str,
    help_text: str,
    metavar: str,
    parser: Callable[[Any], Any] | None = None,
) -> Any:
    """Return the annotation of an option that may be left out, for ``command(fields=…)``."""
    told = None if parser is None else _naming(flag, parser)
    found = typer.Option(flag, metavar=metavar, help=help_text, parser=told)
    return Annotated[str | None, found]


def or_empty(parser: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a reader for which empty text says: none, also in place of what there was."""
    return lambda text: parser(text) if str(text).strip() else ""


def _naming(flag: str, parser: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a reader that says of which option it refuses the text."""

    @functools.wraps(parser)
    def parse(text: Any) -> Any:
        try:
            return parser(text)
        except RuleError as error:
            name = flag.removeprefix("--").replace("-", "_")
            vars(error)["values"] |= {"field": name}
            vars(error)["flags"] = {name: flag}
            raise

    return parse


def optional_code(
    flag: str, help_text: str, kind: type[enum.Enum], *, may_be_empty: bool = False
) -> Any:
    """Return the annotation of an option for a code that may be left out, or be no code."""
    found = coded(kind, help_text, flag)
    if may_be_empty:
        found.parser = or_empty(found.parser)
    return Annotated[str | None, found]


BringOption = Annotated[
    bool, typer.Option("--dry-run", metavar="", help=_("Only say what it would bring."))
]
AmountOption = Annotated[
    str, typer.Option(metavar=_("AMOUNT"), help=_("Amount, such as 12,50."))
]
FileArgument = Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The file to read."))]
ToOption = Annotated[
    Path, typer.Option("--to", metavar=_("FILE"), help=_("The file to write."))
]
IdArgument = Annotated[
    int, typer.Argument(metavar=_("NUMBER"), help=_("Its number."), parser=parse_count)
]
JsonOption = Annotated[
    bool, typer.Option("--json", metavar="", help=_("Answer as one JSON document."))
]
LimitOption = Annotated[
    int | None,
    typer.Option(metavar=_("N"), help=_("Show at most so many lines."), parser=parse_count),
]
SearchOption = Annotated[
    str, typer.Option(metavar=_("TEXT"), help=_("Words that must all occur."))
]
ModeOption = Annotated[PaymentMode, coded(PaymentMode, _("How it was paid."))]
YearOption = Annotated[
    int, typer.Option(metavar=_("YEAR"), help=_("Calendar year."), parser=parse_count)
]
OptionalYearOption = Annotated[
    int | None, typer.Option(metavar=_("YEAR"), help=_("Calendar year."), parser=parse_count)
]


def given_options(
    fields: Mapping[str, Any], may_be_none: Container[str] = ()
) -> dict[str, Any]:
    """Return the options that were given; of what may be none, empty text says that it is."""
    return {
        name: None if value == "" and name in may_be_none else value
        for name, value in fields.items()
        if value is not None
    }


def subject_app(name: str, help_text: str) -> typer.Typer:
    """Return the Typer of a subject, whose word opens a group of commands."""
    return typer.Typer(
        name=name,
        cls=DeskGroup,
        help=help_text,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND …"),
    )


def command(
    app: typer.Typer,
    name: str,
    help_text: str,
    fields: Mapping[str, Any] | None = None,
) -> Callable[[Function], Function]:
    """Declare a command: a function from a call and its words to an answer.

    Every command takes ``--json``. ``fields`` maps names to annotations of further options that
    take the place of the function's ``**fields``; those that are not given are None.
    """

    def declare(function: Function) -> Function:
        @functools.wraps(function)
        def run(**words: Any) -> int:
            context = words.pop("ctx")
            del words["as_json"]  # known before: see window_words.asks_for_json
            call: Call = context.obj
            try:
                return _run(call, functools.partial(function, call, **words))
            except typer.TyperException as error:
                vars(error)["ctx"] = context  # whose help explains the words
                raise
            except CoopDeskError as error:
                flags = vars(error)["flags"] = _flags(context)
                vars(error)["words"] = _words(context)
                if isinstance(error, NotFoundError):
                    _name_missing(error, {name: words.get(name) for name in flags})
                raise

        cast("Any", run).__signature__ = _signature(function, fields or {})
        app.command(name, cls=DeskCommand, help=help_text, options_metavar=_("[OPTIONS]"))(run)
        return function

    return declare


def _flags(context: typer.Context) -> dict[str, str]:
    """Return what the options of a command are called, by the fields that they fill."""
    asked = [one for one in context.command.params if one.name is not None]
    return {
        str(one.name): flag
        for one in asked
        for flag in reversed(one.opts)
        if flag.startswith("--")
    }


def _words(context: typer.Context) -> dict[str, str]:
    """Return what the help calls the fields that a command takes by their place."""
    return {
        str(one.name): str(one.metavar)
        for one in context.command.params
        if one.metavar and not any(flag.startswith("--") for flag in one.opts)
    }


def _name_missing(error: NotFoundError, given: Mapping[str, Any]) -> None:
    """Say which option named the record that is not there, if only one can have."""
    wanted = error.values.get("id")
    # A switch that is on is no record 1.
    asked = {name: value for name, value in given.items() if not isinstance(value, bool)}
    names = [name for name, value in asked.items() if value is not None and value == wanted]
    if len(names) == 1:
        error.values.setdefault("field", names[0])


def _run(call: Call, ask: Callable[[], Answer]) -> int:
    """Carry a command out; Typer would take Ctrl+C for an exit of its own."""
    with noted_boxes() as boxes:
        try:
            answer = ask()
        except KeyboardInterrupt:
            raise JobCancelledError from None
    show(answer, as_json=call.as_json)
    if boxes:
        tell(boxes_text(boxes))
    return answer.exit_code


def _signature(function: Callable[..., Any], fields: Mapping[str, Any]) -> inspect.Signature:
    """Return what Typer shall see: no call, the fields one by one, and ``--json``."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    written = list(inspect.signature(function).parameters.values())[1:]
    words = [
        one.replace(kind=keyword)
        for one in written
        if one.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    more = [
        inspect.Parameter(name, keyword, default=None, annotation=annotation)
        for name, annotation in fields.items()
    ]
    context = inspect.Parameter("ctx", keyword, annotation=typer.Context)
    as_json = inspect.Parameter("as_json", keyword, default=False, annotation=JsonOption)
    for one in (*words, *more):
        _leave_to_services(one.annotation)
    return inspect.Signature([context, *words, *more, as_json])


def _leave_to_services(annotation: Any) -> None:
    """Keep Typer from looking at a file itself: it says in English what is in the way."""
    for asked in getattr(annotation, "__metadata__", ()):
        if getattr(asked, "readable", False):
            asked.readable = False
