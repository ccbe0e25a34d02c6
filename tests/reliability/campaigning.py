"""Random commands on campaigns and pledges, and a plain recount of what was contributed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.campaigns import NewCampaign, NewTier, NewTierPayment
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.pledges import Frequency, NewPledge
from coopdesk.services.campaigns import CampaignService
from tests.building import TODAY, today

if TYPE_CHECKING:
    import random

    from coopdesk.services.registry import Services
    from coopdesk.storage.unit_of_work import Units

_CASH = PaymentMode.CASH
# As gifts and payments for tiers are read: campaign, tier, who, cents.
_GIFTS = (
    "SELECT coalesce(t.campaign_id, d.campaign_id), d.tier_id, d.donor_id, d.amount_cents"
    " FROM donation d LEFT JOIN campaign_tier t ON t.id = d.tier_id"
    " LEFT JOIN payment_line l ON l.id = d.payment_line_id"
    " LEFT JOIN payment p ON p.id = l.payment_id"
    " WHERE NOT d.is_fee AND coalesce(p.state, 'received') = 'received'"
    " AND d.id NOT IN (SELECT donation_id FROM donation_return)"
)
_PAYMENTS = (
    "SELECT t.campaign_id, t.id, p.payer_id, l.amount_cents FROM payment_line l"
    " JOIN campaign_tier t ON t.id = l.tier_id JOIN payment p ON p.id = l.payment_id"
    " WHERE l.kind <> 'gift' AND p.state = 'received' AND p.direction = 'in'"
)


class CampaignCommands:
    """What a person may do with campaigns and pledges, left to chance."""

    _services: Services
    _units: Units

    def _some(self, table: str, chance: random.Random, where: str = "1") -> int:
        raise NotImplementedError

    def campaign(self, chance: random.Random) -> None:
        campaigns, key = self._services.campaigns, self._some("campaign", chance)
        new = NewCampaign(f"Campagne {chance.randrange(3)}", goal=Money(5_000))
        way = chance.randrange(6)
        if key and way == 0:
            chance.choice((campaigns.close, campaigns.reopen, campaigns.remove))(key)
        elif key and way == 1:
            campaigns.change(key, new)
        elif key and way == 2:
            campaigns.set_person(key, self._some("contact", chance), chance.choice("ab"))
        elif key and way == 3:
            campaigns.remove_person(key, self._some("contact", chance))
        else:
            campaigns.record(new)

    def tier(self, chance: random.Random) -> None:
        campaigns, key = self._services.campaigns, self._some("campaign_tier", chance)
        is_gift = chance.random() < 0.5
        name = f"Palier {chance.randrange(3)}"
        new = NewTier(self._some("campaign", chance), name, is_gift=is_gift)
        way = chance.randrange(5)
        if key and way == 0:
            campaigns.remove_tier(key)
        elif key and way == 1:
            campaigns.change_tier(key, new)
        elif key and way == 2:
            campaigns.move_tier(key, chance.choice((-1, 1)))
        else:
            campaigns.add_tier(new)

    def contribute(self, chance: random.Random) -> None:
        who = chance.choice((None, self._some("contact", chance)))
        amount = Money(chance.choice((500, 2_500)))
        tier = self._services.campaigns.tier(self._some("campaign_tier", chance))
        if not tier.content.is_gift:
            paid = NewTierPayment(tier.id, amount, TODAY, _CASH, who)
            self._services.campaigns.contribute(paid)
            return
        name = self._services.campaigns.get(tier.content.campaign_id).content.name
        gift = NewDonation(TODAY, amount, _CASH, who, campaign=name, tier_id=tier.id)
        self._services.donations.record(gift)

    def promise(self, chance: random.Random) -> None:
        pledges, key = self._services.pledges, self._some("pledge", chance)
        start = TODAY - dt.timedelta(days=chance.randrange(400))
        frequency, donor = chance.choice(list(Frequency)), self._some("contact", chance)
        name = chance.choice(("", "Campagne 0"))
        new = NewPledge(donor, Money(1_500), frequency, _CASH, start, campaign=name)
        way = chance.randrange(5)
        if key and way == 0:
            pledges.change(key, replace(pledges.get(key).content, amount=Money(1_700)))
        elif key and way == 1:
            chance.choice((pledges.pause, pledges.resume, pledges.end, pledges.remove))(key)
        else:
            pledges.record(new)

    def receive(self, chance: random.Random) -> None:
        pledges, key = self._services.pledges, self._some("pledge", chance)
        due_on = chance.choice(pledges.instalments(key, TODAY)).due_on
        way = chance.randrange(5)
        if way == 0:
            pledges.skip(key, due_on)
        elif way == 1:
            pledges.attach(self._some("donation", chance), key, due_on)
        elif way == 2:
            tied = self._some("donation", chance, "pledge_id IS NOT NULL")
            pledges.detach(tied)
        else:
            pledges.receive(key, due_on, TODAY, Money(1_500), _CASH)


def wrong_campaigns(units: Units) -> list[str]:
    """Return what campaigns say was contributed and a plain recount sees otherwise."""
    with units.database.reading() as connection:
        rows = [
            tuple(x) for sql in (_GIFTS, _PAYMENTS) for x in connection.exec_driver_sql(sql)
        ]
        ids = list(connection.exec_driver_sql("SELECT id FROM campaign").scalars())
        merged = connection.exec_driver_sql(
            "SELECT count(*) FROM campaign_person p JOIN contact c ON c.id = p.contact_id"
            " WHERE c.state = 'merged'"
        ).scalar_one()
        torn = connection.exec_driver_sql(
            "SELECT count(*) FROM donation d JOIN pledge p ON p.id = d.pledge_id"
            " WHERE d.donor_id <> p.donor_id"
        ).scalar_one()
    service = CampaignService(units, today)
    found = ["a trace stands in a team"] * merged + ["a gift of another pledges"] * torn
    for key in ids:
        own = [row for row in rows if row[0] == key]
        progress, board = service.progress(key), service.leaderboard(key)
        everybody = (*board.persons, *board.organisations)
        cents = sum(row[3] for row in own)
        tiers = sum(one.progress.raised.cents for one in progress.tiers)
        told = (
            progress.whole.raised.cents,
            progress.outside_tiers.raised.cents + tiers,
            sum(one.total.cents for one in everybody),
            progress.whole.contributors,
        )
        guests = sum(row[2] is None for row in own)
        people = len({row[2] for row in own} - {None}) + guests
        if told != (cents, cents, cents, people) or len(everybody) != people:
            found.append(f"campaign {key}: {told} instead of {cents} of {people}")
        if service.budget(key).other_income.cents < 0:
            found.append(f"campaign {key}: more was contributed than came in")
    return found
