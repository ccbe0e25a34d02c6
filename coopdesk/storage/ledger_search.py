"""Finds lines of accounts by words of their entry, a third party or an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import parse_amount
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.line_parties import is_party
from coopdesk.storage.search import like, words_in
from coopdesk.storage.tables import AccountRow, ContactRow, EntryLineRow, EntryRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_account = table_of(AccountRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_line = table_of(EntryLineRow)


class LedgerSearch:
    """Searches the lines of a fiscal year; labels and names are kept folded."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(self, fiscal_year_id: int, number: str, text: str) -> list[int]:
        """Return the lines on accounts whose number begins so that match a text, unsorted."""
        below = select(_account.c.id).where(like(_account.c.number, "", number, "%"))
        query = (
            select(_line.c.id)
            .join(_entry, _entry.c.id == _line.c.entry_id)
            .outerjoin(_contact, is_party())
            .where(
                _line.c.fiscal_year_id == fiscal_year_id,
                _line.c.account_id.in_(below),
                _says(text),
            )
        )
        return read_ids(self._connection, query)


def _says(text: str) -> ColumnElement[bool]:
    words = and_(*words_in((_entry.c.label_key, _contact.c.search_text), text))
    try:
        cents = parse_amount(text).cents
    except RuleError:
        return words
    return or_(words, _line.c.debit_cents == cents, _line.c.credit_cents == cents)
