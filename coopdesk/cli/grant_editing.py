"""Commands that change or remove one grant, or tie a payment to it."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.grant_documents import grant_document
from coopdesk.cli.grant_fields import (
    NEW_TITLE,
    REQUEST_FIELDS,
    GrantArgument,
    award_named,
    grant_named,
    told_of,
)
from coopdesk.cli.grant_requests import answer, received_answer, state_of
from coopdesk.cli.inventory_words import ACTIVITY, with_activity
from coopdesk.cli.options import (
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
from coopdesk.services.registry import Services
from coopdesk.wording.language import _

app = typer.Typer()

# What only a grant that was notified has.
_OF_AWARD = {
    "amount": optional("--amount", _("What is granted."), _("AMOUNT"), parse_amount),
    "notified_on": optional("--on", _("Day it was notified."), _("DATE"), parse_day),
    "kind": optional_code("--kind", _("What it is for."), GrantKind),
    "account": optional("--account", _("Account of income or funds."), _("ACCOUNT")),
    "receivable_account": optional(
        "--receivable", _("Account on which it is due."), _("ACCOUNT")
    ),
    "expected_on": optional(
        "--expected",
        _("Day on which what is still due may come."),
        _("DATE"),
        or_empty(parse_day),
    ),
    "activity": ACTIVITY,
}


@command(
    app,
    "change",
    _("Change what is given of a grant; the draft of its entry follows."),
    {**NEW_TITLE, **REQUEST_FIELDS, **_OF_AWARD},
)
def change_grant(call: Call, grant: GrantArgument, **fields: Any) -> Answer:
    """Change a grant, and what the books have of it."""
    of_award = {name: fields.pop(name) for name in _OF_AWARD}
    with call.opened() as services:
        told, booked = told_of(services, fields), told_of(services, of_award)
        if not told and not booked:
            raise nothing_to_change("--expected 2026-12-15")
        key = grant_named(services, grant).id
        if booked:
            _change_award(services, award_named(services, str(key)), booked)
        if told:
            content = replace(services.grant_requests.get(key).content, **told)
            services.grant_requests.change(key, content)
        return answer(services, key, _("Grant changed: {title}"))


def _change_award(services: Services, award_id: int, told: dict[str, Any]) -> None:
    new = with_activity(services, told)
    if "kind" in new:
        # Other accounts are usual for another kind, unless they are named.
        new = {"account": "", "receivable_account": "", **new}
    content = replace(services.grants.get(award_id).content, **new)
    services.grants.change(award_id, content)


@command(app, "remove", _("Remove a grant on which nothing rests, with its drafts."))
def remove_grant(call: Call, grant: GrantArgument) -> Answer:
    """Remove a grant with its request."""
    with call.opened() as services:
        state = services.grant_requests.state(grant_named(services, grant).id)
        services.grant_requests.remove(state.request.id)
    text = _("Grant removed: {title}").format(title=state.request.content.title)
    return Answer({"grant": grant_document(state)}, (text,))


@command(app, "tie", _("Say that a payment that is recorded came for a grant."))
def tie_payment(
    call: Call,
    grant: GrantArgument,
    payment: Annotated[
        int,
        typer.Argument(
            metavar=_("PAYMENT"), help=_("Number of the payment."), parser=parse_count
        ),
    ],
) -> Answer:
    """Tie a payment to a grant."""
    with call.opened() as services:
        key = award_named(services, grant)
        services.grants.tie_payment(key, payment)
        return received_answer(state_of(services, key))
