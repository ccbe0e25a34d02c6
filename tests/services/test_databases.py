"""Check, back up, restore: a copy is proved before it is trusted, and nothing good is lost."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.errors import ExternalError
from coopdesk.services.databases import restore_database
from coopdesk.storage import database as database_module
from coopdesk.storage.database import APPLICATION_ID, SCHEMA_VERSION
from tests.building import person
from tests.reliability.disks import fill, small_disk
from tests.reliability.office import YEAR, build_office, open_office, waiting_gifts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.services.registry import Services

BITS = int(os.environ.get("COOPDESK_TEST_BITS", "30"))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office of 60 gifts with three receipts."""
    path = build_office(tmp_path_factory.mktemp("office") / "office.coopdesk", 60)
    services = open_office(path)
    services.receipts.issue_year(YEAR, donation_ids=waiting_gifts(services)[:3])
    services.database.close()
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    return shutil.copy(template, tmp_path / "office.coopdesk")


@pytest.fixture
def services(path: Path) -> Iterator[Services]:
    opened = open_office(path)
    yield opened
    opened.database.close()


def rows_of(path: Path) -> list[str]:
    """Everything a file holds but what it says of itself."""
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if '"file_info"' not in line]


def change(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def codes(services: Services) -> set[str]:
    return {finding.code for finding in services.database.check().findings}


def damage_a_page(path: Path) -> Path:
    """Overwrite a page in the middle of the papers of receipts."""
    content = bytearray(path.read_bytes())
    start = content.index(b"%PDF") // 4096 * 4096
    content[start : start + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    return path


def test_a_backup_holds_the_same_rows_and_passes_the_checks(services, path, tmp_path):
    copy = services.database.back_up(tmp_path / "usb" / "copy.coopdesk").value

    assert rows_of(copy) == rows_of(path)
    assert services.database.last_backup_at() is not None
    opened = open_office(copy)
    assert opened.database.check().ok
    opened.database.close()
    assert names_in(copy.parent) == ["copy.coopdesk", "copy.coopdesk.manifest"]


def test_a_newer_backup_takes_the_place_of_an_older_one(services, tmp_path):
    copy = tmp_path / "usb" / "copy.coopdesk"
    services.database.back_up(copy)
    services.contacts.add(person("Nouvelle"))

    services.database.back_up(copy)

    assert rows_of(copy) == rows_of(services.database.path)
    assert names_in(copy.parent) == ["copy.coopdesk", "copy.coopdesk.manifest"]


def test_an_amount_that_is_no_whole_number_of_cents_is_found(services, path):
    services.database.close()
    change(
        path,
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE contact SET gift_cents = 'dix' WHERE id = 3",
        "UPDATE payment SET amount_cents = 12.5 WHERE id IN (5, 8)",
    )
    opened = open_office(path)

    found = opened.database.check().findings

    opened.database.close()
    wrong = [one.values for one in found if one.code == "check.not_cents"]
    assert [(x["table"], x["row"]) for x in wrong] == [
        ("contact", 3),
        ("payment", 5),
        ("payment", 8),
    ]


def test_a_backup_onto_the_database_itself_is_refused(services, path):
    with pytest.raises(ExternalError) as refused:
        services.database.back_up(path)

    assert refused.value.code == "database.same_file"
    services.contacts.add(person("Encore là"))


def test_a_full_stick_keeps_the_earlier_backup_and_names_nothing_new(services, tmp_path):
    with small_disk(tmp_path / "usb", 6144) as usb:
        earlier = services.database.back_up(usb / "earlier.coopdesk").value
        before = earlier.read_bytes()
        ballast = fill(usb, leave_kilobytes=60)
        last_backup = services.database.last_backup_at()

        for target in (earlier, usb / "new.coopdesk"):
            with pytest.raises(ExternalError) as refused:
                services.database.back_up(target)
            assert refused.value.code == "database.disk_full"

        assert earlier.read_bytes() == before
        kept = ["ballast", "earlier.coopdesk", "earlier.coopdesk.manifest"]
        assert names_in(usb) == kept
        assert services.database.last_backup_at() == last_backup
        ballast.unlink()
        services.database.back_up(usb / "new.coopdesk")


def test_a_folder_that_takes_no_file_is_named(services, tmp_path):
    (tmp_path / "notes").write_text("mine")

    with pytest.raises(ExternalError) as refused:
        services.database.back_up(tmp_path / "notes" / "copy.coopdesk")

    assert refused.value.code == "file.cannot_write"
    assert (tmp_path / "notes").read_text() == "mine"


def test_a_damaged_database_is_not_backed_up_over_a_good_backup(path, tmp_path):
    services = open_office(path)
    copy = services.database.back_up(tmp_path / "copy.coopdesk").value
    before = copy.read_bytes()
    services.database.close()
    damage_a_page(path)
    services = open_office(path)

    with pytest.raises(ExternalError) as refused:
        services.database.back_up(copy)

    assert refused.value.code in {"database.damaged", "database.unreadable"}
    assert copy.read_bytes() == before
    assert not services.database.check().ok
    services.database.close()


def test_a_forged_database_is_not_backed_up(path, services, tmp_path):
    change(
        path,
        "DROP TRIGGER donation_frozen",
        "UPDATE donation SET amount_cents = amount_cents + 100000 WHERE id = 1",
    )

    with pytest.raises(ExternalError) as refused:
        services.database.back_up(tmp_path / "copy.coopdesk")

    assert refused.value.code == "database.damaged"
    assert not (tmp_path / "copy.coopdesk").exists()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("donor_name", "'Quelqu’un d’autre'"),
        ("donor_id", "2"),
        ("form_version", "'04'"),
        ("scope", "'gift'"),
        ("gift_count", "2"),
        ("issued_on", "'2020-01-01'"),
        ("issued_on", "'2020-13-41'"),
        ("salt", "'0'"),
    ],
)
def test_every_word_of_the_register_of_receipts_is_checked(path, column, value):
    opened = open_office(path)
    change(
        path,
        "DROP TRIGGER tax_receipt_no_update",
        f"UPDATE tax_receipt SET {column} = {value} WHERE id = 1",
    )

    assert codes(opened) - {"check.trigger_missing"}
    opened.database.close()


def test_a_gift_that_changed_after_its_receipt_is_found(path, services):
    change(
        path,
        "DROP TRIGGER donation_frozen",
        "UPDATE donation SET mode = 'cash' WHERE id = 1",
    )

    assert codes(services) == {"check.trigger_missing", "check.snapshot_differs"}


def test_a_table_that_became_a_view_is_found_without_being_read(path, services):
    endless = "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r)"
    change(
        path,
        "ALTER TABLE import_run RENAME TO import_run_before",
        f"CREATE VIEW import_run AS {endless} SELECT x AS id FROM r",
    )

    findings = services.database.check().findings

    assert [(x.code, x.values) for x in findings] == [
        ("check.table_missing", {"name": "import_run"})
    ]


def test_a_backup_that_somebody_works_in_is_a_database_like_any_other(services, tmp_path):
    copy = services.database.back_up(tmp_path / "copy.coopdesk").value
    opened = open_office(copy)
    assert opened.database.check().ok

    opened.contacts.add(person("Ajoutée"))

    assert opened.database.check().ok
    opened.database.back_up(tmp_path / "copy of the copy.coopdesk")
    opened.database.close()


def test_one_changed_word_in_a_backup_is_found(services, tmp_path):
    copy = services.database.back_up(tmp_path / "copy.coopdesk").value
    change(copy, "UPDATE contact SET city = 'Rennes' WHERE id = 5")

    opened = open_office(copy)

    assert codes(opened) == {"check.content_changed"}
    opened.database.close()


def flip_a_bit(path: Path, choice: random.Random, start: int, end: int) -> None:
    position, bit = choice.randrange(start, end), choice.randrange(8)
    with path.open("r+b") as file:
        file.seek(position)
        (byte,) = file.read(1)
        file.seek(position)
        file.write(bytes([byte ^ (1 << bit)]))


def money_and_receipts(path: Path) -> list[tuple[object, ...]] | None:
    """Read the rows that must never change unnoticed; None when that fails."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return [
                row
                for table in (
                    "tax_receipt",
                    "tax_receipt_gift",
                    "payment",
                    "payment_line",
                    "donation",
                )
                for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1")
            ]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None


@pytest.mark.timeout(120 + BITS)
def test_a_flipped_bit_in_a_backup_never_passes(services, tmp_path):
    copy = services.database.back_up(tmp_path / "copy.coopdesk").value
    good, path = copy.read_bytes(), tmp_path / "other.coopdesk"
    truth = money_and_receipts(copy)
    choice, effective, unnoticed = random.Random(1901), 0, []
    while effective < BITS:
        copy.write_bytes(good)
        flip_a_bit(copy, choice, 100, len(good))
        if money_and_receipts(copy) == truth:
            continue  # in an index, another table or unused room
        effective += 1
        try:
            restore_database(copy, path)
        except ExternalError:
            assert not path.exists()
        else:
            unnoticed.append(effective)

    assert unnoticed == []


def test_restoring_keeps_the_current_file_and_brings_the_backup_back(path, tmp_path):
    services = open_office(path)
    copy = services.database.back_up(tmp_path / "copy.coopdesk").value
    services.contacts.add(person("Ajoutée après la sauvegarde"))
    services.database.close()
    current, backed_up = rows_of(path), rows_of(copy)

    kept = restore_database(copy, path)

    assert rows_of(path) == backed_up
    assert kept is not None
    assert kept.name.startswith("office-avant-restauration-")
    assert rows_of(kept) == current
    opened = open_office(path)
    assert opened.database.check().ok
    opened.contacts.add(person("Et la vie continue"))
    opened.database.close()


def test_two_restores_in_a_minute_keep_both_files(path, tmp_path):
    copy = shutil.copy(path, tmp_path / "copy.coopdesk")

    first, second = restore_database(copy, path), restore_database(copy, path)

    assert first != second
    assert rows_of(first) == rows_of(second) == rows_of(copy)


def test_restoring_where_there_is_no_database_yet_keeps_nothing(template, tmp_path):
    assert restore_database(template, tmp_path / "new.coopdesk") is None
    assert rows_of(tmp_path / "new.coopdesk") == rows_of(template)


def test_restoring_over_a_damaged_database_keeps_it_as_it_is(path, template):
    damage_a_page(path)
    damaged = path.read_bytes()

    kept = restore_database(template, path)

    assert kept is not None
    assert kept.read_bytes() == damaged
    assert rows_of(path) == rows_of(template)


def test_restoring_over_what_is_no_database_keeps_it(path, template):
    path.write_bytes(b"Nom;Montant\n" * 500)

    kept = restore_database(template, path)

    assert kept is not None
    assert kept.read_bytes() == b"Nom;Montant\n" * 500
    assert rows_of(path) == rows_of(template)


def test_a_database_in_use_is_not_restored_over(path, template, monkeypatch):
    monkeypatch.setattr(database_module, "_BUSY_MS", 50)
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ExternalError) as refused:
            restore_database(template, path)

    assert refused.value.code == "database.busy"
    assert path.read_bytes() == before
    assert names_in(path.parent) == ["office.coopdesk"]


def a_backup_with(path: Path, *statements: str) -> Path:
    return change(path, *statements)


HOSTILE = {
    "a trigger of somebody": (
        ("CREATE TRIGGER evil AFTER INSERT ON contact BEGIN DELETE FROM payment; END",),
        "database.damaged",
    ),
    "a view of somebody": (("CREATE VIEW evil AS SELECT * FROM contact",), "database.damaged"),
    "a view instead of a table": (
        ("DROP TABLE imported_row", "CREATE VIEW imported_row AS SELECT 1 AS id"),
        "database.damaged",
    ),
    "a missing protection": (("DROP TRIGGER tax_receipt_no_delete",), "database.damaged"),
    "a newer schema": ((f"PRAGMA user_version={SCHEMA_VERSION + 1}",), "database.newer"),
    "a schema that never was": (("PRAGMA user_version=0",), "database.foreign"),
    "another program": ((f"PRAGMA application_id={APPLICATION_ID + 1}",), "database.foreign"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_backup_that_is_not_what_we_wrote_is_refused(path, template, tmp_path, what):
    statements, code = HOSTILE[what]
    backup = change(shutil.copy(template, tmp_path / "backup.coopdesk"), *statements)
    before = path.read_bytes()

    with pytest.raises(ExternalError) as refused:
        restore_database(backup, path)

    assert refused.value.code == code
    assert path.read_bytes() == before
    assert names_in(tmp_path) == ["backup.coopdesk", "office.coopdesk"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "database.empty_file"),
        (b"%PDF-1.7 not a database" * 50, "database.not_a_database"),
        (None, "database.missing"),
    ],
)
def test_what_is_no_backup_is_refused_by_its_name(path, tmp_path, content, code):
    backup, before = tmp_path / "backup.coopdesk", path.read_bytes()
    if content is not None:
        backup.write_bytes(content)

    with pytest.raises(ExternalError) as refused:
        restore_database(backup, path)

    assert refused.value.code == code
    assert path.read_bytes() == before


def test_a_cut_off_backup_is_refused(path, template, tmp_path):
    backup, before = tmp_path / "backup.coopdesk", path.read_bytes()
    whole = template.read_bytes()
    for size in (150, 4096, len(whole) // 2, len(whole) - 4096):
        backup.write_bytes(whole[:size])
        with pytest.raises(ExternalError):
            restore_database(backup, path)
        assert path.read_bytes() == before


def test_a_full_disk_while_restoring_leaves_the_current_file(template, tmp_path):
    with small_disk(tmp_path / "disk", 3072) as disk:
        path = disk / "office.coopdesk"
        shutil.copy(template, path)
        before = path.read_bytes()
        fill(disk, leave_kilobytes=60)

        with pytest.raises(ExternalError) as refused:
            restore_database(template, path)

        assert refused.value.code == "database.disk_full"
        assert path.read_bytes() == before
        assert names_in(disk) == ["ballast", "office.coopdesk"]


def crash_in_a_commit(path: Path, copy: Path) -> Path:
    """Copy a file in the middle of a commit, with its journal, as a crash leaves them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("cache_size=1", "journal_mode=TRUNCATE"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE contact SET city = 'Half written', note = hex(zeroblob(900))"
        )
        for end in ("", "-journal"):
            shutil.copy(f"{path}{end}", f"{copy}{end}")
        connection.execute("ROLLBACK")
    assert copy.with_name(copy.name + "-journal").stat().st_size > 0
    assert b"Half written" in copy.read_bytes()
    return copy


def test_what_a_crash_left_half_done_is_taken_back_at_opening(path, tmp_path):
    before = rows_of(path)
    crashed = crash_in_a_commit(path, tmp_path / "crashed.coopdesk")

    services = open_office(crashed)

    assert services.database.check().ok
    services.database.close()
    assert rows_of(crashed) == before


def test_a_backup_with_what_a_crash_left_is_restored_whole(path, tmp_path):
    crashed = crash_in_a_commit(path, tmp_path / "crashed.coopdesk")

    restore_database(crashed, tmp_path / "new.coopdesk")

    assert rows_of(tmp_path / "new.coopdesk") == rows_of(path)


def test_what_a_crash_left_is_never_applied_to_a_restored_file(path, template, tmp_path):
    crashed = crash_in_a_commit(path, tmp_path / "crashed.coopdesk")
    before = rows_of(path)

    kept = restore_database(template, crashed)

    assert rows_of(kept) == before
    assert rows_of(crashed) == rows_of(template)


def test_a_journal_without_its_file_is_never_applied_to_a_new_backup(services, path, tmp_path):
    crashed = crash_in_a_commit(path, tmp_path / "copy.coopdesk")
    crashed.unlink()

    copy = services.database.back_up(crashed).value

    assert rows_of(copy) == rows_of(path)
    assert (tmp_path / "copy.coopdesk-journal-orphelin").stat().st_size > 0


def test_leftovers_of_a_killed_restore_are_swept_at_the_next_start(path):
    leftovers = [path.with_name(f".{path.name}.0a1b2c3d.part{end}") for end in ("", "-journal")]
    stranger = path.with_name(".other.coopdesk.0a1b2c3d.part")
    for leftover in (*leftovers, stranger):
        leftover.write_bytes(b"half")

    open_office(path).database.close()

    assert [leftover.exists() for leftover in leftovers] == [False, False]
    assert stranger.exists()
