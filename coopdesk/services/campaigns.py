"""Use cases around campaigns: what people give to, how far it has come, and who gave."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.campaign_rules import (
    ROLE_LIMIT,
    check_tier_payment,
    checked_campaign,
    checked_tier,
    remarks_on,
)
from coopdesk.domain.campaigns import (
    CampaignBudget,
    CampaignFilter,
    CampaignProgress,
    Leaderboard,
    Progress,
    TierProgress,
    ranked,
)
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import LineKind, NewPayment, PaymentPart
from coopdesk.domain.text import checked_line, fold
from coopdesk.services.contact_rules import changeable, who_pays
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.campaign_rules import Remark
    from coopdesk.domain.campaigns import (
        Campaign,
        CampaignLine,
        NewCampaign,
        NewTier,
        NewTierPayment,
        Tier,
    )
    from coopdesk.domain.payments import Payment
    from coopdesk.storage.unit_of_work import Units, Work


class CampaignService:
    """Keep campaigns and their tiers, and say what was raised."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    # what there is

    def names(self, *, closed: bool = False) -> list[str]:
        """Return the names of the campaigns that are open, or of all, in French order."""
        with self._units.read() as work:
            return work.campaigns.names(closed=closed)

    def find(self, wanted: CampaignFilter | None = None) -> list[CampaignLine]:
        """Return the campaigns that a filter shows, in its order."""
        wanted = wanted or CampaignFilter()
        with self._units.read() as work:
            lines = work.contributions.lines(wanted.text, is_closed=wanted.is_closed)
        keys: dict[str, Callable[[CampaignLine], Any]] = {
            "raised": lambda line: line.progress.raised,
            "goal": lambda line: line.progress.goal or ZERO,
            "percent": lambda line: line.progress.percent or 0,
            "starts_on": lambda line: line.starts_on or dt.date.min,
            "contributors": lambda line: line.progress.contributors,
        }
        if wanted.sort in keys:
            # Equal ones stay in the order of their names.
            return sorted(lines, key=keys[wanted.sort], reverse=wanted.descending)
        return lines[::-1] if wanted.descending else lines

    def get(self, campaign_id: int) -> Campaign:
        """Return one campaign with its tiers and its team; raises NotFoundError."""
        with self._units.read() as work:
            return work.campaigns.get(campaign_id)

    def tier(self, tier_id: int) -> Tier:
        """Return one tier; raises NotFoundError."""
        with self._units.read() as work:
            return work.campaigns.tier(tier_id)

    def tiers_for(self, campaign: str) -> list[Tier]:
        """Return the tiers of the campaign of that name; none when there is none."""
        with self._units.read() as work:
            campaign_id = work.campaigns.id_named(campaign)
            return [] if campaign_id is None else work.campaigns.tiers(campaign_id)

    def remarks(
        self, campaign: str, amount: Money, on: dt.date, tier_id: int | None = None
    ) -> tuple[Remark, ...]:
        """Return what to know about a contribution; it may be recorded all the same.

        A campaign that does not exist yet has nothing to say.
        """
        with self._units.read() as work:
            campaign_id = work.campaigns.id_named(campaign)
            if campaign_id is None:
                return ()
            found = work.campaigns.get(campaign_id)
        tier = next((one for one in found.tiers if one.id == tier_id), None)
        return remarks_on(amount, on, found, tier)

    # what was raised

    def progress(self, campaign_id: int) -> CampaignProgress:
        """Return how far a campaign has come; raises NotFoundError."""
        with self._units.read() as work:
            campaign = work.campaigns.get(campaign_id)
            cents, contributors, contributions, unpaid = work.contributions.whole(campaign_id)
            by_tier = work.contributions.by_tier(campaign_id)
            people = work.contributions.people(campaign_id)
        whole = Progress(Money(cents), campaign.content.goal, contributors, contributions)
        tiers = tuple(
            TierProgress(tier, _progress(by_tier.get(tier.id), tier.content.goal))
            for tier in campaign.tiers
        )
        outside = _progress(by_tier.get(None), None)
        return CampaignProgress(campaign, whole, tiers, outside, Money(unpaid), people)

    def leaderboard(self, campaign_id: int, limit: int | None = None) -> Leaderboard:
        """Return who contributed most, each kind of contact apart; raises NotFoundError."""
        with self._units.read() as work:
            work.campaigns.get(campaign_id)
            found = {
                kind: ranked(work.contributions.contributors(campaign_id, kind, limit))
                for kind in ContactKind
            }
        return Leaderboard(found[ContactKind.PERSON], found[ContactKind.ORGANISATION])

    def budget(self, campaign_id: int) -> CampaignBudget:
        """Return the money of a campaign: what came, what went, what a year may bring.

        Raises:
            NotFoundError: the campaign is gone.
        """
        with self._units.read() as work:
            work.campaigns.get(campaign_id)
            income, disbursed = work.contributions.money(campaign_id)
            contributed = work.contributions.money_contributed(campaign_id)
            yearly = work.contributions.yearly_budget(campaign_id, self._today())
        return CampaignBudget(income, disbursed, contributed, yearly)

    # campaigns

    def record(self, new: NewCampaign) -> Outcome[Campaign]:
        """Record a campaign.

        Raises:
            RuleError: a field is wrong, or ``campaign.name_taken``. FieldErrors: several are.
        """
        cleaned = checked_campaign(new)
        with self._units.write("campaign.recorded", name=cleaned.name) as work:
            _refuse_taken(work, cleaned, None)
            campaign = work.campaigns.get(work.campaigns.add(cleaned))
            work.commit()
        return changed(campaign, Subject.DONATIONS)

    def change(self, campaign_id: int, new: NewCampaign) -> Outcome[Campaign]:
        """Replace what is known of a campaign.

        Raises:
            RuleError: as ``record``. NotFoundError: the campaign is gone.
        """
        cleaned = checked_campaign(new)
        with self._units.write("campaign.changed", name=cleaned.name) as work:
            work.campaigns.get(campaign_id)
            _refuse_taken(work, cleaned, campaign_id)
            work.campaigns.change(campaign_id, cleaned)
            campaign = work.campaigns.get(campaign_id)
            work.commit()
        return changed(campaign, Subject.DONATIONS, Subject.PAYMENTS)

    def close(self, campaign_id: int) -> Outcome[Campaign]:
        """Close a campaign: it is proposed no more, and keeps all it has."""
        return self._set_closed("campaign.closed", campaign_id, is_closed=True)

    def reopen(self, campaign_id: int) -> Outcome[Campaign]:
        """Open a closed campaign again."""
        return self._set_closed("campaign.reopened", campaign_id, is_closed=False)

    def _set_closed(
        self, label: str, campaign_id: int, *, is_closed: bool
    ) -> Outcome[Campaign]:
        with self._units.write(label) as work:
            campaign = work.campaigns.get(campaign_id)
            work.recorder.relabel(name=campaign.content.name)
            work.campaigns.set_closed(campaign_id, is_closed=is_closed)
            work.commit()
        return changed(replace(campaign, is_closed=is_closed), Subject.DONATIONS)

    def remove(self, campaign_id: int) -> Outcome[None]:
        """Remove a campaign on which nothing rests, with its tiers and its team.

        Raises:
            RuleError: ``campaign.in_use``: close it instead. NotFoundError: it is gone.
        """
        with self._units.write("campaign.removed") as work:
            name = work.campaigns.get(campaign_id).content.name
            if work.campaigns.is_in_use(campaign_id):
                raise RuleError("campaign.in_use", name=name)
            work.recorder.relabel(name=name)
            work.campaigns.delete(campaign_id)
            work.commit()
        return changed(None, Subject.DONATIONS)

    # its team

    def set_person(self, campaign_id: int, contact_id: int, role: str = "") -> Outcome[None]:
        """Put a contact into the team of a campaign, or change its role there.

        Raises:
            NotFoundError: campaign or contact are gone. RuleError: ``contact.merged``,
            ``text.too_long``.
        """
        cleaned = checked_line(role, "role", ROLE_LIMIT)
        with self._units.write("campaign.team_changed") as work:
            campaign = work.campaigns.get(campaign_id)
            contact = changeable(work, contact_id)
            work.recorder.relabel(name=campaign.content.name, person=contact.display_name)
            known = work.campaigns.person_id(campaign_id, contact_id)
            if known is None:
                work.campaigns.add_person(campaign_id, contact_id, cleaned)
            else:
                work.campaigns.change_person(known, cleaned)
            work.commit()
        return changed(None, Subject.DONATIONS)

    def remove_person(self, campaign_id: int, contact_id: int) -> Outcome[None]:
        """Take a contact out of the team of a campaign; raises NotFoundError."""
        with self._units.write("campaign.team_changed") as work:
            campaign = work.campaigns.get(campaign_id)
            name = work.contacts.get(contact_id).display_name
            work.recorder.relabel(name=campaign.content.name, person=name)
            known = work.campaigns.person_id(campaign_id, contact_id)
            if known is not None:
                work.campaigns.delete_person(known)
            work.commit()
        return changed(None, Subject.DONATIONS)

    # its tiers

    def add_tier(self, new: NewTier) -> Outcome[Tier]:
        """Add a tier behind the others of its campaign.

        Raises:
            RuleError: a field is wrong, or ``tier.name_taken``. FieldErrors: several are.
            NotFoundError: the campaign is gone.
        """
        cleaned = checked_tier(new)
        with self._units.write("tier.added", name=cleaned.name) as work:
            work.campaigns.get(cleaned.campaign_id)
            _refuse_tier_taken(work, cleaned, None)
            tier = work.campaigns.tier(work.campaigns.add_tier(cleaned))
            work.commit()
        return changed(tier, Subject.DONATIONS)

    def change_tier(self, tier_id: int, new: NewTier) -> Outcome[Tier]:
        """Replace what is known of a tier, which stays in its campaign.

        Raises:
            RuleError: as ``add_tier``; ``tier.kind_in_use``: what was given or paid already
                rests on its being a gift or not. NotFoundError: the tier is gone.
        """
        with self._units.write("tier.changed", name=new.name.strip()) as work:
            known = work.campaigns.tier(tier_id).content
            cleaned = checked_tier(replace(new, campaign_id=known.campaign_id))
            _refuse_tier_taken(work, cleaned, tier_id)
            if known.is_gift != cleaned.is_gift and work.campaigns.is_tier_in_use(tier_id):
                raise RuleError("tier.kind_in_use", field="is_gift", name=known.name)
            work.campaigns.change_tier(tier_id, cleaned)
            tier = work.campaigns.tier(tier_id)
            work.commit()
        return changed(tier, Subject.DONATIONS)

    def move_tier(self, tier_id: int, steps: int) -> Outcome[None]:
        """Move a tier down among those of its campaign, or up when ``steps`` is below zero."""
        with self._units.write("tier.moved") as work:
            tier = work.campaigns.tier(tier_id)
            work.recorder.relabel(name=tier.content.name)
            order = [one.id for one in work.campaigns.tiers(tier.content.campaign_id)]
            place = order.index(tier_id)
            order.insert(max(0, place + steps), order.pop(place))
            work.campaigns.place_tiers(order)
            work.commit()
        return changed(None, Subject.DONATIONS)

    def remove_tier(self, tier_id: int) -> Outcome[None]:
        """Remove a tier that nobody contributed by.

        Raises:
            RuleError: ``tier.in_use``. NotFoundError: the tier is gone.
        """
        with self._units.write("tier.removed") as work:
            name = work.campaigns.tier(tier_id).content.name
            if work.campaigns.is_tier_in_use(tier_id):
                raise RuleError("tier.in_use", name=name)
            work.recorder.relabel(name=name)
            work.campaigns.delete_tier(tier_id)
            work.commit()
        return changed(None, Subject.DONATIONS)

    def contribute(self, new: NewTierPayment) -> Outcome[Payment]:
        """Record what somebody pays for a tier that is no gift: a sale, without receipt.

        Raises:
            RuleError: ``tier.is_gift`` (record a gift instead), or amount or date are wrong.
            NotFoundError: the tier or the payer are gone.
        """
        label = checked_line(new.label, "label", 200)
        with self._units.write("tier.paid", cents=str(new.amount.cents)) as work:
            tier = work.campaigns.tier(new.tier_id)
            check_tier_payment(new, tier, self._today())
            work.recorder.relabel(name=tier.content.name)
            part = PaymentPart(LineKind.SALE, new.amount, label or tier.content.name, tier.id)
            payment_id, _line_ids = work.payments.add(
                NewPayment(
                    paid_on=new.paid_on,
                    amount=new.amount,
                    mode=new.mode,
                    parts=(part,),
                    payer_id=who_pays(work, new.payer_id),
                    campaign_id=tier.content.campaign_id,
                )
            )
            payment = work.payments.get(payment_id)
            work.commit()
        return changed(payment, Subject.PAYMENTS, Subject.DONATIONS, Subject.CONTACTS)


def _progress(figures: tuple[int, int, int] | None, goal: Money | None) -> Progress:
    cents, contributors, contributions = figures or (0, 0, 0)
    return Progress(Money(cents), goal, contributors, contributions)


def _refuse_taken(work: Work, new: NewCampaign, campaign_id: int | None) -> None:
    if work.campaigns.id_named(new.name) not in {None, campaign_id}:
        raise RuleError("campaign.name_taken", field="name", name=new.name)


def _refuse_tier_taken(work: Work, new: NewTier, tier_id: int | None) -> None:
    for other in work.campaigns.tiers(new.campaign_id):
        if other.id != tier_id and fold(other.content.name) == fold(new.name):
            raise RuleError("tier.name_taken", field="name", name=new.name)
