"""The cells of one row by field, with everything wrong in them noted by line and column."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.text import clean_line, clean_text
from coopdesk.exchange.cell_values import (
    parse_cell_amount,
    parse_day,
    parse_reference,
    unmarked,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.exchange.headers import Header

Value = TypeVar("Value")

# What the largest spreadsheet cell holds.
CELL_LIMIT = 32_767
REFERENCE_LIMIT = 64

Corrections: TypeAlias = "Mapping[int, Mapping[str, str]]"
NO_CORRECTIONS: Corrections = MappingProxyType({})

# One rewritten cell makes the others of the file suspect, even those that look right.
RESAVED = {"date.resaved": "file.resaved_dates", "number.resaved": "file.resaved_numbers"}


class RowCells:
    """Gives the cells of the current row; a wrong one refuses the row, and reading goes on.

    ``problems`` are the reasons of refused rows, ``warnings`` what was left out of rows kept.
    """

    def __init__(self, header: Header, free: frozenset[str]) -> None:
        self.header = header
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.line = 0
        self.refused = False
        self._free = free
        self._at = header.positions
        self._labels = {field: header.label(field) for field in header.layout.labels}
        self._width = max(header.positions.values(), default=-1) + 1
        self._cells: list[str] = []
        self._row: dict[str, str] = {}

    def start(self, line: int, cells: list[str]) -> None:
        """Go to a row."""
        self.line, self._cells, self.refused = line, cells, False
        self._row = self._by_field(cells)
        longest = max(map(len, cells))
        if longest > CELL_LIMIT:
            position = next(at for at, cell in enumerate(cells) if len(cell) == longest)
            column = self.header.names[position] if position < len(self.header.names) else ""
            self.refuse("text.too_long", column, length=longest, limit=CELL_LIMIT)

    def _by_field(self, cells: list[str]) -> dict[str, str]:
        """Return the cells that are fields; once a row, for each is asked for several times."""
        if len(cells) < self._width:
            cells = [*cells, *([""] * (self._width - len(cells)))]
        row = {field: cells[position] for field, position in self._at.items()}
        # One look at the whole row: hardly any has a cell that starts with an apostrophe.
        if "\n'" in "\n".join(("", *row.values())):
            return {field: unmarked(text) for field, text in row.items()}
        return row

    def raw(self) -> Mapping[str, str]:
        """Return the row as it stands in the file."""
        return dict(zip(self.header.names, self._cells, strict=False))

    def at(self, position: int) -> str:
        """Return the cell of a column, without the mark against formulas; absent is empty."""
        text = self._cells[position] if position < len(self._cells) else ""
        return unmarked(text) if text.startswith("'") else text

    def cell(self, field: str) -> str:
        """Return the cell of a field as ``at`` does."""
        return self._row.get(field, "")

    def text(self, field: str, limit: int) -> str:
        """Return one tidy line; longer than ``limit`` refuses the row."""
        written = self._row.get(field)
        return self.cleaned(written, self._labels[field], limit) if written else ""

    def note(self, field: str, limit: int) -> str:
        """Return a text of several lines; longer than ``limit`` refuses the row."""
        written = self.cell(field)
        if not written:
            return ""
        return self.cleaned(written, self._labels[field], limit, clean_text)

    def cleaned(
        self,
        written: str,
        column: str,
        limit: int,
        clean: Callable[[str], str] = clean_line,
    ) -> str:
        """Return text tidied; too much refuses the row, characters taken out are noted."""
        text = clean(written)
        if len(text) > limit:
            self.refuse("text.too_long", column, length=len(text), limit=limit)
            return ""
        if not written.isprintable() and _lost_characters(written, text):
            self.warn("text.invisible_removed", column, text=text[:40])
        return text

    def reference(self, field: str) -> str:
        """Return a reference, empty when there is none."""
        written = self.text(field, REFERENCE_LIMIT)
        return self._parsed(parse_reference, written, field, "") if written else ""

    def day(self, field: str) -> dt.date | None:
        """Return a day, or None when there is none."""
        written = self._row.get(field)
        return self._parsed(parse_day, written, field, None) if written else None

    def required(self, read: Callable[[str], Value], field: str) -> Value:
        """Read a field that a row cannot do without; a missing one refuses the row."""
        before = len(self.problems)
        value = read(field)
        if not value and len(self.problems) == before:
            self.refuse("row.missing_value", self._labels[field])
        return value

    def amount(self, field: str) -> Money:
        """Return an amount; empty and free are zero."""
        written = self._row.get(field)
        return self.amount_of(written, self._labels[field]) if written else ZERO

    def amount_of(self, written: str, column: str) -> Money:
        """Return the amount that a text of a column says."""
        try:
            return parse_cell_amount(written, self._free)
        except RuleError as error:
            self.refuse(error.code, column, **plain_values(error))
            return ZERO

    def refuse(self, code: str, column: str, **values: object) -> None:
        """Refuse the row and say why."""
        self.refused = True
        self.problems.append(Problem(self.line, code, column, values))

    def warn(self, code: str, column: str, **values: object) -> None:
        """Note what is left out of the row, which is kept."""
        self.warnings.append(Problem(self.line, code, column, values))

    def warn_about(self, error: RuleError, field: str) -> None:
        """Note the error of a field that is left out of the row, which is kept."""
        self.warn(error.code, self._labels[field], **plain_values(error))

    def _parsed(
        self, parse: Callable[[str], Value], written: str, field: str, otherwise: Value
    ) -> Value:
        column = self._labels[field]
        try:
            return parse(written)
        except RuleError as error:
            if error.code in RESAVED:
                code = RESAVED[error.code]
                raise RuleError(code, line=self.line, column=column, **error.values) from error
            self.refuse(error.code, column, **plain_values(error))
            return otherwise


def corrected(
    names: Sequence[str], cells: Sequence[str], correction: Mapping[str, str]
) -> list[str]:
    """Return the cells of a row with those that a person corrected, named by column."""
    width = max(len(cells), *(at + 1 for at, name in enumerate(names) if name in correction), 0)
    row = [*cells, *([""] * (width - len(cells)))]
    for at, name in enumerate(names):
        if name in correction:
            row[at] = correction[name]
    return row


def plain_values(error: RuleError) -> dict[str, object]:
    """Return the values of an error without the form field, which a file does not have."""
    return {name: value for name, value in error.values.items() if name != "field"}


def _lost_characters(written: str, text: str) -> bool:
    """Tell whether more than blanks was taken out."""
    before = "".join(unicodedata.normalize("NFC", written).split())
    return len(before) != len("".join(text.split()))
