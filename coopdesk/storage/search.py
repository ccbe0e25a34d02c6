"""How words typed in a search box become conditions; the same on every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement

_MOST_WORDS = 8
_ESCAPE = "\\"


def words_in(column: Column[Any], text: str) -> list[ColumnElement[bool]]:
    """Return conditions that every word of ``text`` occurs in a folded column.

    ``%`` and ``_`` typed by people are plain characters.
    """
    return [
        column.like(f"%{_escaped(word)}%", escape=_ESCAPE)
        for word in fold(text).split()[:_MOST_WORDS]
    ]


def _escaped(word: str) -> str:
    for special in (_ESCAPE, "%", "_"):
        word = word.replace(special, _ESCAPE + special)
    return word
