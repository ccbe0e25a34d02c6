"""Read what the accounts of money open each fiscal year with, and what moved in it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, case, exists, func, or_, select

from coopdesk.domain.calendar_grid import month_of
from coopdesk.domain.entries import EntryKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import Direction, PaymentState
from coopdesk.domain.treasury import TRANSFERS, TREASURY_ACCOUNTS
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.tables import (
    AccountRow,
    AccountSumRow,
    EntryLineRow,
    EntryRow,
    FiscalYearRow,
    PaymentRow,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

_account = table_of(AccountRow)
_entry = table_of(EntryRow)
_line = table_of(EntryLineRow)
_month = table_of(AccountSumRow)
_payment = table_of(PaymentRow)
_year = table_of(FiscalYearRow)
_reversing = _entry.alias("reversing")
_NET = func.sum(_line.c.debit_cents - _line.c.credit_cents)


class YearMoney(NamedTuple):
    """The accounts of money in a fiscal year; ``opening`` is None where nothing opens it."""

    starts_on: dt.date
    opening: Money | None
    moved: Money


class TreasuryYears:
    """Sums of accounts of money by fiscal year, of one unit of work, drafts included."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._money = money_accounts(connection)

    def years(self) -> list[YearMoney]:
        """Return what each fiscal year opens with and what moved, the first year first."""
        opened = self._openings()
        query = (
            select(
                _year.c.id,
                _year.c.starts_on,
                func.coalesce(func.sum(_month.c.debit_cents - _month.c.credit_cents), 0),
            )
            .outerjoin(
                _month,
                and_(
                    _month.c.fiscal_year_id == _year.c.id, _month.c.account_id.in_(self._money)
                ),
            )
            .group_by(_year.c.id)
            .order_by(_year.c.starts_on)
        )
        found = []
        for key, starts_on, cents in self._connection.execute(query):
            moved = Money(cents - opened.get(key, 0))
            opening = Money(opened[key]) if key in opened else None
            found.append(YearMoney(starts_on, opening, moved))
        return found

    def paid_before(self, day: dt.date) -> Money:
        """Return what payments before a day brought, less what they took and platforms kept.

        Read a month at a time: whoever brought ten years of them here waits for none.
        """
        oldest = self._connection.execute(select(func.min(_payment.c.paid_on))).scalar()
        month, found = oldest or day, ZERO
        while month < day:
            first, last = month_of(month)
            month = last + dt.timedelta(days=1)
            found += self._paid(first, min(month, day))
        return found

    def _paid(self, first: dt.date, before: dt.date) -> Money:
        signed = case(
            (
                _payment.c.direction == Direction.IN.value,
                _payment.c.amount_cents - _payment.c.fee_cents,
            ),
            else_=-_payment.c.amount_cents,
        )
        query = select(func.coalesce(func.sum(signed), 0)).where(
            _payment.c.state == PaymentState.RECEIVED.value,
            _payment.c.paid_on >= first,
            _payment.c.paid_on < before,
        )
        return Money(int(self._connection.execute(query).scalar_one()))

    def _openings(self) -> dict[int, int]:
        """Return what stands at the beginning of the years that an entry opens."""
        years = select(_year.c.id)
        opened = select(_entry.c.id, _entry.c.fiscal_year_id).where(
            _entry.c.fiscal_year_id.in_(years),
            _entry.c.kind == EntryKind.OPENING.value,
            ~exists().where(_reversing.c.reverses_id == _entry.c.id),
        )
        years_of = {row.id: row.fiscal_year_id for row in self._connection.execute(opened)}
        found = dict.fromkeys(years_of.values(), 0)
        query = select(_line.c.entry_id, _NET).where(
            _line.c.entry_id.in_(list(years_of)), (_line.c.account_id + 0).in_(self._money)
        )
        for entry_id, cents in self._connection.execute(query.group_by(_line.c.entry_id)):
            found[years_of[entry_id]] += cents
        return found


def money_accounts(connection: Connection) -> list[int]:
    """Return the accounts of money, those that transfers pass through among them."""
    numbers = (*TREASURY_ACCOUNTS, TRANSFERS)
    begins = or_(*(_account.c.number.startswith(each) for each in numbers))
    return read_ids(connection, select(_account.c.id).where(begins))
