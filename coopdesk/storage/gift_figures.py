"""Add up gifts of every donor fast: all of a time by an index, less the few that do not count.

Nearly all gifts were received and kept. Whether one was is a matter of its payment and of its
return: asking that of each would read three tables a hundred thousand times.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import extract, func, select, text, union

from coopdesk.domain.calendar_grid import month_of
from coopdesk.domain.home import MONTHS, GiftYear
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, PaymentState
from coopdesk.storage.columns import table_of
from coopdesk.storage.payment_store import year_bounds
from coopdesk.storage.pledge_terms import is_running
from coopdesk.storage.tables import (
    DonationReturnRow,
    DonationRow,
    GiftSumRow,
    PaymentLineRow,
    PaymentRow,
    PledgeRow,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select

_donation = table_of(DonationRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_pledge = table_of(PledgeRow)
_return = table_of(DonationReturnRow)
_sum = table_of(GiftSumRow)

NOT_RECEIVED = (PaymentState.TO_CHECK.value, PaymentState.DISMISSED.value)


# As the index of payments that are no money received says it, or the engine does not know it.
UNCOMMON = text("(payment.direction = 'out' OR payment.state <> 'received')")


class _Sum(NamedTuple):
    cents: int
    gifts: int


class GiftFigures:
    """Sums of gifts of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def year(self, year: int) -> GiftYear:
        """Add up the received gifts of a calendar year by month."""
        less = self._uncounted_by_month(year)
        months, count = [], 0
        for number in range(1, MONTHS + 1):
            month = month_of(dt.date(year, number, 1))
            found, gone = self._sum(_in(*month)), less.get(number, _Sum(0, 0))
            months.append(Money(found.cents - gone.cents))
            count += found.gifts - gone.gifts
        return GiftYear(year, tuple(months), count, self._donors(year))

    def unpromised(self, since: dt.date, until: dt.date, today: dt.date) -> Money:
        """Add up the gifts of money of some days that keep no pledge that runs today."""
        is_money = _donation.c.nature == "money"
        running = (
            select(_donation.c.id)
            .join(_pledge, _pledge.c.id == _donation.c.pledge_id)
            .where(is_running(today))
        )
        less = self._sum(
            _in(since, until), is_money, _donation.c.id.in_(uncounted_gifts(running))
        )
        return Money(self._sum(_in(since, until), is_money).cents - less.cents)

    def _sum(self, *conditions: ColumnElement[bool]) -> _Sum:
        query = select(func.coalesce(func.sum(_donation.c.amount_cents), 0), func.count())
        query = query.where(_donation.c.is_fee.is_(False), *conditions)
        return _Sum._make(self._connection.execute(query).one())

    def _uncounted_by_month(self, year: int) -> dict[int, _Sum]:
        """Return the sums of the gifts of a year that do not count, by month."""
        month = extract("month", _donation.c.received_on)
        query = (
            select(month, func.sum(_donation.c.amount_cents), func.count())
            .where(_donation.c.id.in_(uncounted_gifts()), _in(*year_bounds(year)))
            .where(_donation.c.is_fee.is_(False))
            .group_by(month)
        )
        return {
            int(number): _Sum(cents, gifts)
            for number, cents, gifts in self._connection.execute(query)
        }

    def _donors(self, year: int) -> int:
        """Count the donors of a year: the sums by giver are kept by triggers."""
        query = select(func.count(_sum.c.contact_id.distinct())).where(_sum.c.year == year)
        return int(self._connection.execute(query).scalar_one())


def uncounted_gifts(*more: Select[Any]) -> CompoundSelect[Any]:
    """Select the ids of the gifts that were not received or went back, and ``more``."""
    not_received = (
        select(_donation.c.id)
        .join(_line, _line.c.id == _donation.c.payment_line_id)
        .join(_payment, _payment.c.id == _line.c.payment_id)
        .where(UNCOMMON, _payment.c.direction == Direction.IN.value)
        .where(_payment.c.state.in_(NOT_RECEIVED))
    )
    return union(not_received, select(_return.c.donation_id), *more)


def _in(since: dt.date, until: dt.date) -> ColumnElement[bool]:
    return _donation.c.received_on.between(since, until)
