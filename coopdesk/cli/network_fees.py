"""Commands about the fees that we pay to networks."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import (
    IdArgument,
    ModeOption,
    OptionalYearOption,
    command,
    optional,
    parse_count,
    subject_app,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.partner_documents import fee_document, fee_listing
from coopdesk.cli.partner_fields import (
    DAY,
    FEE_FIELDS,
    PartnerArgument,
    given_of,
    partner_named,
)
from coopdesk.domain.money import parse_amount
from coopdesk.domain.partners import NetworkFee, NewNetworkFee
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

app = subject_app("network-fees", _("Fees that we pay to networks."))

_YearArgument = Annotated[
    int, typer.Argument(metavar=_("YEAR"), help=_("Calendar year."), parser=parse_count)
]
_AmountArgument = Annotated[
    str, typer.Argument(metavar=_("AMOUNT"), help=_("Amount, such as 12,50."))
]


@command(app, "list", _("List the fees of networks, paid and to pay."))
def list_fees(
    call: Call,
    *,
    year: OptionalYearOption = None,
    due: Annotated[
        bool, typer.Option("--due", metavar="", help=_("Those that are not paid alone."))
    ] = False,
) -> Answer:
    """Answer with the fees of a year, or all."""
    with call.opened() as services:
        found = services.network_fees.due() if due else services.network_fees.all(year)
    shown = [one for one in found if year in {None, one.content.year}]
    return Answer({"fees": [fee_document(one) for one in shown]}, (fee_listing(shown),))


@command(app, "add", _("Record a fee that a network asks of us for a year."), FEE_FIELDS)
def add_fee(
    call: Call,
    network: PartnerArgument,
    year: _YearArgument,
    amount: _AmountArgument,
    **fields: Any,
) -> Answer:
    """Record a fee that is not paid yet."""
    with call.opened() as services:
        contact_id = partner_named(services, network).contact_id
        told = given_of(services, fields)
        new = NewNetworkFee(contact_id, year, parse_amount(amount), **told)
        made = services.network_fees.add(new).value
    return _answer(made, _("Fee no. {id} recorded: {name} {year}, {amount}"))


@command(
    app,
    "change",
    _("Change what is given of a fee."),
    {
        "year": optional("--year", _("Calendar year."), _("YEAR"), parse_count),
        "amount": optional("--amount", _("Its amount."), _("AMOUNT"), parse_amount),
        **FEE_FIELDS,
    },
)
def change_fee(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change a fee."""
    with call.opened() as services:
        told = given_of(services, fields)
        if not told:
            raise nothing_to_change("--due 2026-12-31")
        known = services.network_fees.get(number)
        made = services.network_fees.change(number, replace(known.content, **told)).value
    return _answer(made, _("Fee changed: {name} {year}, {amount}"))


@command(app, "pay", _("Record the payment of a fee; it is booked to 6281."), DAY)
def pay_fee(call: Call, number: IdArgument, mode: ModeOption, **fields: Any) -> Answer:
    """Pay a fee whole."""
    with call.opened() as services:
        day = fields["day"] or call.today()
        made = services.network_fees.pay(number, day, mode).value
    return _answer(made, _("Fee paid: {name} {year}, {amount}"))


@command(app, "tie", _("Say which recorded payment paid a fee."))
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
    """Tie a payment that the bank or somebody recorded already."""
    with call.opened() as services:
        made = services.network_fees.tie_payment(number, payment).value
    return _answer(made, _("Fee paid: {name} {year}, {amount}"))


@command(app, "free", _("Owe a fee again; its payment stays among the payments."))
def free_fee(call: Call, number: IdArgument) -> Answer:
    """Set a fee free of its payment."""
    with call.opened() as services:
        made = services.network_fees.free(number).value
    return _answer(made, _("Fee due again: {name} {year}, {amount}"))


@command(app, "remove", _("Remove a fee that is not paid."))
def remove_fee(call: Call, number: IdArgument) -> Answer:
    """Remove a fee; it can be undone."""
    with call.opened() as services:
        gone = services.network_fees.remove(number).value
    return _answer(gone, _("Fee removed: {name} {year}, {amount}"))


def _answer(fee: NetworkFee, text: str) -> Answer:
    content = fee.content
    said = text.format(
        id=fee.id, name=fee.name, year=content.year, amount=money_text(content.amount)
    )
    return Answer({"fee": fee_document(fee)}, (said,))
