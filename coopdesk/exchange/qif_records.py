"""The records of a QIF file, account by account: one letter and its text on each line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.row_cells import CELL_LIMIT
from coopdesk.exchange.sheet_limits import MAXIMUM_STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Sections of accounts that a bank may keep; lists of categories, securities… are others.
_ACCOUNTS = re.compile(r"!type:\s*(bank|banque|cash|ccard|oth a|oth l)\b", re.IGNORECASE)
_SECTION = re.compile(r"!(?:type:|account\b|option:|clear:)", re.IGNORECASE)
_ACCOUNT = "!account"
# S, E and $ come once for each part of an operation.
_OF_PARTS = frozenset("SE$%")
_MOST_PARTS = 500
_END = "^"


@dataclass(slots=True)
class QifRecord:
    """One operation: the texts of its letters; those of its parts are numbered (S1, $1…)."""

    line: int
    values: dict[str, str] = field(default_factory=dict)
    is_cut: bool = False
    parts: Counter[str] = field(default_factory=Counter)

    def add(self, letter: str, text: str) -> None:
        """Keep a text; several of one letter (an address) are joined."""
        if letter in _OF_PARTS:
            if self.parts[letter] >= _MOST_PARTS:
                return
            self.parts[letter] += 1
            letter = f"{letter}{self.parts[letter]}"
        before = self.values.get(letter, "")
        if not before:
            self.values[letter] = text
        elif len(before) <= CELL_LIMIT:
            self.values[letter] = f"{before} {text}"


@dataclass(slots=True)
class QifAccount:
    """The operations of one account; ``name`` is what its program calls it."""

    name: str = ""
    records: list[QifRecord] = field(default_factory=list)


def looks_like_sections(head: str) -> bool:
    """Tell whether a text begins as QIF does."""
    return bool(
        _SECTION.match(head.lstrip()) or re.match(r"\s*\^\s*!type:", head, re.IGNORECASE)
    )


def part_accounts(text: str) -> list[QifAccount]:
    """Return the accounts of a text in their order, those of other sections left out.

    Raises:
        RuleError: ``file.too_many_rows``.
    """
    return list(_Parting().accounts(text))


class _Parting:
    """Goes through the lines; a record ends at its ``^``."""

    def __init__(self) -> None:
        self._account: QifAccount | None = None
        self._count = 0
        self._name = ""
        self._names_account = False
        self._record: QifRecord | None = None

    def accounts(self, text: str) -> Iterator[QifAccount]:
        """Yield each account when its section begins."""
        for number, line in enumerate(text.split("\n"), start=1):
            if line.startswith("!"):
                if self._begins(line):
                    assert self._account is not None
                    yield self._account
            elif line.startswith(_END):
                self._record = None
            elif line.strip():
                self._take(number, line)
        if self._record is not None:
            # A last record without its end is whole as long as its last line is.
            self._record.is_cut = not text.endswith("\n")

    def _begins(self, line: str) -> bool:
        """Tell whether a section of operations begins here."""
        self._record = None
        self._names_account = line.lower().startswith(_ACCOUNT)
        if _ACCOUNTS.match(line):
            self._count += 1
            if self._count > MAXIMUM_STATEMENTS:
                raise RuleError("file.too_many_rows", limit=MAXIMUM_STATEMENTS)
            self._account = QifAccount(self._name)
            return True
        if _SECTION.match(line):
            self._account = None
        return False

    def _take(self, number: int, line: str) -> None:
        letter, text = line[0].upper(), line[1:].strip()
        if self._names_account and letter == "N":
            self._name = text
        if self._account is None:
            return
        if self._record is None:
            self._record = QifRecord(number)
            self._account.records.append(self._record)
        self._record.add(letter, text)
