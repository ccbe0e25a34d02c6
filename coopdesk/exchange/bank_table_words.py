"""How tables of banks are laid out and what their words mean: read from the seed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from coopdesk.domain.bank_columns import BankColumn
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.text import fold
from coopdesk.exchange.sheet_limits import MAXIMUM_COLUMNS
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class BankLayout:
    """A table that a bank writes; ``columns`` leads to the bank's names of a column.

    ``marks`` are folded names, ``least`` of which make the layout with all of ``wanted``, among
    ``most`` columns; with ``short_years`` the bank writes 30/11/20.
    """

    file_format: FileFormat
    name: str
    marks: frozenset[str]
    least: int
    wanted: frozenset[str]
    most: int
    columns: Mapping[BankColumn, tuple[str, ...]]
    short_years: bool = False

    def share(self, names: frozenset[str]) -> float:
        """Return how much of the layout folded names of columns show; 0 when too little."""
        found = len(self.marks & names)
        is_own = found >= self.least and self.wanted <= names and len(names) <= self.most
        return found / len(self.marks) if is_own else 0


@dataclass(frozen=True, slots=True)
class BankTableWords:
    """The vocabulary; names and words are folded, ranks of names count from the likeliest."""

    layouts: tuple[BankLayout, ...]
    names: Mapping[str, tuple[BankColumn, int]]
    debit: frozenset[str]
    credit: frozenset[str]
    unbooked: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]
    books: frozenset[str]
    known_names: tuple[str, ...]


@lru_cache(maxsize=1)
def bank_table_words() -> BankTableWords:
    """Return the vocabulary shipped with the program."""
    text = (database_files() / "seed" / "bank_layouts.toml").read_text(encoding="utf-8")
    seed = tomllib.loads(text)
    words = {name: _folded(found) for name, found in seed["words"].items()}
    layouts = tuple(_layout(entry) for entry in seed["layout"])
    names = {
        fold(name): (BankColumn(field), rank)
        for field, names in seed["names"].items()
        for rank, name in enumerate(names)
    }
    own = (found for one in layouts for found in one.columns.values())
    return BankTableWords(
        layouts=layouts,
        names=names,
        known_names=(*names, *(fold(name) for found in own for name in found)),
        **words,
    )


def _layout(entry: Mapping[str, Any]) -> BankLayout:
    return BankLayout(
        file_format=FileFormat(entry["format"]),
        name=entry["name"],
        marks=_folded(entry["marks"]),
        least=entry["least"],
        wanted=_folded(entry.get("wanted", ())),
        most=entry.get("most", MAXIMUM_COLUMNS),
        columns={BankColumn(field): tuple(names) for field, names in entry["columns"].items()},
        short_years=entry.get("short_years", False),
    )


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(text) for text in texts)
