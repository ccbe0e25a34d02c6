"""The declaration of gifts, statements and figures of the law from the command line."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cli.conftest import LAST_YEAR


@pytest.fixture
def donor(line):
    """A donor with a receipt of last year and a gift without one."""
    made = line.json(
        "contacts", "add", "--last-name", "Aubry", "--first-name", "Anna",
        "--street", "3 rue Haute", "--postal-code", "44000", "--city", "Nantes",
    )  # fmt: skip
    number = str(made["contact"]["id"])
    gift = ("donations", "add", "--kind", "cash", "--donor", number, "--amount")
    line.json(*gift, "80", "--date", f"{LAST_YEAR}-03-01")
    line.json("receipts", "issue", "--year", str(LAST_YEAR))
    line.json(*gift, "20", "--date", f"{LAST_YEAR}-04-01")
    return number


def test_the_declaration_is_counted_written_and_filed(line, donor, tmp_path):
    annex, sheet, proof = (tmp_path / x for x in ("a.xlsx", "c.pdf", "p.png"))
    proof.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30))
    document = line.json(
        "receipts", "declaration", "--fiscal-year", str(LAST_YEAR), "--to", str(annex),
        "--closing-sheet", str(sheet), "--filed", f"{LAST_YEAR + 1}-01-10",
        "--proof", str(proof), "--note", "dossier 12",
    )  # fmt: skip
    assert (document["receipts"], document["total_cents"]) == (1, 8000)
    assert document["filed"]["proof"] == "p.png"
    assert document["files"] == [str(annex), str(sheet)]
    assert "Registre" in load_workbook(annex).sheetnames
    assert "clôture" in PdfReader(sheet).pages[0].extract_text()
    kept = tmp_path / "kept.png"
    words = ("receipts", "declaration", "--fiscal-year", str(LAST_YEAR))
    said = line(*words, "--save-proof", kept)
    assert said.code == 0
    assert "À déclarer\u00a0: 1" in said.out
    assert kept.read_bytes() == proof.read_bytes()


def test_a_proof_without_a_day_of_filing_is_wrong_usage(line, donor):
    words = ("--fiscal-year", str(LAST_YEAR), "--note", "dossier")
    assert line("receipts", "declaration", *words).code == 2


def test_a_proof_that_was_never_kept_is_refused_and_no_filing_is_noted(line, donor, tmp_path):
    words = ("receipts", "declaration", "--fiscal-year", str(LAST_YEAR))
    filed = ("--filed", f"{LAST_YEAR + 1}-01-10", "--save-proof", tmp_path / "p.pdf")
    refused = line(*words, *filed, "--json")
    assert refused.document["error"]["code"] == "declaration.no_proof"
    assert line.json(*words)["filed"] is None


def test_a_statement_is_told_and_written(line, donor, tmp_path):
    paper = tmp_path / "releve.pdf"
    document = line.json("donations", "statement", "--contact", donor, "--to", str(paper))
    assert (document["given_cents"], document["receipted_cents"]) == (10000, 8000)
    assert document["years"][0]["tax_reduction_cents"] == 5280
    assert paper.exists()
    assert "52,80" in line("donations", "statement", "--contact", donor).out


def test_figures_of_the_law_are_listed_corrected_and_reset(line):
    listed = line.json("legal", "list", "--on", "2026-11-22")["parameters"]
    [cap] = [x for x in listed if x["code"] == "counterpart_cap"]
    assert (cap["value"], cap["confidence"], cap["to_verify"]) == ("73", "?", True)
    words = ("counterpart_cap", "--since", "2026-01-01")
    said = line("legal", "correct", *words, "--value", "76", "--source", "Arrêté")
    assert "76\u00a0€ depuis le 01/01/2026" in said.out
    assert "Les reçus déjà émis ne changent pas." in " ".join(said.out.split())
    assert len(line.json("legal", "list", "--all")["parameters"]) > len(listed)
    assert line.json("legal", "reset", *words)["parameter"]["value"] == "73"
    assert line("legal", "reset", *words).code == 1
