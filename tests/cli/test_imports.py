"""Imports on the command line: preview, apply, list, undo."""

from __future__ import annotations

import pytest

from tests.cli.conftest import LAST_YEAR

HEADER = (
    "Référence commande;Référence paiement;Montant total;Date du paiement;Statut du paiement;"
    "Versé;Date du versement;Nom payeur;Prénom payeur;Email payeur;Campagne;Type de campagne;"
    "Montant du tarif;Montant des options;Don supplémentaire;Montant du code promo;"
    "Moyen de paiement"
)
GOOD = (
    f"1;11;45,00;03/04/{LAST_YEAR} 18:23:13;Payé;Oui;15/05/{LAST_YEAR};Roux;Maël;"
    "mael.roux@example.org;Fête;Billetterie;40,00;;5,00;;Carte bancaire"
)
IMPOSSIBLE = (
    f"2;12;10,00;99/04/{LAST_YEAR};Payé;Oui;;Faure;Paul;paul.faure@example.org;Adhésion;"
    "Adhésion;10,00;;;;Carte bancaire"
)


@pytest.fixture
def export(tmp_path):
    """A file of HelloAsso with a good row and an impossible date."""
    path = tmp_path / "paiements.csv"
    path.write_text("\n".join((HEADER, GOOD, IMPOSSIBLE)) + "\n", encoding="utf-8")
    return path


def test_preview_judges_each_line_and_changes_nothing(line, export):
    preview = line.json("import", "preview", export)
    assert preview["file"] == "paiements.csv"
    assert preview["format"] == "helloasso_payments"
    assert preview["counts"] == {
        "new": 1,
        "changed": 0,
        "same": 0,
        "doubtful": 0,
        "refused": 1,
    }
    good, bad = preview["lines"]
    assert (good["line"], good["verdict"], good["date"]) == (2, "new", f"{LAST_YEAR}-04-03")
    assert (good["amount_cents"], good["gift_cents"]) == (4500, 500)
    assert (bad["line"], bad["verdict"]) == (3, "refused")
    assert "99/04" in bad["reason_text"]
    assert line.json("import", "list") == {"imports": []}
    assert line.json("contacts", "list")["count"] == 0


def test_the_preview_reads_well(line, export):
    out = line("import", "preview", export).out
    assert "Roux" in out
    assert "Refusé\u00a0: 1" in out


def test_an_import_is_listed_and_taken_back_whole(line, export):
    applied = line.json("import", "apply", export)
    run = applied["import"]
    assert run["counts"]["new"] == 1
    [left] = applied["left"]
    assert (left["line"], left["verdict"], "99/04" in left["reason_text"]) == (
        3,
        "refused",
        True,
    )
    assert line.json("import", "list")["imports"] == [run]
    line.json("import", "undo", run["run"])
    assert line.json("import", "list") == {"imports": []}
    assert line.json("contacts", "list")["count"] == 0
    again = line("import", "undo", run["run"], "--json")
    assert again.code == 1
    assert again.document["error"]["code"] == "operation.already_undone"


def test_a_file_that_brings_nothing_new_says_what_its_lines_are(line, export):
    line.json("import", "apply", export)

    counts = {"new": 0, "changed": 0, "same": 1, "doubtful": 0, "refused": 1}
    again = line.json("import", "apply", export)
    assert (again["import"], again["counts"]) == (None, counts)
    told = line("import", "apply", export).out
    assert "99/04" in told
    assert "Roux" not in told


def test_an_unknown_file_is_refused_with_what_it_lacks(line, tmp_path):
    path = tmp_path / "autre.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    result = line("import", "preview", path, "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "file.no_naming_column"


def test_a_file_that_is_not_there_is_an_outside_problem(line, tmp_path):
    result = line("import", "apply", tmp_path / "absent.csv", "--json")
    assert result.code == 3
    assert result.document["error"]["code"] == "file.not_found"
