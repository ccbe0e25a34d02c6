"""How words typed in a search box become conditions; the same on every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, ColumnElement

_MOST_WORDS = 8
_ESCAPE = "\\"


def words_in(columns: Sequence[Column[Any]], text: str) -> list[ColumnElement[bool]]:
    """Return conditions that every word of ``text`` occurs in one of the folded columns.

    ``%`` and ``_`` typed by people are plain characters.
    """
    words = fold(text).split()[:_MOST_WORDS]
    return [or_(*(_holds(column, word) for column in columns)) for word in words]


def _holds(column: Column[Any], word: str) -> ColumnElement[bool]:
    return like(column, "%", word, "%")


def like(column: ColumnElement[str], before: str, word: str, after: str) -> ColumnElement[bool]:
    """Return that a column is a word with something ``before`` or ``after``, for LIKE."""
    pattern = escaped(word)
    # To look out for the escape costs a tenth of a search; folded words hardly ever need it.
    escape = None if pattern == word else _ESCAPE
    return column.like(f"{before}{pattern}{after}", escape=escape)


def escaped(word: str) -> str:
    """Return a text for LIKE in which ``%`` and ``_`` are plain characters."""
    for special in (_ESCAPE, "%", "_"):
        word = word.replace(special, _ESCAPE + special)
    return word
