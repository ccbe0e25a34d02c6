"""How a table of a bank is to be read: its columns, the order of its days, its decimal mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.bank_columns import BankColumn, lacking, told_twice
from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.errors import RuleError
from coopdesk.exchange.bank_table_guessing import (
    chosen_columns,
    guess_columns,
    positions_of,
    samples_of,
)
from coopdesk.exchange.bank_table_rows import TablePlan
from coopdesk.exchange.bank_table_values import AmountReader, DayReader, told_order
from coopdesk.exchange.contact_files import header_key
from coopdesk.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coopdesk.domain.bank_columns import KnownTable
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.exchange.bank_table_headers import Positions
    from coopdesk.exchange.bank_table_sheets import BankSheet
    from coopdesk.exchange.table_file import Row

_AMOUNTS = (
    BankColumn.AMOUNT,
    BankColumn.DEBIT,
    BankColumn.CREDIT,
    BankColumn.FEE,
    BankColumn.BALANCE,
)


@dataclass(frozen=True, slots=True)
class ChosenColumns:
    """What the columns of a table hold; ``is_guess`` when neither bank nor person said so.

    ``day_order`` is what a person said of it.
    """

    header_key: str
    positions: Positions
    told: tuple[tuple[str, str], ...]
    samples: tuple[str, ...] = ()
    is_guess: bool = False
    is_known: bool = False
    short_years: bool = False
    day_order: DayOrder | None = None

    @property
    def is_enough(self) -> bool:
        """Tell whether operations can be read."""
        return not lacking(self.positions)


def choose_columns(
    sheet: BankSheet,
    rows: Sequence[Row],
    decisions: ImportDecisions,
    remembered: Callable[[str], KnownTable | None],
) -> ChosenColumns:
    """Return what the columns hold: as decided, as remembered, as the bank has it, or a guess.

    Raises:
        RuleError: ``file.missing_column``, a known bank's table lacks a column;
            ``statement.columns_missing`` or ``…_twice``, what was said does not do;
            ``statement.unknown_use``.
    """
    key = header_key(sheet.names)
    known = remembered(key)
    day_order = decisions.day_order or (known.day_order if known else None)
    said = decisions.columns or (known.columns if known else None)
    if said:
        columns = chosen_columns(sheet.names, said)
        _check(columns)
        return ChosenColumns(
            key, positions_of(columns), _told(sheet, columns), day_order=day_order
        )
    if sheet.known is not None:
        return _of_a_bank(sheet, key, day_order)
    first = [cells for _line, cells in rows]
    columns = guess_columns(sheet.names, first)
    samples = tuple(samples_of(first, at) for at in range(len(sheet.names)))
    told = _told(sheet, columns)
    return ChosenColumns(
        key, positions_of(columns), told, samples, is_guess=True, day_order=day_order
    )


def _of_a_bank(sheet: BankSheet, key: str, day_order: DayOrder | None) -> ChosenColumns:
    assert sheet.known is not None
    known = sheet.known
    if known.missing:
        raise RuleError(
            "file.missing_column",
            column=known.missing[0],
            columns=known.missing,
            format=known.layout.file_format,
        )
    columns = [BankColumn.IGNORED] * len(sheet.names)
    for column, places in known.positions.items():
        for at in places:
            columns[at] = column
    return ChosenColumns(
        key,
        known.positions,
        _told(sheet, columns),
        is_known=True,
        short_years=known.layout.short_years,
        day_order=day_order,
    )


def _told(sheet: BankSheet, columns: Sequence[BankColumn]) -> tuple[tuple[str, str], ...]:
    uses = (column.value for column in columns)
    return tuple(zip(sheet.names, uses, strict=True))


def _check(columns: Sequence[BankColumn]) -> None:
    missing = lacking(set(columns))
    if missing:
        raise RuleError("statement.columns_missing", columns=_names(missing))
    twice = told_twice(columns)
    if twice:
        raise RuleError("statement.columns_twice", columns=_names(twice))


def _names(columns: Sequence[BankColumn]) -> str:
    return ", ".join(label(column) for column in columns)


@dataclass(frozen=True, slots=True)
class PlannedTable:
    """How rows are read, and days that may be read two ways."""

    plan: TablePlan
    day_samples: tuple[str, ...] = ()


def plan_table(
    names: tuple[str, ...], chosen: ChosenColumns, rows: Sequence[Row]
) -> PlannedTable:
    """Return how to read rows whose columns are chosen."""
    days = [BankColumn.BOOKED_ON, BankColumn.VALUE_ON]
    amounts = AmountReader(_texts(rows, chosen.positions, _AMOUNTS))
    order = chosen.day_order
    samples: tuple[str, ...] = ()
    if order is None and not chosen.is_known:
        order, samples = told_order(_texts(rows, chosen.positions, days))
        if order is None and amounts.mark == ",":
            # Nobody who writes a decimal comma puts the month first.
            samples = ()
    is_strict = chosen.is_known and chosen.day_order is None
    order = order or DayOrder.DAY_FIRST
    reader = DayReader(order, strict=is_strict, short_years=chosen.short_years)
    signed = _is_signed(rows, chosen.positions)
    plan = TablePlan(names, chosen.positions, reader, amounts, debit_is_signed=signed)
    return PlannedTable(plan, samples)


def _texts(
    rows: Sequence[Row], positions: Positions, columns: Sequence[BankColumn]
) -> Iterator[str]:
    places = [at for column in columns for at in positions.get(column, ())]
    for _line, cells in rows:
        for at in places:
            if at < len(cells) and cells[at]:
                yield cells[at]


def _is_signed(rows: Sequence[Row], positions: Positions) -> bool:
    """Tell whether debits are written below zero: most of them are, or all is one amount."""
    texts = [text.strip() for text in _texts(rows, positions, [BankColumn.DEBIT])]
    filled = [text for text in texts if any(figure in text for figure in "123456789")]
    below = sum(text.startswith(("-", "−", "(")) or text.endswith("-") for text in filled)
    return bool(filled) and below * 2 >= len(filled)
