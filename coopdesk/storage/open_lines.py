"""Read open lines of banks, and what matched ones became."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from coopdesk.domain.bank_matching import OpenLine
from coopdesk.domain.bank_matching_rules import Habit
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import Money
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    BankAccountRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
    StatementLineRow,
    StatementMatchRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

_account = table_of(AccountRow)
_bank = table_of(BankAccountRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_of_books = table_of(EntryLineRow)

_MATCHED = (
    select(func.coalesce(func.sum(_match.c.amount_cents), 0))
    .where(_match.c.statement_line_id == _line.c.id)
    .correlate(_line)
    .scalar_subquery()
)


class OpenLines:
    """Lines of banks of which something is left to match, and habits, in one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open_lines(
        self, bank_account_id: int | None = None, line_ids: Sequence[int] | None = None
    ) -> list[OpenLine]:
        """Return lines of which something is left to match, by day; not those set aside.

        Of one account or of all, or those of the ids that are open.
        """
        left = (_line.c.amount_cents - _MATCHED).label("left_cents")
        query = (
            select(_line, left, _contact.c.name.label("contact_name"))
            .outerjoin(_contact, _contact.c.id == _line.c.contact_id)
            .where(_line.c.set_aside.is_(False), _line.c.amount_cents != _MATCHED)
            .order_by(_line.c.booked_on, _line.c.id)
        )
        if bank_account_id is not None:
            query = query.where(_line.c.bank_account_id == bank_account_id)
        if line_ids is None:
            return [_to_line(row) for row in self._connection.execute(query)]
        return [
            _to_line(row)
            for batch in in_batches(line_ids)
            for row in self._connection.execute(query.where(_line.c.id.in_(batch)))
        ]

    def habits(self, bank_account_id: int, since: dt.date) -> list[Habit]:
        """Return what matched lines with one account against the bank's became.

        Not those of gifts, fees and other payments: an entry alone would not be the same.
        """
        other = _of_books.alias("other")
        wanted = (
            select(
                _line.c.label,
                _line.c.amount_cents,
                _match.c.entry_id,
                func.min(_account.c.number).label("account"),
                func.max(other.c.contact_id).label("contact_id"),
                func.max(other.c.activity_id).label("activity_id"),
            )
            .join(_match, _match.c.statement_line_id == _line.c.id)
            .join(_bank, _bank.c.id == _line.c.bank_account_id)
            .join(
                other,
                and_(
                    other.c.entry_id == _match.c.entry_id,
                    other.c.account_id != _bank.c.account_id,
                ),
            )
            .join(_account, _account.c.id == other.c.account_id)
            .join(_entry, _entry.c.id == _match.c.entry_id)
            .where(
                _line.c.bank_account_id == bank_account_id,
                _line.c.booked_on >= since,
                _entry.c.payment_id.is_(None),
                _entry.c.donation_id.is_(None),
                _entry.c.expense_sheet_id.is_(None),
            )
            .group_by(_line.c.id, _match.c.entry_id)
            .having(func.count() == 1)
        )
        return [
            Habit(row.label, row.amount_cents > 0, row.account, row.contact_id, row.activity_id)
            for row in self._connection.execute(wanted)
            if row.account[0] in "67"
        ]


def _to_line(row: Row[Any]) -> OpenLine:
    return OpenLine(
        id=row.id,
        bank_account_id=row.bank_account_id,
        booked_on=row.booked_on,
        amount=Money(row.left_cents),
        label=row.label,
        value_on=row.value_on,
        nature=LineNature(row.nature),
        counterparty=row.counterparty,
        payment_ref=row.payment_ref,
        cheque=row.cheque,
        contact_id=row.contact_id,
        contact_name=row.contact_name or "",
        is_rest=row.left_cents != row.amount_cents,
    )
