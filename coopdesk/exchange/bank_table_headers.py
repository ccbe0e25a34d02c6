"""Recognises the header of a bank's table, even one whose accents a program has broken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coopdesk.domain.bank_columns import SEVERAL, BankColumn, lacking
from coopdesk.domain.text import fold
from coopdesk.exchange.bank_table_words import bank_table_words
from coopdesk.exchange.headers import distinct_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.exchange.bank_table_words import BankLayout

_BROKEN = "\ufffd"
# Digits beside a broken character are the rest of its bytes: « Cr3\ufffddit ».
# A name has a few accents; of more nothing can be told, and trying would never end.
_MOST_BROKEN = 8
_BROKEN_PART = re.compile(rf"\d*[{_BROKEN}]+\d*")

Positions = dict[BankColumn, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class KnownHeader:
    """A header row of a known bank: where its columns stand, what it lacks by name."""

    layout: BankLayout
    names: tuple[str, ...]
    positions: Positions
    missing: tuple[str, ...]


@lru_cache(maxsize=512)
def name_key(cell: str) -> str:
    """Return the folded name of a column; of a broken one the known name that it must be."""
    return mended(cell, bank_table_words().known_names)


def mended(text: str, known: Iterable[str]) -> str:
    """Return a folded text, or the known one that it is with its accents broken."""
    if not 0 < text.count(_BROKEN) <= _MOST_BROKEN:
        return fold(text)
    parts = [re.escape(fold(part)) for part in _BROKEN_PART.split(text)]
    pattern = re.compile(r"\w{1,2} ?".join(parts))
    return next((name for name in known if pattern.fullmatch(name)), fold(text))


def known_header(cells: Sequence[str]) -> KnownHeader | None:
    """Return the layout that a row of names shows most of, or None."""
    cells = without_blank_end(cells)
    keys = [name_key(cell) for cell in cells]
    found = frozenset(key for key in keys if key)
    shares = [(one.share(found), len(one.marks), one) for one in bank_table_words().layouts]
    share, _count, layout = max(shares, key=lambda one: one[:2])
    if not share:
        return None
    positions = _positions(layout.columns, keys)
    missing = tuple(_name_of(layout, one) for one in lacking(positions))
    return KnownHeader(layout, distinct_names(cells), positions, missing)


def without_blank_end(cells: Sequence[str]) -> Sequence[str]:
    """Return cells without the empty ones at their end: some banks end lines with a mark."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def _name_of(layout: BankLayout, column: BankColumn) -> str:
    """Return the bank's name of what a header lacks; of an amount maybe that of a side."""
    if column is BankColumn.AMOUNT and column not in layout.columns:
        column = BankColumn.DEBIT
    return layout.columns[column][0]


def _positions(columns: Mapping[BankColumn, Sequence[str]], keys: Sequence[str]) -> Positions:
    found: Positions = {}
    for column, names in columns.items():
        at = [keys.index(key) for name in names if (key := fold(name)) in keys]
        if at:
            found[column] = tuple(at) if column in SEVERAL else (at[0],)
    return found


def known_name_count(cells: Sequence[str]) -> int:
    """Count the columns that a row of names tells of, each once."""
    names = bank_table_words().names
    told = {names[key][0] for cell in cells if (key := name_key(cell)) in names}
    return len(told)
