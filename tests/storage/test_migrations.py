"""Migrations lose nothing, and a failing one leaves nothing."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing

import pytest

from coopdesk.domain.errors import ExternalError
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import back_up_before_migration
from coopdesk.services.donations import DonationService
from coopdesk.storage import database as database_module
from coopdesk.storage import migrations, triggers
from coopdesk.storage.backup import copy_database, verify
from coopdesk.storage.database import SCHEMA_VERSION, Database, make_engine
from coopdesk.storage.triggers import TRIGGERS
from coopdesk.system.paths import database_files
from tests.building import gift, new_units, person, today

REBUILD = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("contact") as batch:
        batch.alter_column("first_name", type_=sa.String(80), existing_nullable=False)
        batch.add_column(sa.Column("nickname", sa.String(), server_default="", nullable=False))
    with op.batch_alter_table("donation") as batch:
        batch.add_column(sa.Column("origin", sa.String(80), nullable=False, server_default=""))
    {then}
"""


@pytest.fixture
def database_file(tmp_path):
    path = tmp_path / "office.coopdesk"
    with new_units(path) as units:
        donor = ContactService(units, today).add(person()).value
        DonationService(units, today).record(gift(donor.id))
        DonationService(units, today).record(gift(donor.id, 2500))
    return path


def scripts_with(tmp_path, then=""):
    folder = tmp_path / "migrations"
    shutil.copytree(database_files() / "migrations", folder)
    head = f"{SCHEMA_VERSION:04d}"
    (folder / "versions" / "9999_next.py").write_text(REBUILD.format(head=head, then=then))
    return folder


def rows(path, sql):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_rebuilding_a_table_keeps_its_child_rows_and_every_trigger(database_file, tmp_path):
    migrations.run_migrations(database_file, scripts_with(tmp_path))

    assert rows(database_file, "SELECT count(*), sum(amount_cents) FROM donation") == [
        (2, 7500)
    ]
    assert rows(database_file, "SELECT nickname FROM contact") == [("",)]
    found = dict(
        rows(database_file, "SELECT name, sql FROM sqlite_master WHERE type='trigger'")
    )
    assert found == TRIGGERS
    assert rows(database_file, "PRAGMA foreign_key_check") == []


def test_failing_half_way_leaves_the_file_as_it_was(database_file, tmp_path):
    def dump():
        with closing(sqlite3.connect(database_file)) as connection:
            return list(connection.iterdump())

    before = dump()
    scripts = scripts_with(tmp_path, then='raise RuntimeError("power cut")')

    with pytest.raises(RuntimeError, match="power cut"):
        migrations.run_migrations(database_file, scripts)

    assert dump() == before


def test_a_step_that_loses_rows_is_refused_and_rolled_back(database_file, tmp_path):
    scripts = scripts_with(tmp_path, then='op.execute("DELETE FROM donation WHERE id = 1")')

    with pytest.raises(migrations.BrokenMigrationError, match="donation"):
        migrations.run_migrations(database_file, scripts)

    assert rows(database_file, "SELECT count(*) FROM donation") == [(2,)]


def test_a_newer_file_is_refused_naming_both_versions(database_file):
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        connection.execute("UPDATE file_info SET value='9.4.0' WHERE key='written_by'")
        connection.commit()
    before = database_file.read_bytes()

    with pytest.raises(ExternalError) as refused:
        migrations.open_database(database_file, back_up_before_migration)

    assert refused.value.code == "database.newer"
    assert refused.value.values["file_version"] == "9.4.0"
    assert refused.value.values["program_version"]
    assert database_file.read_bytes() == before


def test_an_older_file_is_backed_up_before_it_is_migrated(database_file, tmp_path, monkeypatch):
    scripts = scripts_with(tmp_path)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(migrations, "database_files", lambda: scripts.parent)

    opened = migrations.open_database(database_file, back_up_before_migration)
    opened.close()

    copy = database_file.with_name(f"office-avant-mise-a-jour-{SCHEMA_VERSION}.coopdesk")
    assert rows(copy, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert rows(copy, "SELECT count(*) FROM donation") == [(2,)]
    assert rows(database_file, "PRAGMA user_version") == [(SCHEMA_VERSION + 1,)]


def test_no_migration_starts_when_the_backup_fails(database_file, monkeypatch):
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    before = database_file.read_bytes()

    def full(_path):
        raise ExternalError("file.disk_full", path=database_file)

    with pytest.raises(ExternalError):
        migrations.open_database(database_file, full)

    assert database_file.read_bytes() == before


def test_missing_triggers_are_noticed_at_opening(database_file):
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute("DROP TRIGGER tax_receipt_no_delete")
        connection.commit()

    with pytest.raises(ExternalError) as refused:
        migrations.open_database(database_file, back_up_before_migration)

    assert refused.value.code == "database.triggers_missing"


def test_file_with_untouched_protections_of_a_former_program_gets_those_of_today(
    database_file, tmp_path, monkeypatch
):
    with closing(sqlite3.connect(database_file)) as connection:
        connection.execute("DROP TRIGGER tax_receipt_no_delete")
        connection.commit()
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'")
        former = "\n".join(f"{name}: {sql}" for name, sql in sorted(found))
    digest = hashlib.sha256(former.encode()).hexdigest()
    monkeypatch.setattr(triggers, "_FORMER", frozenset({digest}))
    copy = tmp_path / "copie.coopdesk"
    copy_database(database_file, copy)

    for path, seals in ((database_file, 0), (copy, 1)):
        migrations.open_database(path, back_up_before_migration).close()
        found = rows(path, "SELECT name, sql FROM sqlite_master WHERE type='trigger'")
        assert dict(found) == TRIGGERS
        sealed = rows(path, "SELECT count(*) FROM file_info WHERE key = 'sealed_as'")
        assert sealed == [(seals,)]
    verify(copy)


def test_version_number_is_that_of_the_newest_step():
    steps = sorted((database_files() / "migrations" / "versions").glob("[0-9]*.py"))

    assert len(steps) == SCHEMA_VERSION
    assert steps[-1].name.startswith(f"{SCHEMA_VERSION:04d}")


def test_migrations_never_import_the_program():
    for step in (database_files() / "migrations").rglob("*.py"):
        assert "coopdesk" not in step.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "database.empty_file"),
        (b"Nom;Montant\nLef;5\n" * 60, "database.not_a_database"),
    ],
)
def test_what_is_not_a_database_is_refused_by_its_name(tmp_path, content, code):
    path = tmp_path / "other.coopdesk"
    path.write_bytes(content)

    with pytest.raises(ExternalError) as refused:
        migrations.open_database(path, back_up_before_migration)

    assert refused.value.code == code
    assert path.read_bytes() == content


def test_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE member (id INTEGER)")
        connection.commit()

    with pytest.raises(ExternalError) as refused:
        migrations.open_database(path, back_up_before_migration)

    assert refused.value.code == "database.foreign"


def test_missing_file_and_folder_are_told_apart(tmp_path):
    for path, code in ((tmp_path / "no", "database.missing"), (tmp_path, "database.is_folder")):
        with pytest.raises(ExternalError) as refused:
            migrations.open_database(path, back_up_before_migration)
        assert refused.value.code == code


def test_creating_over_an_existing_file_is_refused(database_file):
    before = database_file.read_bytes()

    with pytest.raises(ExternalError) as refused:
        migrations.create_database(database_file)

    assert refused.value.code == "database.exists"
    assert database_file.read_bytes() == before


def test_every_connection_follows_the_recipe(database_file):
    engine = make_engine(database_file)
    wanted = {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "journal_mode": "truncate",
        "synchronous": 3,
    }
    with engine.connect() as one, engine.connect() as two:
        for connection in (one, two):
            found = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted
            }
            assert found == wanted
    engine.dispose()


def test_closing_leaves_the_database_alone_in_its_folder(database_file):
    opened = Database(database_file, make_engine(database_file))
    with opened.writing() as connection:
        connection.exec_driver_sql("UPDATE donation SET note = 'lu'")
        connection.commit()
    opened.close()

    assert [path.name for path in database_file.parent.iterdir()] == [database_file.name]
    assert rows(database_file, "SELECT DISTINCT note FROM donation") == [("lu",)]


def test_closing_leaves_the_journal_of_another_program_alone(database_file):
    journal = database_file.with_name(database_file.name + "-journal")
    opened = Database(database_file, make_engine(database_file))
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE donation SET note = 'en cours'")
        opened.close()
        assert journal.stat().st_size > 0
        other.execute("COMMIT")

    assert rows(database_file, "SELECT DISTINCT note FROM donation") == [("en cours",)]


def test_file_replaced_while_open_takes_no_write(database_file, tmp_path):
    other = tmp_path / "other.coopdesk"
    shutil.copy(database_file, other)
    opened = Database(database_file, make_engine(database_file))
    other.replace(database_file)

    with pytest.raises(ExternalError) as refused, opened.writing():
        pass

    assert refused.value.code == "database.replaced"
    opened.close()


def test_a_busy_file_is_named_and_nothing_is_written(database_file, monkeypatch):
    monkeypatch.setattr(database_module, "_BUSY_MS", 50)
    monkeypatch.setattr(
        database_module,
        "_PRAGMAS",
        tuple(
            pragma if not pragma.startswith("busy") else "busy_timeout=50"
            for pragma in database_module._PRAGMAS
        ),
    )
    opened = Database(database_file, make_engine(database_file))
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ExternalError) as refused, opened.writing() as connection:
            connection.exec_driver_sql("DELETE FROM donation")
    assert refused.value.code == "database.busy"
    opened.close()
    assert rows(database_file, "SELECT count(*) FROM donation") == [(2,)]
