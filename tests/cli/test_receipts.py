"""Receipts on the command line: review, issue, list, print."""

from __future__ import annotations

import pytest

from tests.cli.conftest import LAST_YEAR


@pytest.fixture
def three_gifts(line, elodie):
    """Two gifts of Élodie and an anonymous one, all of last year."""
    for amount, day in (("50", "03-12"), ("12,50", "04-01")):
        words = ("--amount", amount, "--mode", "cash", "--date", f"{LAST_YEAR}-{day}")
        line.json("donations", "add", *words, "--donor", elodie)
    words = ("--amount", "5", "--mode", "cash", "--date", f"{LAST_YEAR}-05-01")
    line.json("donations", "add", *words)


def test_review_sorts_gifts_by_verdict_with_reasons(line, three_gifts):
    review = line.json("receipts", "review", "--year", LAST_YEAR)
    assert [one["amount_cents"] for one in review["ready"]] == [5000, 1250]
    assert [one["reason"] for one in review["excluded"]] == ["anonymous"]
    assert review["excluded"][0]["reason_text"]
    assert (review["blocked"], review["issued"], review["missing"]) == ([], [], [])
    assert review["totals"] == {
        "ready_cents": 6250,
        "blocked_cents": 0,
        "excluded_cents": 500,
        "issued_cents": 0,
    }
    out = line("receipts", "review", "--year", LAST_YEAR).out
    assert "Exclu\u00a0: 1" in out


def test_a_gift_without_an_address_is_blocked_with_its_cure(line):
    roux = line.json("contacts", "add", "--last-name", "Roux")["contact"]["id"]
    words = ("--amount", "5", "--mode", "cash", "--date", f"{LAST_YEAR}-05-01")
    line.json("donations", "add", *words, "--donor", roux)
    [blocked] = line.json("receipts", "review", "--year", LAST_YEAR)["blocked"]
    assert (blocked["reason"], blocked["cure"]) == ("address_missing", "contact")


def test_issuing_makes_one_receipt_per_donor_once(line, three_gifts):
    issued = line.json("receipts", "issue", "--year", LAST_YEAR)
    assert (issued["count"], issued["total_cents"], issued["per"]) == (1, 6250, "donor")
    assert issued["issued"][0]["number"] == f"{LAST_YEAR}-0001"
    again = line("receipts", "issue", "--year", LAST_YEAR, "--json")
    assert again.code == 1
    assert again.document["error"]["code"] == "receipt.nothing_to_issue"
    listed = line.json("receipts", "list", "--year", LAST_YEAR)
    assert listed["receipts"] == issued["issued"]


def test_issuing_per_gift_makes_one_receipt_each(line, three_gifts):
    assert line("receipts", "issue", "--year", LAST_YEAR, "--per", "period").code == 2
    issued = line.json("receipts", "issue", "--year", LAST_YEAR, "--per", "gift")
    assert [one["amount_cents"] for one in issued["issued"]] == [5000, 1250]
    assert [one["rank"] for one in issued["issued"]] == [1, 2]


def test_printing_writes_a_file_each_or_one_file(line, three_gifts):
    line.json("receipts", "issue", "--year", LAST_YEAR, "--per", "gift")
    folder = line.folder / "reçus"
    written = line.json("receipts", "print", "--year", LAST_YEAR, "--to", folder)
    assert len(written["files"]) == 2
    together = line.json("receipts", "print", "--year", LAST_YEAR, "--to", folder, "--one-file")
    assert len(together["files"]) == 1
    assert len(list(folder.glob("*.pdf"))) == 3


def test_printing_into_a_file_is_an_outside_problem(line, three_gifts):
    line.json("receipts", "issue", "--year", LAST_YEAR)
    taken = line.folder / "taken"
    taken.write_text("x", encoding="utf-8")
    result = line("receipts", "print", "--year", LAST_YEAR, "--to", taken, "--json")
    assert result.code == 3
    assert result.document["error"]["code"] == "file.cannot_write"


def test_an_incomplete_profile_is_named_field_by_field(line, three_gifts):
    line.json("profile", "set", "--signatory-name", "")
    result = line("receipts", "issue", "--year", LAST_YEAR, "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "receipt.profile_incomplete"
    assert "signataire" in result.document["error"]["message"]


def test_preview_writes_a_draft_and_takes_no_number(line, three_gifts):
    target = line.folder / "brouillon.pdf"
    document = line.json("receipts", "preview", "--year", LAST_YEAR, "--to", target)
    assert (document["count"], document["total_cents"]) == (1, 6250)
    assert target.read_bytes().startswith(b"%PDF")
    assert line.json("receipts", "list", "--year", LAST_YEAR)["count"] == 0
    [waiting] = line.json("receipts", "unreceipted")["years"]
    assert (waiting["year"], waiting["ready_count"]) == (int(LAST_YEAR), 2)


def test_life_of_a_receipt_by_its_printed_number(line, three_gifts, elodie):
    first, second = f"{LAST_YEAR}-0001", f"{LAST_YEAR}-0002"
    line.json("receipts", "issue", "--year", LAST_YEAR, "--contact", elodie)
    line.json("receipts", "deliver", first, "--by", "emailed")
    new = line.json("receipts", "replace", first, "--reason", "nom corrigé")["receipt"]
    assert (new["number"], new["replaces"]) == (second, first)
    old = line.json("receipts", "show", first)["receipt"]
    assert (old["status"], old["replaced_by"]) == ("replaced", second)
    assert (old["void"]["reason"], len(old["deliveries"])) == ("nom corrigé", 1)
    line.json("receipts", "void", second, "--reason", "don rendu")
    listed = line.json("receipts", "list", "--status", "voided")
    assert [one["number"] for one in listed["receipts"]] == [second]
    assert listed["total_cents"] == 0
    assert "Annulé" in line("receipts", "show", second).out


def test_refusals_of_the_life_of_receipts(line, three_gifts):
    cases = {
        "receipt.number_unknown": ("void", "1999-0001", "--reason", "x"),
        "receipt.nothing_lost": ("note-loss", "--reason", "x"),
        "series.year_missing": ("series", "--year", LAST_YEAR, "--prefix", "R-"),
    }
    for code, words in cases.items():
        result = line("receipts", *words, "--json")
        assert (result.code, result.document["error"]["code"]) == (1, code)
    assert line("receipts", "issue").code == 2


def test_form_of_numbers_is_shown_and_decided(line, three_gifts):
    words = ("receipts", "series", "--year", LAST_YEAR)
    assert line.json(*words)["first"] == f"{LAST_YEAR}-0001"
    assert line.json(*words, "--digits", "6", "--prefix", f"RF{LAST_YEAR}-")["first"] == (
        f"RF{LAST_YEAR}-000001"
    )


def test_warnings_are_told_beside_gifts_that_are_ready(line):
    words = ("--street", "Gasse 2", "--postal-code", "10115", "--city", "Berlin")
    abroad = ("--country", "DE", "--first-name", "Ida")
    added = line.json("contacts", "add", "--last-name", "Roux", *words, *abroad)
    given = ("--amount", "5", "--mode", "cash", "--date", f"{LAST_YEAR}-05-01")
    line.json("donations", "add", *given, "--donor", added["contact"]["id"])
    [ready] = line.json("receipts", "review", "--year", LAST_YEAR)["ready"]
    assert ready["warnings"] == ["donor_abroad"]
    assert "étranger" in line("receipts", "review", "--year", LAST_YEAR).out


def test_refused_replacement_names_the_receipt_that_has_the_gifts(line, three_gifts):
    first, second = f"{LAST_YEAR}-0001", f"{LAST_YEAR}-0002"
    line.json("receipts", "issue", "--year", LAST_YEAR)
    line.json("receipts", "replace", first)
    assert second in line("receipts", "replace", first).err
    line.json("receipts", "void", second, "--reason", "x")
    line.json("receipts", "issue", "--year", LAST_YEAR)
    refused = line("receipts", "replace", second, "--json")
    assert refused.document["error"]["code"] == "receipt.already_replaced"
    assert f"{LAST_YEAR}-0003" in refused.document["error"]["message"]


def test_receipt_with_a_returned_gift_is_listed_as_to_void(line, three_gifts):
    line.json("receipts", "issue", "--year", LAST_YEAR)
    line.json("donations", "return", "1", "--reason", "bounced")
    assert "Émis, à annuler" in line("receipts", "list").out
    on_form = ("receipts", "list", "--to-void", "--form")
    assert [line.json(*on_form, form)["count"] for form in ("11580", "16216")] == [1, 0]
    assert line(*on_form, "2041").code == 2
    line.json("receipts", "void", f"{LAST_YEAR}-0001", "--reason", "impayé")
    assert "à annuler" not in line("receipts", "list").out
    assert line.json("receipts", "list", "--to-void")["count"] == 0


def test_two_shapes_of_files_at_once_are_refused(line, tmp_path):
    words = ("receipts", "print", "--year", LAST_YEAR, "--to", str(tmp_path), "--one-file")
    assert line(*words, "--shape", "separate").code == 2


def test_restoring_says_at_once_which_receipts_the_backup_lacks(line, three_gifts):
    copy = line.folder / "copie.coopdesk"
    line.json("backup", "--to", copy)
    assert line.json("restore", copy)["behind"] == []
    line.json("receipts", "issue", "--year", LAST_YEAR)
    [said] = line.json("restore", copy)["behind"]
    assert f"{LAST_YEAR}-0001" in said
    again = line("receipts", "issue", "--year", LAST_YEAR, "--json")
    assert again.document["error"]["code"] == "receipt.behind"
