"""Commands about the tiers of a campaign, and what somebody gives or pays by one."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.campaign_documents import (
    campaign_named,
    tier_document,
    tier_listing,
    tier_named,
)
from coopdesk.cli.campaign_fields import (
    NAME_FIELD,
    TIER_FIELDS,
    CampaignArgument,
    PaidOption,
    TierArgument,
    given_of,
)
from coopdesk.cli.documents import donation_document, payment_document
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.options import (
    AmountOption,
    ModeOption,
    command,
    optional,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer
from coopdesk.domain.campaigns import NewTier, NewTierPayment
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import parse_amount
from coopdesk.services.registry import Services
from coopdesk.wording.campaigns import remarks_text
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

app = typer.Typer()


@command(
    app,
    "tiers",
    _("List the tiers of a campaign, or add one."),
    {"add": optional("--add", _("Name of a tier to add."), _("NAME")), **TIER_FIELDS},
)
def list_tiers(
    call: Call, campaign: CampaignArgument, *, paid: PaidOption = False, **fields: Any
) -> Answer:
    """Answer with the tiers of a campaign, after adding one if a name is given."""
    given = given_of(fields)
    name = given.pop("add", None)
    if name is None and (given or paid):
        raise typer.BadParameter(_("Say the name of the tier with --add."))
    with call.opened() as services:
        campaign_id = campaign_named(services, campaign).id
        if name is not None:
            is_gift = not paid and "ineligibility" not in given
            services.campaigns.add_tier(NewTier(campaign_id, name, is_gift=is_gift, **given))
        return _tiers_answer(services, campaign_id)


@command(
    app, "change-tier", _("Change what is given of a tier."), {**NAME_FIELD, **TIER_FIELDS}
)
def change_tier(
    call: Call,
    campaign: CampaignArgument,
    tier: TierArgument,
    *,
    paid: PaidOption = False,
    gift: Annotated[
        bool, typer.Option("--gift", metavar="", help=_("The tier is a gift after all."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Change a tier; one that somebody contributed by stays a gift, or paid for something."""
    given = given_of(fields)
    is_paid = paid or "ineligibility" in given
    if gift and is_paid:
        raise UsageProblemError(
            _("--gift says the contrary of --paid and --not-eligible: give one of them.")
        )
    if not (given or gift or paid):
        raise nothing_to_change("--suggested 20")
    with call.opened() as services:
        campaign_id = campaign_named(services, campaign).id
        known = tier_named(services, campaign_id, tier)
        is_gift = (known.content.is_gift or gift) and not is_paid
        new = replace(known.content, is_gift=is_gift, **given)
        services.campaigns.change_tier(known.id, new)
        return _tiers_answer(services, campaign_id)


@command(app, "move-tier", _("Give a tier another place among those of its campaign."))
def move_tier(
    call: Call,
    campaign: CampaignArgument,
    tier: TierArgument,
    rank: Annotated[
        int,
        typer.Option(metavar=_("N"), help=_("Its new place, from 1 on."), parser=parse_count),
    ],
) -> Answer:
    """Move a tier; beyond the last place it comes last."""
    with call.opened() as services:
        campaign_id = campaign_named(services, campaign).id
        tier_id = tier_named(services, campaign_id, tier).id
        order = [one.id for one in services.campaigns.get(campaign_id).tiers]
        steps = min(rank, len(order)) - 1 - order.index(tier_id)
        if steps:
            services.campaigns.move_tier(tier_id, steps)
        return _tiers_answer(services, campaign_id)


@command(app, "remove-tier", _("Remove a tier that nobody contributed by."))
def remove_tier(call: Call, campaign: CampaignArgument, tier: TierArgument) -> Answer:
    """Remove a tier; it can be undone."""
    with call.opened() as services:
        campaign_id = campaign_named(services, campaign).id
        services.campaigns.remove_tier(tier_named(services, campaign_id, tier).id)
        return _tiers_answer(services, campaign_id)


def _tiers_answer(services: Services, campaign_id: int) -> Answer:
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
