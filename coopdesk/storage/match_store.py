"""Write what lines of bank statements are matched with, and follow it in the books."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from coopdesk.domain.bank_matching import MadeBy, Reason, ReasonCode
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AccountRow,
    BankAccountRow,
    EntryLineRow,
    EntryRow,
    StatementLineRow,
    StatementMatchRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_bank = table_of(BankAccountRow)
_entry = table_of(EntryRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_of_books = table_of(EntryLineRow)

_BATCH = 400


class NewMatch(NamedTuple):
    """A match to be kept: of an entry or of a payment, in cents with the sign of the line."""

    line_id: int
    cents: int
    entry_id: int | None = None
    payment_id: int | None = None
    made_by: MadeBy = MadeBy.PERSON
    score: int = 0
    reasons: tuple[Reason, ...] = ()


class KeptMatch(NamedTuple):
    """A match as it is kept."""

    id: int
    line_id: int
    entry_id: int | None
    payment_id: int | None
    cents: int
    made_by: MadeBy
    score: int
    reasons: tuple[Reason, ...]


class MatchStore:
    """The matches of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, matches: Sequence[NewMatch]) -> None:
        """Keep matches, and mark the lines of entries that are settled as seen at the bank.

        What a line and a target already share grows.
        """
        known = {
            (one.line_id, one.entry_id, one.payment_id): one
            for one in self.of_lines([x.line_id for x in matches])
        }
        new = []
        for match in matches:
            same = known.get((match.line_id, match.entry_id, match.payment_id))
            if same is None:
                new.append(_values(match))
            else:
                cents = same.cents + match.cents
                self._recorder.update(_match, same.id, {"amount_cents": cents})
        self._recorder.insert_many(_match, new)
        self.mark({x.entry_id for x in matches if x.entry_id is not None})

    def of_lines(self, line_ids: Sequence[int]) -> list[KeptMatch]:
        """Return the matches of lines, in the order in which they were made."""
        found = []
        for batch in _batches(line_ids):
            query = select(_match).where(_match.c.statement_line_id.in_(batch))
            found += [
                KeptMatch(
                    row.id,
                    row.statement_line_id,
                    row.entry_id,
                    row.payment_id,
                    row.amount_cents,
                    MadeBy(row.made_by),
                    row.score,
                    decoded(row.reasons),
                )
                for row in self._connection.execute(query.order_by(_match.c.id))
            ]
        return found

    def remove(self, matches: Sequence[KeptMatch]) -> None:
        """Take matches off; the lines of their entries are no longer seen at the bank."""
        for batch in _batches([one.id for one in matches]):
            self._recorder.delete_many(_match, batch)
        self.mark({one.entry_id for one in matches if one.entry_id is not None})

    def mark(self, entry_ids: Iterable[int]) -> None:
        """Say of entries on which day the bank showed them: once all of them is matched.

        Their lines on accounts of banks alone; those of an entry on two banks apart.
        """
        for batch in _batches(sorted(entry_ids)):
            matched = self._matched(batch)
            for key, net, lines in self._nets(batch):
                cents, day = matched.get(key, (0, None))
                seen = day if cents == net else None
                rows = {line: {"reconciled_on": seen} for line in lines}
                self._recorder.update_many(_of_books, rows)

    def _matched(self, entry_ids: Sequence[int]) -> dict[tuple[int, int], tuple[int, dt.date]]:
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

    def _nets(
        self, entry_ids: Sequence[int]
    ) -> Iterator[tuple[tuple[int, int], int, list[int]]]:
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

    def of_payments(self, payment_ids: Sequence[int]) -> dict[int, str]:
        """Return the account of the bank by payment, of those that its lines are matched with.

        Their entries are to move money there, whatever the rule for their mode says.
        """
        found: dict[int, str] = {}
        for batch in _batches(payment_ids):
            query = (
                select(_match.c.payment_id, _account.c.number)
                .join(_line, _line.c.id == _match.c.statement_line_id)
                .join(_bank, _bank.c.id == _line.c.bank_account_id)
                .join(_account, _account.c.id == _bank.c.account_id)
                .where(_match.c.payment_id.in_(batch))
            )
            found |= dict(map(tuple, self._connection.execute(query)))
        return found

    def hand_over(self, payment_ids: Sequence[int]) -> int:
        """Let the entries of payments take their place in matches; return how many did.

        A payment whose entry does not move the bank's account keeps its match.
        """
        handed = 0
        for batch in _batches(payment_ids):
            wanted = (
                select(_match.c.id, _entry.c.id.label("entry_id"))
                .join(_line, _line.c.id == _match.c.statement_line_id)
                .join(_bank, _bank.c.id == _line.c.bank_account_id)
                .join(_entry, _entry.c.payment_id == _match.c.payment_id)
                .join(
                    _of_books,
                    (_of_books.c.entry_id == _entry.c.id)
                    & (_of_books.c.account_id == _bank.c.account_id),
                )
                .where(_match.c.payment_id.in_(batch), _entry.c.kind != "reversal")
                .order_by(_entry.c.id)
            )
            rows = {row.id: row.entry_id for row in self._connection.execute(wanted)}
            if rows:
                changes = {
                    key: {"entry_id": entry_id, "payment_id": None}
                    for key, entry_id in rows.items()
                }
                handed += self._recorder.update_many(_match, changes)
                self.mark(set(rows.values()))
        return handed


def drop_matches(
    connection: Connection,
    recorder: Recorder,
    *,
    entry_ids: Sequence[int] = (),
    payment_ids: Sequence[int] = (),
) -> None:
    """Take off the matches of what is about to be removed; undo brings them back."""
    for column, ids in ((_match.c.entry_id, entry_ids), (_match.c.payment_id, payment_ids)):
        for batch in _batches(ids):
            found = select(_match.c.id).where(column.in_(batch)).order_by(_match.c.id)
            recorder.delete_many(_match, list(connection.execute(found).scalars()))


def _values(match: NewMatch) -> dict[str, Any]:
    return {
        "statement_line_id": match.line_id,
        "entry_id": match.entry_id,
        "payment_id": match.payment_id,
        "amount_cents": match.cents,
        "made_by": match.made_by.value,
        "score": match.score,
        "reasons": encoded(match.reasons),
    }


def encoded(reasons: Sequence[Reason]) -> str:
    """Return reasons as they are kept."""
    if not reasons:
        return ""
    told = [
        [one.code.value, {name: _plain(value) for name, value in one.values.items()}]
        for one in reasons
    ]
    return json.dumps(told, ensure_ascii=False)


def _plain(value: object) -> object:
    if isinstance(value, Money):
        return value.cents
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, (PaymentMode, LineNature)) else value


_TYPES: dict[str, Any] = {
    "amount": Money,
    "first": dt.date.fromisoformat,
    "last": dt.date.fromisoformat,
    "mode": PaymentMode,
    "nature": LineNature,
}


def decoded(text: str) -> tuple[Reason, ...]:
    """Return reasons as they were kept."""
    if not text:
        return ()
    return tuple(
        Reason(
            ReasonCode(code),
            {name: _TYPES[name](x) if name in _TYPES else x for name, x in values.items()},
        )
        for code, values in json.loads(text)
    )


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]
