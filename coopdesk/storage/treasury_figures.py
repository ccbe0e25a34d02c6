"""Add up what the books say of money beyond the payments that are recorded.

An entry made from a payment is that payment: it is left out here, and so is the one by which a
rule takes it back. What is left is what a person booked: invoices paid, transfers, corrections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, case, exists, func, or_, select

from coopdesk.domain.entries import EntryForm, EntryKind
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, PaymentState
from coopdesk.storage.booking_rules import shipped_rules
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.tables import (
    AccountRow,
    BookingRuleRow,
    EntryLineRow,
    EntryRow,
    ExpenseSheetRow,
    PaymentRow,
)
from coopdesk.storage.treasury_years import money_accounts

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

_account = table_of(AccountRow)
_entry = table_of(EntryRow)
_line = table_of(EntryLineRow)
_payment = table_of(PaymentRow)
_rule = table_of(BookingRuleRow)
_sheet = table_of(ExpenseSheetRow)
_reversed = _entry.alias("reversed")
_reversing = _entry.alias("reversing")
_later = _entry.alias("later")

# Entries read by one statement: a few milliseconds each, other questions come in between.
_BATCH = 5_000
_IDS = 500  # far below the number of parameters that SQLite takes in one statement
_AUTOMATIC, _REVERSAL = EntryForm.AUTOMATIC.value, EntryKind.REVERSAL.value
_OPENING = EntryKind.OPENING.value
_RECEIVED = PaymentState.RECEIVED.value
# What begins the keys of rules that say where the money of a payment lies.
_MONEY_KEYS = ("mode.", "source.")
_ON_THE_WAY = ("467", "47")
_IS_IN = _payment.c.direction == Direction.IN.value
_NET = func.sum(_line.c.debit_cents - _line.c.credit_cents)


class Moved(NamedTuple):
    """Money that came in and money that went out."""

    income: Money
    disbursed: Money


class TreasuryFigures:
    """Sums of accounts of money of one unit of work, drafts included."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._money = money_accounts(connection)

    def booked(self) -> Moved:
        """Return what entries brought to our accounts of money and took from them.

        Each entry counts by what it leaves there: a transfer between our own accounts counts
        on neither side. A reversal takes away on the side of what it reverses.
        """
        own = select(_entry.c.id).where(_entry.c.payment_id.is_(None)).order_by(_entry.c.id)
        came = went = 0
        ids = read_ids(self._connection, own)
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            income, disbursed = self._connection.execute(self._of(batch[0], batch[-1])).one()
            came, went = came + income, went + disbursed
        return Moved(Money(came), Money(went))

    def elsewhere(self) -> Moved:
        """Return the payments whose entries touch no account of money, less what was kept.

        By a means nobody named they wait on another account; the entry that brings them to
        the bank is no second time.
        """
        amount = _payment.c.amount_cents - _payment.c.fee_cents
        query = select(_sum_if(_IS_IN, amount), _sum_if(~_IS_IN, amount))
        ids = sorted({*self._waiting(), *self._typed()})
        came = went = 0
        for start in range(0, len(ids), _IDS):
            chosen = _payment.c.id.in_(ids[start : start + _IDS])
            wanted = query.where(chosen, _payment.c.state == _RECEIVED)
            income, disbursed = self._connection.execute(wanted).one()
            came, went = came + income, went + disbursed
        return Moved(Money(came), Money(went))

    def _of(self, first: int, last: int) -> Select[int, int]:
        """Select what the entries of a span of ids brought, and what they took."""
        each = (
            select(_entry.c.reverses_id, _NET.label("net"))
            .join(_line, _line.c.entry_id == _entry.c.id)
            .outerjoin(_reversed, _reversed.c.id == _entry.c.reverses_id)
            .outerjoin(
                _sheet,
                _sheet.c.id
                == func.coalesce(_entry.c.expense_sheet_id, _reversed.c.expense_sheet_id),
            )
            .where(
                _entry.c.payment_id.is_(None),
                _entry.c.id.between(first, last),
                # Added to zero, or the engine begins with the accounts and reads every line.
                (_line.c.account_id + 0).in_(self._money),
                _entry.c.kind != _OPENING,
                func.coalesce(_reversed.c.kind, "") != _OPENING,
                or_(
                    func.coalesce(_reversed.c.payment_id, _sheet.c.payment_id).is_(None),
                    _is_set_aside(),
                ),
            )
            .group_by(_entry.c.id)
            .subquery()
        )
        comes = (each.c.net > 0) == each.c.reverses_id.is_(None)
        return select(_sum_if(comes, each.c.net), _sum_if(~comes, -each.c.net))

    def _waiting(self) -> list[int]:
        """Return the payments that lie on the accounts of rules that are none of money.

        Rules change, and what was booked stays: debtors and suspense are looked through too.
        """
        rules = select(_rule.c.account_id).where(
            or_(*(_rule.c.key.startswith(each) for each in _MONEY_KEYS))
        )
        usual = {x.account for x in shipped_rules() if x.key.value.startswith(_MONEY_KEYS)}
        others = select(_account.c.id).where(
            or_(
                _account.c.number.in_(usual),
                _account.c.id.in_(rules),
                *(_account.c.number.startswith(each) for each in _ON_THE_WAY),
            ),
            _account.c.id.not_in(self._money),
        )
        accounts = read_ids(self._connection, others)
        if not accounts:
            return []
        query = (
            select(_entry.c.payment_id)
            .join(_line, _line.c.entry_id == _entry.c.id)
            .where(
                _line.c.account_id.in_(accounts),
                _entry.c.payment_id.is_not(None),
                *self._without_money(),
            )
        )
        return read_ids(self._connection, query)

    def _typed(self) -> list[int]:
        """Return the payments of sheets of expenses that a person booked as owed."""
        query = (
            select(_sheet.c.payment_id)
            .join(_entry, _entry.c.expense_sheet_id == _sheet.c.id)
            .where(
                # Few entries are of a sheet: a span of their index, not every entry.
                _entry.c.expense_sheet_id > 0,
                _sheet.c.payment_id.is_not(None),
                *self._without_money(),
            )
        )
        return read_ids(self._connection, query)

    def _without_money(self) -> tuple[ColumnElement[bool], ...]:
        own = _line.alias("own")
        touched = exists().where(
            own.c.entry_id == _entry.c.id, (own.c.account_id + 0).in_(self._money)
        )
        return (
            _entry.c.kind != _REVERSAL,
            ~exists().where(_reversing.c.reverses_id == _entry.c.id),
            ~touched,
        )


def _is_set_aside() -> ColumnElement[bool]:
    """Tell whether a person took the entry of a payment back for good.

    The payment still counts, and what they book instead will: their reversal takes one away.
    """
    return and_(
        _reversed.c.form == _AUTOMATIC,
        _entry.c.form != _AUTOMATIC,
        exists().where(_payment.c.id == _reversed.c.payment_id, _payment.c.state == _RECEIVED),
        ~exists().where(
            _later.c.payment_id == _reversed.c.payment_id,
            _later.c.id > _reversed.c.id,
            _later.c.kind != _REVERSAL,
        ),
    )


def _sum_if(condition: ColumnElement[bool], cents: ColumnElement[int]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, cents), else_=0)), 0)
