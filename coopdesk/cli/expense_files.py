"""Commands about the files of an expense sheet: vouchers, the signed waiver."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.expense_answers import attachment_document
from coopdesk.cli.expense_lines import place_of_line
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import (
    FileArgument,
    IdArgument,
    ToOption,
    coded,
    command,
    optional,
    parse_count,
)
from coopdesk.cli.output import Answer
from coopdesk.domain.attachments import Attachment, AttachmentKind
from coopdesk.domain.expenses import ExpenseSheet
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

app = typer.Typer()

RankOption = Annotated[
    int,
    typer.Option(
        "--file", metavar=_("N"), help=_("Rank of the file on the sheet."), parser=parse_count
    ),
]


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
            sheet = services.expenses.get(number)
            line_id = sheet.lines[place_of_line(sheet, given["line"])].id
        attached = services.expenses.attach(number, file, kind, line_id).value
    text = _("Attached: {name}").format(name=attached.name)
    return Answer({"attachment": attachment_document(attached)}, (text,))


@command(app, "detach", _("Take a file off an expense sheet."))
def detach_file(call: Call, number: IdArgument, rank: RankOption) -> Answer:
    """Take a file off; it can be undone."""
    with call.opened() as services:
        found = _file_of_rank(services.expenses.get(number), rank)
        services.expenses.detach(found.id)
    text = _("Taken off: {name}").format(name=found.name)
    return Answer({"attachment": attachment_document(found)}, (text,))


@command(app, "save-file", _("Write a file of an expense sheet as it was given."))
def save_file(
    call: Call,
    number: IdArgument,
    rank: RankOption,
    path: ToOption,
) -> Answer:
    """Write a kept file."""
    with call.opened() as services:
        found = _file_of_rank(services.expenses.get(number), rank)
        services.expenses.write_voucher(found.id, path)
    text = _("File written: {file}").format(file=path)
    return Answer({"attachment": attachment_document(found), "file": path}, (text,))


def _file_of_rank(sheet: ExpenseSheet, rank: int) -> Attachment:
    if rank > len(sheet.attachments):
        text = _("--file: sheet no. {id} has no file {rank}; it has {count} in all.")
        count = number_text(len(sheet.attachments))
        raise UsageProblemError(text.format(id=sheet.id, rank=rank, count=count))
    return sheet.attachments[rank - 1]
