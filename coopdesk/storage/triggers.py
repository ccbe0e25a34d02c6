"""Triggers that keep what is issued from ever changing, by any SQL short of dropping them.

They stand in code, not in migrations: the runner drops them before the steps and puts them back
after, because renaming a table fails while a trigger names it, and rebuilding one loses its
triggers. Checks on insert do not rely on ``recursive_triggers``: a foreign tool's REPLACE is
refused as well.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from coopdesk.storage.book_sums import BOOK_SUM_TRIGGERS
from coopdesk.storage.entry_triggers import ENTRY_TRIGGERS
from coopdesk.storage.expense_triggers import EXPENSE_TRIGGERS
from coopdesk.storage.gift_triggers import GIFT_TRIGGERS
from coopdesk.storage.receipt_triggers import RECEIPT_TRIGGERS
from coopdesk.storage.refusing import refused
from coopdesk.storage.sums import SUM_TRIGGERS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SHARE_TRIGGERS: dict[str, str] = dict(
    [
        refused(
            "share_movement_dense",
            "INSERT",
            "share_movement",
            "numbers of the register of shares follow without gap",
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM share_movement)",
        ),
        refused(
            "share_movement_last",
            "DELETE",
            "share_movement",
            "only the last movement of shares can be taken back",
            "OLD.number < (SELECT max(number) FROM share_movement)",
        ),
    ]
)

TRIGGERS: dict[str, str] = {
    **RECEIPT_TRIGGERS,
    **GIFT_TRIGGERS,
    **EXPENSE_TRIGGERS,
    **ENTRY_TRIGGERS,
    **_SHARE_TRIGGERS,
    **SUM_TRIGGERS,
    **BOOK_SUM_TRIGGERS,
}

# The digests of what earlier programs put into files of this schema: such a file is whole, and
# gets the triggers of today when it is opened.
_FORMER: frozenset[str] = frozenset()


def install(connection: Connection) -> None:
    """Put every trigger in place, replacing what is there."""
    drop_all(connection)
    for statement in TRIGGERS.values():
        connection.exec_driver_sql(statement)


def drop_all(connection: Connection) -> None:
    """Remove every trigger; only the migration runner does this, inside its transaction."""
    for name in _present(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def missing(connection: Connection) -> tuple[str, ...]:
    """Name the triggers that the file lacks, or has in another wording; not former ones."""
    return look(connection)[0]


def look(connection: Connection) -> tuple[tuple[str, ...], bool]:
    """Return what is ``missing``, and whether all are untouched ones of an earlier program."""
    present = _present(connection)
    if present == TRIGGERS:
        return (), False
    if _digest(present) in _FORMER:
        return (), True
    return tuple(name for name, sql in TRIGGERS.items() if present.get(name) != sql), False


def _digest(present: dict[str, str]) -> str:
    """Return the SHA-256 of triggers, in hexadecimal."""
    texts = (f"{name}: {present[name]}" for name in sorted(present))
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def _present(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    )
    return {str(name): str(sql) for name, sql in rows.all()}
