"""Days and amounts in tables of banks, once it is known how the table writes them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, parse_amount

if TYPE_CHECKING:
    from collections.abc import Iterable

_TIME = r"(?:[T ]+\d{1,2}[:hH.]\d\d.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_LONG_AGO = 70
_SAMPLES = 5

_BLANKS = str.maketrans("", "", " \u00a0\u202f\u2009\t")
_DECIMALS = re.compile(r"\d([.,])\d{1,2}\)?-?(?:€|EUR)?$")
_GROUP = re.compile(r"[+-]?\d{1,3}[.,]\d{3}")
_FIGURES = re.compile(r"([+-]?)(\d{1,7})(?:([.,])(\d{1,2}))?")
_TRAILING_SIGN = re.compile(r"(.*\d)([-+])")


class DayReader:
    """Reads days in one order, and each text once.

    ``strict`` is of a bank known to write 31/12/2026, or 31/12/26 with ``short_years``: what
    is written otherwise comes from a spreadsheet, which may have swapped day and month.
    """

    def __init__(
        self, order: DayOrder, *, strict: bool = False, short_years: bool = False
    ) -> None:
        self._order = order
        self._strict = strict
        self._short_years = short_years
        self._known: dict[str, dt.date] = {}

    def as_typed(self) -> DayReader:
        """Return a reader of the same order for what a person typed: 3/4/2026."""
        return DayReader(self._order)

    def day(self, text: str) -> dt.date:
        """Return the day that a text says, its time left out.

        Raises:
            RuleError: ``date.resaved``, ``date.impossible``, ``statement.day_unreadable``.
        """
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._parsed(text.strip())
        return found

    def _parsed(self, text: str) -> dt.date:
        year_first = _YEAR_FIRST.fullmatch(text) or _DIGITS.fullmatch(text)
        if year_first:
            year, month, day = map(int, year_first.groups())
            return _possible(year, month, day, text)
        found = _YEAR_LAST.fullmatch(text)
        if found is None:
            raise RuleError("statement.day_unreadable", text=text[:40])
        first, _mark, second, written_year = found.groups()
        if self._strict and not self._is_whole(first, second, written_year):
            raise RuleError("date.resaved", text=text[:40])
        day, month = int(first), int(second)
        if self._order is DayOrder.MONTH_FIRST:
            day, month = month, day
        if self._strict and month > 12 >= day:
            raise RuleError("date.resaved", text=text[:40])
        return _possible(_whole_year(written_year), month, day, text)

    def _is_whole(self, first: str, second: str, year: str) -> bool:
        return len(first) == len(second) == 2 and (self._short_years or len(year) == 4)


def _whole_year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (1900 if year >= _LONG_AGO else 2000)


def _possible(year: int, month: int, day: int, text: str) -> dt.date:
    try:
        found = dt.date(year, month, day)
    except ValueError as error:
        raise RuleError("date.impossible", text=text[:40]) from error
    if not 1970 <= year < 2200:
        raise RuleError("date.impossible", text=text[:40])
    return found


def told_order(texts: Iterable[str]) -> tuple[DayOrder | None, tuple[str, ...]]:
    """Return the order of days that texts tell, and some texts that tell none.

    A number above 12 tells; where none does the order is None.
    """
    unsure: dict[str, None] = {}
    day_first = month_first = 0
    for text in set(texts):
        found = _YEAR_LAST.fullmatch(text.strip())
        if found is None:
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            day_first += 1
        elif second > 12 >= first:
            month_first += 1
        elif first != second:
            unsure[text.strip()[:40]] = None
    if day_first or month_first:
        return (DayOrder.MONTH_FIRST if month_first > day_first else DayOrder.DAY_FIRST), ()
    return (None, tuple(sorted(unsure)[:_SAMPLES])) if unsure else (DayOrder.DAY_FIRST, ())


class AmountReader:
    """Reads amounts of a table whose decimal mark is known, or empty when its cells differ."""

    def __init__(self, texts: Iterable[str]) -> None:
        marks = {found[1] for text in texts if (found := _DECIMALS.search(_plain(text)))}
        self.mark = marks.pop() if len(marks) == 1 else ""
        self._known: dict[str, Money] = {}

    def amount(self, text: str) -> Money:
        """Return the amount that a text says: ``1 234,56``, ``12,00-``, ``(12.00)``.

        Raises:
            RuleError: ``amount.unreadable`` or ``amount.too_large``.
        """
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._parsed(text)
        return found

    def _parsed(self, text: str) -> Money:
        plain = _plain(text)
        quick = _FIGURES.fullmatch(plain)
        if quick and quick[3] in {None, self.mark or quick[3]}:
            cents = int(quick[2]) * 100 + int((quick[4] or "").ljust(2, "0"))
            return Money(-cents if quick[1] == "-" else cents)
        if len(plain) > 40 or plain.startswith("="):
            raise RuleError("amount.unreadable", text=text.strip()[:40])
        if plain.startswith("(") and plain.endswith(")"):
            plain = f"-{plain[1:-1]}"
        trailing = _TRAILING_SIGN.fullmatch(plain)
        if trailing:
            plain = trailing[2] + trailing[1]
        if self.mark:
            plain = plain.replace("," if self.mark == "." else ".", "")
        elif _GROUP.fullmatch(plain):
            # 1,300 may be thirteen hundred or one and three tenths.
            raise RuleError("amount.unreadable", text=text.strip()[:40])
        return parse_amount(plain)


def _plain(text: str) -> str:
    return text.translate(_BLANKS).replace("−", "-")
