"""Read the lines of the books for their papers, a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from coopdesk.domain.book_papers import BookLine
from coopdesk.domain.entries import EntryKind
from coopdesk.domain.money import Money
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.line_parties import is_party
from coopdesk.storage.report_store import is_of_activity
from coopdesk.storage.tables import (
    AccountRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
    JournalRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection

    from coopdesk.domain.ledgers import ReportScope

_account = table_of(AccountRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_journal = table_of(JournalRow)
_line = table_of(EntryLineRow)

_PAGE = (
    select(
        _line.c.id,
        _line.c.entry_id,
        _entry.c.number,
        _line.c.entry_on,
        _journal.c.code,
        _entry.c.voucher_ref,
        _entry.c.voucher_on,
        _account.c.number,
        _account.c.label,
        case((_line.c.label != "", _line.c.label), else_=_entry.c.label),
        func.coalesce(_contact.c.name, ""),
        _line.c.matching,
        _line.c.debit_cents,
        _line.c.credit_cents,
    )
    .join(_entry, _entry.c.id == _line.c.entry_id)
    .join(_journal, _journal.c.id == _entry.c.journal_id)
    .join(_account, _account.c.id == _line.c.account_id)
    .outerjoin(_contact, is_party())
)


class BookLineStore:
    """The lines of the books in one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def in_journal(self, scope: ReportScope, code: str = "") -> list[int]:
        """Return the lines of a year, or of one journal, by day and entry."""
        query = (
            select(_line.c.id)
            .join(_entry, _entry.c.id == _line.c.entry_id)
            .where(*_within(scope))
            .order_by(
                _entry.c.entry_on,
                case((_entry.c.kind == EntryKind.OPENING.value, 0), else_=1),
                _entry.c.number.is_(None),
                _entry.c.number,
                _entry.c.id,
                _line.c.position,
            )
        )
        if code:
            query = query.join(_journal, _journal.c.id == _entry.c.journal_id)
            query = query.where(_journal.c.code == code)
        return read_ids(self._connection, query)

    def in_ledger(self, scope: ReportScope, beginning: str = "") -> list[int]:
        """Return the lines of a year by account and day, what opens it before the rest."""
        query = (
            select(_line.c.id)
            .join(_entry, _entry.c.id == _line.c.entry_id)
            .join(_account, _account.c.id == _line.c.account_id)
            .where(*_within(scope), _account.c.number.startswith(beginning, autoescape=True))
            .order_by(
                _account.c.number,
                case((_entry.c.kind == EntryKind.OPENING.value, 0), else_=1),
                _line.c.entry_on,
                _line.c.id,
            )
        )
        return read_ids(self._connection, query)

    def lines(self, ids: Sequence[int]) -> list[BookLine]:
        """Return a few hundred lines in the order of their ids, without those gone."""
        rows = self._connection.execute(_PAGE.where(_line.c.id.in_(ids)))
        found = {
            row[0]: BookLine._make((*row[:12], Money(row[12]), Money(row[13]))) for row in rows
        }
        return [found[key] for key in ids if key in found]

    def signature(self, scope: ReportScope) -> tuple[int, int, int]:
        """Return what tells whether lines came, went or changed: count, sum, last id."""
        query = select(
            func.count(),
            func.coalesce(func.sum(_line.c.debit_cents), 0),
            func.coalesce(func.max(_line.c.id), 0),
        ).where(*_within(scope))
        count, debit, last = self._connection.execute(query).one()
        return count, debit, last


def _within(scope: ReportScope) -> list[ColumnElement[bool]]:
    wanted = [_line.c.fiscal_year_id == scope.fiscal_year_id]
    if scope.activity_id is not None:
        wanted.append(is_of_activity(_line.c.activity_id, scope.activity_id))
    if not scope.with_drafts:
        wanted.append(_line.c.is_validated.is_(True))
    if scope.until is not None:
        wanted.append(_line.c.entry_on <= scope.until)
    return wanted
