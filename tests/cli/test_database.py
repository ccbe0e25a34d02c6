"""The file itself on the command line: new, check, backup, restore."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

import pytest

from coopdesk.system.instance_lock import InstanceLock
from tests.cli.conftest import PROFILE_TOML


@pytest.fixture
def profile(tmp_path):
    """A complete profile file."""
    path = tmp_path / "profil.toml"
    path.write_text(PROFILE_TOML, encoding="utf-8")
    return path


def test_a_new_database_holds_the_profile(line, profile):
    path = line.folder / "dossier" / "neuve.coopdesk"
    result = line.bare("--database", path, "new", "--profile", profile, "--json")
    assert result.code == 0
    assert result.document["database"] == str(path)
    assert result.document["profile"]["address"]["city"] == "Nantes"
    shown = line.bare("--database", path, "profile", "show", "--json").document
    assert shown == {"profile": result.document["profile"], "missing_for_receipts": []}


def test_a_wrong_profile_creates_nothing(line, profile):
    path = line.folder / "neuve.coopdesk"
    profile.write_text(PROFILE_TOML.replace("W442000001", "W44"), encoding="utf-8")
    result = line.bare("--database", path, "new", "--profile", profile, "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "rna.wrong_pattern"
    assert not path.exists()


def test_a_database_that_exists_is_not_created_again(line, profile):
    before = line.database.read_bytes()
    result = line("new", "--profile", profile, "--json")
    assert result.code == 3
    assert result.document["error"]["code"] == "database.exists"
    assert line.database.read_bytes() == before


def test_a_sound_database_passes_the_check(line):
    report = line.json("check")
    assert (report["ok"], report["findings"]) == (True, [])
    assert report["figures"]
    assert "Aucun problème" in line("check").out


def test_the_check_says_all_of_a_file_whose_protections_were_taken_away(line, elodie):
    line.json("donations", "add", "--amount", "5", "--mode", "cash", "--donor", elodie)
    year = dt.datetime.now().astimezone().year
    line.json("receipts", "issue", "--year", year)
    with closing(sqlite3.connect(line.database)) as connection:
        connection.execute("DROP TRIGGER tax_receipt_no_update")
        connection.execute("UPDATE tax_receipt SET pdf = x'00'")
        connection.commit()

    result = line("check", "--json")

    assert result.code == 4
    codes = {finding["code"] for finding in result.document["findings"]}
    assert {"check.trigger_missing", "check.pdf_changed"} <= codes
    assert line("contacts", "list").code == 3


def test_problems_found_by_the_check_have_an_exit_code_of_their_own(line, elodie):
    line.json("donations", "add", "--amount", "5", "--mode", "cash", "--donor", elodie)
    with closing(sqlite3.connect(line.database)) as connection, connection:
        connection.execute("UPDATE payment SET amount_cents = 600")
    result = line("check", "--json")
    assert (result.code, result.err) == (4, "")
    assert result.document["ok"] is False
    assert result.document["findings"][0]["code"] == "check.payment_differs"
    assert result.document["findings"][0]["message"] in line("check").out


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.unlink(), "database.missing"),
        (lambda path: path.write_bytes(b""), "database.empty_file"),
        (lambda path: path.write_bytes(b"x" * 4096), "database.not_a_database"),
    ],
)
def test_a_file_that_cannot_be_opened_is_an_outside_problem(line, spoil, code):
    spoil(line.database)
    result = line("contacts", "list", "--json")
    assert result.code == 3
    assert result.document["error"]["code"] == code


def test_a_newer_file_is_refused(line):
    with closing(sqlite3.connect(line.database)) as connection, connection:
        connection.execute("PRAGMA user_version = 999")
    result = line("contacts", "list", "--json")
    assert result.code == 3
    assert result.document["error"]["code"] == "database.newer"


def test_a_backup_comes_back_and_the_replaced_file_is_kept(line, elodie):
    copy = line.folder / "copie.coopdesk"
    backup = line.json("backup", "--to", copy)
    assert (backup["file"], backup["bytes"]) == (str(copy), copy.stat().st_size)
    line.json("contacts", "add", "--last-name", "Roux")
    restored = line.json("restore", copy)
    assert "avant-restauration" in restored["kept"]
    assert line.json("contacts", "list")["count"] == 1
    kept = line.bare("--database", restored["kept"], "contacts", "list", "--json")
    assert kept.document["count"] == 2


def test_restore_is_refused_while_a_window_has_the_database(line, elodie):
    copy = line.folder / "copie.coopdesk"
    line.json("backup", "--to", copy)
    with InstanceLock(line.database):
        result = line("restore", copy, "--json")
    assert result.code == 3
    assert result.document["error"]["code"] == "database.in_use"


def test_what_is_no_backup_replaces_nothing(line, elodie):
    bad = line.folder / "bad.coopdesk"
    bad.write_bytes(b"x" * 4096)
    result = line("restore", bad, "--json")
    assert result.code == 3
    assert line.json("contacts", "list")["count"] == 1


def test_pictures_are_drawn_of_the_open_database(line, elodie):
    folder = line.folder / "images"
    assert line.json("screenshot", folder) == {
        "folder": str(folder),
        "files": [str(folder / "contacts-1.png")],
    }
