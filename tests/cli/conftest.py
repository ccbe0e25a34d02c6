"""Runs the command line inside the test, on real database files."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass

import pytest

from coopdesk.cli.application import run
from coopdesk.wording.language import set_language

LAST_YEAR = dt.datetime.now().astimezone().year - 1

PROFILE_TOML = """
name = "La Coop des Rives"
purpose = "Relier celles et ceux qui font vivre les communs."
rna = "W442000001"
signatory_name = "Camille Aubry"
signatory_role = "Trésorière"

[address]
street = "3 quai de la Fosse"
postal_code = "44000"
city = "Nantes"
"""


@dataclass(frozen=True)
class Result:
    """What a command left: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def document(self):
        return json.loads(self.out)


class Line:
    """The command line with one database, in French."""

    def __init__(self, capsys, database, folder):
        self._capsys = capsys
        self.database = database
        self.folder = folder

    def __call__(self, *words):
        """Run a command on the database."""
        return self.bare("--database", str(self.database), *words)

    def json(self, *words):
        """Run a command on the database and return its document; it must be done."""
        result = self("--json", *words)
        assert (result.code, result.err) == (0, ""), result
        return result.document

    def bare(self, *words):
        """Run a command without naming a database."""
        self._capsys.readouterr()
        code = run([str(word) for word in words], self._draw)
        out, err = self._capsys.readouterr()
        return Result(code, out, err)

    def _draw(self, services, folder):
        """Stand in for the window, which has tests of its own: write one picture."""
        folder.mkdir(exist_ok=True)
        picture = folder / f"contacts-{services.contacts.count()}.png"
        picture.write_bytes(b"")
        return [picture]


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory):
    """The bytes of a database with a complete profile, made once for all tests.

    It does not know who it is: each copy is told when it is opened, and so is another file.
    """
    folder = tmp_path_factory.mktemp("ready")
    profile, path = folder / "profil.toml", folder / "ready.coopdesk"
    profile.write_text(PROFILE_TOML, encoding="utf-8")
    assert run(["--database", str(path), "new", "--profile", str(profile)], None) == 0
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM file_info WHERE key = 'identity'")
        connection.commit()
    return path.read_bytes()


@pytest.fixture
def ready_database(ready_file, tmp_path):
    """A database with a complete profile."""
    path = tmp_path / "rives.coopdesk"
    path.write_bytes(ready_file)
    return path


@pytest.fixture
def line(capsys, ready_database, tmp_path):
    """The command line on a database with a profile and nothing else."""
    yield Line(capsys, ready_database, tmp_path)
    set_language("fr")


@pytest.fixture
def elodie(line):
    """A recorded donor with an address; her number."""
    words = ("--last-name", "Lefèvre", "--first-name", "Élodie", "--city", "Nantes")
    more = ("--street", "12 rue des Lilas", "--postal-code", "44000")
    return line.json("contacts", "add", *words, *more)["contact"]["id"]
