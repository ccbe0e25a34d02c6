"""Read what rests on what an operation recorded: receipts, entries, matches, later files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, func, or_, select

from coopdesk.storage.columns import table_of
from coopdesk.storage.match_following import MATCHED_COLUMNS
from coopdesk.storage.tables import (
    DonationRow,
    EntryRow,
    EventRegistrationRow,
    ImportedRowRow,
    ImportRunRow,
    OperationChangeRow,
    PaymentRow,
    StatementLineRow,
    StatementMatchRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy import Connection, Select, Table

_change = table_of(OperationChangeRow)
_donation = table_of(DonationRow)
_entry = table_of(EntryRow)
_imported = table_of(ImportedRowRow)
_gift = table_of(TaxReceiptGiftRow)
_line = table_of(StatementLineRow)
_match = table_of(StatementMatchRow)
_payment = table_of(PaymentRow)
_receipt = table_of(TaxReceiptRow)
_registered = table_of(EventRegistrationRow)
_run = table_of(ImportRunRow)


class MatchedLine(NamedTuple):
    """A line of a statement that is matched."""

    id: int
    label: str
    booked_on: dt.date


class UndoReviewStore:
    """What stands in the way of taking operations back, of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def run_of(self, operation_id: int) -> int | None:
        """Return the import that an operation made and that is in force, None without one."""
        query = select(_run.c.id).where(_run.c.id.in_(_inserted(operation_id, _run)))
        return self._connection.execute(query).scalar()

    def receipts(self, operation_id: int) -> list[tuple[int, str]]:
        """Return the receipts, voided ones too, of gifts that an operation recorded."""
        query = (
            select(_receipt.c.id, _receipt.c.number_text)
            .join(_gift, _gift.c.receipt_id == _receipt.c.id)
            .where(_gift.c.donation_id.in_(_inserted(operation_id, _donation)))
            .distinct()
            .order_by(_receipt.c.id)
        )
        return [(key, text) for key, text in self._connection.execute(query)]

    def entries(self, operation_id: int) -> list[tuple[int, str]]:
        """Return the validated entries that an operation recorded or that rest on its money.

        An entry keeps no key to its payment on purpose, so the schema would not refuse. One
        that was validated before an amount changed says what it was before.
        """
        since = select(_change.c.row_id).where(
            _change.c.operation_id > operation_id, _change.c.table_name == _entry.name
        )
        paid = or_(
            _entry.c.payment_id.in_(_inserted(operation_id, _payment)),
            and_(
                _entry.c.payment_id.in_(_payments_changed(operation_id)),
                _entry.c.id.in_(since),
            ),
            _entry.c.donation_id.in_(_inserted(operation_id, _donation)),
            _entry.c.id.in_(_inserted(operation_id, _entry)),
        )
        reversing = _entry.alias("reversing")
        taken_back = select(reversing.c.id).where(
            reversing.c.reverses_id == _entry.c.id, reversing.c.state == "validated"
        )
        query = (
            select(_entry.c.id, _entry.c.label)
            .where(paid, _entry.c.state == "validated", ~taken_back.exists())
            .order_by(_entry.c.id)
        )
        return [(key, text) for key, text in self._connection.execute(query)]

    def matched_lines(self, operation_id: int) -> list[MatchedLine]:
        """Return the lines that rest on what an operation did, since then or all along.

        It recorded the line that is matched, or what that is matched with; it changed the
        money of a payment that was matched since; or it took a match off, and its line was
        matched with something else or set aside.
        """
        since = select(_change.c.row_id).where(
            _change.c.operation_id > operation_id,
            _change.c.table_name == _match.name,
            _change.c.kind == "insert",
        )
        parted = _line.c.id.in_(_lines_parted(operation_id))
        rests = or_(
            parted,
            _line.c.id.in_(_inserted(operation_id, _line)),
            _match.c.payment_id.in_(_inserted(operation_id, _payment)),
            _match.c.entry_id.in_(_inserted(operation_id, _entry)),
            and_(
                _match.c.payment_id.in_(_payments_changed(operation_id, MATCHED_COLUMNS)),
                _match.c.id.in_(since),
            ),
        )
        query = (
            select(_line.c.id, _line.c.label, _line.c.booked_on)
            .outerjoin(_match, _match.c.statement_line_id == _line.c.id)
            .where(or_(and_(_match.c.id.is_not(None), rests), and_(_line.c.set_aside, parted)))
            .distinct()
            .order_by(_line.c.booked_on, _line.c.id)
        )
        return [MatchedLine._make(row) for row in self._connection.execute(query)]

    def later_imports(self, operation_id: int) -> list[tuple[int, str]]:
        """Return the files, newest first, that tell lines again which an operation recorded."""
        query = (
            select(_run.c.id, _run.c.file_name)
            .join(_imported, _imported.c.run_id == _run.c.id)
            .where(
                _imported.c.statement_line_id.in_(_inserted(operation_id, _line)),
                _run.c.id.not_in(_inserted(operation_id, _run)),
            )
            .distinct()
            .order_by(_run.c.id.desc())
        )
        return [(key, name) for key, name in self._connection.execute(query)]

    def events_waited_for(self) -> list[int]:
        """Return the events at which somebody waits for a place."""
        query = select(_registered.c.event_id).where(_registered.c.state == "waiting")
        return sorted(self._connection.execute(query.distinct()).scalars())


def _inserted(operation_id: int, table: Table) -> Select[tuple[int]]:
    return select(_change.c.row_id).where(
        _change.c.operation_id == operation_id,
        _change.c.table_name == table.name,
        _change.c.kind == "insert",
    )


def _payments_changed(
    operation_id: int, columns: Iterable[str] = ("amount_cents",)
) -> Select[tuple[int]]:
    """Select the payments of which an operation changed columns, as the journal has them."""
    return select(_change.c.row_id).where(
        _change.c.operation_id == operation_id,
        _change.c.table_name == _payment.name,
        _change.c.kind == "update",
        or_(*(_change.c.before.like(f'%"{name}"%') for name in sorted(columns))),
    )


def _lines_parted(operation_id: int) -> Select[tuple[int]]:
    """Select the lines of which an operation took a match off, as the journal has them."""
    return select(func.json_extract(_change.c.before, "$.statement_line_id")).where(
        _change.c.operation_id == operation_id,
        _change.c.table_name == _match.name,
        _change.c.kind == "delete",
    )
