"""Commands about campaigns: what people give to, how far it has come, who contributed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.campaign_documents import (
    budget_document,
    campaign_document,
    campaign_line_document,
    campaign_listing,
    campaign_named,
    contributor_document,
    leader_listing,
    shown_document,
    tier_document,
    tier_listing,
    tier_named,
)
from coopdesk.cli.documents import donation_document, payment_document
from coopdesk.cli.options import (
    AmountOption,
    LimitOption,
    ModeOption,
    SearchOption,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, facts
from coopdesk.domain.campaigns import CampaignFilter, NewCampaign, NewTier, NewTierPayment
from coopdesk.domain.donations import Ineligibility, NewDonation
from coopdesk.domain.money import Money, parse_amount
from coopdesk.services.registry import Services
from coopdesk.wording.campaigns import (
    budget_formula,
    contributors_text,
    percent_text,
    raised_text,
    remaining_text,
    remarks_text,
)
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

app = subject_app("campaigns", _("Campaigns and their tiers."))

CampaignArgument = Annotated[
    str, typer.Argument(metavar=_("CAMPAIGN"), help=_("The campaign, by its name or number."))
]


def _or_empty(parser: Callable[[str], Any]) -> Callable[[Any], Any]:
    """Return a reader for which empty text says: none, also in place of what there was."""
    return lambda text: parser(text) if str(text).strip() else ""


_GOAL = optional("--goal", _("The goal."), _("AMOUNT"), _or_empty(parse_amount))
_MINIMUM = optional(
    "--minimum",
    _("What a contribution should reach; less is taken too."),
    _("AMOUNT"),
    _or_empty(parse_amount),
)
_DESCRIPTION = optional("--description", _("What it is about."), _("TEXT"))
_STARTS = optional("--from", _("First day."), _("DATE"), _or_empty(parse_day))
_ENDS = optional("--until", _("Last day."), _("DATE"), _or_empty(parse_day))
_FIELDS = {
    "goal": _GOAL,
    "minimum": _MINIMUM,
    "description": _DESCRIPTION,
    "starts_on": _STARTS,
    "ends_on": _ENDS,
}


@command(app, "list", _("List the campaigns with what was raised."))
def list_campaigns(
    call: Call,
    search: SearchOption = "",
    *,
    closed: Annotated[
        bool, typer.Option("--closed", metavar="", help=_("Those that are closed as well."))
    ] = False,
) -> Answer:
    """Answer with the campaigns, open ones or all."""
    wanted = CampaignFilter(search, None if closed else False)
    with call.opened() as services:
        lines = services.campaigns.find(wanted)
    document = {"campaigns": [campaign_line_document(line) for line in lines]}
    return Answer(document, (campaign_listing(lines),))


@command(app, "show", _("Show a campaign: what was raised, tier by tier."))
def show_campaign(call: Call, campaign: CampaignArgument) -> Answer:
    """Answer with how far a campaign has come."""
    with call.opened() as services:
        found = services.campaigns.progress(campaign_named(services, campaign).id)
    whole = found.whole
    said = facts(
        (_("Campaign"), found.campaign.content.name),
        (_("Raised"), raised_text(whole)),
        (_("Goal"), " · ".join(x for x in (percent_text(whole), remaining_text(whole)) if x)),
        (_("Contributors"), contributors_text(whole)),
        (_("Contributors and team"), number_text(found.people)),
        (
            _("Outside the tiers"),
            money_text(found.outside_tiers.raised) if found.tiers else "",
        ),
    )
    return Answer(shown_document(found), (said, tier_listing(found.tiers)))


@command(app, "add", _("Record a campaign."), _FIELDS)
def add_campaign(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    **fields: Any,
) -> Answer:
    """Record a campaign."""
    with call.opened() as services:
        campaign = services.campaigns.record(NewCampaign(name, **_given(fields))).value
    text = _("Campaign no. {id} recorded: {name}").format(
        id=campaign.id, name=campaign.content.name
    )
    return Answer({"campaign": campaign_document(campaign)}, (text,))


@command(
    app,
    "change",
    _("Change what is given of a campaign."),
    {"name": optional("--name", _("Its new name."), _("TEXT")), **_FIELDS},
)
def change_campaign(call: Call, campaign: CampaignArgument, **fields: Any) -> Answer:
    """Change a campaign."""
    with call.opened() as services:
        known = services.campaigns.get(campaign_named(services, campaign).id)
        new = replace(known.content, **_given(fields))
        changed = services.campaigns.change(known.id, new).value
    text = _("Campaign changed: {name}").format(name=changed.content.name)
    return Answer({"campaign": campaign_document(changed)}, (text,))


@command(app, "close", _("Close a campaign, or open it again."))
def close_campaign(
    call: Call,
    campaign: CampaignArgument,
    *,
    reopen: Annotated[
        bool, typer.Option("--reopen", metavar="", help=_("Open it again."))
    ] = False,
) -> Answer:
    """Close a campaign: it is proposed no more."""
    with call.opened() as services:
        campaign_id = campaign_named(services, campaign).id
        service = services.campaigns
        found = (service.reopen if reopen else service.close)(campaign_id).value
    text = _("Campaign opened again: {name}") if reopen else _("Campaign closed: {name}")
    return Answer(
        {"campaign": campaign_document(found)}, (text.format(name=found.content.name),)
    )


@command(
    app,
    "tiers",
    _("List the tiers of a campaign, or add one."),
    {
        "add": optional("--add", _("Name of a tier to add."), _("NAME")),
        **_FIELDS,
        "suggested": optional(
            "--suggested", _("The amount that is proposed."), _("AMOUNT"), parse_amount
        ),
        "ineligibility": optional_code(
            "--not-eligible",
            _("It is paid for something: why it gives no receipt."),
            Ineligibility,
        ),
    },
)
def list_tiers(
    call: Call,
    campaign: CampaignArgument,
    *,
    paid: Annotated[
        bool,
        typer.Option(
            "--paid", metavar="", help=_("The tier is paid for something: no gift, no receipt.")
        ),
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with the tiers of a campaign, after adding one if a name is given."""
    given = _given(fields)
    name = given.pop("add", None)
    if name is None and (given or paid):
        raise typer.BadParameter(_("Say the name of the tier with --add."))
    with call.opened() as services:
        campaign_id = campaign_named(services, campaign).id
        if name is not None:
            is_gift = not paid and "ineligibility" not in given
            services.campaigns.add_tier(NewTier(campaign_id, name, is_gift=is_gift, **given))
        tiers = services.campaigns.progress(campaign_id).tiers
    document = {"tiers": [tier_document(one.tier) for one in tiers]}
    return Answer(document, (tier_listing(tiers),))


_CONTRIBUTION = {
    "payer_id": optional(
        "--contact", _("Number of the contact; a guest if not given."), _("NUMBER"), parse_count
    ),
    "paid_on": optional("--date", _("Day; today if not given."), _("DATE"), parse_day),
    "label": optional("--label", _("Label."), _("TEXT")),
}


@command(app, "contribute", _("Record what somebody gives or pays for a tier."), _CONTRIBUTION)
def contribute(
    call: Call,
    campaign: CampaignArgument,
    tier_id: Annotated[
        str,
        typer.Option("--tier", metavar=_("TIER"), help=_("The tier, by its name or number.")),
    ],
    amount: AmountOption,
    mode: ModeOption,
    **fields: Any,
) -> Answer:
    """Record a gift, or a payment for something: the tier says which."""
    cents, day = parse_amount(amount), fields["paid_on"] or call.today()
    with call.opened() as services:
        line = campaign_named(services, campaign)
        chosen = tier_named(services, line.id, tier_id)
        remarks = services.campaigns.remarks(line.name, cents, day, chosen.id)
        new = NewTierPayment(
            chosen.id, cents, day, mode, fields["payer_id"], fields["label"] or ""
        )
        document, text = _record(services, line.name, new, is_gift=chosen.content.is_gift)
    said = (text, remarks_text(remarks)) if remarks else (text,)
    document["remarks"] = [remark.code for remark in remarks]
    return Answer(document, said)


def _record(
    services: Services, campaign: str, new: NewTierPayment, *, is_gift: bool
) -> tuple[dict[str, object], str]:
    if not is_gift:
        payment = services.campaigns.contribute(new).value
        text = _("Payment recorded: {amount}, without a receipt")
        return {"payment": payment_document(payment)}, text.format(
            amount=money_text(new.amount)
        )
    gift = NewDonation(
        received_on=new.paid_on,
        amount=new.amount,
        mode=new.mode,
        donor_id=new.payer_id,
        campaign=campaign,
        tier_id=new.tier_id,
        note=new.label,
    )
    donation = services.donations.record(gift).value
    text = _("Gift no. {id} recorded: {amount}, {donor}").format(
        id=donation.id,
        amount=money_text(new.amount),
        donor=donation.donor_name or _("anonymous"),
    )
    return {"donation": donation_document(donation)}, text


@command(app, "leaderboard", _("List who contributed most, persons and organisations apart."))
def show_leaderboard(
    call: Call,
    campaign: CampaignArgument,
    limit: LimitOption = None,
    path: Annotated[
        Path | None,
        typer.Option("--to", metavar=_("FILE"), help=_("Write them all into a workbook.")),
    ] = None,
) -> Answer:
    """Answer with the contributors of a campaign."""
    with call.opened() as services:
        campaign_id = campaign_named(services, campaign).id
        board = services.campaigns.leaderboard(campaign_id, limit)
        if path is not None:
            services.workbooks.write_campaign(campaign_id, path)
    document = {
        "file": path,
        "persons": [contributor_document(one) for one in board.persons],
        "organisations": [contributor_document(one) for one in board.organisations],
    }
    listings = (
        leader_listing(_("Person"), board.persons),
        leader_listing(_("Organisation"), board.organisations),
    )
    none = _("Nobody contributed yet: be the first!")
    is_empty = not (board.persons or board.organisations)
    if path is not None:
        return Answer(document, (_("Workbook written: {file}").format(file=path),))
    return Answer(document, (none,) if is_empty else listings)


@command(app, "budget", _("Show the money of a campaign and its estimated yearly budget."))
def show_budget(call: Call, campaign: CampaignArgument) -> Answer:
    """Answer with what came, what went, and what a year may bring."""
    with call.opened() as services:
        budget = services.campaigns.budget(campaign_named(services, campaign).id)
    pairs: tuple[tuple[str, Money], ...] = (
        (_("Balance"), budget.balance),
        (_("Total income"), budget.income),
        (_("of which contributions"), budget.contributions),
        (_("of which other income"), budget.other_income),
        (_("Disbursed"), budget.disbursed),
        (_("Estimated yearly budget"), budget.yearly.total),
    )
    said = facts(*((name, money_text(amount)) for name, amount in pairs))
    return Answer(budget_document(budget), (said, budget_formula()))


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what was given; of what may be none, empty text says that it is."""
    texts = {"name", "add", "description"}
    return {
        name: value if value != "" or name in texts else None
        for name, value in fields.items()
        if value is not None
    }
