"""The end of a fiscal year on the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import LAST_YEAR


@pytest.fixture
def books(line):
    """One gift and one purchase of last year, drafts."""
    line.json(
        "accounts", "open-year", "--from", f"{LAST_YEAR}-01-01", "--to", f"{LAST_YEAR}-12-31"
    )
    for words in (("5121", "75411", "100"), ("6061", "5121", "25,50")):
        debit, credit, amount = words
        line.json(
            "accounts", "entry", "add", "--label", "Mouvement", "--date", f"{LAST_YEAR}-03-05",
            "--debit", f"{debit}={amount}", "--credit", f"{credit}={amount}",
        )  # fmt: skip
    return line


def test_year_is_checked_closed_allocated_and_printed(books):
    year = str(LAST_YEAR)
    result = books("accounts", "check", "--year", year)
    assert result.code == 4
    assert "brouillons" in result.out
    assert books("accounts", "close", year).code == 1
    books.json("accounts", "validate", "--year", year)
    assert books.json("accounts", "check", "--year", year)["can_close"] is True
    closed = books.json("accounts", "close", year, "--note", "avant l’assemblée")
    assert (closed["state"], closed["event"]["result_cents"]) == ("closed", 7_450)
    made = books.json("accounts", "allocate", year, "--reserves", "50")
    assert (made["reserves_cents"], made["carried_cents"]) == (5_000, 2_450)
    assert books("accounts", "reopen", year, "--reason", "erreur").code == 1
    kinds = [
        each["kind"] for each in books.json("accounts", "check", "--year", year)["history"]
    ]
    assert kinds == ["closed", "allocated"]


def test_provisional_opening_and_reopening(books):
    year = str(LAST_YEAR)
    assert books.json("accounts", "opening", year)["amount_cents"] == 7_450
    books.json("accounts", "validate", "--year", year)
    books.json("accounts", "close", year)
    reopened = books.json("accounts", "reopen", year, "--reason", "facture oubliée")
    assert (reopened["state"], reopened["event"]["reason"]) == ("open", "facture oubliée")


def test_books_are_written_as_pdf(books, tmp_path):
    file = tmp_path / "journal.pdf"
    done = books.json("accounts", "print", "journal", "--year", LAST_YEAR, "--to", file)
    assert done["paper"] == "journal"
    assert file.read_bytes().startswith(b"%PDF")
