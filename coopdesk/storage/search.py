"""How words typed in a search box become conditions; the same on every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, String, bindparam, cast, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, ColumnElement
    from sqlalchemy.sql.compiler import SQLCompiler

_MOST_WORDS = 8
_ESCAPE = "\\"


class _Numbers(FunctionElement[int]):
    """The numbers of a JSON list, as rows."""

    name = "numbers"
    inherit_cache = True


@compiles(_Numbers, "sqlite")
def _numbers_in_sqlite(element: _Numbers, compiler: SQLCompiler, **more: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **more)})"


@compiles(_Numbers)
def _numbers(element: _Numbers, compiler: SQLCompiler, **more: Any) -> str:
    listed = compiler.process(element.clauses, **more)
    return f"json_array_elements_text(CAST({listed} AS json))"


def is_among(column: Column[Any], parameter: str) -> ColumnElement[bool]:
    """Return that a column is one of the ids of a JSON list, which a parameter brings.

    One parameter for a whole page, where ``in_`` writes the statement anew for every page.
    """
    listed = _Numbers(bindparam(parameter, type_=String())).table_valued("value")
    return column.in_(select(cast(listed.c.value, Integer)))


def words_in(columns: Sequence[Column[Any]], text: str) -> list[ColumnElement[bool]]:
    """Return conditions that every word of ``text`` occurs in one of the folded columns.

    ``%`` and ``_`` typed by people are plain characters.
    """
    words = fold(text).split()[:_MOST_WORDS]
    return [or_(*(_holds(column, word) for column in columns)) for word in words]


def _holds(column: Column[Any], word: str) -> ColumnElement[bool]:
    pattern = escaped(word)
    # To look out for the escape costs a tenth of a search; folded words hardly ever need it.
    escape = None if pattern == word else _ESCAPE
    return column.like(f"%{pattern}%", escape=escape)


def escaped(word: str) -> str:
    """Return a text for LIKE in which ``%`` and ``_`` are plain characters."""
    for special in (_ESCAPE, "%", "_"):
        word = word.replace(special, _ESCAPE + special)
    return word
