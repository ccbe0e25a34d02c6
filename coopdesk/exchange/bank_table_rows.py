"""Rows of a bank's table as operations; what is wrong is noted by line and column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from coopdesk.domain.bank_columns import BankColumn
from coopdesk.domain.bank_statements import LineNature, ReadLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import ZERO
from coopdesk.domain.text import clean_line, fold
from coopdesk.exchange.bank_table_words import bank_table_words
from coopdesk.exchange.cell_values import parse_reference, unmarked
from coopdesk.exchange.row_cells import CELL_LIMIT, RESAVED, plain_values
from coopdesk.exchange.statement_cells import joined_label
from coopdesk.exchange.statement_natures import nature_of
from coopdesk.exchange.statement_rows import LABEL_LIMIT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.money import Money
    from coopdesk.exchange.bank_table_headers import Positions
    from coopdesk.exchange.bank_table_surroundings import SurroundingsReader
    from coopdesk.exchange.bank_table_values import AmountReader, DayReader

Value = TypeVar("Value")

REFERENCE_LIMIT = 140
_NAME_LIMIT = 200
_SIDES = (BankColumn.AMOUNT, BankColumn.DEBIT, BankColumn.CREDIT)


@dataclass(frozen=True, slots=True)
class TablePlan:
    """How a table is read; ``debit_is_signed`` of one that writes money out below zero."""

    names: tuple[str, ...]
    positions: Positions
    days: DayReader
    amounts: AmountReader
    debit_is_signed: bool = True


class TableLine(NamedTuple):
    """An operation, and what its row says of account and currency."""

    line: ReadLine
    account: str = ""
    currency: str = ""


@dataclass(slots=True)
class RowNotes:
    """What was wrong with rows, left out of them, and the refused ones as they stand."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    refused: dict[int, dict[str, str]] = field(default_factory=dict)


class RowReader:
    """Reads row after row; corrections of a person lie over the cells of their row."""

    def __init__(
        self,
        plan: TablePlan,
        around: SurroundingsReader,
        corrections: Mapping[int, Mapping[str, str]],
    ) -> None:
        self.notes = RowNotes()
        self._plan = plan
        self._around = around
        self._corrections = corrections
        self._header = [fold(name) for name in plan.names]
        self._line = 0
        self._cells: Sequence[str] = ()
        self._is_faulty = False
        self._days = plan.days
        self._sides = [column for column in _SIDES if column in plan.positions]

    def read(self, line: int, cells: list[str], *, is_cut: bool = False) -> TableLine | None:
        """Return the operation of a row; None of a refused one and of one that is none."""
        corrected = self._corrections.get(line)
        self._line, self._is_faulty = line, False
        self._cells = self._corrected(cells, corrected) if corrected else cells
        self._days = self._plan.days.as_typed() if corrected else self._plan.days
        found = self._operation() if self._may_be_read(is_cut=is_cut) else None
        if self._is_faulty:
            self.notes.refused[line] = self._raw()
            return None
        return found

    def _corrected(self, cells: Sequence[str], corrected: Mapping[str, str]) -> list[str]:
        padded = [*cells, *([""] * (len(self._plan.names) - len(cells)))]
        for position, name in enumerate(self._plan.names):
            padded[position] = corrected.get(name, padded[position])
        return padded

    def _raw(self) -> dict[str, str]:
        return dict(zip(self._plan.names, self._cells, strict=False))

    def _may_be_read(self, *, is_cut: bool) -> bool:
        cells, names = self._cells, self._plan.names
        if len(cells) > len(names) and any(map(str.strip, cells[len(names) :])):
            # A delimiter typed in a cell has moved what follows: nothing there can be trusted.
            self._refuse("row.too_many_cells", "", count=len(cells), expected=len(names))
        elif is_cut:
            self._refuse("row.cut_short", "")
        elif max(map(len, cells)) > CELL_LIMIT:
            at = next(at for at, text in enumerate(cells) if len(text) > CELL_LIMIT)
            name = names[at] if at < len(names) else ""
            self._refuse("text.too_long", name, length=len(cells[at]), limit=CELL_LIMIT)
        return not self._is_faulty

    def _operation(self) -> TableLine | None:
        day_text = self._first(BankColumn.BOOKED_ON)
        if not day_text[:1].isdigit():
            if self._around.take_balance(self._cells) or self._is_header():
                return None
            if not any(self._first(column) for column in self._sides):
                self._leave_out("statement.no_operation")
                return None
        if state := self._unbooked_state():
            self._leave_out("statement.not_booked", state=state)
            return None
        return self._dated(day_text)

    def _dated(self, day_text: str) -> TableLine | None:
        day = self._tried(self._days.day, day_text, BankColumn.BOOKED_ON)
        label = self._label()
        if day is not None and self._is_dated_balance(label, day):
            return None
        amount = self._amount()
        if self._is_faulty or day is None or amount is None:
            return None
        if self._around.take_dated(label, amount, day):
            return None
        if not amount:
            self._leave_out("statement.nothing_moved")
            return None
        if not label:
            self._refuse("row.missing_value", self._name(BankColumn.LABEL))
            return None
        line = self._line_of(day, amount, label)
        return TableLine(
            line, self._first(BankColumn.ACCOUNT), self._first(BankColumn.CURRENCY)
        )

    def _is_dated_balance(self, label: str, day: dt.date) -> bool:
        """Take a balance that stands alone in its column, on a day: « SOLDE PRECEDENT »."""
        if any(self._first(column) for column in self._sides):
            return False
        balance = self._optional(self._plan.amounts.amount, BankColumn.BALANCE)
        return balance is not None and self._around.take_dated(label, balance, day)

    def _line_of(self, day: dt.date, amount: Money, label: str) -> ReadLine:
        other = BankColumn.PAYER if amount > ZERO else BankColumn.PAYEE
        return ReadLine(
            line=self._line,
            raw=self._raw(),
            booked_on=day,
            amount=amount,
            label=label,
            value_on=self._optional(self._days.day, BankColumn.VALUE_ON),
            nature=self._nature(label, amount),
            counterparty=self._named(BankColumn.COUNTERPARTY) or self._named(other),
            bank_ref=self._reference(BankColumn.BANK_REF),
            payment_ref=" ".join(self._all(BankColumn.PAYMENT_REF))[:REFERENCE_LIMIT],
            cheque=self._reference(BankColumn.CHEQUE),
            balance=self._optional(self._plan.amounts.amount, BankColumn.BALANCE),
        )

    def _amount(self) -> Money | None:
        """Return what the row moves, its sign told by side, by sense or by itself."""
        told = [column for column in self._sides if self._first(column)]
        amounts = {column: self._money(column) for column in told}
        if not amounts:
            self._refuse("row.missing_value", self._name(self._sides[0]))
            return None
        if any(amount is None for amount in amounts.values()):
            return None
        moved = amounts.get(BankColumn.CREDIT) or ZERO
        debit = amounts.get(BankColumn.DEBIT) or ZERO
        moved = moved + debit if self._plan.debit_is_signed else moved - debit
        alone = amounts.get(BankColumn.AMOUNT)
        if alone is not None:
            moved += self._by_sense(alone)
        fee = self._money(BankColumn.FEE) if self._first(BankColumn.FEE) else ZERO
        return moved - fee if fee is not None else None

    def _by_sense(self, amount: Money) -> Money:
        if BankColumn.SENSE not in self._plan.positions:
            return amount
        sense = self._first(BankColumn.SENSE)
        size = amount if amount > ZERO else -amount
        if fold(sense) in bank_table_words().debit:
            return -size
        if fold(sense) not in bank_table_words().credit:
            self._refuse(
                "statement.sense_unknown", self._name(BankColumn.SENSE), text=sense[:40]
            )
        return size

    def _money(self, column: BankColumn) -> Money | None:
        return self._tried(self._plan.amounts.amount, self._first(column), column)

    def _label(self) -> str:
        texts = self._all(BankColumn.LABEL)
        text = texts[0] if len(texts) == 1 else self._joined(texts)
        if len(text) > LABEL_LIMIT:
            name = self._name(BankColumn.LABEL)
            self._refuse("text.too_long", name, length=len(text), limit=LABEL_LIMIT)
        return text

    def _joined(self, texts: Sequence[str]) -> str:
        # Banks repeat their number of the operation among its details.
        number = fold(self._first(BankColumn.BANK_REF))
        return joined_label(one for one in texts if fold(one) != number) or joined_label(texts)

    def _nature(self, label: str, amount: Money) -> LineNature:
        told = (nature_of(text) for text in (*self._all(BankColumn.NATURE), label))
        found = next((nature for nature in told if nature), LineNature.OTHER)
        # Cheques that come in were handed in.
        return LineNature.DEPOSIT if found is LineNature.CHEQUE and amount > ZERO else found

    def _named(self, column: BankColumn) -> str:
        return next(iter(self._all(column)), "")[:_NAME_LIMIT]

    def _reference(self, column: BankColumn) -> str:
        text = self._first(column).removesuffix("-").rstrip()[:REFERENCE_LIMIT]
        return (self._tried(parse_reference, text, column) or "") if text else ""

    def _unbooked_state(self) -> str:
        unbooked = bank_table_words().unbooked
        states = self._all(BankColumn.STATE)
        return next((state for state in states if fold(state) in unbooked), "")

    def _is_header(self) -> bool:
        return [fold(cell) for cell in self._cells[: len(self._header)]] == self._header

    def _optional(self, read: Callable[[str], Value], column: BankColumn) -> Value | None:
        """Read what a row can do without; a wrong one is noted, and left out."""
        text = self._first(column)
        if not text:
            return None
        try:
            return read(text)
        except RuleError as error:
            self._raise_resaved(error, column)
            self._note(
                self.notes.warnings, error.code, self._name(column), **plain_values(error)
            )
            return None

    def _tried(
        self, read: Callable[[str], Value], text: str, column: BankColumn
    ) -> Value | None:
        if not text:
            self._refuse("row.missing_value", self._name(column))
            return None
        try:
            return read(text)
        except RuleError as error:
            self._raise_resaved(error, column)
            self._refuse(error.code, self._name(column), **plain_values(error))
            return None

    def _raise_resaved(self, error: RuleError, column: BankColumn) -> None:
        code = RESAVED.get(error.code)
        if code:
            place = {"line": self._line, "column": self._name(column)}
            raise RuleError(code, **place, **plain_values(error)) from error

    def _name(self, column: BankColumn) -> str:
        return self._plan.names[self._plan.positions[column][0]]

    def _first(self, column: BankColumn) -> str:
        return (
            self._at(self._plan.positions[column][0]) if column in self._plan.positions else ""
        )

    def _all(self, column: BankColumn) -> list[str]:
        found = (self._at(at) for at in self._plan.positions.get(column, ()))
        return [text for text in found if text]

    def _at(self, position: int) -> str:
        if position >= len(self._cells):
            return ""
        return clean_line(unmarked(self._cells[position]))

    def _refuse(self, code: str, column: str, **values: object) -> None:
        self._is_faulty = True
        self._note(self.notes.problems, code, column, **values)

    def _leave_out(self, code: str, **values: object) -> None:
        text = " ".join(clean_line(cell) for cell in self._cells if cell.strip())[:80]
        self._note(self.notes.warnings, code, "", text=text, **values)

    def _note(self, notes: list[Problem], code: str, column: str, **values: object) -> None:
        notes.append(Problem(self._line, code, column, values))
