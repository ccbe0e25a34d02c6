"""The days of QIF files, which are written in either order and rarely say in which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.errors import RuleError
from coopdesk.exchange.statement_cells import possible_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

# 29/10/13, 1/ 1'00, 05.11.2013; the apostrophe is of years from 2000 on.
_PARTS = re.compile(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*([/.\-'’])\s*(\d{4}|\d{1,2})\s*")
_YEAR_FIRST = re.compile(r"\s*(\d{4})[/.\-]?(\d\d)[/.\-]?(\d\d)\s*")
_SAMPLES = 3
_MONTHS = 12
# A year of two figures: seventy and more are of the last century.
_PIVOT = 70


class DaysOfFile(NamedTuple):
    """How the days of a file are read; ``samples`` may be read two ways and nobody said how."""

    order: DayOrder
    samples: tuple[str, ...] = ()


def order_of_days(texts: Iterable[str], chosen: DayOrder | None) -> DaysOfFile:
    """Decide the order by a day above 12; else it is the one that somebody chose."""
    above = {DayOrder.DAY_FIRST: 0, DayOrder.MONTH_FIRST: 0}
    samples: dict[str, None] = {}
    for text in texts:
        parts = _PARTS.fullmatch(text)
        if parts is None:
            continue
        first, second = int(parts[1]), int(parts[2])
        above[DayOrder.DAY_FIRST] += first > _MONTHS
        above[DayOrder.MONTH_FIRST] += second > _MONTHS
        if first != second:
            samples[text.strip()] = None
    if above[DayOrder.DAY_FIRST] or above[DayOrder.MONTH_FIRST]:
        return DaysOfFile(max(above, key=above.__getitem__))
    if chosen is None and samples:
        return DaysOfFile(DayOrder.DAY_FIRST, tuple(samples)[:_SAMPLES])
    return DaysOfFile(chosen or DayOrder.DAY_FIRST)


def qif_day(text: str, order: DayOrder) -> dt.date:
    """Read a day.

    Raises:
        RuleError: ``statement.day_unreadable``, ``date.impossible``.
    """
    told = _YEAR_FIRST.fullmatch(text)
    if told is not None:
        year, month, day = map(int, told.groups())
        return possible_day(year, month, day, text)
    parts = _PARTS.fullmatch(text)
    if parts is None:
        raise RuleError("statement.day_unreadable", text=text.strip()[:40])
    first, second, mark, written = parts.groups()
    year = int(written)
    if len(written) <= 2:
        year += 2000 if year < _PIVOT or mark in "'’" else 1900
    numbers = int(first), int(second)
    day, month = numbers if order is DayOrder.DAY_FIRST else numbers[::-1]
    return possible_day(year, month, day, text)
