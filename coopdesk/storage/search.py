"""How words typed in a search box become conditions; the same on every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

_MOST_WORDS = 8
_ESCAPE = "\\"


def words_in(columns: Sequence[ColumnElement[Any]], text: str) -> list[ColumnElement[bool]]:
    """Return conditions that every word of ``text`` occurs in one of the folded columns.

    ``%`` and ``_`` typed by people are plain characters.
    """
    words = fold(text).split()[:_MOST_WORDS]
    return [or_(*(like(column, "%", word, "%") for column in columns)) for word in words]


def like(column: ColumnElement[str], before: str, word: str, after: str) -> ColumnElement[bool]:
    """Return that a column is a word with something ``before`` or ``after``, for LIKE."""
    return _like(column, f"{before}{_escaped(word)}{after}")


def in_order(column: ColumnElement[str], text: str) -> ColumnElement[bool]:
    """Return that the characters of a text occur in a column, one after the other."""
    return _like(column, "%".join(("", *map(_escaped, text), "")))


def _like(column: ColumnElement[str], pattern: str) -> ColumnElement[bool]:
    # To look out for the escape costs a tenth of a search; folded words hardly ever need it.
    return column.like(pattern, escape=_ESCAPE if _ESCAPE in pattern else None)


def _escaped(word: str) -> str:
    """Return a text for LIKE in which ``%`` and ``_`` are plain characters."""
    for special in (_ESCAPE, "%", "_"):
        word = word.replace(special, _ESCAPE + special)
    return word
