"""Column types and checks shared by the tables."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    DateTime,
    Dialect,
    Integer,
    Select,
    SelectBase,
    String,
    Table,
    TextClause,
    select,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler

# Names of constraints must be the same on every engine, or migrations could not drop them.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """Base of every table; importing it from here puts the naming convention in place first."""


class Moment(TypeDecorator[dt.datetime]):
    """An instant, stored as naive UTC and always given back aware."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Store UTC without its zone."""
        return None if value is None else value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


def is_cents(column: str) -> CheckConstraint:
    """Refuse anything but an integer below 10 billion euros: SQLite stores a text too."""
    return CheckConstraint(
        f"CAST({column} AS INTEGER) = {column} AND abs({column}) <= 1000000000000",
        name=f"{column}_is_cents",
    )


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """Refuse a code that is not in the list."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def kept_text() -> Column[str]:
    """Return a column that the schema or a trigger fills, empty at first."""
    return Column(String, nullable=False, server_default=text("''"))


def kept_number() -> Column[int]:
    """Return a column that the schema or a trigger fills, zero at first."""
    return Column(Integer, nullable=False, server_default="0")


def table_of(row: type[SQLModel]) -> Table:
    """Return the Core table behind a SQLModel class, for selects of columns."""
    return SQLModel.metadata.tables[str(row.__tablename__)]


def as_text(query: SelectBase) -> TextClause:
    """Return a query of fixed values as text, to keep and use again.

    SQLAlchemy goes through what a query is built of at each use: for a short one that takes
    longer than the engine's answer.
    """
    return text(str(query.compile(compile_kwargs={"literal_binds": True})))


class _Listed(FunctionElement[str]):
    """All values of a column as one JSON list, in the order of the rows."""

    name = "listed"
    inherit_cache = True


@compiles(_Listed, "sqlite")
def _listed_in_sqlite(element: _Listed, compiler: SQLCompiler, **more: Any) -> str:
    return f"json_group_array({compiler.process(element.clauses, **more)})"


@compiles(_Listed)
def _listed(element: _Listed, compiler: SQLCompiler, **more: Any) -> str:
    values = compiler.process(element.clauses, **more)
    return f"CAST(coalesce(json_agg({values}), '[]') AS VARCHAR)"


def read_ids(connection: Connection, query: Select[Any]) -> list[int]:
    """Return the ids that a query selects, in its order.

    A list asks for all of them. The engine writes them as one text without coming back to
    Python for each, which costs a third less for 100 000 and leaves the window alone meanwhile.
    """
    rows = query.subquery()
    (key,) = rows.c
    listed = connection.execute(select(_Listed(key)).select_from(rows)).scalar_one()
    ids: list[int] = json.loads(listed)
    return ids


def read_lists(connection: Connection, query: Select[Any]) -> tuple[list[Any], ...]:
    """Return the columns of a query, numbers and texts, each as a list; as ``read_ids``."""
    rows = query.subquery()
    listed = select(*(_Listed(column) for column in rows.c)).select_from(rows)
    return tuple(json.loads(one) for one in connection.execute(listed).one())
