"""Keep matches true to the books: entries of payments that come, change, go or are reversed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.match_store import MatchStore
from coopdesk.storage.tables import (
    AccountRow,
    BankAccountRow,
    EntryLineRow,
    EntryRow,
    PaymentRow,
    StatementLineRow,
    StatementMatchRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_bank = table_of(BankAccountRow)
_entry = table_of(EntryRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_of_books = table_of(EntryLineRow)
_payment = table_of(PaymentRow)

# What a line of the bank that is matched with a payment rests on.
MATCHED_COLUMNS = frozenset({"amount_cents", "fee_cents", "direction", "state"})


class MatchFollowing(MatchStore):
    """The matches of one unit of work, as entries and payments change."""

    def of_payments(self, payment_ids: Sequence[int]) -> dict[int, str]:
        """Return the account of the bank by payment, of those that its lines are matched with.

        Their entries are to move money there, whatever the rule for their mode says.
        """
        paid = func.coalesce(_match.c.payment_id, _entry.c.payment_id)
        moved = select(_of_books.c.id).where(
            _of_books.c.entry_id == _match.c.entry_id,
            _of_books.c.account_id == _bank.c.account_id,
        )
        is_its_money = or_(_match.c.payment_id.is_not(None), moved.exists())
        found: dict[int, str] = {}
        for batch in in_batches(payment_ids):
            query = (
                select(paid, _account.c.number)
                .join(_line, _line.c.id == _match.c.statement_line_id)
                .join(_bank, _bank.c.id == _line.c.bank_account_id)
                .join(_account, _account.c.id == _bank.c.account_id)
                .outerjoin(_entry, _entry.c.id == _match.c.entry_id)
                .where(paid.in_(batch), is_its_money)
            )
            found |= dict(map(tuple, self._connection.execute(query)))
        return found

    def entries_of(self, payment_ids: Sequence[int]) -> dict[int, int]:
        """Return the entry that stands for each payment, if one does."""
        found: dict[int, int] = {}
        reversing = _entry.alias("reversing")
        for batch in in_batches(payment_ids):
            query = (
                select(_entry.c.payment_id, _entry.c.id)
                .outerjoin(reversing, reversing.c.reverses_id == _entry.c.id)
                .where(
                    _entry.c.payment_id.in_(batch),
                    _entry.c.reverses_id.is_(None),
                    reversing.c.id.is_(None),
                )
                .order_by(_entry.c.id)
            )
            found |= dict(map(tuple, self._connection.execute(query)))
        return found

    def follow(self, entry_id: int) -> None:
        """Take off what no longer fits a draft that was changed: it moves less at the bank."""
        mine = select(_match.c.statement_line_id).where(_match.c.entry_id == entry_id)
        line_ids = list(self._connection.execute(mine).scalars())
        if not line_ids:
            return
        nets = {key: net for key, net, _lines in self.nets_of([entry_id])}
        fits = {
            bank_account_id
            for (_, bank_account_id), (cents, _day) in self.matched_of([entry_id]).items()
            if cents * _sign(nets.get((entry_id, bank_account_id), 0)) > 0
            and abs(cents) <= abs(nets[entry_id, bank_account_id])
        }
        kept = select(_line.c.id).where(
            _line.c.id.in_(line_ids), _line.c.bank_account_id.in_(fits)
        )
        standing = set(self._connection.execute(kept).scalars())
        gone = [x for x in self.of_lines(line_ids) if x.entry_id == entry_id]
        self.take_off([x.id for x in gone if x.line_id not in standing])
        self.mark({entry_id})

    def take_off(self, match_ids: Sequence[int]) -> None:
        """Take matches off; a line whose others no longer fit it alone loses them as well.

        A payout less a refund fits as a whole: without the refund it is more than the line.
        """
        query = select(_match.c.statement_line_id).distinct()
        line_ids: set[int] = set()
        for batch in in_batches(match_ids):
            found = self._connection.execute(query.where(_match.c.id.in_(batch)))
            line_ids.update(found.scalars())
            self._recorder.delete_many(_match, batch)
        for batch in in_batches(sorted(line_ids)):
            self._loosen(batch)

    def _loosen(self, line_ids: Sequence[int]) -> None:
        shown = func.sum(_match.c.amount_cents)
        query = (
            select(_line.c.id)
            .join(_match, _match.c.statement_line_id == _line.c.id)
            .where(_line.c.id.in_(line_ids))
            .group_by(_line.c.id)
            .having(
                or_(
                    shown * _line.c.amount_cents <= 0,
                    func.abs(shown) > func.abs(_line.c.amount_cents),
                )
            )
        )
        unfit = list(self._connection.execute(query).scalars())
        if unfit:
            self.remove(self.of_lines(unfit))

    def follow_payment(self, payment_id: int) -> None:
        """Take off what no longer fits a payment: it counts no more, or is less by now."""
        matches = select(_match.c.id, _match.c.amount_cents)
        rows = self._connection.execute(matches.where(_match.c.payment_id == payment_id)).all()
        if not rows:
            return
        query = select(_payment).where(_payment.c.id == payment_id)
        payment = self._connection.execute(query).one()
        sign = -1 if payment.direction == "out" else 1
        net = sign * payment.amount_cents - payment.fee_cents  # a fee goes out either way
        matched = sum(row.amount_cents for row in rows)
        counts = payment.state == "received" and matched * net > 0
        if not counts or abs(matched) > abs(net):
            self.take_off([row.id for row in rows])

    def replaced(self, pairs: Mapping[int, int | None]) -> None:
        """Let new entries take the place of reversed ones in matches, where they move as much.

        Otherwise their lines are open again. What was reversed and its reversal settle each
        other: both count as seen.
        """
        for old, new in pairs.items():
            mine = select(_match.c.id, _match.c.statement_line_id, _match.c.amount_cents)
            rows = self._connection.execute(mine.where(_match.c.entry_id == old)).all()
            if not rows:
                continue
            day = max(day for _cents, day in self.matched_of([old]).values())
            bank_nets = [
                {k[1]: net for k, net, _x in self.nets_of([x or 0])} for x in (old, new)
            ]
            if new is not None and bank_nets[0] == bank_nets[1]:
                moved = {row.id: {"entry_id": new} for row in rows}
                self._recorder.update_many(_match, moved)
                self.mark({new})
            else:
                self.take_off([row.id for row in rows])
            self._settle_each_other(old, day)

    def _settle_each_other(self, entry_id: int, day: dt.date) -> None:
        both = select(_entry.c.id).where(
            or_(_entry.c.id == entry_id, _entry.c.reverses_id == entry_id)
        )
        ids = list(self._connection.execute(both).scalars())
        seen = {line: {"reconciled_on": day} for _k, _n, x in self.nets_of(ids) for line in x}
        if seen:
            self._recorder.update_many(_of_books, seen)

    def hand_over(self, payment_ids: Sequence[int]) -> int:
        """Let the entries of payments take their place in matches; return how many did.

        A payment whose entry does not move the bank's account keeps its match.
        """
        handed = 0
        for batch in in_batches(payment_ids):
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
    matches = MatchFollowing(connection, recorder)
    for column, ids in ((_match.c.entry_id, entry_ids), (_match.c.payment_id, payment_ids)):
        for batch in in_batches(ids):
            found = select(_match.c.id).where(column.in_(batch)).order_by(_match.c.id)
            matches.take_off(list(connection.execute(found).scalars()))


def _sign(cents: int) -> int:
    return (cents > 0) - (cents < 0)
