"""What a command hands back, and how it is shown: one JSON document, or tables to read."""

from __future__ import annotations

import datetime as dt
import enum
import io
import json
import os
import sys
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, TextIO

from coopdesk.domain.text import clean_line
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Rich lays a table out by measuring every cell: beyond this it would make people wait.
_RICH_ROWS = 1_000
_GAP = 3  # what Rich puts between two columns
_MOST_TOLD = 12  # names in one sentence


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a listing; figures stand at the right.

    A narrow terminal is spared the columns that are ``rare``; a file or a pipe gets them all.
    """

    title: str
    at_right: bool = False
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows to read; ``empty`` is the sentence that stands in for no rows."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a command: the document for ``--json``, the parts for people."""

    document: Mapping[str, object]
    parts: tuple[Listing | str, ...] = ()
    exit_code: int = 0


def facts(*pairs: tuple[str, str]) -> Listing:
    """Return name and value lines, without those whose value is empty."""
    rows = [(name, value) for name, value in pairs if value]
    return Listing((Column(""), Column("")), rows)


def named(name: str, value: object) -> str:
    """Return a name and what it is, with the colon of the language."""
    return _("{name}: {message}").format(name=name, message=value)


def listed(names: Iterable[str]) -> str:
    """Return names in a line, each once; of many, those that come first."""
    told = list(dict.fromkeys(names))
    return ", ".join((*told[:_MOST_TOLD], *(["…"] if len(told) > _MOST_TOLD else [])))


def speak_utf8() -> None:
    """Let both streams carry every character, whatever the system's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def show(answer: Answer, *, as_json: bool) -> None:
    """Print an answer on standard output; nobody reading it is no error."""
    if as_json:
        text = json_text(answer.document)
    else:
        parts = answer.parts
        text = "".join(x + "\n" if isinstance(x, str) else listing_text(x) for x in parts)
    try:
        _write(sys.stdout, text)
    except BrokenPipeError:
        _silence()


def tell(text: str) -> None:
    """Print a message beside the answer, on standard error."""
    _write(sys.stderr, text + "\n")


def json_text(document: Mapping[str, object]) -> str:
    """Return the document with ISO dates and codes, keys in the order they were given."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, PurePath):
        return str(value)
    raise TypeError(type(value).__name__)


def listing_text(listing: Listing) -> str:
    """Return a listing as text: drawn for a terminal, plain lines for a file or a pipe."""
    if not listing.rows:
        return listing.empty + "\n" if listing.empty else ""
    # Names come from outside: a terminal must not obey what stands in them.
    rows = [[clean_line(cell) for cell in row] for row in listing.rows]
    if sys.stdout.isatty() and len(rows) <= _RICH_ROWS:
        return _drawn(listing.columns, rows)
    return _plain_lines(listing.columns, rows)


def _drawn(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout)
    ranks = _ranks_that_fit(columns, rows, console.width)
    columns = [columns[rank] for rank in ranks]
    titled = any(column.title for column in columns)
    table = Table(box=box.SIMPLE_HEAD if titled else None, show_header=titled, pad_edge=False)
    for column in columns:
        if column.at_right:
            table.add_column(Text(column.title), justify="right", no_wrap=True)
        else:
            table.add_column(Text(column.title))
    for row in rows:
        table.add_row(*(Text(row[rank], overflow="fold") for rank in ranks))
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def _ranks_that_fit(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int
) -> list[int]:
    """Choose the columns to draw: all, or without the last rare ones where they do not fit."""
    ranks = list(range(len(columns)))
    lines = [[column.title for column in columns], *rows]
    needs = [max(len(line[rank]) for line in lines) + _GAP for rank in ranks]
    for rank in reversed(range(len(columns))):
        if columns[rank].rare and sum(needs[kept] for kept in ranks) > width:
            ranks.remove(rank)
    return ranks


def _plain_lines(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    titles = [column.title for column in columns]
    lines = [titles, *rows] if any(titles) else rows
    widths = [max(len(line[rank]) for line in lines) for rank in range(len(columns))]
    return "".join(_plain_line(columns, widths, line) for line in lines)


def _plain_line(columns: Sequence[Column], widths: Sequence[int], line: Sequence[str]) -> str:
    cells = [
        cell.rjust(width) if column.at_right else cell.ljust(width)
        for column, width, cell in zip(columns, widths, line, strict=True)
    ]
    return "  ".join(cells).rstrip() + "\n"


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()


def _silence() -> None:
    """Send what is left to nowhere: the program that read our output has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
