"""Compile a statement of SQLAlchemy once a worker, not once for each test's own file.

Every test opens files of its own, so every test has engines of its own; a program has one for
hours. Without this, a quarter of the time of the tests of the services went into compiling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

if TYPE_CHECKING:
    from typing import Any

_COMPILED: LRUCache[Any, Any] = LRUCache(2_000)


def share_compiled_statements() -> None:
    """Let all engines of this process read and fill one cache of compiled statements."""
    # The key of the cache holds the dialect; those of our engines differ in nothing.
    SQLiteDialect_pysqlite.__eq__ = _is_same_dialect
    SQLiteDialect_pysqlite.__hash__ = _hash_of_dialect
    event.listen(Engine, "engine_connect", _use_the_cache)


def _is_same_dialect(one: object, other: object) -> bool:
    return type(one) is type(other)


def _hash_of_dialect(one: object) -> int:
    return hash(type(one))


def _use_the_cache(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_COMPILED)
