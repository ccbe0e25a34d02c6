"""Add up the money of the whole association: all that moved, and what a year may bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.domain.pledges import Frequency
from coopdesk.storage.columns import table_of
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

    from sqlalchemy import Connection, Select

_donation = table_of(DonationRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_pledge = table_of(PledgeRow)
_return = table_of(DonationReturnRow)
_tier = table_of(CampaignTierRow)

_IN, _OUT = Direction.IN.value, Direction.OUT.value
_RECEIVED = PaymentState.RECEIVED.value
_NOT_RECEIVED = (PaymentState.TO_CHECK.value, PaymentState.DISMISSED.value)
_PAID = _payment.join(_line, _line.c.payment_id == _payment.c.id)


class MoneyFigures:
    """Sums of payments of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def moved(self) -> tuple[Money, Money]:
        """Return all that came in and all that went out, without gifts that went back.

        Nearly every line is money that came in: all of them are added up by an index, less
        those that are not.
        """
        every = self._cents(_sum_of(_line))
        out = self._cents(_moved(_OUT, (_RECEIVED, *_NOT_RECEIVED)))
        waiting = self._cents(_moved(_IN, _NOT_RECEIVED))
        taken_back = _return.join(_donation, _donation.c.id == _return.c.donation_id)
        gone = taken_back.join(_line, _line.c.id == _donation.c.payment_line_id).join(
            _payment, _payment.c.id == _line.c.payment_id
        )
        lost = self._cents(_sum_of(gone).where(_payment.c.state == _RECEIVED))
        income = Money(every - out - waiting - lost)
        returning = _payment.c.id.in_(select(_return.c.payment_id).distinct())
        spent = self._cents(_moved(_OUT, (_RECEIVED,)))
        back = self._cents(_moved(_OUT, (_RECEIVED,)).where(returning))
        return income, Money(spent - back)

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
        by_tiers = _tier.join(_line, _line.c.tier_id == _tier.c.id).join(
            _payment, _payment.c.id == _line.c.payment_id
        )
        query = _sum_of(by_tiers).where(
            _line.c.kind != LineKind.GIFT.value,
            _payment.c.direction == _IN,
            _payment.c.state == _RECEIVED,
            _payment.c.paid_on.between(since, until),
        )
        return Money(self._cents(query))

    def _cents(self, query: Select[Any]) -> int:
        return int(self._connection.execute(query).scalar_one())


def _sum_of(source: Any) -> Select[Any]:
    return select(func.coalesce(func.sum(_line.c.amount_cents), 0)).select_from(source)


def _moved(direction: str, states: tuple[str, ...]) -> Select[Any]:
    return _sum_of(_PAID).where(_payment.c.direction == direction, _payment.c.state.in_(states))
