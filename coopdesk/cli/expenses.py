"""Commands about volunteers' expenses: sheets, lines, vehicles, vouchers, settling."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli import expense_files, expense_lines, expense_scales, expense_vehicles
from coopdesk.cli.calls import Call
from coopdesk.cli.expense_answers import (
    sheet_document,
    sheet_line_document,
    sheet_listing,
    sheet_parts,
)
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.inventory_words import ACTIVITY, activity_id
from coopdesk.cli.options import (
    IdArgument,
    ModeOption,
    OptionalYearOption,
    SearchOption,
    ToOption,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, named
from coopdesk.domain.expenses import ExpenseFilter, ExpenseState, NewExpenseSheet
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("expenses", _("Volunteers' expenses."))
app.add_typer(expense_lines.app)
app.add_typer(expense_files.app)
app.add_typer(expense_vehicles.app)
app.add_typer(expense_scales.app)

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
    {"note": optional("--note", _("Note."), _TEXT), "activity": ACTIVITY},
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
        new = replace(new, activity_id=activity_id(services, given["activity"]))
        sheet = services.expenses.record(new).value
    text = _("Expense sheet no. {id} recorded: {name}, {title}").format(
        id=sheet.id, name=sheet.volunteer_name, title=sheet.content.title
    )
    return Answer({"sheet": sheet_document(sheet)}, (text,))


_CHANGES = {
    "title": optional("--title", _("What the expenses were for."), _TEXT),
    "note": optional("--note", _("Note."), _TEXT),
    "volunteer_id": optional(
        "--volunteer", _("The volunteer's number."), _("NUMBER"), parse_count
    ),
    "activity": ACTIVITY,
}


@command(
    app,
    "change",
    _("Change what is given of a draft; the activity also of a settled sheet."),
    _CHANGES,
)
def change_sheet(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change the head of a draft; its lines have commands of their own."""
    given = {name: value for name, value in fields.items() if value is not None}
    if not given:
        raise nothing_to_change('--title "…"')
    activity = given.pop("activity", None)
    with call.opened() as services:
        key = activity_id(services, activity)
        if given:
            new = replace(services.expenses.get(number).content, **given)
            services.expenses.change(number, new)
        if activity is not None:
            services.expenses.set_activity(number, key)
        sheet = services.expenses.get(number)
    return Answer({"sheet": sheet_document(sheet)}, sheet_parts(sheet))


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
    path: ToOption,
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
