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
