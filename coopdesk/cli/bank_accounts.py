"""Commands about bank accounts: list, add, change, close, remove, prove."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.bank_documents import (
    account_line_document,
    account_listing,
    bank_account_document,
    proof_listing,
    statement_document,
    statement_listing,
    step_document,
)
from coopdesk.cli.calls import Call
from coopdesk.cli.documents import cents
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import IdArgument, command, optional, parse_day
from coopdesk.cli.output import Answer, facts
from coopdesk.domain.bank_accounts import NewBankAccount
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

app = typer.Typer()

NameArgument = Annotated[
    str, typer.Argument(metavar=_("NAME"), help=_("Name of the bank account."))
]
_FIELDS = {
    "account": optional(
        "--account", _("Number of its account in the books, such as 5121."), _("NUMBER")
    ),
    "iban": optional("--iban", _("Its IBAN, by which files are known."), _("IBAN")),
    "note": optional("--note", _("A note."), _("TEXT")),
}
_NAME = {"name": optional("--name", _("Another name."), _("NAME"))}
_UNTIL = {
    "until": optional("--until", _("Up to this day."), _("DATE"), parse_day),
}


@command(app, "accounts", _("List the bank accounts with what the bank and the books say."))
def list_bank_accounts(call: Call) -> Answer:
    """Answer with the bank accounts, open ones first."""
    with call.opened() as services:
        lines = services.bank.accounts()
    document = {"accounts": [account_line_document(one) for one in lines]}
    return Answer(document, (account_listing(lines),))


@command(app, "add-account", _("Add a bank account, kept by an account of the books."), _FIELDS)
def add_bank_account(call: Call, name: NameArgument, **fields: Any) -> Answer:
    """Add a bank account; without a number its account of the books is found or made."""
    given = {key: text or "" for key, text in fields.items()}
    with call.opened() as services:
        added = services.bank.add(NewBankAccount(name, **given)).value
    text = _("Bank account no. {id} added: {name}, kept by account {account}").format(
        id=added.id, name=added.content.name, account=added.content.account
    )
    return Answer({"account": bank_account_document(added)}, (text,))


@command(
    app,
    "change-account",
    _("Change a bank account, close it or open it again."),
    {**_NAME, **_FIELDS},
)
def change_bank_account(
    call: Call,
    number: IdArgument,
    close: Annotated[
        bool | None,
        typer.Option(
            "--close/--open", metavar="", help=_("Files are no longer for it, or again.")
        ),
    ] = None,
    **fields: Any,
) -> Answer:
    """Change what is given of a bank account."""
    given = {key: text for key, text in fields.items() if text is not None}
    if not given and close is None:
        raise nothing_to_change("--name Livret")
    with call.opened() as services:
        changed = services.bank.account(number)
        if given:
            wanted = replace(changed.content, **given)
            changed = services.bank.change(number, wanted).value
        if close is not None:
            decide = services.bank.close_account if close else services.bank.open_account
            changed = decide(number).value
    text = _("Bank account no. {id} changed: {name}").format(
        id=number, name=changed.content.name
    )
    return Answer({"account": bank_account_document(changed)}, (text,))


@command(app, "remove-account", _("Remove a bank account without statements."))
def remove_bank_account(call: Call, number: IdArgument) -> Answer:
    """Remove a bank account; its account of the books stays."""
    with call.opened() as services:
        services.bank.remove(number)
    text = _("Bank account no. {id} removed.").format(id=number)
    return Answer({"bank_account_id": number}, (text,))


@command(app, "statements", _("List the statements of a bank account, each proved."))
def list_statements(call: Call, number: IdArgument) -> Answer:
    """Answer with the statements in the order of their days."""
    with call.opened() as services:
        statements = services.bank.statements(number)
    document = {
        "bank_account_id": number,
        "statements": [statement_document(one) for one in statements],
        "alerts": sum(not one.ties for one in statements),
    }
    return Answer(document, (statement_listing(statements),))


@command(app, "proof", _("Prove the balance of a bank account line by line."), _UNTIL)
def prove_account(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Answer with every line and the balance after it."""
    with call.opened() as services:
        proof = services.bank.proof(number, fields["until"])
    first = proof.first_difference
    document = {
        "bank_account_id": number,
        "start_cents": cents(proof.start),
        "end_cents": cents(proof.end),
        "first_difference": None if first is None else step_document(first),
        "steps": [step_document(step) for step in proof.steps],
    }
    told = facts(
        (_("Balance before"), "" if proof.start is None else money_text(proof.start)),
        (_("Balance after"), "" if proof.end is None else money_text(proof.end)),
    )
    return Answer(document, (proof_listing(proof.steps), told))
