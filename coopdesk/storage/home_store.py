"""Count and add up what the home page shows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, select

from coopdesk.domain.home import GiftYear
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentState
from coopdesk.storage.backup import last_backup_at
from coopdesk.storage.columns import table_of
from coopdesk.storage.donation_lines import COUNTED, IS_RETURNED, payment_state
from coopdesk.storage.payment_store import year_bounds
from coopdesk.storage.tables import (
    ContactRow,
    DonationRow,
    EntryRow,
    OperationRow,
    PaymentRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_entry = table_of(EntryRow)
_operation = table_of(OperationRow)
_payment = table_of(PaymentRow)
_receipt = table_of(TaxReceiptRow)
_void = table_of(TaxReceiptVoidRow)


class HomeStore:
    """The figures of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def is_empty(self) -> bool:
        """Tell whether there is no contact, archived or not, no payment, gift or entry."""
        return not any(
            self._connection.execute(select(table.c.id).limit(1)).first()
            for table in (_contact, _payment, _donation, _entry)
        )

    def gift_year(self, year: int) -> GiftYear:
        """Add up the received gifts of a calendar year by month."""
        months = [0] * 12
        count = 0
        for number, start in enumerate(_month_starts(year)):
            end = dt.date(year + (number == 11), (number + 1) % 12 + 1, 1)
            row = self._connection.execute(_received_between(start, end)).one()
            months[number] = row.cents
            count += row.gifts
        return GiftYear(
            year, tuple(Money(cents) for cents in months), count, self._donors(year)
        )

    def _donors(self, year: int) -> int:
        query = (
            select(func.count(_donation.c.donor_id.distinct()))
            .select_from(COUNTED)
            .where(_donation.c.received_on.between(*year_bounds(year)), _is_received())
        )
        return int(self._connection.execute(query).scalar_one())

    def issued_receipts(self, year: int) -> int:
        """Count the receipts issued for a calendar year that were not voided."""
        is_voided = exists().where(_void.c.receipt_id == _receipt.c.id)
        query = select(func.count()).select_from(_receipt)
        query = query.where(_receipt.c.year == year, ~is_voided)
        return int(self._connection.execute(query).scalar_one())

    def to_check(self) -> int:
        """Count the payments that wait for a decision."""
        query = (
            select(func.count())
            .select_from(_payment)
            .where(_payment.c.state == PaymentState.TO_CHECK.value)
        )
        return int(self._connection.execute(query).scalar_one())

    def last_backup_at(self) -> dt.datetime | None:
        """Return when the last verified backup was made, or None."""
        return last_backup_at(self._connection)

    def last_change_at(self) -> dt.datetime | None:
        """Return when anything was last recorded, or None."""
        return self._connection.execute(select(func.max(_operation.c.made_at))).scalar()


def _month_starts(year: int) -> list[dt.date]:
    return [dt.date(year, month, 1) for month in range(1, 13)]


def _is_received() -> ColumnElement[bool]:
    """Return the condition on gifts that count: they did not go back, and are no fees."""
    return and_(
        payment_state == PaymentState.RECEIVED.value,
        _donation.c.is_fee.is_(False),
        ~IS_RETURNED,
    )


def _received_between(start: dt.date, end: dt.date) -> Select[Any]:
    """Select from a range of days: an index serves it; it would not serve a month function."""
    return (
        select(
            func.coalesce(func.sum(_donation.c.amount_cents), 0).label("cents"),
            func.count().label("gifts"),
        )
        .select_from(COUNTED)
        .where(_donation.c.received_on >= start, _donation.c.received_on < end, _is_received())
    )
