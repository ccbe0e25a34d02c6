"""Commands about the lines of an expense sheet: expenses and trips."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.expense_answers import sheet_document, sheet_parts
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer
from coopdesk.domain.errors import FieldErrors, RuleError
from coopdesk.domain.expenses import (
    ExpenseKind,
    ExpenseSheet,
    NewExpenseLine,
    parse_distance,
)
from coopdesk.domain.money import parse_amount
from coopdesk.services.expenses import refuse_settled
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

app = typer.Typer()

LineOption = Annotated[
    int,
    typer.Option("--line", metavar=_("N"), help=_("Rank of the line."), parser=parse_count),
]
_FIELDS = {
    "spent_on": optional("--date", _("Day; today if not given."), _("DATE"), parse_day),
    "kind": optional_code("--kind", _("What it was spent on."), ExpenseKind),
    "amount": optional("--amount", _("Amount, such as 12,50."), _("AMOUNT"), parse_amount),
    "vehicle_id": optional("--vehicle", _("Number of the vehicle."), _("NUMBER"), parse_count),
    "metres": optional("--km", _("Kilometres there and back."), _("KM"), parse_distance),
}
_CHANGES = {
    "label": optional("--label", _("What it was, or where to."), _("TEXT")),
    **_FIELDS,
    "spent_on": optional("--date", _("Day."), _("DATE"), parse_day),
}
# Which field of a line an error is about; the sheet itself only knows the line.
_ABOUT = {
    "expense.label_missing": "label",
    "text.too_long": "label",
    "expense.in_the_future": "spent_on",
    "expense.too_old": "spent_on",
    "expense.amount_not_positive": "amount",
    "expense.vehicle_missing": "vehicle_id",
    "expense.vehicle_of_another": "vehicle_id",
    "expense.distance_not_positive": "metres",
}


@command(app, "add-line", _("Add an expense or a trip to a draft."), _FIELDS)
def add_line(
    call: Call,
    number: IdArgument,
    label: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("What it was, or where to."))],
    **fields: Any,
) -> Answer:
    """Add one line; with a vehicle or kilometres it is a trip."""
    empty = NewExpenseLine(call.today(), ExpenseKind.OTHER, label)
    line = _changed(empty, fields)
    with call.opened() as services:
        content = services.expenses.get(number).content
        new = replace(content, lines=(*content.lines, line))
        with _naming_options(len(new.lines)):
            sheet = services.expenses.change(number, new).value
    return _sheet_answer(sheet)


@command(app, "change-line", _("Change what is given of a line of a draft."), _CHANGES)
def change_line(call: Call, number: IdArgument, rank: LineOption, **fields: Any) -> Answer:
    """Change one line, which keeps its vouchers."""
    if all(value is None for value in fields.values()):
        raise nothing_to_change("--amount 12,50")
    with call.opened() as services:
        sheet = services.expenses.get(number)
        refuse_settled(sheet)
        place = place_of_line(sheet, rank)
        lines = list(sheet.content.lines)
        lines[place] = _changed(lines[place], fields)
        with _naming_options(rank):
            new = replace(sheet.content, lines=tuple(lines))
            sheet = services.expenses.change(number, new).value
    return _sheet_answer(sheet)


@command(app, "remove-line", _("Remove a line of a draft; its files stay with the sheet."))
def remove_line(call: Call, number: IdArgument, rank: LineOption) -> Answer:
    """Remove one line; it can be undone."""
    with call.opened() as services:
        sheet = services.expenses.get(number)
        refuse_settled(sheet)
        lines = list(sheet.content.lines)
        del lines[place_of_line(sheet, rank)]
        new = replace(sheet.content, lines=tuple(lines))
        sheet = services.expenses.change(number, new).value
    return _sheet_answer(sheet)


def place_of_line(sheet: ExpenseSheet, rank: int) -> int:
    """Return the place, from 0, of the line of a rank; refuse one that is not there."""
    if rank > len(sheet.lines):
        text = _("--line: sheet no. {id} has no line {rank}; it has {count} in all.")
        count = number_text(len(sheet.lines))
        raise UsageProblemError(text.format(id=sheet.id, rank=rank, count=count))
    return rank - 1


def _sheet_answer(sheet: ExpenseSheet) -> Answer:
    return Answer({"sheet": sheet_document(sheet)}, sheet_parts(sheet))


def _changed(line: NewExpenseLine, fields: Mapping[str, Any]) -> NewExpenseLine:
    """Return a line with what is given; a vehicle or kilometres make a trip of it."""
    given = {name: value for name, value in fields.items() if value is not None}
    is_driven = "vehicle_id" in given or "metres" in given
    was_trip = line.kind is ExpenseKind.MILEAGE
    if is_driven:
        given.setdefault("kind", ExpenseKind.MILEAGE)
    is_trip = given.get("kind", line.kind) is ExpenseKind.MILEAGE
    if is_driven and not is_trip:
        raise UsageProblemError(
            _("--vehicle and --km are for a trip: leave --kind out, or give an --amount.")
        )
    if is_trip and "amount" in given:
        text = _("--amount is not for a trip, which the scale values.")
        cure = _("With --kind, the line becomes an expense.")
        raise UsageProblemError(f"{text} {cure}" if was_trip else text)
    return replace(line, **given)


@contextmanager
def _naming_options(rank: int) -> Iterator[None]:
    """Say of an error in a line which option it is about."""
    try:
        yield
    except RuleError as error:
        several = error.errors if isinstance(error, FieldErrors) else ()
        for one in (error, *several):
            if one.field == f"line{rank}" and one.code in _ABOUT:
                one.values["field"] = _ABOUT[one.code]
        raise
