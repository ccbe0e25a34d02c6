"""Commands about pledges: what was promised, what is due, what came."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli import pledge_instalments
from coopdesk.cli.calls import Call
from coopdesk.cli.campaign_documents import campaign_named, tier_named
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import (
    AmountOption,
    IdArgument,
    ModeOption,
    SearchOption,
    coded,
    command,
    optional,
    optional_code,
    or_empty,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.pledge_documents import (
    instalment_document,
    pledge_document,
    pledge_facts,
    pledge_line_document,
    pledge_listing,
    schedule_listing,
    sums_document,
)
from coopdesk.cli.pledge_instalments import DayOption
from coopdesk.domain.money import parse_amount
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.pledges import (
    Frequency,
    NewPledge,
    Pledge,
    PledgeFilter,
    PledgeState,
    sums_of,
)
from coopdesk.domain.text import fold
from coopdesk.services.registry import Services
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("pledges", _("Promises to give."))
app.add_typer(pledge_instalments.app)


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
        if fields["donor"] is not None:
            services.contacts.get(fields["donor"])  # an unknown one is told, not listed as none
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


UntilOption = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar=_("DATE"),
        help=_("Instalments up to this day; up to the next one if not given."),
        parser=parse_day,
    ),
]


@command(app, "show", _("Show a pledge and what came of each instalment."))
def show_pledge(call: Call, number: IdArgument, until: UntilOption = None) -> Answer:
    """Answer with a pledge, and its instalments up to the next one unless told otherwise."""
    today = call.today()
    with call.opened() as services:
        pledge = services.pledges.get(number)
        tier_id = pledge.content.tier_id
        tier = "" if tier_id is None else services.campaigns.tier(tier_id).content.name
        known = services.pledges.instalments(number)
        day = None if until is None else parse_day(until)
        listed = known if day is None else services.pledges.instalments(number, day)
    sums = sums_of(one for one in known if one.due_on <= today)
    document = {
        "pledge": pledge_document(pledge),
        "instalments": [instalment_document(one) for one in listed],
        **sums_document(sums),
    }
    text = _("Until today: expected: {expected}; received: {received}; late: {late}").format(
        expected=money_text(sums.expected),
        received=money_text(sums.received),
        late=money_text(sums.late),
    )
    return Answer(document, (pledge_facts(pledge, tier), schedule_listing(listed), text))


_FIELDS = {
    "campaign": optional("--campaign", _("Campaign."), _("TEXT")),
    "tier_id": optional("--tier", _("The tier, by its name or number."), _("TIER")),
    "starts_on": optional(
        "--from", _("First day on which it is due; today if not given."), _("DATE"), parse_day
    ),
    "ends_on": optional("--until", _("Last day."), _("DATE"), or_empty(parse_day)),
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
    starts_on = given.pop("starts_on", call.today())
    with call.opened() as services:
        found = _with_tier(services, "", given)
        new = NewPledge(donor_id, parse_amount(amount), frequency, mode, starts_on, **found)
        pledge = services.pledges.record(new).value
    text = _("Pledge no. {id} recorded: {donor}, {amount} {frequency}").format(
        id=pledge.id,
        donor=pledge.donor_name,
        amount=money_text(pledge.content.amount),
        frequency=label(frequency),
    )
    return Answer({"pledge": pledge_document(pledge)}, (text,))


_CHANGES = {
    "donor_id": optional(
        "--donor", _("Number of the contact who promises."), _("NUMBER"), parse_count
    ),
    "amount": optional("--amount", _("Amount, such as 12,50."), _("AMOUNT"), parse_amount),
    "frequency": optional_code("--frequency", _("How often."), Frequency),
    "mode": optional_code("--mode", _("How it was paid."), PaymentMode),
    **_FIELDS,
    "starts_on": optional("--from", _("First day on which it is due."), _("DATE"), parse_day),
}


@command(app, "change", _("Change what is given of a pledge."), _CHANGES)
def change_pledge(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change a pledge; what came of it already stays as it is."""
    given = {name: value for name, value in fields.items() if value is not None}
    if not given:
        raise nothing_to_change("--amount 20")
    with call.opened() as services:
        known = services.pledges.get(number).content
        new = replace(known, **_with_tier(services, known.campaign, given))
        pledge = services.pledges.change(number, new).value
    text = _("Pledge no. {id} changed: {donor}, {amount} {frequency}").format(
        id=pledge.id,
        donor=pledge.donor_name,
        amount=money_text(pledge.content.amount),
        frequency=label(pledge.content.frequency),
    )
    return Answer({"pledge": pledge_document(pledge)}, (text,))


def _with_tier(services: Services, known: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return what was given, the tier as its number; the tier of another campaign goes.

    ``known`` is the campaign so far. Empty text says that there is none.
    """
    found = given | {"ends_on": given["ends_on"] or None} if "ends_on" in given else {**given}
    campaign, tier = found.get("campaign", known), found.get("tier_id")
    if tier:
        if not campaign:
            raise typer.BadParameter(_("Say of which campaign with --campaign."))
        line = campaign_named(services, campaign)
        found["campaign"] = line.name
        found["tier_id"] = tier_named(services, line.id, tier).id
    elif tier is not None or fold(campaign) != fold(known):
        found["tier_id"] = None
    return found


@command(app, "remove", _("Remove a pledge of which nothing came."))
def remove_pledge(call: Call, number: IdArgument) -> Answer:
    """Remove a pledge recorded by mistake; it can be undone."""
    with call.opened() as services:
        services.pledges.remove(number)
    text = _("Pledge no. {id} removed").format(id=number)
    return Answer({"pledge_id": number}, (text,))


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
