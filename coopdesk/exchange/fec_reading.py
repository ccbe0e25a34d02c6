"""Reads files of accounting entries (FEC) of any program, as they are met."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.entry_imports import EntryFile, ReadEntry, ReadLine
from coopdesk.domain.fec import names_no_voucher
from coopdesk.domain.fec_checks import is_opening_journal
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import ZERO
from coopdesk.exchange.entry_cells import Cells, is_of_books
from coopdesk.exchange.read_groups import Gathered, sides, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.money import Money
    from coopdesk.exchange.fec_layouts import EntryRows
    from coopdesk.exchange.file_content import FileContent

_DEBIT = frozenset({"D", "+1", "1", "+"})
_CREDIT = frozenset({"C", "-1", "-"})
# What some programs write where they have nothing to say.
_NOTHING = frozenset({"", "-", "/", "0"})
_EUROS = frozenset({"", "EUR", "€", "EURO", "EUROS"})
_CLOSING = re.compile(r"FEC(\d{4})(\d\d)(\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """The lines that a row makes (usually one), and what it says of its entry."""

    journal: tuple[str, str]
    number: str
    day: dt.date | None
    voucher: str
    voucher_on: dt.date | None
    label: str
    lines: tuple[ReadLine, ...]
    line: int
    is_faulty: bool


@dataclass(slots=True)
class _Groups:
    """Rows by the entry they belong to, in the order of their first ones."""

    rows: defaultdict[tuple[object, ...], list[_Row]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, row: _Row) -> None:
        key = (row.journal[0], row.number or (row.day, row.voucher))
        self.rows[key].append(row)

    def whole(self) -> Iterator[Sequence[_Row]]:
        """Yield the rows of each entry, which need not stand together in the file.

        Some programs number lines instead of entries: those of one journal, day and voucher
        are then an entry.
        """
        groups = list(self.rows.values())
        if len(groups) > 1 and all(len(rows) == 1 for rows in groups):
            gathered: defaultdict[tuple[object, ...], list[_Row]] = defaultdict(list)
            for (row,) in groups:
                gathered[(row.journal[0], row.day, row.voucher)].append(row)
            groups = list(gathered.values())
        for rows in groups:
            yield from _by_day(rows)


def _by_day(rows: list[_Row]) -> Iterator[list[_Row]]:
    """Yield the rows of one number; apart when it comes again on another day, balanced."""
    days: defaultdict[dt.date | None, list[_Row]] = defaultdict(list)
    for row in rows:
        days[row.day].append(row)
    parts = list(days.values())
    if all(not signed(x for row in part for x in row.lines) for part in parts):
        yield from parts
    else:
        yield rows


def read_fec(content: FileContent, found: EntryRows) -> EntryFile:
    """Read the entries of a file whose header was recognised."""
    gathered = Gathered(problems=list(found.warnings))
    reader = _Reader(found, gathered.problems)
    groups = _Groups()
    for row in reader.rows():
        groups.add(row)
    seen: defaultdict[str, int] = defaultdict(int)
    for rows in groups.whole():
        _gather(rows, gathered, seen)
    closing = _CLOSING.search(content.name)
    return EntryFile(
        content.name,
        content.sha256,
        FileFormat.FEC,
        tuple(gathered.entries),
        tuple(gathered.problems),
        gathered.left_out,
        _closing_day(closing) if closing else None,
    )


class _Reader:
    """Reads rows one by one and keeps what is wrong with them."""

    def __init__(self, found: EntryRows, problems: list[Problem]) -> None:
        self._header = found.header
        self._rows = found.rows
        self._problems = problems
        self._is_signed = "Montant" in found.header.positions
        self._currencies: set[str] = set()

    def rows(self) -> Iterator[_Row]:
        used: set[int] = set()
        width, last = len(self._header.names), max(self._header.positions.values())
        for line, texts in self._rows:
            cells = Cells(self._header, line, texts, self._problems)
            if len(texts) <= last or any(text.strip() for text in texts[width:]):
                cells.refuse("fec.columns_wrong", count=len(texts), expected=width)
            used |= {at for at in self._header.extra if at < len(texts) and texts[at].strip()}
            yield self._row(cells)
        for at in sorted(used):
            self._problems.append(Problem(0, "entries.column_left", self._header.names[at]))

    def _row(self, cells: Cells) -> _Row:
        day = cells.day("EcritureDate")
        number = cells.text("EcritureNum")
        if day is None and not cells.is_faulty:
            cells.refuse("entries.day_missing", "EcritureDate")
        account = cells.text("CompteNum")
        if not account:
            cells.refuse("entries.account_missing", "CompteNum")
        self._watch_currency(cells)
        voucher = cells.text("PieceRef")
        if voucher in _NOTHING or names_no_voucher(voucher, number):
            voucher = ""
        label = cells.text("EcritureLib")
        if label in _NOTHING:
            label = ""
        lines = tuple(
            ReadLine(
                cells.line,
                account,
                cells.text("CompteLib"),
                debit,
                credit,
                label,
                party_number=cells.text("CompAuxNum"),
                party_name=cells.text("CompAuxLib"),
                matching=cells.text("EcritureLet"),
                matched_on=cells.day("DateLet"),
            )
            for debit, credit in self._sides(cells)
        )
        return _Row(
            (cells.text("JournalCode"), cells.text("JournalLib")),
            number,
            day,
            voucher,
            cells.day("PieceDate"),
            label,
            lines,
            cells.line,
            cells.is_faulty,
        )

    def _sides(self, cells: Cells) -> list[tuple[Money, Money]]:
        if self._is_signed:
            amount, side = cells.amount("Montant"), cells.text("Sens").upper()
            if side not in _DEBIT | _CREDIT:
                cells.refuse("fec.side_wrong", "Sens", text=side[:40])
            found = sides(*((amount, ZERO) if side in _DEBIT else (ZERO, amount)))
        else:
            found = sides(cells.amount("Debit"), cells.amount("Credit"))
        if not found and not cells.is_faulty:
            self._problems.append(Problem(cells.line, "entries.line_without_amount"))
        return found

    def _watch_currency(self, cells: Cells) -> None:
        """Say once of each currency that the euros of the file are taken."""
        currency = cells.text("Idevise").upper()
        if currency not in _EUROS and currency not in self._currencies:
            self._currencies.add(currency)
            self._problems.append(
                Problem(cells.line, "entries.currency", values={"currency": currency})
            )


def _gather(rows: Sequence[_Row], gathered: Gathered, seen: defaultdict[str, int]) -> None:
    first = rows[0]
    lines = tuple(line for row in rows for line in row.lines)
    is_faulty = any(row.is_faulty for row in rows)
    days = {row.day for row in rows if row.day}
    if len(days) > 1 and not is_faulty:
        is_faulty = True
        gathered.problems.append(
            Problem(
                first.line,
                "entries.days_differ",
                values={"number": first.number, "journal": first.journal[0]},
            )
        )
    if not lines and not is_faulty:
        return  # each of its lines was told to move nothing
    gathered.add(_entry(rows, lines, seen), is_faulty=is_faulty)


def _entry(
    rows: Sequence[_Row], lines: tuple[ReadLine, ...], seen: defaultdict[str, int]
) -> ReadEntry:
    first = rows[0]
    named = first.number or first.voucher or f"{first.day}"
    ref = f"fec:{first.journal[0]}:{named}"
    seen[ref] += 1
    if seen[ref] > 1:
        # The number came before, on another day.
        ref = f"{ref}:{first.day}:{seen[ref]}"
    return ReadEntry(
        line=first.line,
        ref=ref,
        number=first.number,
        entry_on=first.day or dt.date.min,
        label=_label(rows) or named,
        lines=lines,
        journal_code=first.journal[0],
        journal_name=first.journal[1],
        voucher_ref=_first(row.voucher for row in rows),
        voucher_on=first.voucher_on,
        is_opening=is_opening_journal(*first.journal),
    )


def _label(rows: Sequence[_Row]) -> str:
    """Return what an entry is for; else what opens the year is called, or its accounts."""
    name = rows[0].journal[1] if is_opening_journal(*rows[0].journal) else ""
    accounts = (line.account_label for row in rows for line in row.lines)
    return rows[0].label or name or _first(accounts)


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _closing_day(found: re.Match[str]) -> dt.date | None:
    try:
        day = dt.date(*map(int, found.groups()))
    except ValueError:
        return None
    return day if is_of_books(day) else None
