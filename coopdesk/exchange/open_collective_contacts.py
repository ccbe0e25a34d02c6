"""Contributors and members as Open Collective lists them: whom they name, and who hides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.domain.text import clean_line, fold
from coopdesk.exchange.json_content import flat, read_json
from coopdesk.exchange.open_collective_words import open_collective_words
from coopdesk.exchange.plain_table import PlainTable
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.exchange.file_content import FileContent

# Where each of the two lists says who somebody is: the address of the page, and the name.
_PAGES = frozenset({"contributorurl", "profile"})
_NAMES = frozenset({"contributorname", "name"})
_MEMBERS = frozenset({"MemberId", "profile"})
_SHOWN = 12


def handle_of(page: str) -> str:
    """Return what the platform calls somebody, out of the address of their page."""
    return clean_line(page).rstrip("/").rpartition("/")[2]


def members_table(content: FileContent) -> PlainTable:
    """Return the members of a JSON file as the table that the CSV file would be.

    Raises:
        RuleError: ``file.unknown_format``, they are no members; as ``read_json``.
    """
    listed = read_json(content)
    members = listed if isinstance(listed, list) else []
    rows = [flat(one) for one in members if isinstance(one, dict)]
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    if not _MEMBERS.issubset(names):
        raise RuleError("file.unknown_format", headers=", ".join(names[:_SHOWN]) or "JSON")
    if len(rows) > MAXIMUM_ROWS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    cells = [[row.get(name, "") for name in names] for row in rows]
    return PlainTable(names, 0, list(enumerate(cells, start=1)))


def without_hidden(table: PlainTable) -> PlainTable:
    """Return the table without those who give without a name; a warning counts them."""
    page, name = _position(table.names, _PAGES), _position(table.names, _NAMES)
    shown = [row for row in table.rows if not _hides(row[1], page, name)]
    count = len(table.rows) - len(shown)
    if not count:
        return table
    told = Problem(0, "collective.hidden_left_out", values={"count": count})
    return replace(table, rows=shown, warnings=(*table.warnings, told))


def _position(names: Sequence[str], wanted: frozenset[str]) -> int | None:
    return next((at for at, name in enumerate(names) if fold(name) in wanted), None)


def _hides(cells: Sequence[str], page: int | None, name: int | None) -> bool:
    words = open_collective_words()
    handle = handle_of(_cell(cells, page))
    called = fold(_cell(cells, name))
    if called in words.anonymous or handle.startswith(words.hidden):
        return True
    return not called and handle.startswith(words.nameless)


def _cell(cells: Sequence[str], position: int | None) -> str:
    return cells[position] if position is not None and position < len(cells) else ""
