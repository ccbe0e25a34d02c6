"""Add up what was contributed to campaigns: by tier, by contributor, by year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import String, case, cast, exists, func, literal, null, or_, select, union_all
from sqlalchemy import true as always

from coopdesk.domain.campaigns import (
    CampaignLine,
    Contributor,
    Progress,
    YearlyBudget,
    year_before,
)
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.money import Money
from coopdesk.domain.pledges import Frequency
from coopdesk.storage.columns import table_of
from coopdesk.storage.donation_lines import payment_state
from coopdesk.storage.pledge_terms import is_running
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    CampaignPersonRow,
    CampaignRow,
    CampaignTierRow,
    ContactRow,
    DonationReturnRow,
    DonationRow,
    PaymentLineRow,
    PaymentRow,
    PledgeRow,
)

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement, Connection, Select, Subquery

_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_person = table_of(CampaignPersonRow)
_pledge = table_of(PledgeRow)
_return = table_of(DonationReturnRow)
_tier = table_of(CampaignTierRow)
_gift_tier = _tier.alias("gift_tier")

_RECEIVED = "received"
_TIMES = {Frequency.MONTHLY: 12, Frequency.QUARTERLY: 4, Frequency.YEARLY: 1}
# A tier decides which campaign a gift is for; without one the gift says it itself.
_gift_campaign = func.coalesce(_tier.c.campaign_id, _donation.c.campaign_id)
_pledge_campaign = func.coalesce(_tier.c.campaign_id, _pledge.c.campaign_id)


class ContributionStore:
    """The contributions of one unit of work; they are gifts, and payments for tiers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(self, text: str, *, is_closed: bool | None) -> list[CampaignLine]:
        """Return campaigns with what was raised for each, in French order."""
        raised = _contributions(None)
        sums = (
            select(raised.c.campaign_id, *_figures(raised))
            .group_by(raised.c.campaign_id)
            .subquery()
        )
        tiers = select(func.count()).where(_tier.c.campaign_id == _campaign.c.id)
        query = (
            select(_campaign, *list(sums.c)[1:], tiers.scalar_subquery().label("tier_count"))
            .outerjoin(sums, sums.c.campaign_id == _campaign.c.id)
            .where(*words_in((_campaign.c.sort_key,), text))
            .order_by(_campaign.c.sort_key)
        )
        if is_closed is not None:
            query = query.where(_campaign.c.is_closed.is_(is_closed))
        return [_to_line(row) for row in self._connection.execute(query)]

    def whole(self, campaign_id: int) -> tuple[int, int, int, int]:
        """Return cents, contributors, contributions, and the cents that never were money."""
        raised = _contributions(campaign_id)
        unpaid = func.coalesce(func.sum(case((raised.c.is_money, 0), else_=raised.c.cents)), 0)
        row = self._connection.execute(select(*_figures(raised), unpaid)).one()
        return int(row[0]), int(row[1]), int(row[2]), int(row[3])

    def by_tier(self, campaign_id: int) -> dict[int | None, tuple[int, int, int]]:
        """Return cents, contributors and contributions of each tier, None for no tier."""
        raised = _contributions(campaign_id)
        query = select(raised.c.tier_id, *_figures(raised)).group_by(raised.c.tier_id)
        return {row[0]: (row[1], row[2], row[3]) for row in self._connection.execute(query)}

    def people(self, campaign_id: int) -> int:
        """Count contributors and team of a campaign: nobody twice, each guest as one."""
        raised = _contributions(campaign_id)
        known = (
            select(raised.c.contact_id)
            .where(raised.c.contact_id.is_not(None))
            .union(select(_person.c.contact_id).where(_person.c.campaign_id == campaign_id))
            .subquery()
        )
        guests = select(func.count()).where(raised.c.contact_id.is_(None))
        counts = (select(func.count()).select_from(known), guests)
        return sum(self._connection.execute(query).scalar_one() for query in counts)

    def contributors(
        self, campaign_id: int, kind: ContactKind, limit: int | None = None
    ) -> list[Contributor]:
        """Return the largest contributors, persons with the guests or organisations.

        Each guest is a line of its own: two anonymous payments are never one contributor.
        """
        raised = _contributions(campaign_id)
        known = cast(raised.c.contact_id, String)
        who = func.coalesce("c" + known, raised.c.source + cast(raised.c.source_id, String))
        cents, first = func.sum(raised.c.cents), func.min(raised.c.day)
        is_kind = _contact.c.kind == kind.value
        query = (
            select(raised.c.contact_id, _contact.c.name, cents, first, func.count())
            .select_from(raised)
            .outerjoin(_contact, _contact.c.id == raised.c.contact_id)
            .where(
                or_(is_kind, raised.c.contact_id.is_(None))
                if kind is ContactKind.PERSON
                else is_kind
            )
            .group_by(who)
            .order_by(cents.desc(), first, func.min(_contact.c.sort_key))
            .limit(limit)
        )
        return [
            Contributor(contact_id, name or "", Money(total), first_on, count)
            for contact_id, name, total, first_on, count in self._connection.execute(query)
        ]

    def money(self, campaign_id: int) -> tuple[Money, Money]:
        """Return what came and what went under the name of a campaign.

        A line of a payment follows its gift or its tier where it has one, else its payment. A
        gift that went back is left out on both sides.
        """
        is_gift = _donation.c.id.is_not(None) & _donation.c.is_fee.is_(False)
        campaign = case(
            (is_gift, func.coalesce(_gift_tier.c.campaign_id, _donation.c.campaign_id)),
            else_=func.coalesce(_tier.c.campaign_id, _payment.c.campaign_id),
        )
        returning = exists().where(_return.c.payment_id == _payment.c.id)
        query = (
            select(_payment.c.direction, func.sum(_line.c.amount_cents))
            .select_from(
                _line.join(_payment, _payment.c.id == _line.c.payment_id)
                .outerjoin(_donation, _donation.c.payment_line_id == _line.c.id)
                .outerjoin(_gift_tier, _gift_tier.c.id == _donation.c.tier_id)
                .outerjoin(_tier, _tier.c.id == _line.c.tier_id)
            )
            .where(_payment.c.state == _RECEIVED, campaign == campaign_id)
            .where(~returning, ~_went_back())
            .group_by(_payment.c.direction)
        )
        cents = {row[0]: row[1] for row in self._connection.execute(query)}
        return Money(cents.get("in", 0)), Money(cents.get("out", 0))

    def money_contributed(self, campaign_id: int) -> Money:
        """Add up the contributions in money."""
        raised = _contributions(campaign_id)
        query = select(func.coalesce(func.sum(raised.c.cents), 0)).where(raised.c.is_money)
        return Money(self._connection.execute(query).scalar_one())

    def yearly_budget(self, campaign_id: int, today: dt.date) -> YearlyBudget:
        """Return what a campaign may bring in a year, see ``YearlyBudget``."""
        promised = (
            select(_pledge.c.frequency, func.sum(_pledge.c.amount_cents))
            .select_from(_pledge.outerjoin(_tier, _tier.c.id == _pledge.c.tier_id))
            .where(_pledge_campaign == campaign_id, is_running(today))
            .group_by(_pledge.c.frequency)
        )
        parts = {
            Frequency(frequency): Money(cents * _TIMES[Frequency(frequency)])
            for frequency, cents in self._connection.execute(promised)
        }
        raised = _contributions(campaign_id)
        counted = exists().where(_pledge.c.id == raised.c.pledge_id, is_running(today))
        others = select(func.coalesce(func.sum(raised.c.cents), 0)).where(
            raised.c.is_money,
            raised.c.day.between(year_before(today), today),
            ~counted,
        )
        zero = Money(0)
        return YearlyBudget(
            monthly=parts.get(Frequency.MONTHLY, zero),
            quarterly=parts.get(Frequency.QUARTERLY, zero),
            yearly=parts.get(Frequency.YEARLY, zero),
            others=Money(self._connection.execute(others).scalar_one()),
        )


def _went_back() -> ColumnElement[bool]:
    return exists().where(_return.c.donation_id == _donation.c.id)


def _contributions(campaign_id: int | None) -> Subquery:
    """Select what counts as contributed, to one campaign or to any."""
    return union_all(_gifts(campaign_id), _tier_payments(campaign_id)).subquery("contribution")


def _gifts(campaign_id: int | None) -> Select[Any]:
    query = (
        select(
            literal("g").label("source"),
            _donation.c.id.label("source_id"),
            _gift_campaign.label("campaign_id"),
            _donation.c.tier_id,
            _donation.c.donor_id.label("contact_id"),
            _donation.c.received_on.label("day"),
            _donation.c.amount_cents.label("cents"),
            _donation.c.pledge_id,
            (_donation.c.nature == "money").label("is_money"),
        )
        .select_from(
            _donation.outerjoin(_tier, _tier.c.id == _donation.c.tier_id)
            .outerjoin(_line, _line.c.id == _donation.c.payment_line_id)
            .outerjoin(_payment, _payment.c.id == _line.c.payment_id)
        )
        .where(
            _donation.c.is_fee.is_(False),
            payment_state == _RECEIVED,
            ~_went_back(),
        )
    )
    if campaign_id is None:
        return query
    # Two indexes instead of a look at every gift.
    tiers = select(_tier.c.id).where(_tier.c.campaign_id == campaign_id)
    near = or_(_donation.c.campaign_id == campaign_id, _donation.c.tier_id.in_(tiers))
    return query.where(near, _gift_campaign == campaign_id)


def _tier_payments(campaign_id: int | None) -> Select[Any]:
    query = (
        select(
            literal("p").label("source"),
            _line.c.id.label("source_id"),
            _tier.c.campaign_id,
            _line.c.tier_id,
            _payment.c.payer_id.label("contact_id"),
            _payment.c.paid_on.label("day"),
            _line.c.amount_cents.label("cents"),
            null().label("pledge_id"),
            always().label("is_money"),
        )
        .select_from(
            _tier.join(_line, _line.c.tier_id == _tier.c.id).join(
                _payment, _payment.c.id == _line.c.payment_id
            )
        )
        .where(
            _line.c.kind != "gift",
            _payment.c.direction == "in",
            _payment.c.state == _RECEIVED,
        )
    )
    return query if campaign_id is None else query.where(_tier.c.campaign_id == campaign_id)


def _figures(raised: Subquery) -> tuple[ColumnElement[int], ...]:
    """Return cents, contributors and contributions; each guest is a contributor."""
    guests = func.count().filter(raised.c.contact_id.is_(None))
    known = func.count(raised.c.contact_id.distinct())
    return (
        func.coalesce(func.sum(raised.c.cents), 0).label("cents"),
        (known + guests).label("contributors"),
        func.count(raised.c.source_id).label("contributions"),
    )


def _to_line(row: Any) -> CampaignLine:
    return CampaignLine(
        id=row.id,
        name=row.name,
        progress=Progress(
            raised=Money(row.cents or 0),
            goal=None if row.goal_cents is None else Money(row.goal_cents),
            contributors=row.contributors or 0,
            contributions=row.contributions or 0,
        ),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        is_closed=row.is_closed,
        tier_count=row.tier_count,
    )
