"""Read what proves bank statements: their balances, and the lines in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, or_, select

from coopdesk.domain.bank_proofs import KnownLine, KnownStatement
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    BankStatementRow,
    ImportedRowRow,
    ImportRunRow,
    StatementLineRow,
    StatementMatchRow,
)

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row

    from coopdesk.domain.bank_proofs import DayMove

_imported = table_of(ImportedRowRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_run = table_of(ImportRunRow)
_statement = table_of(BankStatementRow)

_DOUBT = RowVerdict.DOUBTFUL.value


class BankProofStore:
    """What is known of the statements of one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def statements(self, bank_account_id: int) -> list[KnownStatement]:
        """Return the statements of an account, in the order of their import."""
        query = (
            select(_statement, _run.c.file_name, _run.c.file_format, _run.c.sha256)
            .join(_run, _run.c.id == _statement.c.run_id)
            .where(_statement.c.bank_account_id == bank_account_id)
            .order_by(_statement.c.id)
        )
        found = [_to_statement(row) for row in self._connection.execute(query)]
        at_end, doubles = self._told_at_end(bank_account_id), self._doubles(bank_account_id)
        return [
            one.with_edges(Money(at_end.get(one.id, 0)), doubles.get(one.run_id, ()))
            for one in found
        ]

    def _told_at_end(self, bank_account_id: int) -> dict[int, int]:
        """Return the cents of the recorded lines that each file told of its last day."""
        last_on = func.coalesce(_statement.c.last_on, _statement.c.closing_on)
        ends_on = case(
            (_statement.c.closing_on > last_on, _statement.c.closing_on), else_=last_on
        )
        brought_by = _statement.alias("brought_by")
        query = (
            select(_statement.c.id, func.sum(_line.c.amount_cents))
            .join(
                _line,
                and_(
                    _line.c.bank_account_id == _statement.c.bank_account_id,
                    _line.c.booked_on == ends_on,
                ),
            )
            .join(
                _imported,
                and_(
                    _imported.c.statement_line_id == _line.c.id,
                    # Not by the index of runs: each line has few rows, a run thousands.
                    _imported.c.run_id + 0 == _statement.c.run_id,
                ),
            )
            .join(brought_by, brought_by.c.id == _line.c.statement_id)
            .where(
                _statement.c.bank_account_id == bank_account_id,
                _imported.c.verdict != _DOUBT,
                # Of several statements in one file each has lines of its own.
                or_(
                    brought_by.c.id == _statement.c.id,
                    brought_by.c.run_id != _statement.c.run_id,
                ),
            )
            .group_by(_statement.c.id)
        )
        return dict(map(tuple, self._connection.execute(query)))

    def _doubles(self, bank_account_id: int) -> dict[int, list[DayMove]]:
        """Return the recorded lines that lines of files are taken for, by import and day."""
        runs = select(_statement.c.run_id).where(
            _statement.c.bank_account_id == bank_account_id
        )
        query = (
            select(_imported.c.run_id, _line.c.booked_on, _line.c.amount_cents)
            .join(_line, _line.c.id == _imported.c.statement_line_id)
            .where(
                _imported.c.run_id.in_(runs),
                _imported.c.verdict == _DOUBT,
                _line.c.bank_account_id == bank_account_id,
            )
            .order_by(_line.c.booked_on)
        )
        found: dict[int, list[DayMove]] = {}
        for run_id, day, cents in self._connection.execute(query):
            found.setdefault(run_id, []).append((day, cents))
        return found

    def lines(
        self, bank_account_id: int, days: tuple[dt.date, dt.date] | None = None
    ) -> list[KnownLine]:
        """Return the lines of an account, by day and id; of some days, both included.

        A line whose day was corrected is of the day that its file told as well.
        """
        query = (
            select(
                _line.c.id,
                _line.c.booked_on,
                _line.c.value_on,
                _line.c.amount_cents,
                _line.c.label,
                _line.c.content_key,
                _line.c.rank,
                _line.c.balance_cents,
                _run.c.file_format,
            )
            .select_from(
                _line.join(_statement, _statement.c.id == _line.c.statement_id).join(
                    _run, _run.c.id == _statement.c.run_id
                )
            )
            .where(_line.c.bank_account_id == bank_account_id)
            .order_by(_line.c.booked_on, _line.c.id)
        )
        if days is not None:
            first, last = days
            told = _line.c.content_key.between(first.isoformat(), f"{last.isoformat()}~")
            query = query.where(or_(_line.c.booked_on.between(first, last), told))
        return [KnownLine._make(row) for row in self._connection.execute(query)]

    def moves(self, bank_account_id: int) -> list[DayMove]:
        """Return the cents that the lines of an account moved, by day."""
        query = (
            select(_line.c.booked_on, func.sum(_line.c.amount_cents))
            .where(_line.c.bank_account_id == bank_account_id)
            .group_by(_line.c.booked_on)
        )
        return [(day, cents) for day, cents in self._connection.execute(query)]

    def counts(self) -> dict[int, tuple[int, int, dt.date | None]]:
        """Return by account how many lines it has, how many wait, and the last day."""
        matched = (
            select(_match.c.statement_line_id, func.sum(_match.c.amount_cents).label("matched"))
            .group_by(_match.c.statement_line_id)
            .subquery()
        )
        waits = and_(
            _line.c.set_aside.is_(False),
            func.coalesce(matched.c.matched, 0) != _line.c.amount_cents,
        )
        query = (
            select(
                _line.c.bank_account_id,
                func.count(),
                func.count().filter(waits),
                func.max(_line.c.booked_on),
            )
            .select_from(_line.outerjoin(matched, matched.c.statement_line_id == _line.c.id))
            .group_by(_line.c.bank_account_id)
        )
        rows = self._connection.execute(query)
        return {key: (count, waiting, last) for key, count, waiting, last in rows}


def _to_statement(row: Row[Any]) -> KnownStatement:
    return KnownStatement(
        id=row.id,
        run_id=row.run_id,
        file_name=row.file_name,
        sha256=row.sha256,
        file_format=FileFormat(row.file_format),
        reference=row.reference,
        line_count=row.line_count,
        moved=Money(row.moved_cents),
        first_on=row.first_on,
        last_on=row.last_on,
        opening=_money(row.opening_cents),
        opening_on=row.opening_on,
        closing=_money(row.closing_cents),
        closing_on=row.closing_on,
    )


def _money(cents: int | None) -> Money | None:
    return None if cents is None else Money(cents)
