"""Files of contacts on the command line: import, export, and the round trip through a sheet."""

from __future__ import annotations

import csv
import io
import re

import pytest

TABLE = "Nom;Prénom;E-mail;Truc\nRoux;Zoé;zoe@example.org;noix\nLefèvre;Élodie;;\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_dry_run_says_what_would_be_done_and_does_nothing(line, elodie, table):
    told = line.json("contacts", "import", table, "--dry-run")
    assert (told["file"], told["format"]) == ("liste.csv", "contact_table")
    assert told["columns"][3] == {"column": "Truc", "field": "kept", "by": "none"}
    assert told["counts"]["new"] == 1
    zoe, doubtful = told["lines"]
    assert (zoe["line"], zoe["verdict"], zoe["name"]) == (2, "new", "Zoé Roux")
    assert (doubtful["verdict"], doubtful["reason"]) == ("doubtful", "resembles")
    assert doubtful["candidates"][0]["id"] == elodie
    assert line.json("contacts", "list")["count"] == 1


def test_an_import_lists_what_it_left_out_and_is_taken_back(line, elodie, table):
    done = line.json("contacts", "import", table)
    assert done["import"]["counts"]["new"] == 1
    assert [x["line"] for x in done["left"]] == [3]
    assert line.json("contacts", "list")["count"] == 2
    assert line.json("contacts", "import", table)["import"] is None
    line.json("import", "undo", str(done["import"]["run"]))
    assert line.json("contacts", "list")["count"] == 1


def test_the_answer_reads_well(line, elodie, table):
    out = line("contacts", "import", table).out
    assert "probablement un contact déjà connu" in out
    assert "Import n°" in out
    out = line("contacts", "import", table, "--dry-run").out
    assert "Garder dans la note" in out


def test_what_was_left_out_of_the_whole_file_is_said(line, tmp_path):
    path = tmp_path / "nul.csv"
    path.write_bytes(b"Nom;E-mail\nRo\0ux;ana@example.org\n")
    said = "Caractères nuls laissés de côté\u00a0: 1"
    assert said in line("contacts", "import", path, "--dry-run").out
    assert said in line("contacts", "import", path).out


def test_a_mapping_file_says_what_columns_mean(line, table, tmp_path):
    mapping = tmp_path / "champs.toml"
    mapping.write_text('[columns]\ntruc = "tags"\n', encoding="utf-8")
    told = line.json("contacts", "import", table, "--map", mapping, "--dry-run")
    assert told["columns"][3] == {"column": "Truc", "field": "tags", "by": "chosen"}
    mapping.write_text('{"Truc": "note"}', encoding="utf-8")
    line.json("contacts", "import", table, "--map", mapping)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('Rien = "tags"', "mapping.unknown_column"),
        ('Truc = "nimporte"', "mapping.unknown_field"),
        ("Truc = ", "mapping.unreadable"),
        ('Qui = "full_name"\nTruc : "tags"', "mapping.unreadable_line"),
        ('{"Truc": "tags"', "mapping.unreadable_line"),
        ("Truc = 3", "mapping.no_field"),
    ],
)
def test_a_wrong_mapping_says_what_is_wrong(line, table, tmp_path, text, code):
    mapping = tmp_path / "champs.toml"
    mapping.write_text(text, encoding="utf-8")
    result = line("--json", "contacts", "import", table, "--map", mapping)
    assert result.code == 1
    assert result.document["error"]["code"] == code
    assert not re.search(r"\b(line|column|[Ii]nvalid|[Ee]xpect\w+)\b", result.err)


def test_an_export_is_edited_and_comes_back(line, elodie, tmp_path):
    path = tmp_path / "export.csv"
    assert line.json("contacts", "export", "--to", path)["count"] == 1
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    rows[1][rows[0].index("Commune")] = "Brest"
    rows[1][rows[0].index("Numéro et rue")] = ""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows(rows)
    path.write_text(stream.getvalue(), encoding="utf-8-sig")
    (told,) = line.json("contacts", "import", path, "--dry-run")["lines"]
    assert {x["field"]: (x["kind"], x["accepted"]) for x in told["changes"]} == {
        "street": ("clears", False),
        "city": ("replaces", False),
    }
    assert "Nantes → Brest (non accepté)" in line("contacts", "import", path).out
    assert line.json("contacts", "import", path)["import"] is None
    assert line.json("contacts", "import", path, "--replace", "--clear")["import"]
    contact = line.json("contacts", "show", str(elodie))["contact"]
    assert (contact["address"]["city"], contact["address"]["street"]) == ("Brest", "")


def test_an_export_may_be_narrowed_by_a_condition_or_words(line, elodie, tmp_path):
    line.json("contacts", "add", "--last-name", "Roux", "--first-name", "Zoé")
    cards = tmp_path / "carnet.vcf"
    assert line.json("contacts", "export", "--to", cards, "--search", "roux")["count"] == 1
    assert "FN:Zoé Roux" in cards.read_text(encoding="utf-8")
    result = line("--json", "contacts", "export", "--to", tmp_path / "a.txt")
    assert result.document["error"]["code"] == "export.unknown_extension"
