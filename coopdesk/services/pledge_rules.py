"""What must hold before a pledge or a gift of one is changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.donations import DonationNature, NewDonation
from coopdesk.domain.errors import RuleError
from coopdesk.domain.payments import PaymentState
from coopdesk.domain.pledges import PledgeState, is_due

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.donations import Donation
    from coopdesk.domain.pledges import NewPledge, Pledge
    from coopdesk.storage.unit_of_work import Work


def as_its_pledge_says(work: Work, new: NewDonation) -> NewDonation:
    """Return a gift without its pledge when it is none of it: of another donor, or no money.

    Raises:
        NotFoundError: the pledge is gone.
    """
    if new.pledge_id is None:
        return new
    promised = work.pledges.get(new.pledge_id).content
    if new.nature is DonationNature.MONEY and new.donor_id == promised.donor_id:
        return new
    return replace(new, pledge_id=None, pledge_due_on=None)


def campaign_of(work: Work, new: NewPledge) -> int | None:
    """Return the campaign of a pledge, made if need be; a tier brings its own."""
    if new.tier_id is None:
        return work.payments.campaign_id(new.campaign)
    tier = work.campaigns.tier(new.tier_id).content
    if not tier.is_gift:
        raise RuleError("pledge.tier_not_gift", field="tier_id", name=tier.name)
    if new.campaign and work.campaigns.id_named(new.campaign) != tier.campaign_id:
        raise RuleError("pledge.tier_of_another_campaign", field="tier_id", name=tier.name)
    return tier.campaign_id


def check_step(pledge: Pledge, state: PledgeState) -> None:
    """Raise RuleError when a pledge cannot go into a state."""
    is_active = pledge.state is PledgeState.ACTIVE
    if state is PledgeState.PAUSED and not is_active:
        raise RuleError("pledge.not_active", name=pledge.donor_name)
    if state is PledgeState.ACTIVE and is_active:
        raise RuleError("pledge.not_paused", name=pledge.donor_name)
    if state is PledgeState.ENDED and pledge.state is PledgeState.ENDED:
        raise RuleError("pledge.ended_already", name=pledge.donor_name)


def check_step_day(pledge: Pledge, day: dt.date, today: dt.date) -> None:
    """Raise RuleError when a pledge cannot be paused, ended or taken up from a day on.

    From a day to come on it would be listed as what it is not yet.
    """
    if day < pledge.content.starts_on:
        raise RuleError("pledge.ends_too_early", field="on")
    if day > today:
        raise RuleError("pledge.not_come_yet", field="on")


def check_due(work: Work, pledge: Pledge, due_on: dt.date) -> None:
    """Raise RuleError when a day is none of the pledge, or its instalment came already."""
    if not is_due(pledge, due_on):
        raise RuleError("pledge.not_due", field="due_on", day=due_on)
    came = work.pledges.gifts(pledge.id).get(pledge.id, [])
    if any(gift.due_on == due_on and not gift.is_returned for gift in came):
        raise RuleError("pledge.already_received", field="due_on", day=due_on)


def refuse_gift(pledge: Pledge, donation: Donation) -> None:
    """Raise RuleError with the reason why a gift cannot fulfil an instalment."""
    if donation.content.pledge_due_on is not None:
        raise RuleError("pledge.gift_attached", field="gift")
    if donation.content.donor_id != pledge.content.donor_id:
        raise RuleError("pledge.gift_of_another", field="gift", name=pledge.donor_name)
    if donation.returned is not None:
        raise RuleError("pledge.gift_went_back", field="gift")
    if donation.payment_state is not PaymentState.RECEIVED:
        raise RuleError("pledge.gift_not_counted", field="gift")
    raise RuleError("pledge.gift_not_money", field="gift")
