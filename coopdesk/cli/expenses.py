"""Commands about volunteers' expenses: sheets, lines, vehicles, vouchers, settling."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.expense_answers import (
    attachment_document,
    scale_answer,
    sheet_document,
    sheet_line_document,
    sheet_listing,
    sheet_parts,
    vehicle_document,
    vehicle_listing,
)
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import (
    FileArgument,
    IdArgument,
    ModeOption,
    OptionalYearOption,
    SearchOption,
    YearOption,
    coded,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, named
from coopdesk.domain.attachments import AttachmentKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.expenses import (
    ExpenseFilter,
    ExpenseKind,
    ExpenseSheet,
    ExpenseState,
    NewExpenseLine,
    NewExpenseSheet,
    NewVehicle,
    parse_distance,
)
from coopdesk.domain.mileage import MileageScale, VehicleKind, scale_of
from coopdesk.domain.money import ZERO, parse_amount
from coopdesk.domain.own_scales import NewScale, figures_of
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("expenses", _("Volunteers' expenses."))

DayOption = Annotated[
    str | None,
    typer.Option(
        "--date", metavar=_("DATE"), help=_("Day; today if not given."), parser=parse_day
    ),
]
_TEXT = _("TEXT")


@command(
    app,
    "list",
    _("List the expense sheets, newest first."),
    {"state": optional_code("--state", _("Only those in this state."), ExpenseState)},
)
def list_sheets(
    call: Call, year: OptionalYearOption = None, search: SearchOption = "", **given: Any
) -> Answer:
    """Answer with the sheets of a filter, and what each state comes to."""
    checked = None if year is None else call.checked_year(year)
    wanted = ExpenseFilter(state=given["state"], year=checked, text=search)
    with call.opened() as services:
        lines = services.expenses.find(wanted)
        totals = services.expenses.totals(wanted)
    document = {
        "sheets": [sheet_line_document(line) for line in lines],
        "count": len(lines),
        "totals_cents": {state.value: amount.cents for state, amount in totals.items()},
    }
    sums = " · ".join(named(label(key), money_text(cents)) for key, cents in totals.items())
    text = _("Expense sheets: {count}; {sums}").format(count=number_text(len(lines)), sums=sums)
    return Answer(document, (sheet_listing(lines), text))


@command(app, "show", _("Show an expense sheet with its mileage explained."))
def show_sheet(call: Call, number: IdArgument) -> Answer:
    """Answer with a sheet, its lines and its files."""
    with call.opened() as services:
        sheet = services.expenses.get(number)
    return Answer({"sheet": sheet_document(sheet)}, sheet_parts(sheet))


@command(
    app,
    "new",
    _("Start the expense sheet of a volunteer."),
    {"note": optional("--note", _("Note."), _TEXT)},
)
def new_sheet(
    call: Call,
    volunteer: Annotated[
        int,
        typer.Option(
            metavar=_("NUMBER"), help=_("The volunteer's number."), parser=parse_count
        ),
    ],
    title: Annotated[str, typer.Option(metavar=_TEXT, help=_("What the expenses were for."))],
    **given: Any,
) -> Answer:
    """Record a draft without any line."""
    new = NewExpenseSheet(volunteer, title, note=given["note"] or "")
    with call.opened() as services:
        sheet = services.expenses.record(new).value
    text = _("Expense sheet no. {id} recorded: {name}, {title}").format(
        id=sheet.id, name=sheet.volunteer_name, title=sheet.content.title
    )
    return Answer({"sheet": sheet_document(sheet)}, (text,))


_LINE_FIELDS = {
    "day": optional("--date", _("Day; today if not given."), _("DATE"), parse_day),
    "kind": optional_code("--kind", _("What it was spent on."), ExpenseKind),
    "amount": optional("--amount", _("Amount, such as 12,50."), _("AMOUNT")),
    "vehicle": optional("--vehicle", _("Number of the vehicle."), _("NUMBER"), parse_count),
    "km": optional("--km", _("Kilometres there and back."), _("KM")),
}


@command(app, "add-line", _("Add an expense or a trip to a draft."), _LINE_FIELDS)
def add_line(
    call: Call,
    number: IdArgument,
    what: Annotated[
        str, typer.Option("--label", metavar=_TEXT, help=_("What it was, or where to."))
    ],
    **given: Any,
) -> Answer:
    """Add one line; with a vehicle or kilometres it is a trip."""
    is_trip = given["vehicle"] is not None or given["km"] is not None
    kind = given["kind"] or (ExpenseKind.MILEAGE if is_trip else ExpenseKind.OTHER)
    amount, km = given["amount"], given["km"]
    line = NewExpenseLine(
        spent_on=given["day"] or call.today(),
        kind=kind,
        label=what,
        amount=ZERO if amount is None else parse_amount(amount),
        vehicle_id=given["vehicle"],
        metres=0 if km is None else parse_distance(km),
    )
    with call.opened() as services:
        content = services.expenses.get(number).content
        new = replace(content, lines=(*content.lines, line))
        sheet = services.expenses.change(number, new).value
    return Answer({"sheet": sheet_document(sheet)}, sheet_parts(sheet))


_VEHICLE_FIELDS = {
    "name": optional("--label", _("Its name; without it, the vehicles are listed."), _TEXT),
    "kind": optional_code("--kind", _("Kind of vehicle; a car if not given."), VehicleKind),
    "power": optional("--power", _("Fiscal power in CV."), _("N"), parse_count),
}


@command(app, "vehicle", _("Record a vehicle of a volunteer, or list them."), _VEHICLE_FIELDS)
def record_vehicle(
    call: Call,
    number: IdArgument,
    *,
    electric: Annotated[
        bool, typer.Option("--electric", metavar="", help=_("It is electric."))
    ] = False,
    **given: Any,
) -> Answer:
    """Record a vehicle of this contact when it is named."""
    with call.opened() as services:
        if given["name"] is not None:
            kind = given["kind"] or VehicleKind.CAR
            power = given["power"] or 0
            services.vehicles.record(NewVehicle(number, given["name"], kind, power, electric))
        vehicles = services.vehicles.of_volunteer(number)
    document = {"vehicles": [vehicle_document(each) for each in vehicles]}
    return Answer(document, (vehicle_listing(vehicles),))


@command(
    app,
    "attach",
    _("Keep a PDF or a picture with an expense sheet."),
    {"line": optional("--line", _("Rank of the line it proves."), _("N"), parse_count)},
)
def attach_file(
    call: Call,
    number: IdArgument,
    file: FileArgument,
    kind: Annotated[
        AttachmentKind, coded(AttachmentKind, _("What it is."))
    ] = AttachmentKind.VOUCHER,
    **given: Any,
) -> Answer:
    """Keep a voucher, or the signed waiver."""
    with call.opened() as services:
        line_id = None
        if given["line"] is not None:
            line_id = _line_of_rank(services.expenses.get(number), given["line"])
        attached = services.expenses.attach(number, file, kind, line_id).value
    text = _("Attached: {name}").format(name=attached.name)
    return Answer({"attachment": attachment_document(attached)}, (text,))


def _line_of_rank(sheet: ExpenseSheet, rank: int) -> int:
    if rank > len(sheet.lines):
        text = _("--line: sheet no. {id} has no line {rank}; it has {count} in all.")
        count = number_text(len(sheet.lines))
        raise UsageProblemError(text.format(id=sheet.id, rank=rank, count=count))
    return sheet.lines[rank - 1].id


@command(app, "waive", _("Leave an expense sheet to the association: a gift of that day."))
def waive_sheet(call: Call, number: IdArgument, day: DayOption = None) -> Answer:
    """Record the waiver and its gift; warnings are told beside it."""
    on = call.today() if day is None else parse_day(day)
    with call.opened() as services:
        warnings = services.expenses.preview(number, on).warnings
        donation = services.expenses.waive(number, on).value
    text = _("Expenses waived: gift no. {id} of {amount}, {donor}").format(
        id=donation.id,
        amount=money_text(donation.content.amount),
        donor=donation.donor_name,
    )
    document = {
        "sheet_id": number,
        "donation_id": donation.id,
        "received_on": on,
        "amount_cents": donation.content.amount.cents,
        "warnings": [warning.value for warning in warnings],
    }
    return Answer(document, (text, *map(label, warnings)))


@command(app, "reimburse", _("Refund an expense sheet: a payment out of that day."))
def reimburse_sheet(
    call: Call, number: IdArgument, mode: ModeOption, day: DayOption = None
) -> Answer:
    """Record the payment that refunds a sheet."""
    on = call.today() if day is None else parse_day(day)
    with call.opened() as services:
        sheet = services.expenses.reimburse(number, on, mode).value
    text = _("Expenses refunded: {amount} to {name}").format(
        amount=money_text(sheet.total), name=sheet.volunteer_name
    )
    return Answer({"sheet": sheet_document(sheet)}, (text,))


@command(app, "reopen", _("Make a settled expense sheet a draft again."))
def reopen_sheet(call: Call, number: IdArgument) -> Answer:
    """Take the gift or the payment of a sheet back."""
    with call.opened() as services:
        sheet = services.expenses.reopen(number).value
    text = _("Expense sheet no. {id} is a draft again").format(id=sheet.id)
    return Answer({"sheet": sheet_document(sheet)}, (text,))


@command(app, "remove", _("Remove the draft of an expense sheet."))
def remove_sheet(call: Call, number: IdArgument) -> Answer:
    """Remove a draft with its vouchers."""
    with call.opened() as services:
        services.expenses.remove(number)
    text = _("Expense sheet no. {id} removed").format(id=number)
    return Answer({"sheet_id": number}, (text,))


@command(app, "print", _("Write an expense sheet as a PDF to be signed."))
def print_sheet(
    call: Call,
    number: IdArgument,
    path: Annotated[
        Path, typer.Option("--to", metavar=_("FILE"), help=_("The file to write."))
    ],
    *,
    refund: Annotated[
        bool,
        typer.Option(
            "--refund", metavar="", help=_("With the request for a refund, not the waiver.")
        ),
    ] = False,
) -> Answer:
    """Write the paper."""
    with call.opened() as services:
        services.expenses.write_sheet(number, path, asks_refund=refund or None)
    text = _("Expense sheet written: {file}").format(file=path)
    return Answer({"sheet_id": number, "file": path}, (text,))


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
    source: Annotated[str, typer.Option(metavar=_TEXT, help=_("The text that you read."))],
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
