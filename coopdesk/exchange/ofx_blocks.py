"""Parts an OFX file into statements and operations, whatever became of its grammar.

Our own reader, because the ones there are refuse a file for one row, a language or a missing
header: docs/decisions/0037-fichiers-des-banques.md. Nothing of the text is ever expanded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.row_cells import CELL_LIMIT
from coopdesk.exchange.sheet_limits import MAXIMUM_STATEMENTS
from coopdesk.exchange.statement_text import plain_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What gives a file its shape; all other tags only hold a value.
_SHAPE = re.compile(
    r"<(/?)(STMTRS|CCSTMTRS|STMTTRN|BANKTRANLIST|BANKACCTFROM|CCACCTFROM|LEDGERBAL|AVAILBAL"
    r"|STATUS|OFX)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_VALUE = re.compile(r"<([A-Za-z][\w.]*)(?=[\s>])[^<>]*>([^<]*)")
# No operation has so many; what follows them is none of it.
_MOST_VALUES = 200
_STATEMENTS = frozenset({"STMTRS", "CCSTMTRS"})
_ACCOUNTS = frozenset({"BANKACCTFROM", "CCACCTFROM"})


@dataclass(slots=True)
class OfxOperation:
    """The values of one operation by tag; ``is_cut`` when the file ends inside it."""

    line: int
    values: dict[str, str]
    is_cut: bool = False


@dataclass(slots=True)
class OfxStatement:
    """One statement: its account and closing balance as written, its operations."""

    line: int
    account: dict[str, str] = field(default_factory=dict)
    balance: dict[str, str] = field(default_factory=dict)
    currency: str = ""
    operations: list[OfxOperation] = field(default_factory=list)


@dataclass(slots=True)
class OfxFile:
    """The statements of a file; ``errors`` are what a bank answered instead of one."""

    statements: list[OfxStatement] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    is_closed: bool = False


def part_ofx(text: str) -> OfxFile:
    """Return the statements of a text; one character ends each of its lines.

    Raises:
        RuleError: ``file.too_many_rows``.
    """
    return _Parting(_bare(text)).file()


class _Parting:
    """Walks over the tags that give a file its shape."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = OfxFile()
        self._statement: OfxStatement | None = None
        self._operation: OfxOperation | None = None
        self._line = 1
        self._counted = 0

    def file(self) -> OfxFile:
        """Part the whole text."""
        for mark, following in pairwise(chain(_SHAPE.finditer(self._text), (None,))):
            assert mark is not None
            end = following.start() if following else len(self._text)
            name, body = mark[2].upper(), self._text[mark.end() : end]
            if mark[1]:
                self._close(name, body)
            else:
                self._open(name, body, mark.start())
        if self._operation is not None:
            self._operation.is_cut = True
        return self._found

    def _open(self, name: str, body: str, at: int) -> None:
        if name in _STATEMENTS:
            self._begin(at)
            self._take_currency(body)
        elif name == "STMTTRN":
            self._operation = OfxOperation(self._line_of(at), _values(body))
            self._current(at).operations.append(self._operation)
        elif name in _ACCOUNTS:
            self._current(at).account |= _values(body)
        elif name == "LEDGERBAL":
            self._current(at).balance |= _values(body)
        elif name == "STATUS" and not self._found.errors:
            self._take_status(_values(body))

    def _close(self, name: str, body: str) -> None:
        if name in {"STMTTRN", "BANKTRANLIST"}:
            self._operation = None
        if name in _STATEMENTS:
            self._statement = None
        elif name == "OFX":
            self._found.is_closed = True
        else:
            self._take_currency(body)

    def _begin(self, at: int) -> OfxStatement:
        if len(self._found.statements) >= MAXIMUM_STATEMENTS:
            raise RuleError("file.too_many_rows", limit=MAXIMUM_STATEMENTS)
        self._statement = OfxStatement(self._line_of(at))
        self._found.statements.append(self._statement)
        return self._statement

    def _current(self, at: int) -> OfxStatement:
        return self._statement or self._begin(at)

    def _take_currency(self, body: str) -> None:
        if self._statement is not None and "CURDEF" in body:
            self._statement.currency = _values(body).get("CURDEF", "")

    def _take_status(self, values: Mapping[str, str]) -> None:
        if values.get("SEVERITY", "").upper() == "ERROR":
            self._found.errors.append(values.get("MESSAGE") or values.get("CODE", ""))

    def _line_of(self, at: int) -> int:
        self._line += self._text.count("\n", self._counted, at)
        self._counted = at
        return self._line


def _values(body: str) -> dict[str, str]:
    """Return the values of a block by tag; where one comes twice, the first that is filled."""
    found: dict[str, str] = {}
    for tag in islice(_VALUE.finditer(body), _MOST_VALUES):
        name, value = tag[1], plain_value(tag[2][: CELL_LIMIT + 1]).strip()
        if value:
            found.setdefault(name.upper(), value)
    return found


def _bare(text: str) -> str:
    """Return the text without comments, sections of characters written as any other text."""
    if "<!" not in text:
        return text
    return "".join(_bare_parts(text))


def _bare_parts(text: str) -> Iterator[str]:
    at = 0
    while (start := text.find("<!", at)) >= 0:
        yield text[at:start]
        if text.startswith("<![CDATA[", start):
            end = text.find("]]>", start)
            inside = text[start + 9 : end if end >= 0 else len(text)]
            yield inside.replace("&", "&amp;").replace("<", "&lt;")
        elif text.startswith("<!--", start):
            end = text.find("-->", start)
            # The lines of what follows keep their numbers.
            yield "\n" * text.count("\n", start, end if end >= 0 else len(text))
        else:
            end = start - 1
            yield " "
        if end < 0:
            return
        at = end + 3
    yield text[at:]
