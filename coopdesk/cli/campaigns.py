"""Commands about campaigns: what people give to, how far it has come, who contributed."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli import campaign_tiers
from coopdesk.cli.calls import Call
from coopdesk.cli.campaign_documents import (
    budget_document,
    campaign_document,
    campaign_line_document,
    campaign_listing,
    campaign_named,
    contributor_document,
    leader_listing,
    person_document,
    shown_document,
    team_listing,
    tier_listing,
)
from coopdesk.cli.campaign_fields import (
    CAMPAIGN_FIELDS,
    NAME_FIELD,
    CampaignArgument,
    given_of,
)
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.options import (
    LimitOption,
    SearchOption,
    command,
    optional,
    parse_count,
    subject_app,
)
from coopdesk.cli.output import Answer, facts
from coopdesk.domain.campaigns import CampaignFilter, CampaignPerson, NewCampaign
from coopdesk.services.registry import Services
from coopdesk.wording.campaigns import (
    budget_formula,
    contributors_text,
    percent_text,
    raised_text,
    remaining_text,
)
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

app = subject_app("campaigns", _("Campaigns and their tiers."))
app.add_typer(campaign_tiers.app)


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
        (_("Team"), ", ".join(one.name for one in found.campaign.team)),
        (
            _("Outside the tiers"),
            money_text(found.outside_tiers.raised) if found.tiers else "",
        ),
    )
    return Answer(shown_document(found), (said, tier_listing(found.tiers)))


@command(app, "add", _("Record a campaign."), CAMPAIGN_FIELDS)
def add_campaign(
    call: Call,
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Its name."))],
    **fields: Any,
) -> Answer:
    """Record a campaign."""
    with call.opened() as services:
        campaign = services.campaigns.record(NewCampaign(name, **given_of(fields))).value
    text = _("Campaign no. {id} recorded: {name}").format(
        id=campaign.id, name=campaign.content.name
    )
    return Answer({"campaign": campaign_document(campaign)}, (text,))


@command(
    app,
    "change",
    _("Change what is given of a campaign."),
    {**NAME_FIELD, **CAMPAIGN_FIELDS},
)
def change_campaign(call: Call, campaign: CampaignArgument, **fields: Any) -> Answer:
    """Change a campaign."""
    given = given_of(fields)
    if not given:
        raise nothing_to_change("--goal 5000")
    with call.opened() as services:
        known = services.campaigns.get(campaign_named(services, campaign).id)
        new = replace(known.content, **given)
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


@command(app, "remove", _("Remove a campaign on which nothing rests."))
def remove_campaign(call: Call, campaign: CampaignArgument) -> Answer:
    """Remove a campaign with its tiers and its team; it can be undone."""
    with call.opened() as services:
        found = campaign_named(services, campaign)
        services.campaigns.remove(found.id)
    text = _("Campaign removed: {name}").format(name=found.name)
    return Answer({"campaign_id": found.id}, (text,))


@command(
    app,
    "team",
    _("List the team of a campaign, put somebody into it or take them out."),
    {
        "add": optional(
            "--add", _("Number of a contact of the team."), _("NUMBER"), parse_count
        ),
        "role": optional("--role", _("What they do there."), _("TEXT")),
        "remove": optional(
            "--remove", _("Number of the contact to take out."), _("NUMBER"), parse_count
        ),
    },
)
def show_team(call: Call, campaign: CampaignArgument, **fields: Any) -> Answer:
    """Answer with a team after changing it; without a role, a known person keeps theirs."""
    joins, role, leaves = fields["add"], fields["role"], fields["remove"]
    if role is not None and joins is None:
        raise UsageProblemError(_("--role says what somebody does: name them with --add."))
    if joins is not None and leaves is not None:
        raise UsageProblemError(_("Give --add or --remove, one at a time."))
    with call.opened() as services:
        campaign_id = campaign_named(services, campaign).id
        if joins is not None:
            known = _member(services, campaign_id, joins)
            kept = "" if known is None else known.role
            services.campaigns.set_person(campaign_id, joins, kept if role is None else role)
        if leaves is not None:
            _take_out(services, campaign_id, leaves)
        team = services.campaigns.get(campaign_id).team
    document = {"team": [person_document(one) for one in team]}
    return Answer(document, (team_listing(team),))


def _member(services: Services, campaign_id: int, contact_id: int) -> CampaignPerson | None:
    team = services.campaigns.get(campaign_id).team
    return next((one for one in team if one.contact_id == contact_id), None)


def _take_out(services: Services, campaign_id: int, contact_id: int) -> None:
    if _member(services, campaign_id, contact_id) is None:
        text = _("--remove: contact no. {id} is not in the team of this campaign.")
        raise UsageProblemError(text.format(id=contact_id))
    services.campaigns.remove_person(campaign_id, contact_id)


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
    pairs = (
        (_("Balance"), budget.balance),
        (_("Total income"), budget.income),
        (_("of which contributions"), budget.contributions),
        (_("of which other income"), budget.other_income),
        (_("Disbursed"), budget.disbursed),
        (_("Estimated yearly budget"), budget.yearly.total),
    )
    said = facts(*((name, money_text(amount)) for name, amount in pairs))
    return Answer(budget_document(budget), (said, budget_formula()))
