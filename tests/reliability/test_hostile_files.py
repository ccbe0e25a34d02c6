"""Hostile files are refused at once, with a reason, and leave no trace."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coopdesk.domain.bank_accounts import NewBankAccount
from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.domain.import_formats import FileKind
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature
from coopdesk.wording.errors import error_text
from tests.made_once import new_file
from tests.reliability.hostile_files import disguised, heavy, trapped
from tests.spent import spent

# A laptop refuses each in a few hundredths; a busy machine counts several times that.
SECONDS = 1.0
MEGABYTES = 300


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An empty office, its file, and a folder for what comes in."""
    folder = tmp_path_factory.mktemp("hostile")
    path = new_file(folder / "office.coopdesk")
    services = open_database(path, signature("Camille", Origin.WINDOW))
    (folder / "files").mkdir()
    yield services, path, folder / "files"
    services.database.close()


def _previews(services):
    return {
        FileKind.PAYMENTS: services.imports.preview,
        FileKind.STATEMENT: services.bank_imports.preview,
        FileKind.POLL: services.poll_imports.preview,
        FileKind.CALENDAR: services.calendar_imports.preview,
        FileKind.CONTACTS: services.contact_imports.preview,
        FileKind.ENTRIES: services.entry_imports.preview,
    }


def _content(path):
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def _asked(services, path):
    """What a file makes its reader and the most patient ones say; the slowest, in seconds."""
    previews = _previews(services)
    kinds = {FileKind.STATEMENT, FileKind.CONTACTS}
    codes, times = [], []

    def judge(read):
        with spent() as cost:
            try:
                result = read(path)
            except (RuleError, ExternalError) as error:
                codes.append(error.code if error_text(error) != error.code else "without words")
                result = None
        times.append(cost.seconds)
        return result

    found = judge(services.file_kinds.recognise)
    for kind in sorted(kinds | {found.kind} if found else kinds, key=lambda one: one.value):
        judge(previews[kind])
    return codes, max(times)


def test_whatever_it_holds_a_file_is_judged_at_once_by_every_reader(office):
    services, database, folder = office
    before, beside = _content(database), set(folder.parent.rglob("*"))
    wrong = {}
    for name, content in trapped().items():
        path = folder / name
        path.write_bytes(content)
        codes, seconds = _asked(services, path)
        if seconds > SECONDS or "without words" in codes:
            wrong[name] = (codes, seconds)
        path.unlink()
    assert wrong == {}
    assert _content(database) == before
    assert set(folder.parent.rglob("*")) == beside


def test_what_a_file_is_and_not_its_name_is_the_reason_of_the_refusal(office):
    services, _database, folder = office
    wrong = {}
    for name, (content, code) in disguised().items():
        (folder / name).write_bytes(content)
        with pytest.raises(RuleError) as refused:
            services.file_kinds.recognise(folder / name)
        if refused.value.code != code:
            wrong[name] = refused.value.code
        (folder / name).unlink()
    assert wrong == {}


def test_what_unfolds_or_never_ends_is_refused_in_a_second_and_in_little_memory(office):
    services, _database, folder = office
    wrong = {}
    for name, (content, code) in heavy().items():
        path = folder / name
        path.write_bytes(content)
        before = _peak()
        with spent() as cost, pytest.raises(RuleError) as refused:
            _previews(services)[services.file_kinds.recognise(path).kind](path)
        megabytes = _peak() - before
        if refused.value.code != code or cost.seconds > SECONDS or megabytes > MEGABYTES:
            wrong[name] = (refused.value.code, round(cost.seconds, 1), megabytes)
        path.unlink()
    assert wrong == {}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no such names")
def test_a_name_in_no_alphabet_is_kept_as_text(office):
    services, _database, folder = office
    services.bank.add(NewBankAccount("Compte courant", ""))
    table = b"Date;Date de valeur;Debit;Credit;Libelle;Solde\n01/02/2026;;;%d,00;VIR;\n"
    kept = []
    for number, name in enumerate((b"\xff.csv", b"a\nb.csv", "a\u202excod.csv".encode()), 1):
        path = folder / os.fsdecode(name)
        path.write_bytes(table % number)
        kept.append(services.bank_imports.apply(path).value.file_name)
    assert kept == ["?.csv", "a b.csv", "axcod.csv"]


def _peak():
    """The most memory that the process has held since it was last asked, in megabytes."""
    if sys.platform != "linux":
        return 0
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return int(line.split()[1]) / 1_000
