"""Add up the money of the whole association: all that moved, and what a year may bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, null, select

from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.domain.pledges import Frequency
from coopdesk.storage.columns import table_of
from coopdesk.storage.gift_figures import NOT_RECEIVED, UNCOMMON, uncounted_gifts
from coopdesk.storage.gift_returns import gives_a_gift_back
from coopdesk.storage.pledge_terms import is_running
from coopdesk.storage.tables import (
    CampaignTierRow,
    DonationReturnRow,
    DonationRow,
    PaymentLineRow,
    PaymentRow,
    PledgeRow,
)

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement, CompoundSelect, Connection, FromClause, Select

_donation = table_of(DonationRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_pledge = table_of(PledgeRow)
_return = table_of(DonationReturnRow)
_tier = table_of(CampaignTierRow)

_RECEIVED = PaymentState.RECEIVED.value
_PAID = _payment.join(_line, _line.c.payment_id == _payment.c.id)
_SUM = func.coalesce(func.sum(_line.c.amount_cents), 0)


class MoneyFigures:
    """Sums of payments of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def moved(self) -> tuple[Money, Money]:
        """Return what payments brought and took, gross, without gifts that went back.

        Nearly every line is money that came in: all of them are added up by an index, less
        those that are not.
        """
        every = self._cents(_sum_of(_line))
        out = self._cents(_moved(Direction.OUT, (_RECEIVED, *NOT_RECEIVED)))
        waiting = self._cents(_moved(Direction.IN, NOT_RECEIVED))
        spent = self._cents(_moved(Direction.OUT, (_RECEIVED,)))
        spent_back = _moved(Direction.OUT, (_RECEIVED,)).where(gives_a_gift_back())
        back = self._cents(spent_back)
        income = every - out - waiting - self._cents(_gone_back())
        return Money(income), Money(spent - back)

    def fees(self) -> Money:
        """Return what platforms kept of payments that were received, of gifts gone back too."""
        query = select(func.coalesce(func.sum(_payment.c.fee_cents), 0)).where(
            _payment.c.fee_cents > 0, _payment.c.state == _RECEIVED
        )
        return Money(self._cents(query))

    def promised(self, today: dt.date) -> dict[Frequency, Money]:
        """Return what pledges that run promise each time they come back, by how often."""
        query = (
            select(_pledge.c.frequency, func.sum(_pledge.c.amount_cents))
            .where(is_running(today))
            .group_by(_pledge.c.frequency)
        )
        return {Frequency(how): Money(cents) for how, cents in self._connection.execute(query)}

    def paid_for_tiers(self, since: dt.date, until: dt.date) -> Money:
        """Add up what was paid for something by tiers of campaigns during some days."""
        days = _payment.c.paid_on.between(since, until)
        query = _tier_lines(days).with_only_columns(_SUM)
        return Money(self._cents(query))

    def raised(self) -> dict[int, tuple[Money, int]]:
        """Return what was raised for campaigns by their ids, and by how many contributions.

        As ``ContributionStore`` counts: a tier decides which campaign a gift is for.
        """
        tiers = self._connection.execute(select(_tier.c.id, _tier.c.campaign_id))
        campaigns = {row.id: row.campaign_id for row in tiers}
        found: dict[int, tuple[int, int]] = {}
        for query, sign in ((_gifts(), 1), (_gifts(uncounted_gifts()), -1), (_by_tier(), 1)):
            for campaign_id, tier_id, cents, count in self._connection.execute(query):
                key = campaigns.get(tier_id, campaign_id)
                if key is not None:
                    before = found.get(key, (0, 0))
                    found[key] = before[0] + sign * cents, before[1] + sign * count
        return {key: (Money(cents), count) for key, (cents, count) in found.items()}

    def _cents(self, query: Select[Any]) -> int:
        return int(self._connection.execute(query).scalar_one())


def _sum_of(source: FromClause) -> Select[Any]:
    return select(_SUM).select_from(source)


def _moved(direction: Direction, states: tuple[str, ...]) -> Select[Any]:
    return _sum_of(_PAID).where(
        UNCOMMON, _payment.c.direction == direction.value, _payment.c.state.in_(states)
    )


def _gone_back() -> Select[Any]:
    """Select what the lines of gifts that went back add up to; few, so they come first."""
    lines = select(_donation.c.payment_line_id).join(
        _return, _return.c.donation_id == _donation.c.id
    )
    received = exists().where(
        _payment.c.id == _line.c.payment_id, _payment.c.state == _RECEIVED
    )
    return _sum_of(_line).where(_line.c.id.in_(lines), received)


def _tier_lines(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Select the lines by which tiers were paid for; few, so payments are asked for each."""
    received = exists().where(
        _payment.c.id == _line.c.payment_id,
        _payment.c.direction == Direction.IN.value,
        _payment.c.state == _RECEIVED,
        *conditions,
    )
    return select(_line.c.tier_id).where(
        _line.c.tier_id.in_(select(_tier.c.id)), _line.c.kind != LineKind.GIFT.value, received
    )


def _by_tier() -> Select[Any]:
    query = _tier_lines().with_only_columns(null(), _line.c.tier_id, _SUM, func.count())
    return query.group_by(_line.c.tier_id)


def _gifts(ids: CompoundSelect[Any] | None = None) -> Select[Any]:
    """Select what gifts add up to by campaign and tier: all of them, or some."""
    key = (_donation.c.campaign_id, _donation.c.tier_id)
    query = select(*key, func.sum(_donation.c.amount_cents), func.count())
    query = query.where(_donation.c.is_fee.is_(False)).group_by(*key)
    return query if ids is None else query.where(_donation.c.id.in_(ids))
