"""How campaigns read: JSON documents, listings, and how they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.documents import cents
from coopdesk.cli.output import Column, Listing
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.wording.campaigns import contributor_text, percent_text, since_text
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.campaigns import (
        Campaign,
        CampaignBudget,
        CampaignLine,
        CampaignPerson,
        CampaignProgress,
        Contributor,
        Progress,
        Tier,
        TierProgress,
    )
    from coopdesk.services.registry import Services


def campaign_named(services: Services, text: str) -> CampaignLine:
    """Return the campaign of a name or a number; the name of one goes before any number.

    Raises:
        RuleError: ``campaign.unknown`` with the names there are, ``campaign.none``.
    """
    lines = services.campaigns.find()
    found = [line for line in lines if fold(line.name) == fold(text)]
    found += [line for line in lines if str(line.id) == text.strip()]
    if found:
        return found[0]
    if not lines:
        raise RuleError("campaign.none", field="campaign")
    known = ", ".join(line.name for line in lines)
    raise RuleError("campaign.unknown", field="campaign", text=text, known=known)


def tier_named(services: Services, campaign_id: int, text: str) -> Tier:
    """Return the tier of a name or a number in a campaign; a name goes first.

    Raises:
        RuleError: ``tier.unknown`` with the names there are, ``tier.none``.
    """
    tiers = services.campaigns.get(campaign_id).tiers
    found = [tier for tier in tiers if fold(tier.content.name) == fold(text)]
    found += [tier for tier in tiers if str(tier.id) == text.strip()]
    if found:
        return found[0]
    if not tiers:
        raise RuleError("tier.none", field="tier_id")
    known = ", ".join(tier.content.name for tier in tiers)
    raise RuleError("tier.unknown", field="tier_id", text=text, known=known)


def progress_document(progress: Progress) -> Document:
    """Return how far something has come; the percent may pass 100."""
    return {
        "raised_cents": progress.raised.cents,
        "goal_cents": cents(progress.goal),
        "percent": progress.percent,
        "remaining_cents": cents(progress.remaining),
        "contributors": progress.contributors,
        "contributions": progress.contributions,
    }


def campaign_line_document(line: CampaignLine) -> Document:
    """Return one row of the list of campaigns."""
    return {
        "id": line.id,
        "name": line.name,
        **progress_document(line.progress),
        "starts_on": line.starts_on,
        "ends_on": line.ends_on,
        "closed": line.is_closed,
        "tiers": line.tier_count,
    }


def campaign_document(campaign: Campaign) -> Document:
    """Return a campaign with its team and its tiers."""
    content = campaign.content
    return {
        "id": campaign.id,
        "name": content.name,
        "description": content.description,
        "goal_cents": cents(content.goal),
        "minimum_cents": cents(content.minimum),
        "starts_on": content.starts_on,
        "ends_on": content.ends_on,
        "closed": campaign.is_closed,
        "tiers": [tier_document(tier) for tier in campaign.tiers],
        "team": [person_document(one) for one in campaign.team],
    }


def person_document(one: CampaignPerson) -> Document:
    """Return somebody of a team."""
    return {"contact_id": one.contact_id, "name": one.name, "role": one.role}


def tier_document(tier: Tier) -> Document:
    """Return a tier."""
    content = tier.content
    return {
        "id": tier.id,
        "name": content.name,
        "description": content.description,
        "goal_cents": cents(content.goal),
        "minimum_cents": cents(content.minimum),
        "suggested_cents": cents(content.suggested),
        "starts_on": content.starts_on,
        "ends_on": content.ends_on,
        "gift": content.is_gift,
        "ineligibility": content.ineligibility,
    }


def shown_document(progress: CampaignProgress) -> Document:
    """Return a campaign with how far it has come, tier by tier."""
    return {
        "campaign": campaign_document(progress.campaign),
        "progress": progress_document(progress.whole),
        "by_tier": [
            {"tier_id": one.tier.id, "name": one.tier.content.name}
            | progress_document(one.progress)
            for one in progress.tiers
        ],
        "outside_tiers": progress_document(progress.outside_tiers),
        "without_money_cents": progress.without_money.cents,
        "people": progress.people,
    }


def contributor_document(one: Contributor) -> Document:
    """Return a line of a leaderboard; a guest has neither number nor name."""
    return {
        "rank": one.rank,
        "contact_id": one.contact_id,
        "name": one.name,
        "total_cents": one.total.cents,
        "since": one.first_on.isoformat()[:7],
        "contributions": one.count,
    }


def budget_document(budget: CampaignBudget) -> Document:
    """Return the money of a campaign."""
    yearly = budget.yearly
    return {
        "income_cents": budget.income.cents,
        "disbursed_cents": budget.disbursed.cents,
        "balance_cents": budget.balance.cents,
        "contributions_cents": budget.contributions.cents,
        "other_income_cents": budget.other_income.cents,
        "yearly_cents": yearly.total.cents,
        "yearly_parts": {
            "monthly_cents": yearly.monthly.cents,
            "quarterly_cents": yearly.quarterly.cents,
            "yearly_cents": yearly.yearly.cents,
            "others_cents": yearly.others.cents,
        },
    }


def campaign_listing(lines: Sequence[CampaignLine]) -> Listing:
    """Return campaigns as rows."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Campaign")),
        Column(_("Raised"), at_right=True),
        Column(_("Goal"), at_right=True),
        Column(_("Reached"), at_right=True),
        Column(_("Contributors"), at_right=True),
        Column(_("Closed"), rare=True),
    )
    rows = [
        (
            str(line.id),
            line.name,
            money_text(line.progress.raised),
            money_text(line.progress.goal) if line.progress.goal else "",
            percent_text(line.progress),
            number_text(line.progress.contributors),
            _("closed") if line.is_closed else "",
        )
        for line in lines
    ]
    return Listing(columns, rows, _("No campaign."))


def tier_listing(tiers: Sequence[TierProgress]) -> Listing:
    """Return tiers as rows, with what was raised."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Tier")),
        Column(_("Receipt")),
        Column(_("Minimum"), at_right=True),
        Column(_("Raised"), at_right=True),
        Column(_("Goal"), at_right=True),
        Column(_("Reached"), at_right=True),
        Column(_("Contributors"), at_right=True),
    )
    rows = [
        (
            str(one.tier.id),
            one.tier.content.name,
            _receipt_text(one.tier),
            money_text(one.tier.content.minimum) if one.tier.content.minimum else "",
            money_text(one.progress.raised),
            money_text(one.progress.goal) if one.progress.goal else "",
            percent_text(one.progress),
            number_text(one.progress.contributors),
        )
        for one in tiers
    ]
    return Listing(columns, rows, _("No tier."))


def _receipt_text(tier: Tier) -> str:
    reason = tier.content.ineligibility
    return _("gift") if reason is None else label(reason)


def team_listing(team: Sequence[CampaignPerson]) -> Listing:
    """Return a team as rows."""
    columns = (Column(_("No."), at_right=True), Column(_("Name")), Column(_("Role")))
    rows = [(str(one.contact_id), one.name, one.role) for one in team]
    return Listing(columns, rows, _("Nobody is in the team yet."))


def leader_listing(title: str, contributors: Sequence[Contributor]) -> Listing:
    """Return a leaderboard as rows."""
    columns = (
        Column(_("Rank"), at_right=True),
        Column(title),
        Column(_("Total"), at_right=True),
        Column(_("Since when")),
    )
    rows = [
        (str(one.rank), contributor_text(one), money_text(one.total), since_text(one))
        for one in contributors
    ]
    return Listing(columns, rows)
