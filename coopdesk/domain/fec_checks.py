"""Whether a file of accounting entries (FEC) is what the law wants, line by line.

LPF art. A47 A-1, VII to XIV, and what the tax office's own tester refuses. A problem of line 0
is about the file as a whole.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.fec import FEC_COLUMNS
from coopdesk.domain.identifiers import check_siren
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NAME = re.compile(r"(\d{9})FEC(\d{8})(?:_\d+)?(?:\.txt)?", re.IGNORECASE)
_DAY = re.compile(r"\d{8}")
# The sign stands first or last; nothing parts thousands.
_NUMBER = re.compile(r"[+-]?\d+(?:,\d*)?|\d+(?:,\d*)?[+-]")
_BLANKS = ("\u00a0", "\u202f", "\u2007")
_MARK = b"\xef\xbb\xbf"
_SIGNED = ("Montant", "Sens")
_SIDES = {"D": 1, "C": -1, "+1": 1, "1": 1, "-1": -1}
_ALWAYS_FILLED = (
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "ValidDate",
)
_DAYS = ("EcritureDate", "PieceDate", "DateLet", "ValidDate")
_AMOUNTS = frozenset({"Debit", "Credit", "Montant", "Montantdevise"})
_OPENING_CODES = frozenset({"an", "ran", "ano", "anouv", "ouv", "a nouveau", "a nouveaux"})
_MOST_OF_A_CODE = 20


def is_opening_journal(code: str, name: str) -> bool:
    """Tell whether a journal carries over the balances of the year before."""
    said = fold(name)
    return fold(code) in _OPENING_CODES or "nouveau" in said or "ouverture" in said


@dataclass(slots=True)
class _Entry:
    """What the lines of an entry add up to."""

    line: int
    number: str
    cents: int = 0
    classes: set[str] = field(default_factory=set)
    is_opening: bool = False


def check_fec(content: bytes, name: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with a file, by line; ``name`` is checked when it is given.

    Each code says at most twenty times where it was met.
    """
    return tuple(_Checker(name).check(content))


class _Checker:
    """Reads a file once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._closes_on: dt.date | None = None
        self._columns: tuple[str, ...] = FEC_COLUMNS
        self._separator = "\t"
        self._told: defaultdict[str, int] = defaultdict(int)
        self._entries: dict[tuple[str, str], _Entry] = {}
        self._validated_on = ""
        self._is_past_opening = False

    def check(self, content: bytes) -> Iterator[Problem]:
        yield from self._check_name()
        if b"\0" in content:
            # UTF-16 has one at every letter: nothing else is worth saying of such a file.
            line = content.count(b"\n", 0, content.index(b"\0")) + 1
            yield Problem(line, "fec.charset_wrong")
        else:
            yield from self._check_text(content)

    def _check_text(self, content: bytes) -> Iterator[Problem]:
        text, problem = _decoded(content)
        if problem is not None:
            yield problem
        lines = re.split(r"\r\n|\n|\r", text)
        if lines and not lines[-1]:
            lines.pop()
        yield from self._check_header(lines[0] if lines else "")
        for line, record in enumerate(lines[1:], start=2):
            for problem in self._check_record(line, record):
                if self._is_to_be_told(problem):
                    yield problem
        for problem in self._check_entries():
            if self._is_to_be_told(problem):
                yield problem

    def _is_to_be_told(self, problem: Problem) -> bool:
        self._told[problem.code] += 1
        return self._told[problem.code] <= _MOST_OF_A_CODE

    def _check_name(self) -> Iterator[Problem]:
        if not self._name:
            return
        found = _NAME.fullmatch(self._name)
        if found is None:
            yield Problem(0, "fec.name_wrong", values={"name": self._name})
            return
        self._closes_on = _day(found[2])
        if self._closes_on is None:
            yield Problem(0, "fec.name_wrong", values={"name": self._name})
        try:
            check_siren(found[1])
        except RuleError:
            yield Problem(0, "fec.siren_wrong", values={"siren": found[1]})

    def _check_header(self, header: str) -> Iterator[Problem]:
        if "\t" not in header and "|" in header:
            self._separator = "|"
        names = header.split(self._separator)
        if len(names) < 2:
            yield Problem(1, "fec.separator_wrong")
        signed = tuple(
            dict(zip(("Debit", "Credit"), _SIGNED, strict=True)).get(x, x) for x in FEC_COLUMNS
        )
        for at, known in enumerate(signed if _SIGNED[0] in names else FEC_COLUMNS):
            written = names[at] if at < len(names) else ""
            if written != known:
                yield Problem(
                    1, "fec.header_wrong", known, {"text": written[:40], "place": at + 1}
                )
                break
        self._columns = tuple(names) if len(names) >= len(FEC_COLUMNS) else FEC_COLUMNS

    def _check_record(self, line: int, record: str) -> Iterator[Problem]:
        cells = record.split(self._separator)
        if len(cells) != len(self._columns):
            yield Problem(
                line,
                "fec.columns_wrong",
                values={"count": len(cells), "expected": len(self._columns)},
            )
            return
        found = dict(zip(self._columns, cells, strict=True))
        yield from _check_characters(line, found, self._separator)
        yield from _check_cells(line, found)
        yield from self._check_day(line, found)
        yield from self._check_order(line, found)
        yield from self._add(line, found)

    def _check_day(self, line: int, cells: Mapping[str, str]) -> Iterator[Problem]:
        day = _day(cells.get("EcritureDate", ""))
        if day and self._closes_on and day > self._closes_on:
            yield Problem(line, "fec.after_closing", "EcritureDate", {"day": self._closes_on})

    def _check_order(self, line: int, cells: Mapping[str, str]) -> Iterator[Problem]:
        """Want what opens the year first, then the days of validation in order."""
        opens = is_opening_journal(cells.get("JournalCode", ""), cells.get("JournalLib", ""))
        if opens and self._is_past_opening:
            yield Problem(line, "fec.opening_late", "JournalCode")
        if opens:
            return
        self._is_past_opening = True
        validated = cells.get("ValidDate", "")
        if validated and validated < self._validated_on:
            yield Problem(line, "fec.order_wrong", "ValidDate")
        self._validated_on = max(validated, self._validated_on)

    def _add(self, line: int, cells: Mapping[str, str]) -> Iterator[Problem]:
        """Add a line to its entry, and want an amount on one side alone."""
        key = (cells.get("JournalCode", ""), cells.get("EcritureNum", ""))
        entry = self._entries.setdefault(key, _Entry(line, key[1]))
        account = cells.get("CompteNum", "")
        entry.classes.add(account[:2] if account.startswith("12") else account[:1])
        if _SIGNED[0] in cells:
            amount, side = _cents(cells[_SIGNED[0]]), _SIDES.get(cells["Sens"].strip())
            if side is None:
                yield Problem(line, "fec.side_wrong", "Sens", {"text": cells["Sens"][:40]})
            entry.cents += (amount or 0) * (side or 0)
            return
        debit, credit = _cents(cells.get("Debit", "")), _cents(cells.get("Credit", ""))
        if debit is not None and credit is not None and bool(debit) == bool(credit):
            yield Problem(line, "fec.one_side", "Debit")
        entry.cents += (debit or 0) - (credit or 0)

    def _check_entries(self) -> Iterator[Problem]:
        for (journal, number), entry in self._entries.items():
            if entry.cents:
                yield Problem(
                    entry.line,
                    "fec.entry_unbalanced",
                    "EcritureNum",
                    {"journal": journal, "number": number},
                )
            if "12" in entry.classes and entry.classes & {"6", "7"}:
                yield Problem(entry.line, "fec.zeroes_result", values={"number": number})
        yield from self._check_sequence()

    def _check_sequence(self) -> Iterator[Problem]:
        """Want numbers without gap, over all journals or within each."""
        numbers: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for (journal, number), entry in self._entries.items():
            if not number.isascii() or not number.isdigit():
                return
            numbers[journal][int(number)] = entry.line
        every = [number for of_journal in numbers.values() for number in of_journal]
        if len(every) == len(set(every)):
            together = {n: line for lines in numbers.values() for n, line in lines.items()}
            numbers = defaultdict(dict, {"": together})
        for of_journal in numbers.values():
            for before, after in _gaps(sorted(of_journal)):
                yield Problem(
                    of_journal[after],
                    "fec.number_gap",
                    "EcritureNum",
                    {"number": after, "before": before},
                )


def _gaps(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    for before, after in pairwise(numbers):
        if after != before + 1:
            yield before, after


def _decoded(content: bytes) -> tuple[str, Problem | None]:
    """Return the text in UTF-8 or ISO 8859-15, and what is wrong with its characters."""
    problem = Problem(0, "fec.has_mark") if content.startswith(_MARK) else None
    try:
        return content.decode("utf-8-sig"), problem
    except UnicodeDecodeError:
        text = content.decode("iso8859-15")
    odd = re.search(r"[\x80-\x9f]", text)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        return text, Problem(line, "fec.charset_wrong")
    return text, None


def _check_characters(line: int, cells: Mapping[str, str], separator: str) -> Iterator[Problem]:
    other = "|" if separator == "\t" else "\t"
    for name, text in cells.items():
        if other in text:
            yield Problem(line, "fec.separator_in_cell", name)
        if any(blank in text for blank in _BLANKS):
            yield Problem(line, "fec.no_break_space", name)


def _check_cells(line: int, cells: Mapping[str, str]) -> Iterator[Problem]:
    empty = [name for name in _ALWAYS_FILLED if not cells.get(name, "").strip()]
    for name in empty:
        yield Problem(line, "fec.cell_empty", name)
    for name in _DAYS:
        text = cells.get(name, "")
        if text.strip() and _day(text) is None:
            yield Problem(line, "fec.day_wrong", name, {"text": text[:40]})
    for name in sorted(_AMOUNTS & cells.keys()):
        if not _is_number(name, cells[name]):
            yield Problem(line, "fec.number_wrong", name, {"text": cells[name][:40]})
    account = cells.get("CompteNum", "")
    if account.strip() and not re.match(r"[0-9]{3}", account):
        yield Problem(line, "fec.account_wrong", "CompteNum", {"text": account[:40]})


def _is_number(name: str, text: str) -> bool:
    may_be_empty = name == "Montantdevise" and not text.strip()
    return may_be_empty or _cents(text) is not None


def _day(text: str) -> dt.date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        return dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def _cents(text: str) -> int | None:
    """Return an amount in cents, None for what is no number as the law writes it."""
    if not _NUMBER.fullmatch(text):
        return None
    euros, _comma, decimals = text.strip("+-").partition(",")
    cents = int(euros) * 100 + int((decimals[:2] or "0").ljust(2, "0"))
    return -cents if "-" in text else cents
