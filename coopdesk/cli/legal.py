"""Commands about figures of the law: list, correct, reset."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.options import command, parse_day, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.legal_parameters import LegalParameter
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _
from coopdesk.wording.legal import (
    confidence_text,
    correction_warning,
    parameter_name,
    parameter_value,
    to_verify_text,
)

app = subject_app("legal", _("Figures of the law."))

CodeArgument = Annotated[
    str, typer.Argument(metavar=_("CODE"), help=_("Code of the figure, as “legal list” says."))
]
SinceOption = Annotated[
    str,
    typer.Option(
        "--since", metavar=_("DATE"), help=_("First day that it counts."), parser=parse_day
    ),
]
OnOption = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar=_("DATE"),
        help=_("As of this day; today if not given."),
        parser=parse_day,
    ),
]


@command(app, "list", _("List the figures of the law with their sources."))
def list_figures(
    call: Call,
    on: OnOption = None,
    *,
    past: Annotated[
        bool, typer.Option("--all", metavar="", help=_("Past and coming values as well."))
    ] = False,
) -> Answer:
    """Answer with every figure as it is worth on a day, or with all that is known."""
    day = call.today() if on is None else parse_day(on)
    with call.opened() as services:
        found = services.legal.history() if past else services.legal.parameters(day)
    document = {"on": day, "parameters": [_document(figure) for figure in found]}
    columns = (
        Column(_("Code")),
        Column(_("Figure"), rare=True),
        Column(_("Value"), at_right=True),
        Column(_("Since"), at_right=True),
        Column(_("Confidence")),
        Column(_("Source"), rare=True),
    )
    rows = [
        (
            figure.code,
            parameter_name(figure.code),
            parameter_value(figure),
            day_text(figure.since),
            to_verify_text(figure) or confidence_text(figure),
            figure.source,
        )
        for figure in found
    ]
    return Answer(document, (Listing(columns, rows),))


@command(app, "correct", _("Let your own figure count from a day on."))
def correct(
    call: Call,
    code: CodeArgument,
    since: SinceOption,
    value: Annotated[
        str, typer.Option(metavar=_("VALUE"), help=_("Value in its unit, as 76 or 0,5."))
    ],
    source: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("The text that you read."))],
) -> Answer:
    """Correct a figure, with a warning of what it decides."""
    with call.opened() as services:
        made = services.legal.correct(code, parse_day(since), value, source).value
    return _answer(made, correction_warning())


@command(app, "reset", _("Take the figure of the program again."))
def reset(call: Call, code: CodeArgument, since: SinceOption) -> Answer:
    """Forget a correction."""
    with call.opened() as services:
        made = services.legal.reset(code, parse_day(since)).value
    return _answer(made)


def _answer(figure: LegalParameter, *more: Any) -> Answer:
    text = _("{name}: {value} since {day}").format(
        name=parameter_name(figure.code),
        value=parameter_value(figure),
        day=day_text(figure.since),
    )
    return Answer({"parameter": _document(figure)}, (text, *more))


def _document(figure: LegalParameter) -> Document:
    return {
        "code": figure.code,
        "unit": figure.unit,
        "value": str(figure.value),
        "since": figure.since,
        "until": figure.until,
        "source": figure.source,
        "confidence": figure.confidence,
        "to_verify": figure.is_to_verify,
        "own": figure.is_own,
    }
