"""What a computer knows of receipts outside the file: older and cut files are said."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.operations import Origin
from coopdesk.services.backup_manifests import check_manifest, manifest_path
from coopdesk.services.databases import restore_database
from coopdesk.services.opening import create_database, open_database, signature
from coopdesk.storage.backup import copy_database
from coopdesk.storage.triggers import TRIGGERS
from coopdesk.system.anchors import anchor_path, read_anchors
from tests.reliability.office import YEAR, build_office, waiting_gifts


@pytest.fixture
def path(tmp_path):
    return build_office(tmp_path / "office.coopdesk", 8)


class Desk:
    """The services of a file, opened as the program opens it and closed at once."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.services = open_database(self.path, signature("Camille", Origin.WINDOW))
        return self.services

    def __exit__(self, *_details):
        self.services.database.close()


def issue(path, count):
    """Issue receipts for the next waiting gifts; return their numbers."""
    with Desk(path) as services:
        waiting = waiting_gifts(services)[:count]
        issued = services.receipts.issue_year(YEAR, donation_ids=waiting).value
        return [line.number for line in issued]


def found(path):
    """Return what the check of a file says, by code."""
    with Desk(path) as services:
        return {x.code: dict(x.values) for x in services.database.check().findings}


def refusal(path):
    with pytest.raises(RuleError) as refused:
        issue(path, 1)
    return refused.value


def copied(path):
    return shutil.copy(path, path.with_name("copy.coopdesk"))


def test_older_backup_is_named_and_issues_nothing(path):
    issue(path, 3)
    backup = copied(path)
    issue(path, 2)

    restore_database(backup, path)

    lost = f"{YEAR}-0004 – {YEAR}-0005"
    said = {"numbers": lost, "path": str(path)}
    assert found(path) == {"check.receipts_lost": said}
    error = refusal(path)
    assert (error.code, error.values["numbers"]) == ("receipt.behind", lost)


def test_copy_made_before_the_first_receipt_is_known_as_the_same_file(path):
    with Desk(path):
        copy = copied(path)
    issue(path, 2)
    restore_database(copy, path)
    assert set(found(path)) == {"check.receipts_lost"}
    assert refusal(path).code == "receipt.behind"


def test_a_new_file_is_told_who_it_is_and_a_sealed_one_stays_as_it_is(tmp_path):
    path, backup = tmp_path / "new.coopdesk", tmp_path / "backup.coopdesk"
    create_database(path, signature("Camille", Origin.WINDOW)).database.close()
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT count(*) FROM file_info WHERE key = 'identity'"
        assert connection.execute(query).fetchone() == (1,)
        connection.execute("DELETE FROM file_info WHERE key = 'identity'")
        connection.commit()
    copy_database(path, backup)
    before = backup.read_bytes()
    with Desk(backup):
        pass
    assert backup.read_bytes() == before


def test_backup_says_beside_itself_how_far_its_receipts_are(path):
    backup = path.with_name("backup.coopdesk")
    issue(path, 2)
    with Desk(path) as services:
        services.database.back_up(backup)
    said = json.loads(manifest_path(backup).read_text(encoding="utf-8"))
    assert (said["receipts"], said["series"][str(YEAR)][2]) == (2, 2)
    restore_database(backup, path)
    assert issue(path, 1) == [3]
    # As an earlier program wrote it: the backup was told its name when it was opened since.
    manifest_path(path).write_text(json.dumps({**said, "identity": ""}), encoding="utf-8")
    check_manifest(path)


def test_older_backup_under_the_name_of_a_newer_one_is_not_restored(path):
    backup = path.with_name("backup.coopdesk")
    issue(path, 1)
    older = copied(path)
    issue(path, 1)
    with Desk(path) as services:
        services.database.back_up(backup)
    shutil.copy(older, backup)

    with pytest.raises(ExternalError) as refused:
        restore_database(backup, path)

    assert refused.value.code == "database.not_its_manifest"
    assert issue(path, 1) == [3]


def test_newer_file_goes_on_where_the_older_one_may_not(path):
    issue(path, 1)
    older = copied(path)
    issue(path, 1)
    assert refusal(older).code == "receipt.behind"
    assert issue(path, 1) == [3]
    assert found(path) == {}


def test_numbers_follow_those_that_are_lost_for_good(path):
    issue(path, 3)
    backup = copied(path)
    issue(path, 2)
    restore_database(backup, path)

    with Desk(path) as services:
        lost = services.receipt_life.note_loss("disque en panne").value
        (entry, *_others) = services.operations.latest()
    assert lost == (f"{YEAR}-0004 – {YEAR}-0005",)
    assert (entry.label, entry.frozen) == ("receipt.loss_noted", True)
    assert issue(path, 2) == [6, 7]
    assert found(path) == {}
    with Desk(path) as services, pytest.raises(RuleError) as refused:
        services.receipt_life.note_loss("encore")
    assert refused.value.code == "receipt.nothing_lost"


def cut(path, *steps):
    """Take receipts away the way a person with a database browser could."""
    with closing(sqlite3.connect(path)) as connection:
        for table, condition in steps:
            connection.execute(f"DROP TRIGGER {table}_no_delete")
            connection.execute(f"DELETE FROM {table} WHERE {condition}")
        connection.commit()


def put_back_triggers(path):
    """Hide it, as a careful forger would."""
    with closing(sqlite3.connect(path)) as connection:
        present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        for name, statement in TRIGGERS.items():
            if name not in present:
                connection.execute(statement)


def test_first_receipts_of_a_year_that_are_lost_keep_their_form(path):
    with Desk(path) as services:
        services.receipt_life.set_series(YEAR, f"RF{YEAR}-", 3)
    issue(path, 1)
    cut(path, ("tax_receipt_gift", "1"), ("tax_receipt", "1"), ("receipt_series", "1"))
    put_back_triggers(path)

    assert found(path)["check.receipts_lost"]["numbers"] == f"RF{YEAR}-001"
    with Desk(path) as services:
        services.receipt_life.note_loss("coupé")
        assert services.receipt_life.is_series_fixed(YEAR)
    assert issue(path, 1) == [2]
    with Desk(path) as services:
        assert services.receipts.id_of(f"RF{YEAR}-002")


def test_lost_voiding_is_named(path):
    issue(path, 2)
    older = copied(path)
    with Desk(path) as services:
        services.receipt_life.void(services.receipts.id_of(f"{YEAR}-0002"), "erreur")

    assert found(older)["check.voids_lost"]["numbers"] == f"{YEAR}-0002"
    assert refusal(older).code == "receipt.behind"


def test_copy_in_which_others_were_issued_is_named(path):
    issue(path, 2)
    copy = copied(path)
    issue(copy, 2)
    shutil.move(anchor_of(path), anchor_of(path).with_suffix(".kept"))
    issue(path, 3)

    said = found(copy)["check.receipts_lost"]
    assert said["numbers"] == f"{YEAR}-0005"
    shutil.move(anchor_of(path).with_suffix(".kept"), anchor_of(path))
    assert found(path) == {"check.receipts_rewritten": {"numbers": NUMBERS}}
    assert refusal(path).code == "receipt.rewritten"


NUMBERS = f"{YEAR}-0003 – {YEAR}-0005"


def anchor_of(path):
    with Desk(path) as services, services.receipts._units.read() as work:
        return anchor_path(work.chain.identity())


def test_last_receipts_cut_off_behind_our_back_are_named(path):
    issue(path, 3)
    cut(path, ("tax_receipt_gift", "receipt_id > 1"), ("tax_receipt", "id > 1"))
    put_back_triggers(path)

    said = found(path)

    assert set(said) == {"check.receipts_lost"}
    assert said["check.receipts_lost"]["numbers"] == f"{YEAR}-0002 – {YEAR}-0003"


def test_receipts_cut_from_the_middle_are_named(path):
    issue(path, 5)
    cut(
        path,
        ("tax_receipt_gift", "receipt_id IN (2, 4)"),
        ("tax_receipt", "id IN (2, 4)"),
    )
    put_back_triggers(path)

    said = found(path)
    assert said["check.receipts_lost"]["numbers"] == f"{YEAR}-0002, {YEAR}-0004"
    assert refusal(path).code == "receipt.behind"


def test_file_from_another_computer_is_known_once_it_was_opened(path):
    issue(path, 2)
    anchor_of(path).unlink()
    older = copied(path)
    with Desk(path):
        pass
    (entry,) = read_anchors(anchor_of(path).stem)
    assert (entry["receipts"], entry["file"]) == (2, str(path))
    assert found(older) == {}


def test_what_a_power_cut_tore_is_left_out(path):
    issue(path, 1)
    anchor = anchor_of(path)
    whole = anchor.read_bytes()
    anchor.write_bytes(whole + whole[:40])
    assert issue(path, 1) == [2]
    lines = anchor.read_bytes().splitlines()
    assert len(lines) == 3
    assert json.loads(lines[2])["receipts"] == 2
