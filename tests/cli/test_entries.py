"""The books on the command line: chart, years, drafts, validation, reversal, matching."""

from __future__ import annotations

THIS_DAY = ("--date", "2026-03-02")


def record(line, debit, credit, *words):
    """Record a draft and return its document."""
    sides = ("--debit", debit, "--credit", credit)
    said = ("accounts", "entry", "add", "--label", "Don", *sides, *THIS_DAY)
    return line.json(*said, *words)["entry"]


def keeps_vouchers(line, number, folder):
    """Attach a file to an entry, write it out again, take it off."""
    bill = folder / "facture.txt"
    bill.write_bytes(b"Terreau")
    line.json("accounts", "entry", "attach", number, str(bill))
    (kept,) = line.json("accounts", "entry", "files", number)["files"]
    copy = folder / "copie.txt"
    line.json("accounts", "entry", "save-file", str(kept["id"]), "--to", str(copy))
    assert (kept["name"], copy.read_bytes()) == ("facture.txt", b"Terreau")
    line.json("accounts", "entry", "detach", str(kept["id"]))
    assert line.json("accounts", "entry", "files", number) == {"files": []}


def test_draft_is_recorded_shown_kept_as_a_model_and_removed(line, elodie, tmp_path):
    more = ("--journal", "bq", "--voucher", "F-1", "--contact", elodie, "--note", "Fête")
    made = record(line, "5121=12,50", "75411=12,50", *more)
    assert (made["state"], made["amount_cents"], made["journal"]) == ("draft", 1250, "BQ")
    contacts = [(x["account"], x["contact"]) for x in made["lines"]]
    assert contacts == [("5121", ""), ("75411", "Élodie Lefèvre")]
    shown = line("accounts", "entry", "show", str(made["entry_id"]))
    assert "75411 Dons manuels" in shown.out
    listed = line.json("accounts", "entry", "list", "--search", "f-1", "--account", "75")
    assert [one["accounts"] for one in listed["entries"]] == [["5121", "75411"]]
    number = str(made["entry_id"])
    sides = ("--debit", "5121=8", "--credit", "75411=8", "--contact", elodie)
    changed = line.json("accounts", "entry", "change", number, "--note", "", *sides)["entry"]
    assert (changed["amount_cents"], changed["voucher"], changed["note"]) == (800, "F-1", "")
    assert [x["contact"] for x in changed["lines"]] == ["", "Élodie Lefèvre"]
    key = line.json("activities", "add", "Fête")["activity"]["id"]
    changed = line.json("accounts", "entry", "change", number, "--activity", "fête")["entry"]
    assert [x["activity_id"] for x in changed["lines"]] == [None, key]
    assert [x["contact"] for x in changed["lines"]] == ["", "Élodie Lefèvre"]
    assert line("accounts", "entry", "change", number).code == 2
    wrong = line("accounts", "entry", "change", number, "--journal", "ZZ")
    assert (wrong.code, wrong.err.startswith("--journal")) == (1, True)
    keeps_vouchers(line, number, tmp_path)
    words = ("--kind", "standard", "--contact", elodie, "--voucher", "F-1")
    assert line.json("accounts", "entry", "list", *words)["count"] == 1
    assert line.json("accounts", "entry", "list", "--without-voucher")["count"] == 0
    shown = line.json("accounts", "entry", "show", number)["entry"]
    assert (shown["sources"], shown["files"]) == ([], [])
    line.json("accounts", "models", "keep", number, "Don type")
    again = line.json("accounts", "models", "use", "don type", *THIS_DAY)["entry"]
    assert (again["amount_cents"], again["voucher"]) == (800, "")
    line.json("accounts", "models", "remove", "Don type")
    assert line.json("accounts", "models", "list") == {"models": []}
    removed = line.json("accounts", "entry", "remove", made["entry_id"])
    assert removed == {"removed": 1}


def test_unbalanced_entry_is_refused_in_words(line):
    words = ("--label", "Don", "--debit", "5121=50", "--credit", "75411=49")
    result = line("accounts", "entry", "add", *words)
    assert result.code == 1
    assert "diffèrent de 1,00" in result.err
    wrong = line("accounts", "entry", "add", "--label", "Don", "--debit", "5121")
    assert wrong.code == 2


def test_validation_reversal_and_matching(line):
    claim = record(line, "4112=20", "7561=20")
    paid = record(line, "5121=20", "4112=20")
    assert line.json("accounts", "validate", "--year", "2026") == {"validated": 2}
    lines = [str(claim["lines"][0]["line_id"]), str(paid["lines"][1]["line_id"])]
    assert line.json("accounts", "match", *lines) == {"letters": "A"}
    assert line.json("accounts", "match", lines[0], "--off") == {"unmatched": 2}
    marked = line.json("accounts", "reconcile", lines[1], "--on", "2026-03-05")
    assert marked == {"changed": 1, "reconciled_on": "2026-03-05"}
    line.json("activities", "add", "Fête")
    words = ("accounts", "assign", lines[0], "--activity")
    assert line.json(*words, "fête")["activity_id"] == 1
    assert line.json(*words, "")["changed"] == 1
    back = line.json("accounts", "reverse", str(paid["entry_id"]), "--date", "2026-04-01")
    assert back["entry"]["reverses"] == paid["entry_id"]
    assert line.json("accounts", "entry", "list", "--state", "validated")["count"] == 2
    refused = line("accounts", "entry", "remove", str(claim["entry_id"]), "--json")
    assert refused.document["error"]["code"] == "entry.is_validated"


def test_chart_journals_and_years_are_kept(line):
    assert line.json("accounts", "chart")["count"] == 154
    assert line.json("accounts", "chart", "--all", "--search", "annonces")["count"] == 1
    added = line.json("accounts", "add-account", "512a", "--label", "Livret")["account"]
    assert (added["number"], added["status"], added["is_postable"]) == ("512A", "own", True)
    closed = line.json("accounts", "change-account", "512A", "--close")["account"]
    assert not closed["is_open"]
    words = ("BQ2", "--name", "Livret", "--kind", "bank", "--account", "512A")
    assert line.json("accounts", "add-journal", *words)["journal"]["account"] == "512A"
    assert "BQ2" in line("accounts", "journals").out
    shut = line.json("accounts", "change-journal", "bq2", "--name", "Épargne", "--close")
    assert (shut["journal"]["name"], shut["journal"]["is_open"]) == ("Épargne", False)
    assert line.json("accounts", "remove-journal", "bq2") == {"code": "BQ2"}
    assert line("accounts", "remove-account", "616").code == 0
    record(line, "5121=1", "75411=1")
    opened = line.json("accounts", "open-year", "--to", "2027-08-31")["year"]
    assert (opened["starts_on"], opened["ends_on"]) == ("2027-01-01", "2027-08-31")
    renamed = line.json("accounts", "change-year", "2027", "--name", "Huit mois")
    assert renamed["year"]["year"] == "Huit mois"
    assert "Huit mois" in line("accounts", "years").out
    before = line.json("accounts", "open-year", "--from", "2025-01-01", "--to", "2025-12-31")
    assert before["year"]["year"] == "2025"
    assert line.json("accounts", "remove-year", "2025")["year"]["year"] == "2025"
