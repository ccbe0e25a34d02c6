"""The accounts and journals that the program brings: read once from the seed."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from coopdesk.domain.chart import AccountKind, AccountStatus, CatalogueAccount
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.text import fold
from coopdesk.system.paths import database_files

_SHORTEST = 3


class StarterJournal(NamedTuple):
    """A journal that every file has at first."""

    code: str
    name: str
    kind: JournalKind
    account: str


@cache
def catalogue() -> tuple[CatalogueAccount, ...]:
    """Return every account that the regulation or use knows, by number."""
    return _accounts("chart.csv")


@cache
def known_accounts() -> dict[str, CatalogueAccount]:
    """Return the catalogue by number."""
    return {one.number: one for one in catalogue()}


@cache
def starter_accounts() -> tuple[CatalogueAccount, ...]:
    """Return the accounts that every chart has at first, by number.

    They are the usual ones of the catalogue, and one below each of those that would take no
    entry of its most common kind: 7063 stands below 706, 7073 below 707.
    """
    usual = [one for one in catalogue() if one.is_usual]
    return tuple(sorted([*usual, *_accounts("subaccounts.csv")], key=lambda one: one.number))


@cache
def plain_words() -> dict[str, tuple[str, ...]]:
    """Return the words, folded, that people have for an account, by its number."""
    return {
        row["number"]: tuple(fold(row["words"]).split()) for row in _rows("account_words.csv")
    }


def meant_by(text: str) -> list[str]:
    """Return the numbers of the accounts that plain words mean; each word may be begun only."""
    words = [word for word in fold(text).split() if len(word) >= _SHORTEST]
    return [
        number
        for number, known in plain_words().items()
        if words and all(any(one.startswith(word) for one in known) for word in words)
    ]


@cache
def starter_journals() -> tuple[StarterJournal, ...]:
    """Return the journals that every file has at first."""
    return tuple(
        StarterJournal(row["code"], row["name"], JournalKind(row["kind"]), row["account"])
        for row in _rows("journals.csv")
    )


def _accounts(name: str) -> tuple[CatalogueAccount, ...]:
    return tuple(
        CatalogueAccount(
            number=row["number"],
            label=row["label"],
            kind=AccountKind(row["kind"]),
            status=AccountStatus(row["status"]),
            source=row["source"],
            is_usual=row["is_usual"] == "1",
        )
        for row in _rows(name)
    )


def _rows(name: str) -> list[dict[str, str]]:
    """Read a table whose cells are parted by semicolons and hold none."""
    path = database_files() / "seed" / name
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    names = head.split(";")
    return [dict(zip(names, line.split(";"), strict=True)) for line in lines]
