"""Reads the transactions that Open Collective exports, in any columns, as payments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem, ReadFile
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.open_collective import payments_of, transaction_groups
from coopdesk.domain.payments import PaymentSource
from coopdesk.exchange.open_collective_layouts import TRANSACTION_LAYOUTS
from coopdesk.exchange.open_collective_rows import TransactionReader
from coopdesk.exchange.open_collective_words import open_collective_words
from coopdesk.exchange.row_cells import NO_CORRECTIONS, RowCells
from coopdesk.exchange.table_file import Table, header_of, table_of
from coopdesk.exchange.table_rows import read_table_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.imports import PaymentRow
    from coopdesk.domain.open_collective import Transaction, TransactionGroup
    from coopdesk.exchange.file_content import FileContent
    from coopdesk.exchange.row_cells import Corrections

_TAIL = 400
_TRUNCATED = re.compile(rb"Warning: totalCount is (\d{1,12}) and limit was (\d{1,12})\s*$")
_BROKEN = re.compile(rb"Error while fetching [a-z ]{1,60}\.?\s*$")
_NO_WORDS: frozenset[str] = frozenset()


def looks_like_open_collective(content: FileContent) -> bool:
    """Tell whether a file holds transactions of Open Collective, by its header."""
    try:
        return header_of(content, TRANSACTION_LAYOUTS) is not None
    except RuleError:
        return False


def refuse_truncated(content: FileContent) -> None:
    """Refuse an export that says in its last line that it is not whole.

    Raises:
        RuleError: ``collective.truncated`` with what there is and what came,
        ``collective.broken_off``.
    """
    tail = content.data[-_TAIL:]
    truncated = _TRUNCATED.search(tail)
    if truncated:
        whole, limit = (int(number) for number in truncated.groups())
        raise RuleError("collective.truncated", count=whole, limit=limit)
    if _BROKEN.search(tail):
        raise RuleError("collective.broken_off")


def read_open_collective(
    content: FileContent, corrections: Corrections = NO_CORRECTIONS
) -> ReadFile:
    """Read an export of transactions: each group of rows becomes the payments that it is.

    The line of a payment is that of its operation; its fees stand on others.

    Raises:
        RuleError: ``collective.truncated``, ``collective.broken_off``; ``file.…``,
        it cannot be imported as a whole, and why.
    """
    refuse_truncated(content)
    table = table_of(content, TRANSACTION_LAYOUTS)
    cells = RowCells(table.header, _NO_WORDS)
    found, refused = _transactions(table, cells, corrections)
    rows, problems = _payments(transaction_groups(found))
    refused |= {one.line: raw for one, raw in problems}
    return ReadFile(
        name=table.name,
        sha256=table.sha256,
        file_format=FileFormat.OPEN_COLLECTIVE,
        rows=tuple(sorted(rows, key=lambda row: row.line)),
        problems=(*cells.problems, *(one for one, _raw in problems)),
        warnings=(*table.warnings, *_warnings(table), *cells.warnings),
        line_count=len(table.rows),
        source=PaymentSource.OPEN_COLLECTIVE,
        refused=refused,
    )


def read_transactions(content: FileContent) -> tuple[Transaction, ...]:
    """Return the rows that can be read, in the order of the file and in any currency."""
    table = table_of(content, TRANSACTION_LAYOUTS)
    found, _refused = _transactions(table, RowCells(table.header, _NO_WORDS), NO_CORRECTIONS)
    return tuple(found)


def _transactions(
    table: Table, cells: RowCells, corrections: Corrections
) -> tuple[list[Transaction], dict[int, Mapping[str, str]]]:
    reader = TransactionReader(cells, open_collective_words())
    return read_table_rows(table, cells, reader.read, corrections)


def _payments(
    groups: Sequence[TransactionGroup],
) -> tuple[list[PaymentRow], list[tuple[Problem, Mapping[str, str]]]]:
    """Return the payments of groups, and the problems of those that are none, as they stand."""
    rows: list[PaymentRow] = []
    problems: list[tuple[Problem, Mapping[str, str]]] = []
    for group in groups:
        made = payments_of(group)
        if group.foreign is None and made:
            rows += made
            continue
        problems += [(_problem(one, group), one.raw) for one in group.transactions]
    return rows, problems


def _problem(one: Transaction, group: TransactionGroup) -> Problem:
    """Return why a row of a group is no payment."""
    if group.foreign is None:
        amount = Money(abs(group.net.cents))
        return Problem(one.line, "collective.fees_alone", values={"amount": amount})
    return Problem(
        one.line,
        "collective.currency",
        values={"figures": _figures(one.gross), "currency": group.foreign.currency},
    )


def _figures(amount: Money) -> str:
    """Write an amount of another currency, which is no money of ours."""
    whole, cents = divmod(abs(amount.cents), 100)
    return f"{'-' if amount < ZERO else ''}{whole}.{cents:02}"


def _warnings(table: Table) -> list[Problem]:
    return [] if table.rows else [Problem(0, "file.no_rows")]
