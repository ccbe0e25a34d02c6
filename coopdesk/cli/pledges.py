"""Commands about pledges: what was promised, what is due, what came."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.campaign_documents import campaign_named, tier_named
from coopdesk.cli.documents import donation_document
from coopdesk.cli.options import (
    AmountOption,
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
from coopdesk.cli.pledge_documents import (
    instalment_document,
    instalment_listing,
    pledge_document,
    pledge_line_document,
    pledge_listing,
    sums_document,
)
from coopdesk.domain.money import parse_amount, total
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.pledges import Frequency, NewPledge, Pledge, PledgeFilter, PledgeState
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("pledges", _("Promises to give."))

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
    "list",
    _("List the pledges with what came of them."),
    {
        "state": optional_code("--state", _("Only those in this state."), PledgeState),
        "donor": optional(
            "--donor", _("Number of the contact who promised."), _("NUMBER"), parse_count
        ),
    },
)
def list_pledges(
    call: Call,
    search: SearchOption = "",
    *,
    late: Annotated[
        bool, typer.Option("--late", metavar="", help=_("Only those with something late."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with the pledges and their sums until today."""
    wanted = PledgeFilter(search, fields["state"], fields["donor"], only_late=late)
    with call.opened() as services:
        lines = services.pledges.find(wanted)
        sums = services.pledges.totals(lines)
    document = {
        "pledges": [pledge_line_document(line) for line in lines],
        "count": len(lines),
        **sums_document(sums),
    }
    text = _("Pledges: {count}; expected: {expected}; received: {received}; late: {late}")
    said = text.format(
        count=number_text(len(lines)),
        expected=money_text(sums.expected),
        received=money_text(sums.received),
        late=money_text(sums.late),
    )
    return Answer(document, (pledge_listing(lines), said))


_FIELDS = {
    "campaign": optional("--campaign", _("Campaign."), _("TEXT")),
    "tier_id": optional("--tier", _("The tier, by its name or number."), _("TIER")),
    "starts_on": optional(
        "--from", _("First day on which it is due; today if not given."), _("DATE"), parse_day
    ),
    "ends_on": optional("--until", _("Last day."), _("DATE"), parse_day),
    "note": optional("--note", _("Note."), _("TEXT")),
}


@command(app, "add", _("Record a promise to give; it is no gift yet."), _FIELDS)
def add_pledge(
    call: Call,
    donor_id: Annotated[
        int,
        typer.Option(
            "--donor",
            metavar=_("NUMBER"),
            help=_("Number of the contact who promises."),
            parser=parse_count,
        ),
    ],
    amount: AmountOption,
    frequency: Annotated[Frequency, coded(Frequency, _("How often."))],
    mode: ModeOption,
    **fields: Any,
) -> Answer:
    """Record a pledge."""
    given = {name: value for name, value in fields.items() if value is not None}
    tier = given.pop("tier_id", None)
    starts_on = given.pop("starts_on", call.today())
    if tier is not None and "campaign" not in given:
        raise typer.BadParameter(_("Say of which campaign with --campaign."))
    with call.opened() as services:
        if tier is not None:
            line = campaign_named(services, given["campaign"])
            given["campaign"] = line.name
            given["tier_id"] = tier_named(services, line.id, tier).id
        new = NewPledge(donor_id, parse_amount(amount), frequency, mode, starts_on, **given)
        pledge = services.pledges.record(new).value
    text = _("Pledge no. {id} recorded: {donor}, {amount} {frequency}").format(
        id=pledge.id,
        donor=pledge.donor_name,
        amount=money_text(pledge.content.amount),
        frequency=label(frequency),
    )
    return Answer({"pledge": pledge_document(pledge)}, (text,))


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


@command(app, "pause", _("Expect nothing of a pledge for a while, or take it up again."))
def pause_pledge(
    call: Call,
    number: IdArgument,
    on: DayOption = None,
    *,
    resume: Annotated[
        bool, typer.Option("--resume", metavar="", help=_("Take it up again."))
    ] = False,
) -> Answer:
    """Pause a pledge or take it up again."""
    with call.opened() as services:
        step = services.pledges.resume if resume else services.pledges.pause
        pledge = step(number, None if on is None else parse_day(on)).value
    return _state_answer(pledge)


@command(app, "end", _("End a pledge: nothing more is due after a day."))
def end_pledge(call: Call, number: IdArgument, on: DayOption = None) -> Answer:
    """End a pledge."""
    with call.opened() as services:
        pledge = services.pledges.end(number, None if on is None else parse_day(on)).value
    return _state_answer(pledge)


def _state_answer(pledge: Pledge) -> Answer:
    text = _("Pledge no. {id} of {donor}: {state}").format(
        id=pledge.id, donor=pledge.donor_name, state=label(pledge.state)
    )
    return Answer({"pledge": pledge_document(pledge)}, (text,))


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
