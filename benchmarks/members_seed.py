"""Adds past memberships and an own field to a demonstration, by bare SQL.

The columns are those that the program writes; fees are given as paid without payments, so that
200 000 memberships take seconds.
"""

from __future__ import annotations

import random
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

PAST_YEARS = range(2016, 2026)
_MEMBERSHIP = (
    "id",
    "contact_id",
    "type_id",
    "started_on",
    "ended_on",
    "fee_cents",
    "joining_fee_cents",
    "instalment_count",
    "note",
    "name_key",
    "start_year",
    "paid_cents",
)
_FIELD = (
    "INSERT INTO custom_field (id, name, name_key, kind, kind_of_contact, choices, is_listed,"
    " is_searched, position) VALUES (1, 'Taille', 'taille', 'choice', '', 'S\nM\nL', 0, 0, 0)"
)


def add_members(path: Path, memberships: int) -> int:
    """Fill up to so many memberships in one transaction; return how many there are now."""
    chance = random.Random(1901)
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("synchronous=OFF", "journal_mode=MEMORY", "recursive_triggers=ON"):
        connection.execute(f"PRAGMA {pragma}")
    keys = dict(connection.execute("SELECT id, sort_key FROM contact ORDER BY id"))
    connection.execute("BEGIN")
    made = _fill_memberships(connection, keys, memberships, chance)
    connection.execute(_FIELD)
    some = chance.sample(sorted(keys), len(keys) * 3 // 5)
    values = [(key, 1, chance.choice(("S", "M", "L"))) for key in some]
    _insert(connection, "custom_value", ("contact_id", "field_id", "text"), values)
    connection.execute("COMMIT")
    connection.close()
    return made


def _fill_memberships(
    connection: sqlite3.Connection, keys: dict[int, str], wanted: int, chance: random.Random
) -> int:
    (known, first) = connection.execute(
        "SELECT count(*), coalesce(max(id), 0) + 1 FROM membership"
    ).fetchone()
    every = [(key, year) for key in keys for year in PAST_YEARS]
    past = sorted(chance.sample(every, wanted - known))
    paid = [2000 if chance.random() < 0.95 else 0 for _one in past]
    _insert(
        connection,
        "membership",
        _MEMBERSHIP,
        (
            (
                n,
                key,
                1,
                f"{year}-01-01",
                f"{year}-12-31",
                2000,
                0,
                0,
                "",
                keys[key],
                year,
                cents,
            )
            for n, ((key, year), cents) in enumerate(zip(past, paid, strict=True), first)
        ),
    )
    covered = ((n, key) for n, (key, _year) in enumerate(past, first))
    _insert(connection, "membership_person", ("membership_id", "contact_id"), covered)
    return known + len(past)


def _insert(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> None:
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 (our own names)
    connection.executemany(statement, rows)
