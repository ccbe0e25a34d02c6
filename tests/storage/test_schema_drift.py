"""What the migrations build is what the tables in the code say, constraints included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from coopdesk.storage import tables
from coopdesk.storage.migrations import create_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

ADDED_COLUMN = re.compile(r", (?=\w+ (?:BOOLEAN|DATE|INTEGER|VARCHAR)\b)")
DEFINITIONS = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL"


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Connection]:
    """A connection to a file made by the migrations alone."""
    database = create_database(tmp_path / "new.coopdesk")
    with database.reading() as connection:
        yield connection
    database.close()


def definitions(connection: Connection) -> dict[str, list[str]]:
    """Return the lines of each table's definition, sorted: a later column may stand last."""
    rows = connection.exec_driver_sql(DEFINITIONS).all()
    return {
        name: sorted(line.strip().rstrip(",") for line in _lines(sql)[1:])
        for name, sql in rows
        if name != "alembic_version"
    }


def _lines(sql: str) -> list[str]:
    # A column that was added later stands on the line of the one before it.
    return ADDED_COLUMN.sub(",\n", sql.replace('"', "")).splitlines()


def test_migrations_and_models_agree(migrated: Connection):
    options = {"compare_type": True, "compare_server_default": True}
    context = MigrationContext.configure(migrated, opts=options)

    assert tables.__all__
    assert compare_metadata(context, SQLModel.metadata) == []


def test_migrations_build_every_constraint_of_the_models(migrated: Connection):
    engine = create_engine("sqlite://")
    with engine.begin() as modelled:
        SQLModel.metadata.create_all(modelled)
        wanted = definitions(modelled)
    engine.dispose()

    assert definitions(migrated) == wanted
