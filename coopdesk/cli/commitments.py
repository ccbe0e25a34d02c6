"""Commands about commitments: who owes what by when, and what kept it."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli import commitment_files
from coopdesk.cli.calls import Call
from coopdesk.cli.commitment_documents import (
    commitment_document,
    commitment_listing,
    commitment_parts,
)
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import (
    IdArgument,
    ModeOption,
    SearchOption,
    coded,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.partner_fields import (
    COMMITMENT_FIELDS,
    DAY,
    SIDE,
    PartnerArgument,
    agreement_named,
    given_of,
    partner_named,
)
from coopdesk.domain.agreements import Side
from coopdesk.domain.commitments import (
    Commitment,
    CommitmentFilter,
    CommitmentState,
    NewCommitment,
)
from coopdesk.domain.money import Money, parse_amount
from coopdesk.domain.payments import LineKind
from coopdesk.services.outcome import Outcome
from coopdesk.wording.language import _

app = subject_app("commitments", _("What partners and we owe each other."))
app.add_typer(commitment_files.app)

_AMOUNT = optional("--amount", _("Its value; as promised if none."), _("AMOUNT"), parse_amount)


@command(
    app,
    "list",
    _("List commitments, what is due first at the top."),
    {
        "partner": optional("--partner", _("Those of one partner alone."), _("PARTNER")),
        "agreement": optional("--agreement", _("Those of one alone."), _("AGREEMENT")),
        "until": optional("--until", _("Those due until a day."), _("DATE"), parse_day),
        **SIDE,
    },
)
def list_commitments(
    call: Call,
    *,
    search: SearchOption = "",
    state: Annotated[
        CommitmentState | None, coded(CommitmentState, _("Those in one state alone."))
    ] = None,
    late: Annotated[
        bool, typer.Option("--late", metavar="", help=_("Those that are late alone."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with commitments."""
    today = call.today()
    with call.opened() as services:
        partner, agreement = fields["partner"], fields["agreement"]
        wanted = CommitmentFilter(
            text=search,
            contact_id=partner_named(services, partner).contact_id if partner else None,
            agreement_id=agreement_named(services, agreement).id if agreement else None,
            side=fields["side"],
            state=state,
            due_until=fields["until"],
        )
        found = services.commitments.all(wanted)
    shown = [one for one in found if one.is_overdue(today) or not late]
    document = {"commitments": [commitment_document(one, today) for one in shown]}
    return Answer(document, (commitment_listing(shown, today),))


@command(app, "show", _("Show a commitment and what proves that it was kept."))
def show_commitment(call: Call, number: IdArgument) -> Answer:
    """Answer with a commitment."""
    with call.opened() as services:
        found = services.commitments.get(number)
    today = call.today()
    document = {"commitment": commitment_document(found, today)}
    return Answer(document, commitment_parts(found, today))


@command(app, "add", _("Record what a partner or we owe."), {**SIDE, **COMMITMENT_FIELDS})
def add_commitment(
    call: Call,
    partner: PartnerArgument,
    text: Annotated[
        str, typer.Argument(metavar=_("TEXT"), help=_("What is owed, in a few words."))
    ],
    **fields: Any,
) -> Answer:
    """Record a commitment; the partner owes it unless we do."""
    with call.opened() as services:
        told = {"side": Side.THEIRS, **given_of(services, fields)}
        contact_id = partner_named(services, partner).contact_id
        outcome = services.commitments.add(NewCommitment(contact_id, text=text, **told))
    return _answer(call, outcome, _("Commitment no. {id} recorded: {text}"))


@command(
    app,
    "change",
    _("Change what is given of a commitment."),
    {
        "text": optional("--text", _("What is owed, in a few words."), _("TEXT")),
        **SIDE,
        **COMMITMENT_FIELDS,
    },
)
def change_commitment(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change a commitment."""
    with call.opened() as services:
        told = given_of(services, fields)
        if not told:
            raise nothing_to_change("--due 2026-12-31")
        known = services.commitments.get(number)
        outcome = services.commitments.change(number, replace(known.content, **told))
    return _answer(call, outcome, _("Commitment changed: {text}"))


@command(
    app,
    "keep",
    _("Say that a commitment was kept; one that comes back is due again."),
    {
        **DAY,
        "payment": optional("--payment", _("Number of its payment."), _("NUMBER"), parse_count),
        "contribution": optional(
            "--contribution", _("Number of what was given in kind."), _("NUMBER"), parse_count
        ),
    },
)
def keep_commitment(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Note that it was kept, and by what."""
    with call.opened() as services:
        outcome = services.commitments.keep(
            number, fields["day"], fields["payment"], fields["contribution"]
        )
    return _answer(call, outcome, _("Commitment kept: {text}"))


@command(
    app,
    "keep-in-kind",
    _("Record what a partner gave in kind, valued: the books have it in 86 and 87."),
    {**DAY, "amount": _AMOUNT},
)
def keep_in_kind(
    call: Call,
    number: IdArgument,
    *,
    basis: Annotated[
        str, typer.Option(metavar=_("TEXT"), help=_("What the value rests on."))
    ] = "",
    **fields: Any,
) -> Answer:
    """Note that it was kept by something in kind."""
    with call.opened() as services:
        outcome = services.commitments.keep_in_kind(
            number, fields["day"], fields["amount"], basis
        )
    return _answer(call, outcome, _("Commitment kept in kind: {text}"))


@command(
    app,
    "pay",
    _("Record the payment of money that is owed, and keep the commitment by it."),
    {
        **DAY,
        "amount": _AMOUNT,
        "kind": optional_code("--kind", _("What the money is for."), LineKind),
    },
)
def pay_commitment(call: Call, number: IdArgument, mode: ModeOption, **fields: Any) -> Answer:
    """Note that it was paid; all of it unless an amount is given."""
    with call.opened() as services:
        promised = services.commitments.get(number).content.amount
        told = fields["amount"]
        amount = (promised or Money(0)) if told is None else told
        day = fields["day"] or call.today()
        outcome = services.commitments.keep_by_paying(number, amount, day, mode, fields["kind"])
    return _answer(call, outcome, _("Commitment kept by a payment: {text}"))


@command(app, "reopen", _("Owe again what was kept or given up."))
def reopen_commitment(
    call: Call,
    number: IdArgument,
    *,
    with_gift: Annotated[
        bool,
        typer.Option(
            "--with-gift", metavar="", help=_("What was given in kind for it goes too.")
        ),
    ] = False,
) -> Answer:
    """Take back that it was kept; its payment stays, and what was given in kind may go."""
    with call.opened() as services:
        outcome = services.commitments.reopen(number, takes_back_gift=with_gift)
    return _answer(call, outcome, _("Owed again: {text}"))


@command(app, "drop", _("Say that both sides gave a commitment up."))
def drop_commitment(call: Call, number: IdArgument) -> Answer:
    """Give a commitment up."""
    with call.opened() as services:
        outcome = services.commitments.drop(number)
    return _answer(call, outcome, _("Given up: {text}"))


@command(app, "remove", _("Remove a commitment with its files."))
def remove_commitment(call: Call, number: IdArgument) -> Answer:
    """Remove a commitment; it can be undone."""
    with call.opened() as services:
        outcome = services.commitments.remove(number)
    return _answer(call, outcome, _("Commitment removed: {text}"))


def _answer(call: Call, outcome: Outcome[Commitment], text: str) -> Answer:
    found = outcome.value
    said = text.format(id=found.id, text=found.content.text)
    document = {"commitment": commitment_document(found, call.today())}
    return Answer(document, (said, *outcome.along))
