"""What is said of lines beside the legal books: matching, reconciling, activities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, union_all

from coopdesk.domain.entry_matching import MarkedLine, next_letters
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import AccountRow, EntryLineRow, FiscalYearRow, OperationRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_account = table_of(AccountRow)
_line = table_of(EntryLineRow)
_operation = table_of(OperationRow)
_year = table_of(FiscalYearRow)


class EntryMarks:
    """The marks on lines of one unit of work; validated lines take them as well."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def lines(self, ids: Sequence[int]) -> list[MarkedLine]:
        """Return what marks need to know of lines, in the order of the ids.

        Raises:
            NotFoundError: ``entry.line_missing``.
        """
        found = {}
        for batch in in_batches(ids):
            query = (
                select(
                    _line.c.id,
                    _account.c.id.label("account_id"),
                    _account.c.number,
                    _line.c.debit_cents,
                    _line.c.credit_cents,
                    _line.c.matching,
                    _year.c.state,
                    _year.c.label,
                )
                .join(_account, _account.c.id == _line.c.account_id)
                .join(_year, _year.c.id == _line.c.fiscal_year_id)
                .where(_line.c.id.in_(batch))
            )
            for row in self._connection.execute(query):
                signed = Money(row.debit_cents - row.credit_cents)
                found[row.id] = MarkedLine(
                    row.id,
                    row.account_id,
                    row.number,
                    signed,
                    row.matching,
                    "" if row.state == "open" else row.label,
                )
        for key in ids:
            if key not in found:
                raise NotFoundError("entry.line_missing", id=key)
        return [found[key] for key in ids]

    def next_letters(self, account_id: int) -> str:
        """Return the letters for the next matching of an account: A … Z, AA ….

        Letters that were taken off are not given again: undoing may bring them back.
        """
        standing = select(_line.c.matching.label("letters")).where(
            _line.c.account_id == account_id, _line.c.matching != ""
        )
        number = select(_account.c.number).where(_account.c.id == account_id)
        said = _operation.c.label_values
        given = select(func.json_extract(said, "$.letters")).where(
            _operation.c.label == "entry.matched",
            func.json_extract(said, "$.number") == number.scalar_subquery(),
        )
        every = union_all(standing, given).subquery().c.letters
        query = select(every).order_by(func.length(every).desc(), every.desc()).limit(1)
        return next_letters(self._connection.execute(query).scalar() or "")

    def matched_with(self, ids: Sequence[int]) -> list[int]:
        """Return the lines that bear the same letters on the same account, these included."""
        mine = _line.alias("mine")
        same = (mine.c.account_id == _line.c.account_id) & (mine.c.matching == _line.c.matching)
        query = select(_line.c.id).join(mine, same).distinct()
        found: dict[int, None] = {}
        for batch in in_batches(ids):
            wanted = query.where(mine.c.id.in_(batch), mine.c.matching != "")
            found |= dict.fromkeys(self._connection.execute(wanted).scalars())
        return list(found)

    def put_matching(self, ids: Sequence[int], letters: str, day: dt.date | None) -> int:
        """Put letters on lines, or take them off with an empty text; return how many."""
        return self._put(ids, {"matching": letters, "matched_on": day})

    def reconcile(self, ids: Sequence[int], day: dt.date | None) -> int:
        """Say on which day the bank showed lines, None for not yet; return how many changed."""
        return self._put(ids, {"reconciled_on": day})

    def set_activity(self, ids: Sequence[int], activity_id: int | None) -> int:
        """Say what lines were for; return how many changed."""
        return self._put(ids, {"activity_id": activity_id})

    def _put(self, ids: Sequence[int], values: dict[str, Any]) -> int:
        rows = {key: dict(values) for key in ids}
        return self._recorder.update_many(_line, rows) if rows else 0
