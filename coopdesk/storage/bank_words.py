"""The words of bank labels that usually mean one account."""

from __future__ import annotations

from functools import cache

from coopdesk.domain.bank_matching_rules import UsualWord
from coopdesk.domain.errors import ExternalError
from coopdesk.system.paths import database_files

_NAME = "bank_words.csv"


@cache
def usual_words() -> tuple[UsualWord, ...]:
    """Return the words that the program knows, folded, each with its account and way.

    Raises:
        ExternalError: ``texts.missing``; the installation is damaged.
    """
    path = database_files() / "seed" / _NAME
    if not path.exists():
        raise ExternalError("texts.missing", name=_NAME)
    _header, *rows = path.read_text(encoding="utf-8").splitlines()
    found = []
    for row in rows:
        number, way, words = row.split(";")
        found += [UsualWord(word, number, way == "in") for word in words.split()]
    return tuple(found)
