"""Files of entries on the command line: the FEC out and in, opening balances."""

from __future__ import annotations

from tests.exchange.test_entry_files import fec
from tests.exchange.test_entry_files import line as row

PAIR = (row(), row(account="512000", debit="0,00", credit="12,50"))


def test_entries_are_looked_at_then_imported_once(line, tmp_path):
    path = tmp_path / "fec.txt"
    path.write_text(fec(*PAIR), encoding="utf-8", newline="")
    looked = line.json("accounts", "import", path, "--dry-run")
    assert (looked["new"], looked["imported"], looked["amount_cents"]) == (1, 0, 1250)
    assert line.json("accounts", "import", path)["imported"] == 1
    again = line("accounts", "import", path)
    assert again.code == 0
    assert "déjà été importée" in again.out


def test_what_is_left_out_is_told_line_by_line(line, tmp_path):
    path = tmp_path / "fec.txt"
    path.write_text(fec(*PAIR).replace("12,50", "12,40", 1), encoding="utf-8", newline="")
    result = line("accounts", "import", path)
    assert result.code == 1
    assert "diffèrent de 0,10" in result.out


def test_file_of_a_year_is_written_and_checked(line, tmp_path):
    sides = ("--debit", "5121=50", "--credit", "75411=50", "--date", "2026-03-02")
    line.json("accounts", "entry", "add", "--label", "Don", *sides)
    line.json("accounts", "validate", "--year", "2026")
    words = ("--to", tmp_path, "--separator", "pipe", "--charset", "iso-8859-15")
    done = line.json("accounts", "fec", "--year", "2026", *words)
    assert (done["entries"], done["lines"], done["debit_cents"]) == (1, 2, 5000)
    assert [one["code"] for one in done["warnings"]] == ["fec.no_siren", "fec.year_is_open"]
    checked = line("accounts", "check-fec", done["file"], "--json")
    assert checked.code == 4
    assert [one["code"] for one in checked.document["problems"]] == ["fec.name_wrong"]
    wrong = line("accounts", "fec", "--to", tmp_path, "--separator", "comma")
    assert wrong.code == 2


def test_balances_of_a_sheet_open_a_year(line, tmp_path):
    path = tmp_path / "balance.csv"
    path.write_text("Compte;Solde\n5121;10,00\n1068;-10,00\n", encoding="utf-8")
    assert line.json("accounts", "openings", path, "--dry-run")["entry_id"] is None
    made = line.json("accounts", "openings", path)
    assert [one["account"] for one in made["lines"]] == ["1068", "5121"]
    path.write_text("Compte;Solde\n5121;10,00\n", encoding="utf-8")
    assert line("accounts", "openings", path).code == 1
