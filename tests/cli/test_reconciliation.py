"""Reconciling bank lines on the command line."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

TABLE = """Date;Date de valeur;Débit;Crédit;Libellé;Solde
05/01/2026;05/01/2026;-29,99;;PRLV SEPA FREE TELECOM 4711;470,01
06/01/2026;06/01/2026;;62,37;VIR MAELLE ZEPHYR;532,38
05/02/2026;05/02/2026;-29,99;;PRLV SEPA FREE TELECOM 4899;502,39
"""


@pytest.fixture
def lines(line, tmp_path):
    """The lines of a table, by label, on an account with one gift in the books."""
    line.json("bank", "add-account", "Compte courant", "--account", "5121")
    path = tmp_path / "extrait.csv"
    path.write_bytes(TABLE.encode("iso-8859-15"))
    line.json("import", "apply", path)
    line.json("accounts", "open-year", "--from", "2026-01-01", "--to", "2026-12-31")
    named = ("--last-name", "Zéphyr", "--first-name", "Maëlle")
    donor = line.json("contacts", "add", *named)["contact"]["id"]
    words = ("--amount", "62,37", "--date", "2026-01-05", "--mode", "transfer")
    line.json("donations", "add", *words, "--donor", donor)
    return {
        x["label"].split()[-1]: x["id"]
        for x in line.json("bank", "lines", "--waiting")["lines"]
    }


def test_what_is_sure_is_said_first_then_done_and_proved(line, lines, tmp_path):
    planned = line.json("bank", "match", "--auto", "--dry-run")
    assert (planned["matched"], planned["left"]) == (1, 2)
    assert "Zéphyr" in line("bank", "proposals", lines["ZEPHYR"]).out
    assert line.json("bank", "match", "--auto")["matched"] == 1
    made = line.json("bank", "enter", lines["4711"], "626", "--learn")
    assert (len(made["entries"]), made["rule"]) == (1, "prlv free telecom")
    [rule] = line.json("bank", "rules", "list")["rules"]
    assert (rule["account"], rule["uses"]) == ("626", 1)
    assert line.json("bank", "match", lines["4899"])["created"] == 1
    path = tmp_path / "etat.pdf"
    state = line.json("bank", "reconcile", "1", "--to", path)
    assert (state["lines"], state["entries"], state["to_reconcile"]) == ([], [], 0)
    assert len(PdfReader(path).pages) == 1
    assert line.json("bank", "unmatch", lines["4899"])["taken_off"] == 1
    for words in (("unmatch", 999), ("proposals", "--account", 9), ("lines", "--account", 9)):
        assert line("bank", *words).code == 1, words


def test_the_state_names_the_opening_balance_and_what_records_it(line, lines):
    told = line.json("bank", "reconcile", "1")["began_apart"]
    assert told == {"date": "2026-01-04", "bank_cents": 50000, "books_cents": 0}
    assert "coopdesk bank open-books 1" in line("bank", "reconcile", "1").out
    assert line.json("bank", "open-books", "1")["entry"]["kind"] == "opening"
    assert line.json("bank", "reconcile", "1")["began_apart"] is None


@pytest.mark.parametrize(
    "words", [("--auto", "LINE"), ("--auto", "--payment", "1"), ("LINE", "--payment", "1")]
)
def test_a_dry_run_or_all_that_is_sure_takes_nothing_that_is_named(line, lines, words):
    told = [lines["ZEPHYR"] if word == "LINE" else word for word in words]
    assert line("bank", "match", *told, "--dry-run").code == 2
    assert len(line.json("bank", "lines", "--waiting")["lines"]) == 3


def test_rules_are_added_changed_and_removed(line, lines):
    words = ("bank", "rules")
    rule = line.json(*words, "add", "Free Telecom", "--account", "626", "--direction", "out")
    number = rule["rule"]["id"]
    assert rule["rule"]["words"] == "free telecom"
    changed = line.json(*words, "change", number, "--off", "--most", "40")["rule"]
    assert (changed["is_on"], changed["most_cents"], changed["account"]) == (False, 4000, "626")
    assert "free telecom" in line(*words, "list").out
    assert line(*words, "change", number).code == 2
    assert line.json(*words, "remove", number)["removed"] == number
    assert line("bank", "match").code == 1
