"""Commands about the journal: list, undo, redo."""

from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import operation_document
from coopdesk.cli.jobs import job
from coopdesk.cli.options import LimitOption, command, parse_count, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.operations import Operation, OperationKind, OperationState
from coopdesk.wording.formats import moment_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.operations import operation_text

_SHOWN = 50

app = subject_app("operations", _("The journal: what was done, by whom, and taking it back."))


@command(app, "list", _("List what was done, newest first."))
def list_operations(call: Call, limit: LimitOption = None) -> Answer:
    """Answer with the newest entries of the journal and what undo and redo would do."""
    with call.opened() as services:
        operations = services.operations.latest(limit or _SHOWN)
        state = services.operations.state()
    document = {
        "operations": [operation_document(operation) for operation in operations],
        "undo": operation_document(state.undo) if state.undo else None,
        "redo": operation_document(state.redo) if state.redo else None,
    }
    return Answer(document, (_listing(operations),))


@command(app, "undo", _("Take back the newest operation, or the one with a number."))
def undo_operation(
    call: Call,
    number: Annotated[
        int | None,
        typer.Argument(metavar=_("NUMBER"), help=_("Its number."), parser=parse_count),
    ] = None,
) -> Answer:
    """Take one operation back."""
    with call.opened() as services, job(_("Undoing")) as progress:
        if number is None:
            operation = services.operations.undo(progress).value
        else:
            operation = services.operations.undo_one(number, progress).value
    text = _("Taken back: {operation}").format(operation=operation_text(operation))
    return Answer({"operation": operation_document(operation)}, (text,))


@command(app, "redo", _("Do again what was taken back last."))
def redo_operation(call: Call) -> Answer:
    """Do one operation again."""
    with call.opened() as services, job(_("Redoing")) as progress:
        operation = services.operations.redo(progress).value
    text = _("Done again: {operation}").format(operation=operation_text(operation))
    return Answer({"operation": operation_document(operation)}, (text,))


def _listing(operations: list[Operation]) -> Listing:
    columns = (
        Column(_("No."), at_right=True),
        Column(_("When"), at_right=True),
        Column(_("What")),
        Column(_("Who")),
        Column(_("Asked from"), rare=True),
        Column(_("State")),
    )
    rows = [
        (
            str(one.id),
            moment_text(one.made_at) if one.made_at else "",
            operation_text(one),
            one.author,
            label(one.origin),
            label(OperationKind.UNDO) if one.state is OperationState.UNDONE else "",
        )
        for one in operations
    ]
    return Listing(columns, rows, _("Nothing was done yet."))
