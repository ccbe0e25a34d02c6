"""Commands about what is due of pledges: what came, what will not come, what is awaited."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import donation_document, donation_line_document
from coopdesk.cli.listings import donation_listing
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.pledge_documents import (
    instalment_document,
    instalment_listing,
    pledge_document,
)
from coopdesk.domain.money import parse_amount, total
from coopdesk.domain.payments import PaymentMode
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _

app = typer.Typer()

DayOption = Annotated[
    str | None,
    typer.Option(
        "--on", metavar=_("DATE"), help=_("Day; today if not given."), parser=parse_day
    ),
]
DueOption = Annotated[
    str,
    typer.Option("--due", metavar=_("DATE"), help=_("The day it was due."), parser=parse_day),
]


@command(
    app,
    "receive",
    _("Record that an instalment came: a gift with its payment."),
    {
        "amount": optional(
            "--amount", _("Amount; as promised if not given."), _("AMOUNT"), parse_amount
        ),
        "mode": optional_code(
            "--mode", _("How it was paid; as promised if not given."), PaymentMode
        ),
        "gift": optional(
            "--gift", _("Number of a gift that is recorded already."), _("NUMBER"), parse_count
        ),
    },
)
def receive_instalment(
    call: Call,
    number: IdArgument,
    due_on: DueOption,
    received_on: DayOption = None,
    **fields: Any,
) -> Answer:
    """Record the gift that fulfils an instalment, or tie one that is known."""
    due = parse_day(due_on)
    with call.opened() as services:
        service = services.pledges
        content = service.get(number).content
        if fields["gift"] is not None:
            donation = service.attach(fields["gift"], number, due).value
        else:
            donation = service.receive(
                number,
                due,
                call.today() if received_on is None else parse_day(received_on),
                content.amount if fields["amount"] is None else fields["amount"],
                fields["mode"] or content.mode,
            ).value
    text = _("Gift no. {id} for what was due on {day}: {amount}, {donor}").format(
        id=donation.id,
        day=day_text(due),
        amount=money_text(donation.content.amount),
        donor=donation.donor_name,
    )
    return Answer({"donation": donation_document(donation), "due_on": due}, (text,))


@command(app, "skip", _("Expect one instalment no more, because it will not come."))
def skip_instalment(call: Call, number: IdArgument, due_on: DueOption) -> Answer:
    """Skip what is due on a day; the pledge goes on."""
    due = parse_day(due_on)
    with call.opened() as services:
        pledge = services.pledges.skip(number, due).value
    text = _("Pledge no. {id} of {donor}: nothing more is expected for {day}").format(
        id=pledge.id, donor=pledge.donor_name, day=day_text(due)
    )
    return Answer({"pledge": pledge_document(pledge), "due_on": due}, (text,))


@command(app, "gifts", _("List the gifts that could fulfil an instalment of a pledge."))
def list_gifts(call: Call, number: IdArgument) -> Answer:
    """Answer with the gifts of the donor that belong to no pledge, for ``receive --gift``."""
    with call.opened() as services:
        lines = services.pledges.candidates(number)
    document = {
        "donations": [donation_line_document(line) for line in lines],
        "count": len(lines),
    }
    return Answer(document, (donation_listing(lines),))


@command(app, "detach", _("Say that a gift fulfils no instalment; the gift stays."))
def detach_gift(
    call: Call,
    gift: Annotated[
        int,
        typer.Option(metavar=_("NUMBER"), help=_("Number of the gift."), parser=parse_count),
    ],
) -> Answer:
    """Untie a gift from its pledge, whose instalment waits again."""
    with call.opened() as services:
        donation = services.pledges.detach(gift).value
    text = _("Gift no. {id} belongs to no pledge any more: {amount}, {donor}").format(
        id=donation.id,
        amount=money_text(donation.content.amount),
        donor=donation.donor_name,
    )
    return Answer({"donation": donation_document(donation)}, (text,))


@command(app, "expected", _("List what is still to come, late and expected."))
def list_expected(
    call: Call,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar=_("DATE"),
            help=_("Up to this day; today if not given."),
            parser=parse_day,
        ),
    ] = None,
) -> Answer:
    """Answer with what is to come of all pledges, the oldest first."""
    day = call.today() if until is None else parse_day(until)
    with call.opened() as services:
        listed = services.pledges.expected(day)
    amount = total(one.amount for one in listed)
    document = {
        "until": day,
        "instalments": [instalment_document(one) for one in listed],
        "count": len(listed),
        "total_cents": amount.cents,
    }
    text = _("To come until {day}: {amount}").format(
        day=day_text(day), amount=money_text(amount)
    )
    return Answer(document, (instalment_listing(listed), text))
