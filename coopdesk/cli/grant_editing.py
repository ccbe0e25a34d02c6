"""Commands that change or remove one grant, or tie a payment to it."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.grant_documents import grant_document
from coopdesk.cli.inventory_words import ACTIVITY, FROM, NOTE, UNTIL, given, with_activity
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    optional_code,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer
from coopdesk.domain.grants import GrantKind
from coopdesk.domain.money import parse_amount
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

app = typer.Typer()


@command(
    app,
    "change",
    _("Change what is given of a grant; the draft of its entry follows."),
    {
        "title": optional("--title", _("What it is called."), _("TEXT")),
        "amount": optional("--amount", _("What is granted."), _("AMOUNT"), parse_amount),
        "notified_on": optional("--on", _("Day it was notified."), _("DATE"), parse_day),
        "kind": optional_code("--kind", _("What it is for."), GrantKind),
        "funder_id": optional(
            "--funder",
            _("Number of the contact who grants it."),
            _("NUMBER"),
            or_empty(parse_count),
        ),
        "account": optional("--account", _("Account of income or funds."), _("ACCOUNT")),
        "receivable_account": optional(
            "--receivable", _("Account on which it is due."), _("ACCOUNT")
        ),
        "starts_on": FROM,
        "ends_on": UNTIL,
        "expected_on": optional(
            "--expected",
            _("Day on which what is still due may come."),
            _("DATE"),
            or_empty(parse_day),
        ),
        "activity": ACTIVITY,
        "note": NOTE,
    },
)
def change_grant(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change a grant."""
    new = given(fields)
    if not new:
        raise nothing_to_change("--expected 2026-12-15")
    with call.opened() as services:
        new = with_activity(services, new)
        content = replace(services.grants.get(number).content, **new)
        made = services.grants.change(number, content).value
    text = _("Grant changed: {title}").format(title=made.content.title)
    return Answer({"grant": grant_document(made)}, (text,))


@command(app, "remove", _("Remove a grant on which nothing rests, with its drafts."))
def remove_grant(call: Call, number: IdArgument) -> Answer:
    """Remove a grant."""
    with call.opened() as services:
        gone = services.grants.remove(number).value
    text = _("Grant removed: {title}").format(title=gone.content.title)
    return Answer({"grant": grant_document(gone)}, (text,))


@command(app, "tie", _("Say that a payment that is recorded came for a grant."))
def tie_payment(
    call: Call,
    number: IdArgument,
    payment: Annotated[
        int,
        typer.Argument(
            metavar=_("PAYMENT"), help=_("Number of the payment."), parser=parse_count
        ),
    ],
) -> Answer:
    """Tie a payment to a grant."""
    with call.opened() as services:
        made = services.grants.tie_payment(number, payment).value
    text = _("{title}: {paid} received, {due} due").format(
        title=made.content.title, paid=money_text(made.paid), due=money_text(made.due)
    )
    return Answer({"grant": grant_document(made)}, (text,))
