"""Pages of lists: rows as the driver gives them, each value that repeats converted once."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import closing
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Integer, String, bindparam, literal, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from coopdesk.domain.members import MemberDays, member_status
from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Column, Connection, Dialect, Join, Select

    from coopdesk.domain.members import MemberRules, MemberStatus

    ReadDay = str | dt.date | None

# What repeats is kept between pages; a list of 100 000 has more than is worth keeping.
_KEPT = 4096

as_money = lru_cache(maxsize=_KEPT)(Money)


class _Numbers(FunctionElement[int]):
    """The values of a JSON list, as rows."""

    name = "numbers"
    inherit_cache = True


@compiles(_Numbers, "sqlite")
def _numbers_in_sqlite(element: _Numbers, compiler: SQLCompiler, **more: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **more)})"


@compiles(_Numbers)
def _numbers(element: _Numbers, compiler: SQLCompiler, **more: Any) -> str:
    listed = compiler.process(element.clauses, **more)
    return f"json_array_elements_text(CAST({listed} AS json))"


_ids = _Numbers(bindparam("ids", type_=String())).table_valued("value")


def values_in(values: Sequence[int] | Sequence[str]) -> Select[Any]:
    """Return a query of values, for ``in_``: one parameter for thousands of them."""
    rows = _Numbers(literal(json.dumps(list(values)), String())).table_valued("value")
    kind = String if values and isinstance(values[0], str) else Integer
    return select(sql_cast(rows.c.value, kind))


def listed_in(column: Column[Any]) -> Join:
    """Return the rows of a table whose column is one of the ids that ``read_listed`` brings.

    One parameter for a whole page, where ``in_`` writes the statement anew for every page.
    """
    return _ids.join(column.table, column == sql_cast(_ids.c.value, Integer))


def read_listed(
    connection: Connection, query: Select[Any], ids: Iterable[int]
) -> list[tuple[Any, ...]]:
    """Return the rows of a query from ``listed_in``."""
    return read_plain(connection, query, {"ids": str(sorted(set(ids)))})


def read_plain(
    connection: Connection, query: Select[Any], values: Mapping[str, Any] | None = None
) -> list[tuple[Any, ...]]:
    """Return the rows of a query, in its order; days may be texts in ISO form.

    The query is a constant of its module, so that it is compiled once, and the driver's own
    cursor runs it: a page asks for several, and each would cost as much again in layers.
    """
    text, names, fixed = _compiled(query, connection.dialect)
    given = {**fixed, **values} if values else fixed
    if not connection.in_transaction():
        connection.begin()
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(text, [given[name] for name in names])
        return cast("list[tuple[Any, ...]]", cursor.fetchall())


@lru_cache(maxsize=64)
def _compiled(
    query: Select[Any], dialect: Dialect
) -> tuple[str, Sequence[str], Mapping[str, Any]]:
    compiled = query.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    return str(compiled), compiled.positiontup or (), compiled.params


@lru_cache(maxsize=_KEPT)
def as_day(value: ReadDay) -> dt.date | None:
    """Return a day that ``read_plain`` read, on every engine."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


@lru_cache(maxsize=2)
def statuses(
    rules: MemberRules, today: dt.date
) -> Callable[[ReadDay, ReadDay, ReadDay], MemberStatus | None]:
    """Return what makes a status of the days since, until and left on that were read."""

    @lru_cache(maxsize=_KEPT)
    def status(since: ReadDay, until: ReadDay, left_on: ReadDay) -> MemberStatus | None:
        days = MemberDays(as_day(since), as_day(until), as_day(left_on))
        return member_status(days, rules, today)

    return status
