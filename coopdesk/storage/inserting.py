"""Insert many rows of one table, or one, by statements that are prepared once."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Dialect, Table

    Columns = dict[str, Sequence[Any]]
    _Bind = Callable[[Any], Any]

# Rows in one statement, and values in it: SQLite takes 32 766 since 2020.
_MOST_ROWS, _MOST_PARAMETERS = 100, 8_000


def insert_columns(connection: Connection, table: Table, columns: Columns) -> None:
    """Insert rows given column by column, a hundred with each run of a prepared statement.

    Compiles once and binds tuples: half the cost of ``connection.execute(insert, dicts)`` for
    imports of tens of thousands of rows, and the same on every engine. A quarter less again by
    many rows in a statement: SQLite keeps what a statement may have to take back.
    """
    prepared = _prepared(table, tuple(columns), connection.dialect)
    if prepared is None:
        _insert_rows(connection, table, columns)
        return
    statement, order, binds = prepared
    bound = [_bound(columns[name], bind) for name, bind in zip(order, binds, strict=True)]
    rows_of_values = list(zip(*bound, strict=True))
    marks = f"({', '.join('?' * len(order))})"
    many = min(_MOST_ROWS, _MOST_PARAMETERS // len(order))
    together = len(rows_of_values) // many * many if statement.endswith(marks) else 0
    of_many = statement + f", {marks}" * (many - 1) if together else ""
    for start in range(0, together, many):
        values = chain.from_iterable(rows_of_values[start : start + many])
        connection.exec_driver_sql(of_many, tuple(values))
    if together < len(rows_of_values):
        connection.exec_driver_sql(statement, rows_of_values[together:])


@lru_cache(maxsize=1_000)
def _prepared(
    table: Table, names: tuple[str, ...], dialect: Dialect
) -> tuple[str, tuple[str, ...], tuple[_Bind | None, ...]] | None:
    """Return how rows are inserted: statement, order of its values, how each is converted.

    None where an engine takes no values by their places.
    """
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    order = compiled.positiontup
    if order is None:
        return None
    kinds = (table.c[name].type.dialect_impl(dialect) for name in order)
    return str(compiled), tuple(order), tuple(kind.bind_processor(dialect) for kind in kinds)


def _insert_rows(connection: Connection, table: Table, columns: Columns) -> None:
    """Insert rows by a statement that SQLAlchemy compiles at its first use and keeps."""
    rows = zip(*columns.values(), strict=True)
    connection.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in rows])


def _bound(values: Sequence[Any], bind: _Bind | None) -> Sequence[Any]:
    """Return values as the driver takes them; days repeat, so each is converted once."""
    if bind is None:
        return values
    converted = {value: bind(value) for value in set(values)}
    return [converted[value] for value in values]
