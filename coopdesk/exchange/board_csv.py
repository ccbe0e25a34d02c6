"""The sheets of the board's workbook as CSV files that French spreadsheets open at once."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Self, TypeAlias

from coopdesk.domain.budgets import compared
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.exchange.contact_csv import csv_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from coopdesk.domain.board_accounts import BoardAccounts, BoardLine
    from coopdesk.domain.financial_statements import FinancialStatement

Cell: TypeAlias = "str | dt.date | Money | int | None"

_BOM = "\ufeff"
# Bytes that stay in memory, and rows of an account that are put aside together.
_IN_MEMORY, _TOGETHER = 1 << 20, 64


def board_tables(accounts: BoardAccounts) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield the name of each file and its content in blocks, to be read one after the other.

    Semicolons, UTF-8 with its mark, decimal commas; no text that reads as a formula.
    """
    kinds = (
        (_("income-statement"), StatementKind.RESULT),
        (_("balance-sheet"), StatementKind.BALANCE_SHEET),
        (_("volunteers-contributions"), StatementKind.VOLUNTEERING),
    )
    for name, kind in kinds:
        yield name, _blocks(_statement_rows(accounts.statement(kind)))
    yield _("budget"), _blocks(_budget_rows(accounts))
    yield _("trial-balance"), _blocks(_balance_rows(accounts))
    with _LedgerRows() as kept:
        yield _("journal"), _blocks(_journal_rows(accounts, kept))
        yield _("general-ledger"), _ledger_blocks(accounts, kept)


class _LedgerRows:
    """Rows by account, put aside in a file without a name however many they are."""

    def __init__(self) -> None:
        # Closed when the block ends.
        self._file: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        self._waiting: defaultdict[str, list[bytes]] = defaultdict(list)
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.close()

    def add(self, account: str, row: bytes) -> None:
        """Put a row of an account aside."""
        waiting = self._waiting[account]
        waiting.append(row)
        if len(waiting) >= _TOGETHER:
            block = b"".join(waiting)
            waiting.clear()
            self._places[account].append((self._file.seek(0, io.SEEK_END), len(block)))
            self._file.write(block)

    def of(self, account: str) -> Iterator[bytes]:
        """Yield the rows of an account in their order."""
        for start, size in self._places[account]:
            self._file.seek(start)
            yield self._file.read(size)
        yield b"".join(self._waiting[account])


def _encoder() -> Callable[[Sequence[Cell]], bytes]:
    """Return what writes a row."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")

    def encoded(row: Sequence[Cell]) -> bytes:
        stream.seek(0)
        stream.truncate()
        writer.writerow([csv_text(value) for value in row])
        return stream.getvalue().encode()

    return encoded


def _blocks(rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    yield _BOM.encode()
    encoded = _encoder()
    for row in rows:
        yield encoded(row)


def _statement_rows(found: FinancialStatement) -> Iterator[Sequence[Cell]]:
    """Yield what the sheet of the workbook says: assets lose value, the rest is planned."""
    if found.kind is StatementKind.BALANCE_SHEET:
        amounts = (_("Gross"), _("Depreciation"), _("Amount"), _("Year before"))
        yield _("Line"), _("Title"), *amounts
        for line in found.lines:
            owned = (line.gross, line.deductions, line.amount, line.previous)
            yield line.code, line.label, *owned
        return
    yield _("Line"), _("Title"), _("Amount"), _("Year before"), _("Budget")
    for line in found.lines:
        yield line.code, line.label, line.amount, line.previous, line.budget


def _budget_rows(accounts: BoardAccounts) -> Iterator[Sequence[Cell]]:
    yield _("Account"), _("Account label"), _("Budget"), _("Actual"), _("Gap")
    rows = accounts.balance.rows
    planned = accounts.budget.planned if accounts.budget else {}
    labels = dict(accounts.budget.labels) if accounts.budget else {}
    labels |= {row.number: row.label for row in rows}
    for one in compared(planned, {row.number: row.closing for row in rows}, labels):
        yield one.account, one.label, one.budget, one.actual, one.actual - one.budget


def _balance_rows(accounts: BoardAccounts) -> Iterator[Sequence[Cell]]:
    yield (
        _("Account"),
        _("Account label"),
        _("Opening"),
        _("Debit"),
        _("Credit"),
        _("Debit balance"),
        _("Credit balance"),
        _("Year before"),
    )
    for row in sorted(accounts.balance.rows, key=lambda row: row.number):
        yield (
            row.number,
            row.label,
            row.opening,
            row.debit,
            row.credit,
            row.closing_debit,
            row.closing_credit,
            row.previous,
        )


def _journal_rows(accounts: BoardAccounts, kept: _LedgerRows) -> Iterator[Sequence[Cell]]:
    """Yield every line, and keep it for the ledger."""
    yield _line_titles()
    axes = {found.activity_id: found.name for found in accounts.activities}
    held: defaultdict[str, Money] = defaultdict(lambda: ZERO)
    encoded = _encoder()
    for line in accounts.lines.lines:
        cells = _line_cells(line, axes)
        held[line.account] += line.debit - line.credit
        kept.add(line.account, encoded((*cells, held[line.account])))
        yield cells


def _ledger_blocks(accounts: BoardAccounts, kept: _LedgerRows) -> Iterator[bytes]:
    yield from _blocks([(*_line_titles(), _("Balance"))])
    for row in sorted(accounts.balance.rows, key=lambda row: row.number):
        yield from kept.of(row.number)


def _line_titles() -> tuple[str, ...]:
    return (
        _("Date"),
        _("Journal"),
        _("No."),
        _("Voucher reference"),
        _("Account"),
        _("Label"),
        _("Third party"),
        _("Activity"),
        _("Matching"),
        _("Debit"),
        _("Credit"),
    )


def _line_cells(line: BoardLine, axes: dict[int | None, str]) -> tuple[Cell, ...]:
    activity = line.activity_id
    return (
        line.entry_on,
        line.journal,
        line.number if line.number is not None else _("draft"),
        line.voucher_ref,
        line.account,
        line.label,
        line.contact,
        axes.get(activity, "") if activity else "",
        line.matching,
        line.debit,
        line.credit,
    )
