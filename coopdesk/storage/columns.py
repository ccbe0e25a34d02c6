"""Column types and checks shared by the tables."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import CheckConstraint, Connection, DateTime, Dialect, Select, Table
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def table_of(row: type[SQLModel]) -> Table:
    """Return the Core table behind a SQLModel class, for selects of columns."""
    return SQLModel.metadata.tables[str(row.__tablename__)]


def read_ids(connection: Connection, query: Select[Any]) -> list[int]:
    """Return the ids that a query selects, in its order.

    A list asks for all of them, and whole numbers need no conversion: they are taken from the
    driver as they come, which halves the cost of 100 000.
    """
    with connection.execute(query) as result:
        # Row by row, as every driver allows: 100 000 tuples at once cost a fifth more.
        rows = cast("Iterable[tuple[int]] | None", result.cursor)
        return [key for (key,) in rows or ()]
