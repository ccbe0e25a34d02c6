"""Reads from the books what activities spent on some days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from coopdesk.domain.entries import EntryState
from coopdesk.domain.grant_states import Spending
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import AccountRow, EntryLineRow, EntryRow

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection

_account = table_of(AccountRow)
_entry = table_of(EntryRow)
_line = table_of(EntryLineRow)


class GrantSpending:
    """What the books of one unit of work say was spent."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_account(
        self, activity_id: int, first: dt.date, last: dt.date
    ) -> dict[str, Spending]:
        """Return the expenses of an activity from a day to another by account, drafts included.

        Those of class 6 without reports to dedicated funds (689), which spend nothing.
        """
        cents = _line.c.debit_cents - _line.c.credit_cents
        drafts = case((_entry.c.state == EntryState.DRAFT.value, cents), else_=0)
        query = (
            select(_account.c.number, func.sum(cents), func.sum(drafts))
            .join(_entry, _entry.c.id == _line.c.entry_id)
            .join(_account, _account.c.id == _line.c.account_id)
            .where(
                _line.c.activity_id == activity_id,
                _entry.c.entry_on.between(first, last),
                _account.c.number.startswith("6"),
                ~_account.c.number.startswith("689"),
            )
            .group_by(_account.c.number)
            .order_by(_account.c.number)
        )
        return {
            number: Spending(Money(amount), Money(of_drafts))
            for number, amount, of_drafts in self._connection.execute(query)
        }
