"""Reads CFONB 120 bank statements, with or without line ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.bank_accounts import account_identity
from coopdesk.domain.bank_statements import ReadStatement
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import Money
from coopdesk.exchange.cfonb_records import (
    COMPLEMENT,
    MOVEMENT,
    NEW_BALANCE,
    OLD_BALANCE,
    looks_like_records,
    overpunched,
    part_records,
    written_day,
)
from coopdesk.exchange.row_cells import CELL_LIMIT
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS, MAXIMUM_STATEMENTS
from coopdesk.exchange.statement_cells import joined_label, reference
from coopdesk.exchange.statement_rows import StatementRows, Told
from coopdesk.exchange.statement_text import head_text, statement_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.bank_statements import ReadBankFile, ReadLine
    from coopdesk.exchange.cfonb_records import Record
    from coopdesk.exchange.file_content import FileContent

# Texts of up to 35 characters; what follows says how often a debit comes, or who a number is.
_SHORT = 35
_MOST_COMPLEMENTS = 60
# Eight records for each operation that may be read.
_LINE_LIMIT = 8 * MAXIMUM_ROWS
_LABELS = ("label", "LIB", "LCC", "LC2", "more")


@dataclass(slots=True)
class _Open:
    """A statement that is being read: its first record, its operations, its last record."""

    first: Record
    lines: list[ReadLine] = field(default_factory=list)
    old: Record | None = None
    new: Record | None = None


def looks_like_cfonb(data: bytes) -> bool:
    """Tell whether a file begins with a record of 120 characters as CFONB writes them."""
    return looks_like_records(head_text(data))


def read_cfonb(
    content: FileContent, corrections: Mapping[int, Mapping[str, str]] | None = None
) -> ReadBankFile:
    """Read every statement of a CFONB file; one account may have one for each day.

    Raises:
        RuleError: ``file.too_many_rows``, ``statement.none``, ``file.…encoding``.
    """
    text, warnings = statement_text(content.data)
    many = text.count("\n") > _LINE_LIMIT
    records = part_records("" if many else text)
    if many or sum(one.kind == MOVEMENT for one in records.found) > MAXIMUM_ROWS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    reading = _Reading(StatementRows(corrections or {}))
    statements = reading.statements(records.found)
    if not statements:
        raise RuleError("statement.none")
    if records.rest or reading.is_open:
        warnings = (*warnings, Problem(0, "statement.cut_short"))
    return reading.rows.read_file(content, FileFormat.CFONB, statements, warnings)


class _Reading:
    """Goes through the records: a movement is finished when its complements are."""

    def __init__(self, rows: StatementRows) -> None:
        self.rows = rows
        self.is_open = False
        self._found: list[_Open] = []
        self._movement: Record | None = None
        self._complements: dict[str, str] = {}

    def statements(self, records: Sequence[Record]) -> list[ReadStatement]:
        """Read all records."""
        for record in records:
            if record.kind == COMPLEMENT and self._movement is not None:
                self._add(record)
                continue
            self._finish()
            self._take(record)
        self._finish()
        return [self._statement(one) for one in self._found]

    def _take(self, record: Record) -> None:
        if record.kind == OLD_BALANCE:
            self._begin(record).old = record
        elif record.kind == MOVEMENT:
            if not self.is_open:
                self._begin(record)
            self._movement = record
        elif record.kind == NEW_BALANCE:
            if not self.is_open:
                self._begin(record)
            self._found[-1].new = record
            self.is_open = False
        else:
            self.rows.start(record.line, {"record": record.text.rstrip()})
            self.rows.refuse("statement.stray_record")

    def _begin(self, record: Record) -> _Open:
        if len(self._found) >= MAXIMUM_STATEMENTS:
            raise RuleError("file.too_many_rows", limit=MAXIMUM_STATEMENTS)
        self._found.append(_Open(record))
        self.is_open = True
        return self._found[-1]

    def _add(self, record: Record) -> None:
        """Keep a complement by its qualifier; without one it is more of the label."""
        qualifier = record.text[45:48]
        is_qualified = qualifier.isalnum() and qualifier.isupper()
        name = qualifier if is_qualified else "more"
        text = record.text[48:118] if is_qualified else record.text[45:118]
        before = self._complements.get(name, "")
        if len(before) <= CELL_LIMIT and len(self._complements) < _MOST_COMPLEMENTS:
            self._complements[name] = f"{before} {text.strip()}".strip()

    def _finish(self) -> None:
        if self._movement is None:
            return
        line = self._operation(self._movement, self._complements)
        if line is not None:
            self._found[-1].lines.append(line)
        self._movement, self._complements = None, {}

    def _operation(self, record: Record, complements: Mapping[str, str]) -> ReadLine | None:
        raw = {
            "date": record.day,
            "value_date": record.text[42:48],
            "label": record.text[48:79].strip(),
            "amount": _shown_amount(record),
            "code": record.text[32:34].strip(),
            "number": record.text[81:88].strip(),
            "reference": record.text[104:120].strip(),
            **complements,
        }
        rows = self.rows
        rows.start(record.line, raw)
        amount = rows.amount("amount")
        is_in = amount is not None and amount > Money(0)
        return rows.finish(
            rows.booked_on(written_day, "date"),
            amount,
            joined_label(rows.text(name) for name in _LABELS),
            Told(
                value_on=rows.day(written_day, "value_date"),
                counterparty=rows.text("NPY" if is_in else "NBE"),
                bank_ref=reference(rows.text("reference")),
                payment_ref=self._first("RCN", "RUM"),
                cheque=reference(rows.text("number")).lstrip("0"),
            ),
        )

    def _first(self, *qualifiers: str) -> str:
        """Return the first reference of some complements that is filled."""
        told = (reference(self.rows.raw.get(name, "")[:_SHORT]) for name in qualifiers)
        return next(filter(None, told), "")

    def _statement(self, found: _Open) -> ReadStatement:
        first = found.first
        opening, opening_on = self._balance(found.old)
        closing, closing_on = self._balance(found.new)
        return ReadStatement(
            lines=tuple(found.lines),
            identity=account_identity(first.account, first.bank, first.branch),
            currency=first.currency or "EUR",
            opening=opening,
            opening_on=opening_on,
            closing=closing,
            closing_on=closing_on,
        )

    def _balance(self, record: Record | None) -> tuple[Money | None, dt.date | None]:
        if record is None:
            return None, None
        amount = self.rows.balance(_shown_amount(record), record.line)
        try:
            return amount, written_day(record.day)
        except RuleError:
            return amount, None


def _shown_amount(record: Record) -> str:
    """Return an amount as a person reads it; as written when it cannot be understood."""
    try:
        amount = overpunched(record.amount, record.decimals)
    except RuleError:
        return record.amount.strip()
    euros, cents = divmod(abs(amount.cents), 100)
    return f"{'-' if amount.cents < 0 else ''}{euros},{cents:02}"
