"""Say on lines of entries when the bank showed them, by what they are matched with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    BankAccountRow,
    EntryLineRow,
    StatementLineRow,
    StatementMatchRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_bank = table_of(BankAccountRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_of_books = table_of(EntryLineRow)

# An entry, and one of the bank accounts that it moves.
Place = tuple[int, int]


class MatchMarks:
    """What matches say of the lines of entries, in one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def mark(self, entry_ids: Iterable[int]) -> None:
        """Say of entries on which day the bank showed them: once all of them is matched.

        Their lines on accounts of banks alone; those of an entry on two banks apart.
        """
        for batch in in_batches(sorted(entry_ids)):
            matched = self.matched_of(batch)
            rows: dict[int, dict[str, object]] = {}
            for key, net, lines in self.nets_of(batch):
                cents, day = matched.get(key, (0, None))
                seen = day if cents == net else None
                rows |= {line: {"reconciled_on": seen} for line in lines}
            if rows:
                self._recorder.update_many(_of_books, rows)

    def matched_of(
        self, entry_ids: Sequence[int]
    ) -> dict[tuple[int, int], tuple[int, dt.date]]:
        """Return by entry and bank account what is matched of it, and the last day."""
        query = (
            select(
                _match.c.entry_id,
                _line.c.bank_account_id,
                func.sum(_match.c.amount_cents).label("cents"),
                func.max(_line.c.booked_on).label("day"),
            )
            .join(_line, _line.c.id == _match.c.statement_line_id)
            .where(_match.c.entry_id.in_(entry_ids))
            .group_by(_match.c.entry_id, _line.c.bank_account_id)
        )
        rows = self._connection.execute(query)
        return {(row.entry_id, row.bank_account_id): (row.cents, row.day) for row in rows}

    def nets_of(self, entry_ids: Sequence[int]) -> Iterator[tuple[Place, int, list[int]]]:
        """Yield what entries move on each bank, and their lines there."""
        query = (
            select(
                _of_books.c.id,
                _of_books.c.entry_id,
                _bank.c.id.label("bank_account_id"),
                (_of_books.c.debit_cents - _of_books.c.credit_cents).label("cents"),
            )
            .join(_bank, _bank.c.account_id == _of_books.c.account_id)
            .where(_of_books.c.entry_id.in_(entry_ids))
            .order_by(_of_books.c.id)
        )
        nets: dict[tuple[int, int], int] = {}
        lines: dict[tuple[int, int], list[int]] = {}
        for row in self._connection.execute(query):
            key = row.entry_id, row.bank_account_id
            nets[key] = nets.get(key, 0) + row.cents
            lines.setdefault(key, []).append(row.id)
        for key, net in nets.items():
            yield key, net, lines[key]
