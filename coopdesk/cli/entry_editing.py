"""Commands that change a draft, keep its vouchers, and mark lines of entries."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.entry_documents import entry_document
from coopdesk.cli.entry_fields import SidesOption, told_anew, told_lines
from coopdesk.cli.expense_answers import attachment_document
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.inventory_words import ACTIVITY, NumbersArgument, activity_id
from coopdesk.cli.kept_files import saved_answer
from coopdesk.cli.options import (
    FileArgument,
    IdArgument,
    ToOption,
    command,
    optional,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.entries import EntryForm
from coopdesk.services.registry import Services
from coopdesk.wording.formats import day_text, money_text, size_text
from coopdesk.wording.language import _, ngettext

app = typer.Typer()
marks_app = typer.Typer()

VoucherArgument = Annotated[
    int, typer.Argument(metavar=_("FILE"), help=_("Number of the file."), parser=parse_count)
]


@command(
    app,
    "change",
    _("Change a draft; lines that are given take the place of all there were."),
    {
        "entry_on": optional("--date", _("Day in the books."), _("DATE"), parse_day),
        "journal": optional("--journal", _("Code of the journal."), _("CODE")),
        "label": optional("--label", _("What it is for."), _("TEXT")),
        "voucher_ref": optional("--voucher", _("Number of the voucher."), _("TEXT")),
        "voucher_on": optional(
            "--voucher-date",
            _("Day of the voucher, if another."),
            _("DATE"),
            or_empty(parse_day),
        ),
        "note": optional("--note", _("A remark."), _("TEXT")),
        "contact": optional(
            "--contact", _("Number of the third party."), _("NUMBER"), parse_count
        ),
        "activity": ACTIVITY,
    },
)
def change_entry(
    call: Call,
    number: IdArgument,
    debit: SidesOption = None,
    credit: SidesOption = None,
    **fields: Any,
) -> Answer:
    """Change a draft; contact and activity are of the lines given with them, else of all."""
    told = {name: value for name, value in fields.items() if value is not None}
    if not (told or debit or credit):
        raise nothing_to_change("--label …")
    if told.get("voucher_on") == "":
        told["voucher_on"] = None
    with call.opened() as services:
        new = _about_lines(services, told)
        lines = told_lines(debit, credit, new.get("contact_id"), new.get("activity_id"))
        known = services.entries.get(number).content
        if lines:
            told |= {"lines": lines, "form": EntryForm.GRID}
        elif new:
            told["lines"] = told_anew(known.lines, new)
        entry = services.entries.change(number, replace(known, **told)).value
    text = _("Draft {id} changed: {name}, {amount}").format(
        id=entry.id, name=entry.content.label, amount=money_text(entry.content.debit)
    )
    return Answer({"entry": entry_document(entry)}, (text,))


def _about_lines(services: Services, told: dict[str, Any]) -> dict[str, Any]:
    """Take out what is said of lines."""
    new: dict[str, Any] = {}
    if "contact" in told:
        new["contact_id"] = told.pop("contact")
    if "activity" in told:
        new["activity_id"] = activity_id(services, told.pop("activity"))
    return new


@command(app, "files", _("List the vouchers of an entry."))
def list_files(call: Call, number: IdArgument) -> Answer:
    """Answer with the files that are kept with an entry."""
    with call.opened() as services:
        services.entries.get(number)
        files = services.entry_files.files(number)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("File")),
        Column(_("Since"), at_right=True),
        Column(_("Size"), at_right=True),
    )
    rows = [(str(x.id), x.name, day_text(x.added_on), size_text(x.size)) for x in files]
    document = {"files": [attachment_document(one) for one in files]}
    return Answer(document, (Listing(columns, rows, _("No voucher.")),))


@command(app, "attach", _("Keep a file as a voucher of an entry."))
def attach_file(call: Call, number: IdArgument, file: FileArgument) -> Answer:
    """Keep a voucher; validated entries take late ones as well."""
    with call.opened() as services:
        kept = services.entry_files.attach(number, file).value
    text = _("Attached: {name}").format(name=kept.name)
    return Answer({"attachment": attachment_document(kept)}, (text,))


@command(app, "detach", _("Take a voucher off a draft."))
def detach_file(call: Call, file: VoucherArgument) -> Answer:
    """Take a file off; it can be undone."""
    with call.opened() as services:
        services.entry_files.detach(file)
    return Answer({"file_id": file}, (_("Voucher no. {id} taken off.").format(id=file),))


@command(app, "save-file", _("Write a voucher as it was given."))
def save_file(
    call: Call,
    file: VoucherArgument,
    path: ToOption,
) -> Answer:
    """Write a kept file."""
    with call.opened() as services:
        return saved_answer(path, *services.entry_files.content(file))


@command(
    marks_app,
    "reconcile",
    _("Say on which day the bank showed lines of entries."),
    {"reconciled_on": optional("--on", _("Day; today if none."), _("DATE"), parse_day)},
)
def reconcile_lines(
    call: Call,
    numbers: NumbersArgument,
    *,
    off: Annotated[
        bool, typer.Option("--off", metavar="", help=_("Not seen at the bank yet."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Mark lines, or take the mark off."""
    day = None if off else fields["reconciled_on"] or call.today()
    with call.opened() as services:
        count = services.entries.reconcile(numbers, day).value
    text = ngettext("{count} line changed.", "{count} lines changed.", count)
    return Answer({"changed": count, "reconciled_on": day}, (text.format(count=count),))


@command(marks_app, "assign", _("Say which activity lines of entries are for."))
def set_activity(
    call: Call,
    numbers: NumbersArgument,
    activity: Annotated[
        str,
        typer.Option("--activity", metavar=_("TEXT"), help=_("Name or code; empty for none.")),
    ],
) -> Answer:
    """Give lines to an activity; also those of validated entries until the year is closed."""
    with call.opened() as services:
        key = activity_id(services, activity)
        count = services.entries.set_activity(numbers, key).value
    text = ngettext("{count} line changed.", "{count} lines changed.", count)
    return Answer({"changed": count, "activity_id": key}, (text.format(count=count),))
