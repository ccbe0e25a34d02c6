"""Read the validated lines of a fiscal year in the order of the file of entries (FEC)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from coopdesk.domain.entries import EntryKind, EntryState
from coopdesk.domain.fec import FecLine
from coopdesk.domain.money import Money
from coopdesk.storage.closing_names import closing_names
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
    JournalRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from coopdesk.storage.closing_names import ClosingNames

_account = table_of(AccountRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_journal = table_of(JournalRow)
_line = table_of(EntryLineRow)

_BATCH = 2_000


class FecStore:
    """What the file of entries holds, in one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(self, fiscal_year_id: int) -> tuple[int, int]:
        """Return how many entries of a year are validated, and how many are drafts."""
        query = (
            select(_entry.c.state, func.count())
            .where(_entry.c.fiscal_year_id == fiscal_year_id)
            .group_by(_entry.c.state)
        )
        found = {row[0]: row[1] for row in self._connection.execute(query)}
        drafts, validated = EntryState.DRAFT.value, EntryState.VALIDATED.value
        return found.get(validated, 0), found.get(drafts, 0)

    def closing_names(self, fiscal_year_id: int) -> ClosingNames:
        """Return what accounts and journals were called when a year was closed, if renamed."""
        return closing_names(self._connection, fiscal_year_id)

    def lines(self, fiscal_year_id: int) -> Iterator[FecLine]:
        """Yield the lines, what opens the year first, then in order of validation.

        Accounts and journals of a closed year bear the names that they had at its closing.
        """
        names = self.closing_names(fiscal_year_id)
        query = (
            select(
                _entry.c.number,
                _journal.c.code,
                _journal.c.name,
                _entry.c.entry_on,
                _account.c.number,
                _account.c.label,
                _contact.c.id,
                _contact.c.number,
                func.coalesce(_contact.c.name, ""),
                _entry.c.voucher_ref,
                _entry.c.voucher_on,
                case((_line.c.label != "", _line.c.label), else_=_entry.c.label),
                _line.c.debit_cents,
                _line.c.credit_cents,
                _line.c.matching,
                _line.c.matched_on,
                _entry.c.validated_at,
            )
            .select_from(_entry)
            .join(_line, _line.c.entry_id == _entry.c.id)
            .join(_journal, _journal.c.id == _entry.c.journal_id)
            .join(_account, _account.c.id == _line.c.account_id)
            .outerjoin(_contact, _contact.c.id == _line.c.contact_id)
            .where(
                _entry.c.fiscal_year_id == fiscal_year_id,
                _entry.c.state == EntryState.VALIDATED.value,
            )
            .order_by(
                case((_entry.c.kind == EntryKind.OPENING.value, 0), else_=1),
                _entry.c.number,
                _line.c.position,
            )
            .execution_options(yield_per=_BATCH)
        )
        for row in self._connection.execute(query):
            party = "" if row[6] is None else row[7] or f"C{row[6]}"
            amounts = (Money(row[12]), Money(row[13]))
            validated_on = row[16].astimezone().date()
            line = FecLine._make(
                (*row[:6], party, *row[8:12], *amounts, *row[14:16], validated_on)
            )
            yield line._replace(
                journal_name=names.journals.get(line.journal_code, line.journal_name),
                account_label=names.accounts.get(line.account, line.account_label),
            )
