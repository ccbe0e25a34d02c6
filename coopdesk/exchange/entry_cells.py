"""What cells of files of entries say: days without separators, amounts of either sign."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import clean_line
from coopdesk.exchange.cell_values import parse_cell_amount, parse_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.money import Money
    from coopdesk.exchange.headers import Header

# 20250219, also with the time that some programs add.
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\.0|\d{6}(?:\.\d+)?|[ T].*)?")
_YEARS = range(1901, 2200)
_FREE = frozenset({"-"})
CELL_LIMIT = 2_000


def parse_compact_day(text: str) -> dt.date | None:
    """Read ``20261231``, with a time or not, and what ``parse_day`` reads; empty is None.

    Raises:
        RuleError: ``date.impossible``, ``date.unreadable``, ``date.resaved``.
    """
    found = _COMPACT.fullmatch(text.strip())
    try:
        day = parse_day(text) if found is None else dt.date(*map(int, found.groups()))
    except ValueError as error:
        raise RuleError("date.impossible", text=text.strip()[:40]) from error
    if day is not None and not is_of_books(day):
        raise RuleError("date.impossible", text=text.strip()[:40])
    return day


def is_of_books(day: dt.date) -> bool:
    """Tell whether an association may have books of a day: none is older than its law."""
    return day.year in _YEARS


def parse_signed_amount(text: str) -> Money:
    """Read an amount whose sign stands first or last; empty is zero.

    Raises:
        RuleError: ``amount.unreadable`` or ``amount.too_large``.
    """
    written = text.strip()
    if len(written) > 1 and written[-1] in "+-":
        written = written[-1] + written[:-1].strip()
    return parse_cell_amount(written, _FREE)


class Cells:
    """The cells of one row by field; what cannot be read is noted, and the row is faulty."""

    def __init__(
        self, header: Header, line: int, cells: Sequence[str], problems: list[Problem]
    ) -> None:
        self._header = header
        self._cells = cells
        self._problems = problems
        self.line = line
        self.is_faulty = False

    def refuse(self, code: str, field: str = "", /, **values: object) -> None:
        """Note why the row cannot be used."""
        self.is_faulty = True
        column = self._header.label(field) if field else ""
        told = {name: value for name, value in values.items() if name != "field"}
        self._problems.append(Problem(self.line, code, column, told))

    def text(self, field: str) -> str:
        """Return a cell on one line, empty when the file has no such column."""
        at = self._header.positions.get(field)
        written = "" if at is None or at >= len(self._cells) else self._cells[at]
        if len(written) > CELL_LIMIT:
            self.refuse("entries.cell_too_long", field, length=len(written), limit=CELL_LIMIT)
            return ""
        return clean_line(written)

    def amount(self, field: str) -> Money:
        """Return an amount, zero when it cannot be read."""
        try:
            return parse_signed_amount(self.text(field))
        except RuleError as error:
            self.refuse(error.code, field, **error.values)
            return parse_signed_amount("")

    def day(self, field: str) -> dt.date | None:
        """Return a day, None when there is none or it cannot be read."""
        try:
            return parse_compact_day(self.text(field))
        except RuleError as error:
            is_impossible = error.code == "date.impossible"
            if is_impossible:
                self.refuse("date.impossible", field, **error.values)
            else:
                self.refuse("entries.day_unreadable", field, **error.values)
            return None
