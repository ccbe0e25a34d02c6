"""What may be said of campaigns and tiers, and what to know about a contribution."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.campaigns import Campaign, NewCampaign, NewTier, NewTierPayment, Tier

NAME_LIMIT = 120
DESCRIPTION_LIMIT = 2_000
ROLE_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a contribution that is taken all the same: an error code."""

    code: str
    values: dict[str, object]


def checked_campaign(new: NewCampaign) -> NewCampaign:
    """Return the campaign cleaned.

    Raises:
        RuleError: ``campaign.name_missing``, ``campaign.goal_not_positive``,
            ``campaign.minimum_not_positive``, ``campaign.ends_too_early``, ``text.too_long``.
        FieldErrors: several of them.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("campaign.name_missing", "name")
    _check_amounts(checks, new)
    description = checks.text(new.description, "description", DESCRIPTION_LIMIT)
    checks.finish()
    return replace(new, name=name, description=description)


def checked_tier(new: NewTier) -> NewTier:
    """Return the tier cleaned; one that is no gift, and it alone, has a reason for no receipt.

    Raises:
        RuleError: as ``checked_campaign``, ``tier.name_missing``,
            ``tier.suggested_below_minimum``. FieldErrors: several of them.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", NAME_LIMIT)
    if not name:
        checks.refuse("tier.name_missing", "name")
    _check_amounts(checks, new)
    if new.suggested is not None and new.suggested < max(new.minimum or ZERO, Money(1)):
        checks.refuse("tier.suggested_below_minimum", "suggested")
    description = checks.text(new.description, "description", DESCRIPTION_LIMIT)
    checks.finish()
    reason = None if new.is_gift else new.ineligibility or Ineligibility.SERVICE
    return replace(new, name=name, description=description, ineligibility=reason)


def _check_amounts(checks: FieldChecks, new: NewCampaign | NewTier) -> None:
    if new.goal is not None and new.goal <= ZERO:
        checks.refuse("campaign.goal_not_positive", "goal")
    if new.minimum is not None and new.minimum <= ZERO:
        checks.refuse("campaign.minimum_not_positive", "minimum")
    if new.starts_on and new.ends_on and new.ends_on < new.starts_on:
        checks.refuse("campaign.ends_too_early", "ends_on")


def check_tier_payment(new: NewTierPayment, tier: Tier, today: dt.date) -> None:
    """Refuse what cannot be paid for a tier.

    Raises:
        RuleError: ``tier.is_gift`` (record a gift instead), ``payment.amount_not_positive``,
            ``payment.in_the_future``, ``payment.date_too_old``.
    """
    if tier.content.is_gift:
        raise RuleError("tier.is_gift", field="tier_id", name=tier.content.name)
    if new.amount <= ZERO:
        raise RuleError("payment.amount_not_positive", field="amount")
    if new.paid_on > today:
        raise RuleError("payment.in_the_future", field="paid_on", day=new.paid_on)
    if new.paid_on.year < 1901:
        raise RuleError("payment.date_too_old", field="paid_on", day=new.paid_on)


def remarks_on(
    amount: Money, on: dt.date, campaign: Campaign, tier: Tier | None = None
) -> tuple[Remark, ...]:
    """Return what to know about a contribution: nothing here refuses it.

    Less than the minimum is taken all the same: people give what they can.
    """
    content = campaign.content
    told = []
    if campaign.is_closed:
        told.append(Remark("campaign.is_closed", {"name": content.name}))
    elif _is_outside(on, content) or (tier is not None and _is_outside(on, tier.content)):
        told.append(Remark("campaign.not_open", {"name": content.name, "day": on}))
    said = tier.content if tier is not None and tier.content.minimum else content
    if said.minimum is not None and amount < said.minimum:
        told.append(
            Remark("campaign.below_minimum", {"name": said.name, "minimum": said.minimum})
        )
    return tuple(told)


def _is_outside(on: dt.date, content: NewCampaign | NewTier) -> bool:
    too_early = content.starts_on is not None and on < content.starts_on
    return too_early or (content.ends_on is not None and on > content.ends_on)
