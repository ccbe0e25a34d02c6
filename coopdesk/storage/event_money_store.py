"""Read the money that names an activity: what its entries rest on, or will."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, case, func, or_, select

from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, PaymentState
from coopdesk.storage.booking_sources import STANDS_ALONE
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    ActivityRow,
    DonationRow,
    ExpenseSheetRow,
    PaymentLineRow,
    PaymentRow,
)

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Select

_activity = table_of(ActivityRow)
_donation = table_of(DonationRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_sheet = table_of(ExpenseSheetRow)


class SourceMoney(NamedTuple):
    """A payment or a gift of an activity; ``key`` names it as ``booking_plan.source_key``.

    ``amount`` is what of it is for the activity, ``comes_in`` whether that was received.
    """

    key: int
    day: dt.date
    label: str
    amount: Money
    comes_in: bool


class EventMoneyStore:
    """The money of activities in one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sources(self, activity_id: int) -> list[SourceMoney]:
        """Return the payments and gifts without money that name an activity.

        By their lines, else by their sheet of expenses, else by their campaign.
        """
        campaigns = select(_activity.c.campaign_id).where(
            _activity.c.id == activity_id, _activity.c.campaign_id.is_not(None)
        )
        sheets = select(_sheet.c.id).where(_sheet.c.activity_id == activity_id)
        return [*self._payments(activity_id, campaigns), *self._gifts(campaigns, sheets)]

    def _payments(self, activity_id: int, campaigns: Select[Any]) -> list[SourceMoney]:
        said = func.coalesce(_line.c.activity_id, _sheet.c.activity_id)
        by_campaign = and_(said.is_(None), _payment.c.campaign_id.in_(campaigns))
        query = (
            select(
                _payment.c.id,
                _payment.c.paid_on,
                func.max(case((_line.c.label != "", _line.c.label), else_=_payment.c.label)),
                func.sum(_line.c.amount_cents),
                _payment.c.direction,
            )
            .join(_line, _line.c.payment_id == _payment.c.id)
            .outerjoin(_sheet, _sheet.c.payment_id == _payment.c.id)
            .where(
                _payment.c.state == PaymentState.RECEIVED.value,
                _payment.c.amount_cents > 0,
                or_(said == activity_id, by_campaign),
            )
            .group_by(_payment.c.id)
            .order_by(_payment.c.paid_on, _payment.c.id)
        )
        return [
            SourceMoney(key, day, label, Money(cents), direction == Direction.IN.value)
            for key, day, label, cents, direction in self._connection.execute(query)
        ]

    def _gifts(self, campaigns: Select[Any], sheets: Select[Any]) -> list[SourceMoney]:
        query = (
            select(
                _donation.c.id,
                _donation.c.received_on,
                _donation.c.description,
                _donation.c.amount_cents,
            )
            .where(
                STANDS_ALONE,
                or_(
                    _donation.c.expense_sheet_id.in_(sheets),
                    _donation.c.campaign_id.in_(campaigns),
                ),
            )
            .order_by(_donation.c.received_on, _donation.c.id)
        )
        return [
            SourceMoney(-key, day, label, Money(cents), comes_in=True)
            for key, day, label, cents in self._connection.execute(query)
        ]
