"""The report of a year on the command line: kept, told part by part, written."""

from __future__ import annotations

import openpyxl
import pytest
from pypdf import PdfReader


def test_words_are_kept_and_stand_in_the_file(line, tmp_path):
    kept = line.json(
        "report", "keep", "--year", "2025", "--title", "Une année", "--blocks", "gifts,members"
    )
    assert kept["report"]["blocks"] == ["members", "gifts"]
    again = line.json("report", "keep", "--year", "2025", "--outlook", "Oser.")
    assert (again["report"]["title"], again["report"]["outlook"]) == ("Une année", "Oser.")
    path = tmp_path / "rapport.pdf"
    written = line.json("report", "annual", "--year", "2025", "--to", path)
    assert written == {"year": 2025, "file": str(path)}
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert "Une année" in pages[0]
    assert "Oser." in pages[-1]
    assert not any("Bénévolat" in page for page in pages)


def test_parts_are_told_in_a_line_each(line):
    shown = line.json("report", "show", "--year", "2025", "--blocks", "gifts,accounts")
    assert [one["code"] for one in shown["blocks"]] == ["gifts", "accounts"]
    assert "Rien n’est enregistré." in line("report", "show", "--year", "2025").out


def test_ending_of_the_name_says_which_file_is_written(line, tmp_path):
    path = tmp_path / "rapport.XLSX"
    line.json("report", "annual", "--year", "2025", "--to", path, "--blocks", "members")
    book = openpyxl.load_workbook(path.rename(tmp_path / "rapport.xlsx"))
    assert book.sheetnames == ["L’année en bref", "Membres"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("annual", "--year", "2025", "--to", "rapport.txt"), 2, ".pdf ou .xlsx"),
        (("show", "--year", "2025", "--blocks", "members,dons"), 2, "«\u00a0dons\u00a0»"),
        (("show", "--year", "2025", "--blocks", ","), 1, "au moins une partie"),
        (("show", "--year", "25"), 1, "1900"),
        (("keep", "--year", "2025"), 2, "--foreword"),
    ],
)
def test_what_makes_no_report_is_refused_with_the_cure(line, words, code, said):
    result = line("report", *words)
    assert (result.code, said in result.err) == (code, True), result.err
