"""Commands about the mileage scale: the program's, and one that a person has read."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.expense_answers import scale_answer
from coopdesk.cli.options import OptionalYearOption, YearOption, command, optional
from coopdesk.cli.output import Answer
from coopdesk.domain.errors import RuleError
from coopdesk.domain.mileage import MileageScale, scale_of
from coopdesk.domain.own_scales import NewScale, figures_of
from coopdesk.wording.language import _

app = typer.Typer()


@command(app, "scale", _("Show the mileage scale of a year, with its source."))
def show_scale(call: Call, year: OptionalYearOption = None) -> Answer:
    """Answer with every band of the scale."""
    chosen = call.today().year if year is None else call.checked_year(year)
    with call.opened() as services:
        scale = scale_of(services.mileage.scales(), chosen)
    return scale_answer(chosen, scale)


@command(
    app,
    "correct-scale",
    _("Let your own mileage scale count for a year, and until the next one."),
    {"electric": optional("--electric", _("What an electric vehicle counts more, in %."), "N")},
)
def correct_scale(
    call: Call,
    year: YearOption,
    tariffs: Annotated[
        list[str],
        typer.Argument(
            metavar=_("TARIFF…"),
            help=_(
                "Kind and power of a vehicle with its figures in the order of “scale”, as "
                "car-5=0,636/0,357/1395/0,427; what is not named stays."
            ),
        ),
    ],
    source: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("The text that you read."))],
    **given: Any,
) -> Answer:
    """Type the figures of another year over those that are known."""
    with call.opened() as services:
        known = scale_of(services.mileage.scales(), year)
        figures = [tuple(map(str, figures_of(tariff))) for tariff in known.tariffs]
        for text in tariffs:
            place, typed = _typed_tariff(known, text)
            figures[place] = typed
        percent = given["electric"] or str(known.electric_percent)
        scale = services.mileage.correct(NewScale(year, source, percent, tuple(figures))).value
    return scale_answer(year, scale)


def _typed_tariff(known: MileageScale, text: str) -> tuple[int, tuple[str, ...]]:
    """Return the place of the tariff that a text names, and its figures as typed."""
    name, _equals, said = text.partition("=")
    kind, _hyphen, power = name.partition("-")
    typed = tuple(said.split("/"))
    number = int(power) if power.isdecimal() else 0
    for place, tariff in enumerate(known.tariffs):
        is_named = kind == tariff.kind.value and tariff.holds_for(tariff.kind, number)
        if is_named and len(typed) == len(figures_of(tariff)):
            return place, typed
    raise RuleError("expense.tariff_unreadable", field="tariffs", text=text[:40])


@command(app, "reset-scale", _("Take the mileage scale of the program again for a year."))
def reset_scale(call: Call, year: YearOption) -> Answer:
    """Forget an own scale."""
    with call.opened() as services:
        scale = services.mileage.reset(year).value
    return scale_answer(year, scale)
