"""Reads the entries that Paheko exports: complete, grouped or simplified."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.entry_imports import EntryFile, ReadEntry, ReadLine
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import ZERO
from coopdesk.domain.text import fold
from coopdesk.exchange.entry_cells import Cells
from coopdesk.exchange.read_groups import Gathered, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.exchange.fec_layouts import EntryRows
    from coopdesk.exchange.file_content import FileContent

_OPENING = re.compile(r"(balance|bilan) d ouverture|a nouveaux?\b|report a nouveau")
_OPENING_ACCOUNT = "890"
_NO = frozenset({"", "0", "non", "no"})


def read_paheko(content: FileContent, found: EntryRows) -> EntryFile:
    """Read the entries of a file whose header was recognised."""
    gathered = Gathered(problems=list(found.warnings))
    reader = _Reader(found, gathered.problems)
    for entry, is_faulty in reader.entries():
        gathered.add(entry, is_faulty=is_faulty)
    return EntryFile(
        content.name,
        content.sha256,
        reader.file_format,
        tuple(gathered.entries),
        tuple(gathered.problems),
        gathered.left_out,
    )


class _Reader:
    """Reads rows one by one; those without a number go on with the entry before."""

    def __init__(self, found: EntryRows, problems: list[Problem]) -> None:
        self._header = found.header
        self._rows = found.rows
        self._problems = problems
        self._unnumbered = 0
        self.file_format = found.header.layout.file_format

    def entries(self) -> Iterator[tuple[ReadEntry, bool]]:
        """Yield each entry, and whether one of its rows cannot be read."""
        entry: ReadEntry | None = None
        is_faulty = False
        for line, texts in self._rows:
            cells = Cells(self._header, line, texts, self._problems)
            number = cells.text("number")
            if entry is None or self._begins(cells, number, entry):
                if entry is not None:
                    yield _finished(entry), is_faulty
                entry, is_faulty = self._begun(cells, number), False
            elif not number:
                self.file_format = FileFormat.PAHEKO_GROUPED
            entry = replace(entry, lines=(*entry.lines, *self._lines(cells)))
            is_faulty = is_faulty or cells.is_faulty
        if entry is not None:
            yield _finished(entry), is_faulty

    def _begins(self, cells: Cells, number: str, entry: ReadEntry) -> bool:
        if self.file_format is FileFormat.PAHEKO_SIMPLE:
            return True
        if number:
            return number != entry.number
        # Sheets written by hand number nothing: a label and a day begin an entry.
        return bool(cells.text("label") and cells.text("day"))

    def _begun(self, cells: Cells, number: str) -> ReadEntry:
        day = cells.day("day")
        if day is None and not cells.is_faulty:
            cells.refuse("entries.day_missing", "day")
        if not number:
            self._unnumbered += 1
        label, remarks = cells.text("label"), cells.text("remarks")
        said = " – ".join(filter(None, (cells.text("type"), cells.text("status"))))
        return ReadEntry(
            line=cells.line,
            ref=f"paheko:{number or f'{day}:{label}:{self._unnumbered}'}",
            number=number,
            entry_on=day or dt.date.min,
            label=label or number,
            lines=(),
            voucher_ref=cells.text("voucher"),
            note="\n".join(filter(None, (remarks, said))),
            is_opening=bool(_OPENING.match(fold(label))),
            type_name=cells.text("type"),
            members=cells.text("members"),
        )

    def _lines(self, cells: Cells) -> Iterator[ReadLine]:
        if self.file_format is FileFormat.PAHEKO_SIMPLE:
            yield from self._pair(cells)
            return
        account = cells.text("account")
        if not account:
            cells.refuse("entries.account_missing", "account")
        found = sides(cells.amount("debit"), cells.amount("credit"))
        if not found and not cells.is_faulty:
            self._problems.append(Problem(cells.line, "entries.line_without_amount"))
        for debit, credit in found:
            yield ReadLine(
                cells.line,
                account,
                cells.text("account_label"),
                debit,
                credit,
                cells.text("line_label"),
                cells.text("reference"),
                matching=cells.text("matching"),
                is_reconciled=fold(cells.text("reconciled")) not in _NO,
                activity=cells.text("activity"),
            )

    def _pair(self, cells: Cells) -> Iterator[ReadLine]:
        """Yield the two lines of a simplified row."""
        amount = cells.amount("amount")
        for field, side in (("to", (amount, ZERO)), ("of", (ZERO, amount))):
            account = cells.text(field)
            if not account:
                cells.refuse("entries.account_missing", field)
            for debit, credit in sides(*side):
                yield ReadLine(
                    cells.line,
                    account,
                    "",
                    debit,
                    credit,
                    reference=cells.text("reference"),
                    activity=cells.text("activity"),
                )


def _finished(entry: ReadEntry) -> ReadEntry:
    is_opening = any(line.account.startswith(_OPENING_ACCOUNT) for line in entry.lines)
    return replace(entry, is_opening=entry.is_opening or is_opening)
