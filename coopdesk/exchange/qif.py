"""Reads QIF bank statements: their days in either order, their commas of either kind."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from coopdesk.domain.bank_accounts import account_identity
from coopdesk.domain.bank_statements import ReadStatement
from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import Money, total
from coopdesk.domain.text import fold
from coopdesk.exchange.qif_days import order_of_days, qif_day
from coopdesk.exchange.qif_records import looks_like_sections, part_accounts
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS
from coopdesk.exchange.statement_cells import joined_label, reference, statement_amount
from coopdesk.exchange.statement_rows import StatementRows, Told
from coopdesk.exchange.statement_text import head_text, statement_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from coopdesk.domain.bank_statements import DayOrder, ReadBankFile, ReadLine
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.qif_records import QifAccount, QifRecord

# Twenty lines for each operation that may be read.
_LINE_LIMIT = 20 * MAXIMUM_ROWS
# What an operation cannot be without, so that a person can fill it in.
_NEEDED = ("D", "T", "P")
_OPENINGS = frozenset({"opening balance", "solde initial", "solde d ouverture"})
# No day and no amount is longer.
_SHORT = 60
_DECIMALS = re.compile(r"([.,])\d\d?\s*$")
_GROUPED = re.compile(r"\s*[+-]?\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+)\s*")


def looks_like_qif(data: bytes) -> bool:
    """Tell whether a file begins with a section of QIF."""
    return looks_like_sections(head_text(data))


def read_qif(
    content: FileContent,
    corrections: Mapping[int, Mapping[str, str]] | None = None,
    day_order: DayOrder | None = None,
) -> ReadBankFile:
    """Read every account of a QIF file.

    A day above 12 decides the order of all; ``day_order`` decides where none does. Without
    either ``day_samples`` are to be shown, and days read with the day first.

    Raises:
        RuleError: ``file.too_many_rows``, ``statement.none``, ``file.…encoding``.
    """
    text, warnings = statement_text(content.data)
    many = text.count("\n") > _LINE_LIMIT
    accounts = part_accounts("" if many else text)
    if many or sum(len(one.records) for one in accounts) > MAXIMUM_ROWS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    if not accounts:
        raise RuleError("statement.none")
    days = order_of_days((text[:_SHORT] for text in _texts(accounts, "D")), day_order)
    rows = StatementRows(corrections or {})
    reader = _Reader(rows, partial(qif_day, order=days.order), _amounts_of(accounts))
    statements = [reader.statement(one) for one in accounts]
    if any(record.is_cut for one in accounts for record in one.records):
        warnings = (*warnings, Problem(0, "statement.cut_short"))
    if not any(one.records for one in accounts):
        warnings = (*warnings, Problem(0, "file.no_rows"))
    read = rows.read_file(content, FileFormat.QIF, statements, warnings)
    return replace(read, day_samples=days.samples)


def _texts(accounts: Iterable[QifAccount], letter: str) -> Iterator[str]:
    return (
        record.values[letter]
        for account in accounts
        for record in account.records
        if letter in record.values
    )


def _amounts_of(accounts: Sequence[QifAccount]) -> Callable[[str], Money]:
    """Return how amounts are read: the first with decimals tells their mark, else a point."""
    found = (_DECIMALS.search(text[-_SHORT:]) for text in _texts(accounts, "T"))
    mark = next((one[1] for one in found if one), ".")
    return partial(qif_amount, mark=mark)


def qif_amount(text: str, mark: str) -> Money:
    """Read an amount; ``1,000`` is a thousand unless the comma is the mark of decimals.

    Raises:
        RuleError: ``amount.unreadable``, ``amount.too_large``.
    """
    if not _GROUPED.fullmatch(text):
        return statement_amount(text)
    other = "," if "," in text else "."
    if other == mark and text.count(other) == 1:
        raise RuleError("amount.unreadable", text=text[:40])
    return statement_amount(text.replace(other, ""))


class _Reader:
    """Reads the operations of the accounts of one file."""

    def __init__(
        self,
        rows: StatementRows,
        day: Callable[[str], dt.date],
        amount: Callable[[str], Money],
    ) -> None:
        self._rows = rows
        self._day = day
        self._amount = amount

    def statement(self, account: QifAccount) -> ReadStatement:
        """Read one account; a first record that opens it tells its balance before."""
        opening = self._opening(account.records)
        records = account.records[1:] if opening else account.records
        lines = [self._operation(record) for record in records]
        return ReadStatement(
            lines=tuple(line for line in lines if line is not None),
            identity=account_identity(account.name),
            opening=opening.amount if opening else None,
            opening_on=opening.booked_on if opening else None,
        )

    def _opening(self, records: Sequence[QifRecord]) -> ReadLine | None:
        if not records or fold(records[0].values.get("P", "")) not in _OPENINGS:
            return None
        return self._operation(records[0])

    def _operation(self, record: QifRecord) -> ReadLine | None:
        rows = self._rows
        rows.start(record.line, dict.fromkeys(_NEEDED, "") | record.values)
        if record.is_cut:
            rows.refuse("row.cut_short")
        amount = self._total(record)
        number = reference(rows.text("N"))
        return rows.finish(
            rows.booked_on(self._day, "D"),
            amount,
            joined_label(rows.text(letter) for letter in ("P", "M")),
            Told(cheque=number if number.isdigit() else ""),
        )

    def _total(self, record: QifRecord) -> Money | None:
        """Return what the operation moved; its parts only tell where the whole is not told."""
        rows = self._rows
        parts = [f"${rank}" for rank in range(1, record.parts["$"] + 1)]
        column = "T" if rows.raw["T"].strip() or "U" not in rows.raw else "U"
        if not rows.raw[column].strip() and parts:
            return self._sum(parts)
        amount = rows.amount(column, self._amount)
        if amount is not None and parts and self._sum(parts) != amount:
            rows.warn("statement.splits_do_not_add_up")
        return amount

    def _sum(self, parts: Sequence[str]) -> Money | None:
        amounts = [self._rows.amount(part, self._amount) for part in parts]
        return total(one for one in amounts if one is not None)
