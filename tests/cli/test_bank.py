"""Bank accounts and their lines on the command line."""

from __future__ import annotations

import pytest

TABLE = """Date;Date de valeur;Débit;Crédit;Libellé;Solde
05/01/2026;05/01/2026;-19,99;;PRLV SEPA FREE MOBILE;480,01
06/01/2026;06/01/2026;;50,00;VIR MAELLE ZEPHYR;530,01
06/01/2026;06/01/2026;;50,00;VIR MAELLE ZEPHYR;580,01
"""


@pytest.fixture
def account(line, tmp_path):
    """An account with the three lines of a table."""
    words = ("Compte courant", "--account", "5121")
    made = line.json("bank", "add-account", *words)["account"]
    path = tmp_path / "extrait.csv"
    path.write_bytes(TABLE.encode("iso-8859-15"))
    assert line.json("import", "apply", path)["import"]["counts"]["new"] == 3
    return made


def test_accounts_and_lines_are_listed_with_what_waits(line, account):
    [listed] = line.json("bank", "accounts")["accounts"]
    assert (listed["name"], listed["account"]) == ("Compte courant", "5121")
    assert (listed["lines"], listed["to_reconcile"], listed["alerts"]) == (3, 3, 0)
    found = line.json("bank", "lines", "--search", "zephyr", "--limit", "1")
    assert (found["count"], len(found["lines"]), found["income_cents"]) == (2, 1, 10000)
    told = line("bank", "lines", "--waiting")
    assert "PRLV SEPA FREE MOBILE" in told.out
    assert "à rapprocher" in told.out


def test_lines_are_set_aside_and_put_back(line, account):
    [free] = line.json("bank", "lines", "--search", "free")["lines"]
    assert line.json("bank", "set-aside", free["id"], "--note", "doublon")["changed"] == 1
    shown = line.json("bank", "line", free["id"])
    assert (shown["line"]["state"], shown["line"]["note"]) == ("aside", "doublon")
    assert shown["raw"]["Libellé"] == "PRLV SEPA FREE MOBILE"
    assert line.json("bank", "lines", "--waiting")["count"] == 2
    assert line.json("bank", "put-back", free["id"])["changed"] == 1
    assert line.json("bank", "give", free["id"])["changed"] == 0
    assert "Libellé" in line("bank", "line", free["id"]).out


def test_statements_are_proved_line_by_line(line, account):
    listed = line.json("bank", "statements", account["id"])
    assert (len(listed["statements"]), listed["alerts"]) == (1, 0)
    proof = line.json("bank", "proof", account["id"])
    assert (proof["end_cents"], proof["first_difference"]) == (58001, None)
    assert "580,01" in line("bank", "proof", account["id"]).out
    assert "extrait.csv" in line("bank", "statements", account["id"]).out


def test_an_account_is_changed_closed_and_not_removed_with_statements(line, account):
    words = ("bank", "change-account", account["id"])
    assert line.json(*words, "--name", "Compte joint", "--close")["account"]["is_open"] is False
    assert "Compte joint (clôturé)" in line("bank", "accounts").out
    refused = line("bank", "remove-account", account["id"])
    assert refused.code == 1
    assert line(*words).code == 2
