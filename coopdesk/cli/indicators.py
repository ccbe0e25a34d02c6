"""Commands about figures that are followed over years."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.options import command, given_options, optional, parse_count, subject_app
from coopdesk.cli.output import Answer, Column, Listing, named
from coopdesk.domain.event_reports import Indicator, NewIndicator
from coopdesk.domain.indicator_rules import parse_figure
from coopdesk.services.registry import Services
from coopdesk.wording.indicators import figure_text, growth_text
from coopdesk.wording.language import _

app = subject_app("indicators", _("Figures followed over years."))

IndicatorArgument = Annotated[
    str, typer.Argument(metavar=_("INDICATOR"), help=_("The indicator: name or number."))
]
YearArgument = Annotated[
    int, typer.Argument(metavar=_("YEAR"), help=_("Calendar year."), parser=parse_count)
]
_FIELDS = {
    "unit": optional("--unit", _("What is counted."), _("TEXT")),
    "source": optional("--source", _("Where the figures come from."), _("TEXT")),
    "note": optional("--note", _("Note."), _("TEXT")),
}


@command(app, "list", _("List the indicators with their figures by year."))
def list_indicators(call: Call) -> Answer:
    """Answer with the indicators and how they grew."""
    with call.opened() as services:
        found = services.indicators.all()
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Name")),
        Column(_("Unit"), rare=True),
        Column(_("Figures")),
        Column(_("Growth")),
    )
    rows = [
        (
            str(one.id),
            one.content.name,
            one.content.unit,
            " · ".join(f"{figure_text(x.value)} ({x.year})" for x in one.values),
            growth_text(one),
        )
        for one in found
    ]
    document = {"indicators": [indicator_document(one) for one in found]}
    return Answer(document, (Listing(columns, rows, _("No indicator.")),))


@command(app, "add", _("Record an indicator."), _FIELDS)
def add_indicator(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    **fields: Any,
) -> Answer:
    """Record an indicator without figures."""
    told = given_options(fields)
    with call.opened() as services:
        made = services.indicators.add(NewIndicator(name, **told)).value
    return _answer(made, _("Indicator no. {id} recorded: {name}"))


@command(
    app,
    "change",
    _("Change what is given of an indicator."),
    {"name": optional("--name", _("Its new name."), _("TEXT")), **_FIELDS},
)
def change_indicator(call: Call, indicator: IndicatorArgument, **fields: Any) -> Answer:
    """Change an indicator."""
    told = given_options(fields)
    if not told:
        raise nothing_to_change("--unit …")
    with call.opened() as services:
        known = services.indicators.get(_indicator_id(services, indicator))
        made = services.indicators.change(known.id, replace(known.content, **told)).value
    return _answer(made, _("Indicator changed: {name}"))


@command(app, "set", _("Say what an indicator was in a year."))
def set_value(
    call: Call,
    indicator: IndicatorArgument,
    year: YearArgument,
    figure: Annotated[
        str, typer.Argument(metavar=_("FIGURE"), help=_("The figure, such as 2 360 000."))
    ],
    note: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Note."))] = "",
) -> Answer:
    """Set the figure of a year, in place of what it was."""
    value = parse_figure(figure)
    with call.opened() as services:
        key = _indicator_id(services, indicator)
        made = services.indicators.set_value(key, int(year), value, note).value
    text = growth_text(made) or figure_text(value)
    return Answer({"indicator": indicator_document(made)}, (named(made.content.name, text),))


@command(app, "remove", _("Remove an indicator, or one of its figures."))
def remove_indicator(
    call: Call,
    indicator: IndicatorArgument,
    year: Annotated[
        int | None,
        typer.Option(
            metavar=_("YEAR"), help=_("Only the figure of this year."), parser=parse_count
        ),
    ] = None,
) -> Answer:
    """Remove an indicator with its figures, or one figure."""
    with call.opened() as services:
        key = _indicator_id(services, indicator)
        if year is None:
            gone = services.indicators.remove(key).value
            return _answer(gone, _("Indicator removed: {name}"))
        made = services.indicators.remove_value(key, int(year)).value
    return _answer(made, _("Figure removed: {name}"))


def indicator_document(one: Indicator) -> Document:
    """Return an indicator for ``--json``; figures as texts, exact to the thousandth."""
    return {
        "id": one.id,
        "name": one.content.name,
        "unit": one.content.unit,
        "source": one.content.source,
        "note": one.content.note,
        "values": [
            {"year": x.year, "value": f"{x.value.normalize():f}", "note": x.note}
            for x in one.values
        ],
        "growth": growth_text(one),
    }


def _answer(one: Indicator, text: str) -> Answer:
    said = text.format(id=one.id, name=one.content.name)
    return Answer({"indicator": indicator_document(one)}, (said,))


def _indicator_id(services: Services, text: str) -> int:
    found = services.indicators.id_named(text)
    if found is None and text.isascii() and text.isdigit():
        found = int(text)
    if found is None:
        raise UsageProblemError(_("There is no indicator “{name}”.").format(name=text))
    return found
